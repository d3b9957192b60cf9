"""Open data, and how often files are downloaded."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("publications", "0006_search")]
    operations = []
