"""The text inside the files, what the public may know over time, and the search in both."""

from pathlib import Path

import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from publications import folding, guards
from publications.terms import DocumentKind, ReviewType

SQL = Path(__file__).parent / "sql"
FUNCTION = """CREATE FUNCTION {name}(code text) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, public, pg_temp AS $$ SELECT CASE code {cases} ELSE '' END $$;"""
TYPE_OF = """
-- What kind of review it is, as its record says it (publications/presentation.py, type_of).
CREATE FUNCTION ledger_type_of(code text, guidance bigint) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE WHEN code IN ('scr', 'lcspr') AND guidance IS NOT NULL THEN (
        SELECT g.review_term FROM reviews_statutoryguidance g WHERE g.id = guidance
    ) ELSE ledger_type(code) END
$$;"""


def sql(name: str) -> str:
    """The statements of a file, with the signs that Python goes by too."""
    text = (SQL / f"0006_{name}.sql").read_text()
    for place, value in {
        "removed": escaped(folding.REMOVED),
        "superscripts": escaped(folding.SUPERSCRIPTS),
        "marks": folding.MARKS,
        "separators": folding.SEPARATORS,
    }.items():
        text = text.replace(f"{{{place}}}", value)
    return text


def escaped(signs: str) -> str:
    """Signs as PostgreSQL writes them in U&''."""
    return "".join(f"\\{ord(sign):04X}" for sign in signs)


def terms() -> str:
    """Functions that know the words for kinds of document and review."""
    return "\n".join(FUNCTION.format(name=name, cases=cases(choices)) for name, choices in NAMED.items()) + TYPE_OF


def cases(choices: type[models.TextChoices]) -> str:
    """A WHEN for each."""
    return " ".join(f"WHEN '{code}' THEN '{label}'" for code, label in choices.choices)


NAMED: dict[str, type[models.TextChoices]] = {"ledger_kind": DocumentKind, "ledger_type": ReviewType}


def install(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(schema_editor.connection)


def uninstall(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.uninstall(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("publications", "0005_checks"),
        ("reviews", "0002_editions"),
        ("lscb_site", "0003_public_files"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]
    operations = [
        migrations.RunPython(migrations.RunPython.noop, install),
        migrations.RunSQL(
            "CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE EXTENSION IF NOT EXISTS unaccent;",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(sql("search"), sql("search_reverse")),
        migrations.CreateModel(
            name="FileText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("pages", models.PositiveIntegerField(default=0)),
                ("pages_read", models.PositiveIntegerField(default=0)),
                (
                    "without_text",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveIntegerField(), default=list, size=None
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                (
                    "problem",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "None"),
                            ("memory", "Reading it takes too much memory"),
                            ("time", "Reading it takes too long"),
                            ("crash", "The file is damaged"),
                            ("missing", "The file is not in the store"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="file_text",
                        to="publications.fileversion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.TextField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["word"], name="word_word"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("word", name="gin_trgm_ops"),
                        fastupdate=False,
                        name="word_like",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentSpan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=30)),
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ("state", models.CharField(max_length=20)),
                ("shown", models.CharField(max_length=20, null=True)),
                ("day", models.DateField(null=True)),
                (
                    "publication",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="publications.publication",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="publications.review",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="publications.fileversion",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["publication"], name="document_span_publication"),
                    models.Index(fields=["review"], name="document_span_review"),
                    models.Index(
                        condition=models.Q(("version__isnull", False)), fields=["version"], name="document_span_version"
                    ),
                    models.Index(
                        models.OrderBy(models.F("day"), descending=True),
                        models.OrderBy(models.F("publication"), descending=True),
                        condition=models.Q(("shown__in", ["listed", "protected"])),
                        name="document_span_newest",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FileWords",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("block", models.PositiveSmallIntegerField()),
                ("names", models.TextField()),
                ("words", django.contrib.postgres.search.SearchVectorField()),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="publications.fileversion",
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["words"], name="file_words_words"
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("version", "block"), name="file_words_once")],
            },
        ),
        migrations.CreateModel(
            name="PageText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("piece", models.PositiveSmallIntegerField(default=0)),
                ("block", models.PositiveSmallIntegerField(default=0)),
                ("text", models.TextField()),
                (
                    "vector",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            "text", template="to_tsvector('site_words'::regconfig, search_text(%(expressions)s))"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="page_texts",
                        to="publications.fileversion",
                    ),
                ),
            ],
            options={
                "ordering": ["version", "number", "piece"],
                "constraints": [models.UniqueConstraint(fields=("version", "number", "piece"), name="page_text_once")],
            },
        ),
        migrations.CreateModel(
            name="ReviewSpan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ("is_neutral", models.BooleanField()),
                ("is_own", models.BooleanField()),
                ("day", models.DateField(null=True)),
                ("sort_label", models.TextField()),
                ("review_type", models.CharField(max_length=30)),
                ("documents", models.TextField()),
                ("topics", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ("record", django.contrib.postgres.search.SearchVectorField()),
                (
                    "guidance",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reviews.statutoryguidance",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="publications.review",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["review"], name="review_span_review"),
                    models.Index(
                        models.OrderBy(models.F("is_own"), descending=True),
                        models.F("is_neutral"),
                        models.OrderBy(models.F("day"), descending=True, nulls_last=True),
                        models.F("sort_label"),
                        models.F("review"),
                        name="review_span_newest",
                    ),
                    models.Index(
                        models.OrderBy(models.F("is_own"), descending=True),
                        models.F("is_neutral"),
                        models.F("sort_label"),
                        models.F("review"),
                        name="review_span_label",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["record"], name="review_span_record"
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["topics"], name="review_span_topics"
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            terms(),
            "DROP FUNCTION ledger_type_of(text, bigint); DROP FUNCTION ledger_type(text); DROP FUNCTION ledger_kind(text);",
        ),
        migrations.RunSQL(sql("words"), sql("words_reverse")),
        migrations.RunSQL(sql("timeline"), sql("timeline_reverse")),
        migrations.RunPython(install, uninstall),
        migrations.RunSQL("SELECT ledger_tell(id) FROM publications_review", migrations.RunSQL.noop),
    ]
