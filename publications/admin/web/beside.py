"""The same document in its other form, as the screen of a publication shows it."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.http import urlencode

from publications import words
from publications.models import Publication
from publications.terms import Medium


@dataclass(frozen=True)
class Beside:
    """The other form and its state in words; or where it is added (empty: this person may not)."""

    heading: str
    files_heading: str
    publication: Publication | None
    state: str
    add_label: str
    add_url: str


def beside(publication: Publication, at: datetime, *, may_add: bool) -> Beside:
    """The form beside a publication as of an instant."""
    other = publication.other_form
    wanted = Medium.PDF if publication.is_web else Medium.WEB
    name = "a PDF" if publication.is_web else "a web page"
    address = f"{reverse('publications_admin:add')}?{urlencode({'beside': publication.pk})}"
    return Beside(
        heading=f"The same document as {name}",
        files_heading="Frozen texts" if publication.is_web else "Files",
        publication=other,
        state=words.STATES[other.state_at(at)].name if other else "",
        add_label=f"Add it as {'a file' if wanted is Medium.PDF else name}",
        add_url=address if may_add else "",
    )
