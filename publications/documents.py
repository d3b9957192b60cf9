"""What the ledger says about documents of ordinary pages: which are reports (`DOCUMENT_REFUSALS`), and what is in them.

The second is the module of `DOCUMENT_CHECKS`: `VERSION` and `look_into`.
"""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from publications import sandboxed
from publications.checks.findings import VERSION, Finding, Severity
from publications.checks.names import of_file_name
from publications.checks.report import report_on
from publications.models import FileVersion
from publications.scanning import on_disk

__all__ = ["VERSION", "look_into", "refusal"]

Told = dict[str, Any]
TASKS = {".pdf": "examine", ".docx": "examine_docx", ".csv": "examine_plain", ".txt": "examine_plain"}
BUSY = "Other files are being looked into at this moment. Try again in a minute."
NOT_LOOKED_INTO: Told = {
    "stops": True,
    "page": None,
    "sentence": "The checks can't look into a file of this kind.",
    "advice": (
        "Look through it yourself for names, comments, changes, hidden sheets and slides, and who wrote it. Or save it"
        " as PDF and upload that."
    ),
}


def refusal(sha256: str) -> str | None:
    """A sentence with a link to the publication whose file this is; None if it is no report of ours.

    However it got here, a report is seen only as its own publication says: before its release, and when it is
    withdrawn, nobody may find a copy of it among the documents.
    """
    version = FileVersion.objects.filter(sha256=sha256).select_related("publication__review").first()
    if version is None:
        return None
    try:
        address = reverse("publications_admin:inspect", args=[version.publication_id])
    except NoReverseMatch:
        address = ""
    return format_html(
        'This file is kept as a publication, which decides when it is seen: <a href="{}">{}</a>. Link to that'
        " instead: pages can hold links to publications.",
        address,
        version.publication,
    )


def look_into(file: Any, name: str) -> list[Told]:
    """What the checks of reports find in a document, the gravest first; its `name` tells its kind.

    ValidationError if other files are being looked into, so that it has to wait.
    """
    task = TASKS.get(PurePath(name).suffix.lower())
    if task is None:
        return [NOT_LOOKED_INTO]
    try:
        with sandboxed.one_of_few(), on_disk(file) as path:
            report = report_on(path, task=task, options=sandboxed.limits())
    except sandboxed.Busy as busy:
        raise ValidationError(BUSY, code="busy") from busy
    found = report.and_also(of_file_name(name)).findings
    return [told(each) for each in sorted(found, key=lambda each: list(Severity).index(each.severity))]


def told(finding: Finding) -> Told:
    """A finding as the site keeps it: its words are ours, none is the file's."""
    return {
        "stops": finding.severity is Severity.BLOCKING,
        "page": finding.page,
        "sentence": finding.sentence,
        "advice": finding.advice,
    }
