"""The English editions of Working Together are there from the start.

Titles, years, publishers and terms are those on the documents. A date or address stands here only where it is sure:
2013 came into force on 15 April 2013 and replaced 2010 on that day; the address on GOV.UK holds the newest edition.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TITLE = "Working Together to Safeguard Children"
SCR = {"review_term": "serious case review", "review_short": "SCR"}
LCSPR = {"review_term": "local child safeguarding practice review", "review_short": "LCSPR"}

# 2013 and 2015 ask for at least 12 months, 2018 and 2023 for at least one year: the same calendar day (rule R3).
# 2010 names no period; such reviews take the 12 months that hold where nothing is named.
ENGLISH_EDITIONS = (
    {
        "year": 2010,
        "chapter": "8",
        "publisher": "Department for Children, Schools and Families",
        "in_force_from": "2010-03",
        "in_force_to": "2013-04-14",
        **SCR,
    },
    {"year": 2013, "chapter": "4", "publisher": "Department for Education", "in_force_from": "2013-04-15", **SCR},
    {"year": 2015, "chapter": "4", "publisher": "Department for Education", "in_force_from": "2015-03", **SCR},
    {"year": 2018, "chapter": "4", "publisher": "Department for Education", **LCSPR},
    {
        "year": 2023,
        "chapter": "5",
        "publisher": "Department for Education",
        "address": "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
        "in_force_from": "2023-12",
        **LCSPR,
    },
)


def add(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add each edition; one that somebody has already entered stays as it is."""
    guidance = apps.get_model("reviews", "StatutoryGuidance")
    for edition in ENGLISH_EDITIONS:
        key = {"title": TITLE, "year": edition["year"], "chapter": edition["chapter"]}
        guidance.objects.get_or_create(**key, defaults={**edition, "short_title": "Working Together"})


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_initial")]

    # Going back leaves them: reviews may have been done under them.
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
