"""What the ledger says about files offered as documents of ordinary pages (`DOCUMENT_REFUSALS`)."""

from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from publications.models import FileVersion


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
