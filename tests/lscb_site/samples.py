"""Rows and block values with everything filled in; invented content, numbers from Ofcom's drama ranges."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from lscb_site.models import BoardDocument, BoardImage, Contact, Partner, PhoneNumber, QuickLink
from tests.publications import pdfs


def image(title: str = "A bridge", *, public: bool = True) -> BoardImage:
    return _saved(BoardImage(title=title, file=get_test_image_file(filename="bridge.png")), public=public)


def document(title: str = "Learning framework", *, public: bool = True) -> BoardDocument:
    file = ContentFile(pdfs.page("invented"), name="framework.pdf")
    return _saved(BoardDocument(title=title, file=file), public=public)


def _saved(file: Any, *, public: bool) -> Any:
    if public:
        file.mark(by=marker(), at=datetime(2026, 7, 3, 9, tzinfo=UTC))
    file.save()
    return file


def marker() -> User:
    return User.objects.get_or_create(username="marker")[0]


def contact(role: str = "Designated officer", **fields: Any) -> Contact:
    """A contact with every field filled in and two numbers."""
    given = {
        "name": "Sam Rivers",
        "email": "officer@board.example",
        "opening_hours": "Monday to Friday, 9am to 5pm",
        "when_to_call": "If somebody who works with children may have harmed one.",
        "what_it_does": "Looks into allegations against staff.",
    }
    person = Contact(role=role, **given | fields)
    person.phone_numbers.add(PhoneNumber(label="office hours", number="01632 960 001"))
    person.phone_numbers.add(PhoneNumber(label="nights", number="+44 1632 960002"))
    person.save()
    return person


def partner(name: str = "Anyshire Council", **fields: Any) -> Partner:
    """A partner with every field filled in."""
    given = {
        "address": "https://council.example/",
        "description": "Runs children's social care.",
        "logo_alt": "A crest",
    }
    return Partner.objects.create(name=name, logo=image(f"Logo of {name}"), **given | fields)


def full(home: Page) -> dict[str, Any]:
    """Block name -> its stored value, with everything filled in."""
    QuickLink.objects.create(title="For parents", address="https://parents.example/", group="Families")
    partner()
    contact("Emergency duty team", urgent=True)
    return {
        "heading": {"text": "What we do", "level": "3", "anchor_text": "what"},
        "text": "<p>Some <b>bold</b> words.</p>",
        "notice": {
            "kind": "updating",
            "heading": "Being rewritten",
            "text": "<p>Ask us meanwhile.</p>",
            "remind_on": "2026-03-01",
            "vanishes": False,
        },
        "call_out": {"heading": "Remember", "text": "<p>Ask the child.</p>"},
        "accordion": {"heading": "Questions", "parts": [{"heading": "Who?", "text": "<p>Everyone.</p>"}]},
        "contact": contact().pk,
        "contacts_by_role": {"heading": "Our officers", "audience": "public", "role": "officer"},
        "concern_panel": None,
        "partners": {"heading": "Who we are", "descriptions": True},
        "quick_links": {"heading": "Quickly", "group": "Families"},
        "links": {
            "heading": "Elsewhere",
            "links": [
                {"title": "Our start", "page": home.pk, "sentence": "The first page.", "scope": "local"},
                {"title": "A guide", "address": "https://nation.example/guide.pdf", "scope": "national"},
                {"title": "A friend", "address": "https://friend.example/", "sentence": "No scope.", "scope": ""},
            ],
        },
        "documents": {
            "heading": "To read",
            "documents": [
                {
                    "document": document().pk,
                    "issuing_body": "The board",
                    "author": "A. Writer",
                    "date": "2025-06",
                    "note": "It is being revised.",
                },
                {"title": "Theirs", "address": "https://nation.example/theirs.docx", "date": "2019"},
            ],
        },
        "image": {
            "image": {"image": image().pk, "decorative": False, "alt_text": "A bridge over a river"},
            "caption": "B",
        },
        "table": {
            "table": {
                "columns": [{"type": "text", "heading": "Step"}, {"type": "rich_text", "heading": "When"}],
                "rows": [{"values": ["Meet", "<p>In <b>May</b></p>"]}],
                "caption": "The year",
            },
            "row_headings": True,
        },
    }


# What readers see of each, and nothing else need be checked by eye.
SHOWN = {
    "heading": ['<h3 class="govuk-heading-m" id="what">What we do</h3>'],
    "text": ["Some <b>bold</b> words."],
    "notice": ["app-notice--amber", "Being rewritten", "Ask us meanwhile."],
    "call_out": ["Remember", "Ask the child."],
    "accordion": ["Questions", "<details", "Who?", "Everyone."],
    "contact": [
        "Designated officer",
        "Sam Rivers",
        "tel:01632960001",
        "tel:+441632960002",
        "mailto:",
        "Monday to Friday",
    ],
    "contacts_by_role": ["Our officers", "Designated officer"],
    "concern_panel": ["999", "Emergency duty team", "01632 960 001"],
    "partners": ["Who we are", "Anyshire Council", "https://council.example/", 'alt="A crest"', "Runs children"],
    "quick_links": ["Quickly", "For parents", "https://parents.example/"],
    "links": ["Elsewhere", "Local", "National", "Our start", "A guide (PDF)", "The first page.", "No scope."],
    "documents": [
        "Learning framework",
        "The board, A. Writer, June 2025",
        "being revised",
        "PDF",
        "647 bytes",
        "DOCX",
        "2019",
    ],
    "image": ['alt="A bridge over a river"', "<figcaption"],
    "table": ["<caption", 'scope="col"', 'scope="row"', "In <b>May</b>", "The year"],
}
