"""What the checks of a file found, and what was decided on that."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("publications", "0004_groups")]
    operations = []
