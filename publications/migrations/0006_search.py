"""The text inside the files, and the search in it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("publications", "0005_checks")]
    operations = []
