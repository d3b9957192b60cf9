"""Open data, and how often files are downloaded."""

from pathlib import Path

import django.db.models.deletion
from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import publications.models.record
from publications import guards

SQL = Path(__file__).parent / "sql"
IDENTIFIED = ("publication", "release", "review")


def install(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(schema_editor.connection)


def uninstall(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.uninstall(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("publications", "0006_search")]
    operations = [
        # Backwards: the guards of before, once the function of the new one is gone.
        migrations.RunPython(migrations.RunPython.noop, install),
        # The database fills the rows that are there, each with a number of its own, and fires no guard for it.
        *(
            migrations.AddField(
                model_name=model,
                name="identifier",
                field=models.UUIDField(db_default=RandomUUID(), editable=False, unique=True),
            )
            for model in IDENTIFIED
        ),
        migrations.AddField(
            model_name="review",
            name="search_engines",
            field=models.CharField(
                choices=[
                    ("board", "As the board does by default"),
                    ("open", "May list the files"),
                    ("keep_out", "Are asked to leave the files out"),
                ],
                default="board",
                help_text="The files stay on this site for everybody; only search engines are asked to leave them out.",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="recordentry",
            name="event",
            field=models.CharField(choices=publications.models.record.event_choices, max_length=30),
        ),
        migrations.AddIndex(
            model_name="release",
            index=models.Index(
                condition=models.Q(cancelled_at=None), fields=["-at", "-id"], name="release_standing_by_time"
            ),
        ),
        migrations.CreateModel(
            name="DownloadCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("number", models.PositiveIntegerField()),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="downloads",
                        to="publications.fileversion",
                    ),
                ),
            ],
            options={
                "ordering": ["day", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=["version", "day"], name="download_count_once_a_day"),
                    models.CheckConstraint(condition=models.Q(number__gt=0), name="download_count_of_something"),
                ],
            },
        ),
        migrations.RunSQL((SQL / "0007_open_data.sql").read_text(), (SQL / "0007_open_data_reverse.sql").read_text()),
        migrations.RunPython(install, uninstall),
    ]
