"""Briefings with boxes of their own, and a page that lists them all."""

import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models

import lscb_site.fields


class Migration(migrations.Migration):
    dependencies = [("lscb_site", "0004_settings"), ("wagtailcore", "0098_apitoken")]
    operations = [
        migrations.AddField(
            model_name="briefingpage",
            name="boxes",
            # Those that are there have none: their text is in the body.
            field=lscb_site.fields.BoxesField(
                blank=True,
                default=list,
                help_text="Rename them, change their order, add some, take some away. A box without text is not shown. All of them together print on two sides of A4 if they have no more than about 700 words.",
            ),
        ),
        migrations.CreateModel(
            name="BriefingsPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("body", lscb_site.fields.BodyField(blank=True)),
                (
                    "topics",
                    modelcluster.fields.ParentalManyToManyField(blank=True, related_name="+", to="lscb_site.topic"),
                ),
            ],
            options={"verbose_name": "page of all briefings"},
            bases=("wagtailcore.page",),
        ),
    ]
