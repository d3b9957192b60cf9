"""Further settings of the board, ratings of pages, the secure area."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("lscb_site", "0003_public_files")]
    operations = []
