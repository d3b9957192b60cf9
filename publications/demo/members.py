"""The demo's area for board members: its first page, the papers of a meeting, and a file."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from lscb_site.members.area import GROUP
from lscb_site.models import BoardDocument, MembersPage, NavigationSettings, StandardPage
from lscb_site.models.navigation import FooterLink
from lscb_site.rights import EDITORS
from publications.demo.content import frames, pages
from publications.demo.pdf.drawing import drawn
from publications.demo.pdf.report import Report, Section
from publications.demo.streams import body

MEETING = (
    "The board meets on the second Tuesday of the month, at two in the afternoon, in the Moor Room. Papers are here a week "
    "before."
)
AGENDA = [
    Section(
        "Opening", ["Apologies, and who speaks for whom.", "What the last meeting decided, and what became of it."]
    ),
    Section("To decide", ["Who leads the next practice learning review, and by when it reports."]),
    Section("To know", ["How many teams have read this month's briefing together, by agency."]),
]


def make_area(home: Any, *, add: Callable[..., Any]) -> None:
    """The area below `home`, with a door to it in the foot of every page."""
    front = add(home, MembersPage(title="For board members", introduction=MEETING))
    add(front, StandardPage(title="Spring meeting", show_in_menus=True, body=body(papers(agenda()))))
    links = NavigationSettings.load()
    links.footer_links.add(FooterLink(text="Sign in for board members", page=front))
    links.save()


def papers(document: BoardDocument) -> pages.Body:
    """What the page of a meeting says, with its file."""
    row = {
        "title": "", "document": document.pk, "address": "", "issuing_body": frames.BOARD, "author": "Business Manager",
        "date": "2025-04", "note": "Not for passing on",
    }  # fmt: skip
    text = "<p>Please read the agenda, and bring what your own agency has learned since the winter.</p>"
    return [("text", text), ("documents", {"heading": "Papers", "documents": [row]})]


def agenda() -> BoardDocument:
    """A file in a collection that members and editors alone may read."""
    collection = Collection.get_first_root_node().add_child(name="Members' papers")
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.set(Group.objects.filter(name__in=[GROUP, EDITORS]))
    content = drawn(Report("Agenda of the spring meeting", "", frames.BOARD, "April 2025", AGENDA, has_contents=False))
    document = BoardDocument(title="Agenda of the spring meeting", collection=collection)
    document.file = ContentFile(content, name="agenda.pdf")
    document.save()
    return document
