"""What a review found, and what was done; texts of reports as web pages."""

import django.core.validators
import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models

import lscb_site.partial_dates


class Migration(migrations.Migration):
    dependencies = [("publications", "0007_open_data")]
    operations = [
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
    ]
