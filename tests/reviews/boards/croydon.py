"""One page: purposes under a named edition, the publication rule, the duty's history, links, officers by role."""

from reviews.models import ReviewsIndexPage, StatutoryGuidance
from tests.lscb_site.samples import contact
from tests.publications import factories as make
from tests.reviews.forms import Desk

SHOWN = {
    "purposes under a named edition": (
        "These reviews help us to:",
        "act on what we learn",
        "Working Together 2015, chapter 4",
    ),
    "the publication rule explained": ("How long reports stay here", "Nobody can take one down early."),
    "a single report to download": (
        "Child Tern: Overview report",
        "/publications/child-tern/overview-report.pdf",
        "On this site until",
    ),
    "history of the duty": ("How this duty came about", "First there were local habits.", "Then came a law."),
    "national briefings": ("Briefings from around the country", "What the country learned in a year"),
    "useful links": ("Useful links", "https://helpline.example/", "Somebody to talk to, day and night."),
    "officers by role and name": ("Who does what", "Independent Chair", "Robin Vale", "Business Manager", "Kit Moor"),
    "what the page stands on": ("Guidance and law behind this page", "Invented Act 2004, section 14"),
}


def build(desk: Desk) -> ReviewsIndexPage:
    """The board's page on reviews."""
    contact("Independent Chair", name="Robin Vale", audience="board")
    contact("Business Manager", name="Kit Moor", audience="board")
    edition = StatutoryGuidance.objects.get(year=2015)
    purposes = {
        "heading": "What reviews are for",
        "lead_in": "These reviews help us to:",
        "purposes": ["learn together", "act on what we learn"],
        "source": {"guidance": edition.pk},
    }
    history = [
        {"heading": "Before the law", "text": "<p>First there were local habits.</p>"},
        {"heading": "Since the law", "text": "<p>Then came a law.</p>"},
    ]
    briefings = [
        {"title": "What the country learned in a year", "address": "https://nation.example/", "scope": "national"}
    ]
    useful = [
        {
            "title": "Helpline",
            "address": "https://helpline.example/",
            "sentence": "Somebody to talk to, day and night.",
        }
    ]
    return desk.publish(
        ReviewsIndexPage,
        title="Reviews of cases",
        slug="reviews-of-cases",
        statutory_basis=[("basis", {"act": "Invented Act 2004", "place": "section 14", "applies_to": "Publication"})],
        body=[
            ("purposes", purposes),
            ("heading", {"text": "How long reports stay here"}),
            ("text", "<p>A report stays for at least a year. Nobody can take one down early.</p>"),
            ("publication", {"publication": make.released(make.publication(make.review("Child Tern"))).pk}),
            ("accordion", {"heading": "How this duty came about", "parts": history}),
            ("links", {"heading": "Briefings from around the country", "links": briefings}),
            ("links", {"heading": "Useful links", "links": useful}),
            ("contacts_by_role", {"heading": "Who does what", "audience": "board"}),
        ],
    )
