"""What a review found, and what was done."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("publications", "0007_open_data")]
    operations = []
