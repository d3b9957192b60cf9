"""Checks of ordinary documents."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("lscb_site", "0005_briefings")]
    operations = [
        migrations.AddField(
            "boarddocument",
            "reason",
            models.TextField(
                "why it may be public all the same",
                max_length=500,
                blank=True,
                default="",
                help_text="Only asked for if the checks find something that stops it. The public does not see it.",
            ),
            preserve_default=False,
        ),
        migrations.CreateModel(
            "DocumentCheck",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_hash", models.CharField("SHA-256", max_length=64)),
                ("version", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                ("findings", models.JSONField(default=list)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["file_hash", "version"], name="one_check_of_a_document")
                ]
            },
        ),
    ]
