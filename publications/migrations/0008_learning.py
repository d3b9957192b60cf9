"""What a review found, and what was done; texts of reports as web pages."""

from pathlib import Path

import django.core.validators
import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import lscb_site.partial_dates
import publications.models.guarded
import publications.models.web
from publications import guards

SQL = Path(__file__).parent / "sql"
MEDIA_TYPES = ("image/jpeg", "image/png")


def install(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(schema_editor.connection)


def uninstall(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.uninstall(schema_editor.connection)


def number() -> tuple[str, models.Field]:
    return "id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def stored_picture() -> list[tuple[str, models.Field]]:
    """The columns of the bytes of a picture."""
    return [
        number(),
        ("number", models.PositiveIntegerField()),
        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
        ("size", models.PositiveIntegerField(help_text="In bytes.")),
        ("media_type", models.CharField(choices=[(kind, kind) for kind in MEDIA_TYPES], max_length=20)),
        ("width", models.PositiveIntegerField(help_text="In pixels.")),
        ("height", models.PositiveIntegerField(help_text="In pixels.")),
    ]


def of_picture(model: str, owner: str) -> list[models.BaseConstraint]:
    name = model.replace("_", "")
    return [
        models.CheckConstraint(condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")), name=f"{name}_sha256"),
        models.CheckConstraint(condition=models.Q(("media_type__in", MEDIA_TYPES)), name=f"{name}_media_type"),
        models.UniqueConstraint(fields=(owner, "number"), name=f"{model}_number_once"),
    ]


class Migration(migrations.Migration):
    dependencies = [("publications", "0007_open_data"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        # Backwards: the guards of before, once the functions of the new ones are gone.
        migrations.RunPython(migrations.RunPython.noop, install),
        migrations.AddField(
            model_name="review",
            name="shows_findings",
            field=models.BooleanField(
                default=False,
                help_text="While its record page may show details.",
                verbose_name="findings and actions are shown to the public",
            ),
        ),
        migrations.CreateModel(
            name="ReviewFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("finding", "Finding"), ("recommendation", "Recommendation")],
                        default="recommendation",
                        max_length=20,
                        verbose_name="type",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        help_text="As the report numbers it. Use figures, such as 3, and perhaps a letter or a part of it: R3, 3a, 3.1.",
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Za-z]{0,3}[0-9]{1,3}(\\.[0-9]{1,2})?[a-z]?$",
                                "Use figures, such as 3, and perhaps a letter or a part of it: R3, 3a, 3.1.",
                            )
                        ],
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="In the report's words or shorter. Never a real name.",
                        validators=[django.core.validators.MaxLengthValidator(5000)],
                        verbose_name="finding or recommendation",
                    ),
                ),
                (
                    "addressed_to",
                    models.CharField(
                        blank=True,
                        help_text="The body that has to act, such as “All partner agencies”.",
                        max_length=300,
                        verbose_name="for whom",
                    ),
                ),
                (
                    "response",
                    models.TextField(
                        blank=True,
                        help_text="Whether it is accepted, and why if it is not.",
                        validators=[django.core.validators.MaxLengthValidator(5000)],
                        verbose_name="the board's response",
                    ),
                ),
                ("sort_order", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="findings", to="publications.review"
                    ),
                ),
            ],
            options={
                "verbose_name": "finding or recommendation",
                "verbose_name_plural": "findings and recommendations",
                "ordering": ["sort_order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ReviewAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "text",
                    models.TextField(
                        help_text="What will be done.",
                        validators=[django.core.validators.MaxLengthValidator(5000)],
                        verbose_name="action",
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        blank=True,
                        help_text="A role, such as “Head of Nursing”. Never a name.",
                        max_length=200,
                        verbose_name="owner's role",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("under_way", "Under way"),
                            ("done", "Done"),
                            ("not_needed", "No longer needed"),
                        ],
                        default="not_started",
                        max_length=20,
                    ),
                ),
                ("status_on", lscb_site.partial_dates.PartialDateField(blank=True, verbose_name="status since")),
                ("due", lscb_site.partial_dates.PartialDateField(blank=True, verbose_name="by when")),
                (
                    "impact",
                    models.TextField(
                        blank=True,
                        help_text="What is different now, and how you know.",
                        validators=[django.core.validators.MaxLengthValidator(5000)],
                        verbose_name="evidence of impact",
                    ),
                ),
                ("sort_order", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "finding",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="publications.reviewfinding",
                    ),
                ),
            ],
            options={
                "verbose_name": "action",
                "ordering": ["sort_order", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="reviewfinding",
            constraint=models.UniqueConstraint(
                fields=("review", "kind", "number"),
                name="review_finding_number_once",
                violation_error_message="This review has one of this type with this number. Choose another number.",
            ),
        ),
        migrations.RemoveConstraint(model_name="publication", name="publication_slug_once_per_review"),
        migrations.AddField(
            model_name="publication",
            name="medium",
            field=models.CharField(
                choices=[("pdf", "PDF"), ("web", "Web page")],
                default="pdf",
                help_text="It can't be changed later: the same document in another form is a publication of its own.",
                max_length=3,
                verbose_name="what readers get",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                fields=("review", "slug", "medium"),
                name="publication_slug_once_per_review",
                violation_error_message="Another document of this review has this name. Choose a different one.",
            ),
        ),
        migrations.CreateModel(
            name="WebDraft",
            fields=[
                number(),
                ("body", publications.models.web.DraftField(blank=True)),
                ("changed_at", models.DateTimeField()),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="web_draft",
                        to="publications.publication",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DraftPicture",
            fields=[
                *stored_picture(),
                (
                    "alternative",
                    models.TextField(
                        blank=True,
                        help_text="For people who can't see it: what they would miss without it, in a sentence or two. No names.",
                        verbose_name="what it shows",
                    ),
                ),
                (
                    "is_decorative",
                    models.BooleanField(
                        default=False,
                        help_text="Only for a picture that nobody would miss, such as a line between chapters.",
                        verbose_name="it says nothing",
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="publications.webdraft",
                    ),
                ),
            ],
            options={"ordering": ["number"], "abstract": False, "constraints": of_picture("draft_picture", "draft")},
        ),
        migrations.CreateModel(
            name="FrozenPicture",
            fields=[
                *stored_picture(),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="publications.fileversion",
                    ),
                ),
            ],
            options={"ordering": ["number"], "abstract": False, "constraints": of_picture("frozen_picture", "version")},
        ),
        migrations.RunSQL((SQL / "0008_learning.sql").read_text(), (SQL / "0008_learning_reverse.sql").read_text()),
        migrations.RunPython(install, uninstall),
    ]
