"""What the checks of a file found, and what was decided on that."""

from pathlib import Path

import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import publications.models.settings
from publications import guards

SQL = Path(__file__).parent / "sql"


def install(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(schema_editor.connection)


def uninstall(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.uninstall(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("publications", "0004_groups"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.RunPython(migrations.RunPython.noop, install),  # last of all when this is undone
        migrations.CreateModel(
            name="SignOffSettings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "questions",
                    wagtail.fields.StreamField(
                        [("question", 0)],
                        block_lookup={0: ("publications.models.settings.QuestionBlock", (), {"max_length": 300})},
                        default=publications.models.settings.default_questions,
                        help_text="Whoever signs off a file answers each with yes, no or “does not apply”. With a “no” a file is not signed off. What was asked and answered is kept with each sign-off.",
                    ),
                ),
            ],
            options={
                "verbose_name": "Sign-off checklist",
            },
        ),
        migrations.AddField(
            model_name="signoff",
            name="answers",
            field=models.JSONField(default=list),
        ),
        migrations.AlterField(
            model_name="recordentry",
            name="event",
            field=models.CharField(
                choices=[
                    ("upload", "File uploaded"),
                    ("clean", "Clean copy made"),
                    ("check", "Checked"),
                    ("overruling", "Finding overruled"),
                    ("return", "Sent back to the uploader"),
                    ("announcement", "Announced"),
                    ("sign_off", "Signed off"),
                    ("release", "Release"),
                    ("unschedule", "Release cancelled"),
                    ("suspension", "Suspended"),
                    ("confirmation", "Withdrawn"),
                    ("lifting", "Suspension lifted"),
                    ("reinstatement_asked", "Reinstatement asked for"),
                    ("reinstatement", "Reinstated"),
                    ("correction", "Correction"),
                    ("move", "Moved to on request"),
                    ("decision", "Listing policy changed"),
                    ("first_public", "Earlier first-public date set"),
                    ("slug", "Address changed"),
                    ("slug_erased", "Former address erased"),
                    ("no_trace", "No trace"),
                    ("discard", "Draft discarded"),
                    ("destruction_asked", "Destruction asked for"),
                    ("destruction", "File destroyed"),
                    ("import", "Imported"),
                    ("import_approval", "Import approved"),
                ],
                max_length=30,
            ),
        ),
        migrations.CreateModel(
            name="Check",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("asked_at", models.DateTimeField()),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("moved_at", models.DateTimeField(blank=True, help_text="When it last got on with a page.", null=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("pages_done", models.PositiveIntegerField(default=0)),
                ("pages", models.PositiveIntegerField(default=0)),
                (
                    "checks_version",
                    models.PositiveIntegerField(blank=True, help_text="The version of the checks that ran.", null=True),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("clear", "Nothing found that stops a release"),
                            ("blocking", "Something found that stops a release"),
                            ("unreadable", "The file can't be read"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checks",
                        to="publications.fileversion",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="signoff",
            name="check_run",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="sign_offs",
                to="publications.check",
                verbose_name="check",
            ),
        ),
        migrations.CreateModel(
            name="CheckFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=50)),
                (
                    "severity",
                    models.CharField(
                        choices=[("blocking", "blocking"), ("look", "look"), ("note", "note")], max_length=10
                    ),
                ),
                ("page", models.PositiveIntegerField(blank=True, null=True)),
                ("left", models.FloatField(blank=True, help_text="Points from the left edge of the page.", null=True)),
                ("top", models.FloatField(blank=True, help_text="Points from the top of the page.", null=True)),
                ("right", models.FloatField(blank=True, null=True)),
                ("bottom", models.FloatField(blank=True, null=True)),
                ("count", models.PositiveIntegerField(default=1)),
                (
                    "check_run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="findings", to="publications.check"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Overruling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_at", models.DateTimeField()),
                ("reason", models.TextField(help_text="For the board only.")),
                ("agreed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agreed_reason",
                    models.TextField(blank=True, help_text="For the board only. Erased: empty.", null=True),
                ),
                (
                    "agreed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "finding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overruling",
                        to="publications.checkfinding",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Returned",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("reason", models.TextField(help_text="For the board only.")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="returns",
                        to="publications.fileversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "returned file",
                "ordering": ["pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.CheckConstraint(
                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")), name="check_sha256"
            ),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("checks_version", None), ("finished_at", None), ("outcome", "")),
                    models.Q(
                        ("checks_version__isnull", False),
                        ("finished_at__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="check_finished_with_its_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.CheckConstraint(
                condition=models.Q(("finished_at", None), ("started_at__isnull", False), _connector="OR"),
                name="check_finished_once_started",
            ),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.UniqueConstraint(
                condition=models.Q(("finished_at", None)), fields=("version",), name="check_one_at_a_time_per_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="checkfinding",
            constraint=models.CheckConstraint(
                condition=models.Q(("severity__in", ["blocking", "look", "note"])), name="check_finding_severity"
            ),
        ),
        migrations.AddConstraint(
            model_name="checkfinding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("bottom", None), ("left", None), ("right", None), ("top", None)),
                    models.Q(
                        ("bottom__isnull", False),
                        ("left__isnull", False),
                        ("right__isnull", False),
                        ("top__isnull", False),
                        ("page__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="check_finding_place_on_its_page",
            ),
        ),
        migrations.AddConstraint(
            model_name="overruling",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreed_at__isnull", True), ("agreed_by__isnull", True)),
                    models.Q(("agreed_at__isnull", False), ("agreed_by__isnull", False)),
                    _connector="OR",
                ),
                name="overruling_agreed_who_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="overruling",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreed_at", None), ("agreed_reason", None)),
                    models.Q(("agreed_at__isnull", False), ("agreed_reason__isnull", False)),
                    _connector="OR",
                ),
                name="overruling_agreed_when_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="overruling",
            constraint=models.CheckConstraint(
                condition=models.Q(("agreed_by", models.F("asked_by")), _negated=True),
                name="overruling_agreed_by_another",
            ),
        ),
        migrations.RunSQL((SQL / "0005_checks.sql").read_text(), (SQL / "0005_checks_reverse.sql").read_text()),
        migrations.RunPython(install, uninstall),
    ]
