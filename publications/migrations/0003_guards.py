"""The guards of the ledger inside the database."""

from pathlib import Path

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from publications import guards

SQL = Path(__file__).parent / "sql"


def install(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(schema_editor.connection)


def uninstall(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.uninstall(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("publications", "0002_listing_rule"),
        ("reviews", "0001_initial"),
    ]
    operations = [
        migrations.RunSQL(
            (SQL / "0003_guards.sql").read_text(),
            (SQL / "0003_guards_reverse.sql").read_text(),
        ),
        migrations.RunPython(install, uninstall),
    ]
