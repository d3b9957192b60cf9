"""Briefings with boxes of their own."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("lscb_site", "0004_settings")]
    operations = []
