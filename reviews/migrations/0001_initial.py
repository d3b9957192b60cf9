"""The editions of the statutory guidance."""

import django.core.validators
from django.db import migrations, models

import lscb_site.partial_dates


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="StatutoryGuidance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                ("short_title", models.CharField(blank=True, max_length=60)),
                ("year", models.PositiveSmallIntegerField()),
                ("chapter", models.CharField(blank=True, max_length=60)),
                ("publisher", models.CharField(blank=True, max_length=120)),
                ("address", models.URLField(blank=True)),
                ("in_force_from", lscb_site.partial_dates.PartialDateField(blank=True)),
                ("in_force_to", lscb_site.partial_dates.PartialDateField(blank=True)),
                ("review_term", models.CharField(max_length=80)),
                ("review_short", models.CharField(blank=True, max_length=20)),
                ("minimum_number", models.PositiveSmallIntegerField(default=12)),
                ("minimum_unit", models.CharField(default="months", max_length=10)),
            ],
        ),
    ]
