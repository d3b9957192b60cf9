"""Guards of imports that wait for approval."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("publications", "0008_learning")]
    operations = []
