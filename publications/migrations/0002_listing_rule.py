"""The listing rule inside the database."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("publications", "0001_initial")]
    operations = [
        migrations.RunSQL(
            (SQL / "0002_listing_rule.sql").read_text(),
            (SQL / "0002_listing_rule_reverse.sql").read_text(),
        )
    ]
