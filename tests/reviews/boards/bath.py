"""A numbered section of a longer guide: quoted principles, a framework, national findings, whom to call."""

from lscb_site.models import StandardPage
from reviews.models import PrinciplesPage
from tests.lscb_site.samples import contact
from tests.reviews.forms import Desk

SHOWN = {
    "numbered section of a guide": ("Safeguarding handbook", "section 2 of 3", "Talking to families", "Afterwards"),
    "principles quoted with a page": (
        "<blockquote>",
        "Ask before you judge.",
        "Invented handbook of principles, page 9",
        "Share what you learn",
    ),
    "framework document": ("Our learning framework", "June 2024"),
    "national practice findings": ("Findings from practice", "https://findings.example/"),
    "concerned about a child": ("999", "Front door for children", "office hours", "01632 960 001", "nights"),
    "LADO with hours": ("Local Authority Designated Officer (LADO)", "Weekdays from nine to five"),
}


def build(desk: Desk) -> PrinciplesPage:
    """The second section of a guide."""
    contact("Front door for children", name="", urgent=True)
    lado = contact("Local Authority Designated Officer (LADO)", opening_hours="Weekdays from nine to five")
    guide = desk.publish(StandardPage, title="Safeguarding handbook", slug="handbook", is_guide="on")
    desk.publish(StandardPage, guide, title="Talking to families", slug="talking")
    principles = {
        "principles": [
            {
                "title": "Learning first",
                "text": "Ask before you judge.",
                "quoted": True,
                "source": {"act": "Invented handbook of principles", "place": "page 9"},
            },
            {"title": "Share what you learn", "text": "Tell the teams within a month."},
        ]
    }
    framework = {"title": "Our learning framework", "address": "https://board.example/framework.pdf", "date": "2024-06"}
    findings = {"title": "Findings from practice", "address": "https://findings.example/", "scope": "national"}
    section = desk.publish(
        PrinciplesPage,
        guide,
        title="What guides a review",
        slug="principles",
        principles=[("principles", principles)],
        body=[("documents", {"documents": [framework]}), ("concern_panel", None)],
        related_links=[("link", findings)],
        related_contacts=[("contact", lado.pk)],
    )
    desk.publish(StandardPage, guide, title="Afterwards", slug="afterwards")
    return section
