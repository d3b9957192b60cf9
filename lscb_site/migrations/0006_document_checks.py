"""Checks of ordinary documents."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("lscb_site", "0005_briefings")]
    operations = []
