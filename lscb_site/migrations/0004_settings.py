"""Further settings of the board, ratings of pages, the secure area."""

import uuid
from typing import Any

import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models

import lscb_site.fields
from lscb_site.rights import EDITORS, grant, permission

SETTINGS = {
    "data_licence": models.CharField(
        blank=True,
        help_text="What others may do with the list of publications as data, for example “Open Government Licence "
        "v3.0”. Left empty: the data name no licence.",
        max_length=150,
        verbose_name="licence of your open data",
    ),
    "data_licence_address": models.URLField(
        blank=True, help_text="Where its text is. Starts with https://", verbose_name="address of that licence"
    ),
    "keep_files_from_search": models.BooleanField(
        default=False,
        help_text="Search engines are asked to list the pages about your reviews, but not the files. A review can "
        "differ from this: see its details.",
        verbose_name="keep report files out of search engines",
    ),
    "asks_for_ratings": models.BooleanField(
        default=True,
        help_text="What readers answer is in Reports, Page ratings, for you alone.",
        verbose_name="ask on every page whether it was useful",
    ),
    "rating_retention_months": models.PositiveSmallIntegerField(
        default=12,
        help_text="How long what readers said of pages is kept.",
        verbose_name="keep ratings of pages for (months)",
    ),
    "identifier": models.UUIDField(db_default=RandomUUID(), editable=False, unique=True),
}


RIGHTS = {"lscb_site.pagerating": "view delete"}
MEMBERS = "Board members"


def give_rights(apps: Any, schema_editor: Any) -> None:
    """Board staff read what readers say, erase what should not have been written, and sort files into collections."""
    grant(apps, EDITORS, RIGHTS)
    editors = apps.get_model("auth", "Group").objects.get(name=EDITORS)
    everywhere = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for action in ("add", "change", "delete"):
        apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
            group=editors, collection=everywhere, permission=permission(apps, "wagtailcore.collection", action)
        )


def make_members(apps: Any, schema_editor: Any) -> None:
    """The group of those who read the members' area; it has no right in the admin, nor any other."""
    apps.get_model("auth", "Group").objects.get_or_create(name=MEMBERS)


class Migration(migrations.Migration):
    dependencies = [("lscb_site", "0003_public_files"), ("wagtailcore", "0098_apitoken")]
    operations = [
        *(migrations.AddField(model_name="boardsettings", name=name, field=field) for name, field in SETTINGS.items()),
        migrations.AddConstraint(
            model_name="boardsettings",
            constraint=models.CheckConstraint(
                condition=models.Q(rating_retention_months__range=(1, 36)),
                name="ratings_kept_1_to_36_months",
                violation_error_message="Ratings can be kept for 1 to 36 months.",
            ),
        ),
        migrations.CreateModel(
            name="PageRating",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("path", models.CharField(max_length=500, verbose_name="page")),
                (
                    "answer",
                    models.CharField(
                        choices=[("yes", "Useful"), ("no", "Not useful"), ("problem", "A problem")], max_length=10
                    ),
                ),
                ("comment", models.CharField(blank=True, max_length=500)),
                ("day", models.DateField(db_index=True)),
            ],
            options={
                "verbose_name": "page rating",
                "ordering": ["-day", "path", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(answer__in=["yes", "no", "problem"]), name="page_rating_answer_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(path__startswith="/"), name="page_rating_path_of_this_site"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MembersPage",
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
                    "introduction",
                    models.TextField(blank=True, help_text="Stands above the pages of the area. Members read it."),
                ),
                (
                    "topics",
                    modelcluster.fields.ParentalManyToManyField(blank=True, related_name="+", to="lscb_site.topic"),
                ),
            ],
            options={"verbose_name": "members' area"},
            bases=("wagtailcore.page",),
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
        migrations.RunPython(make_members, migrations.RunPython.noop),
    ]
