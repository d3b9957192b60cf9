"""One long page: cases that are always reviewed with their acts, purpose, process, principles, legislation."""

from lscb_site.models import Topic
from reviews.models import ReviewsIndexPage, StatutoryGuidance
from tests.publications import factories as make
from tests.reviews.forms import Desk

SHOWN = {
    "always carried out when, with its act": (
        "A review is always carried out when:",
        "a child dies in a place run by the state",
        "Invented Custody Act 1999, section 4",
    ),
    "may also": ("A review may also be carried out when:", "partners see something to learn"),
    "purpose": ("What it is for", "find out what would help next time"),
    "how it is carried out": (
        "Who leads",
        "Two reviewers from outside the county lead it.",
        "Rapid look",
        "within 15 working days",
        "They meet for a day and speak freely.",
        "They say how they want to be named.",
    ),
    "principles": ("What we hold to", "Nobody is surprised by what is written."),
    "from findings to action": ("From findings to action", "Each finding has an owner."),
    "legislation": ("Legislation", "Invented Partnership Act 2017, section 16", "https://law.example/2017"),
    "recently published local reviews": ("Recently published here", "Child Plover", "/publications/child-plover/"),
    "reviews of the national panel": ("Published nationally", "Infants across the country", "The national panel"),
    "relevant national reviews": ("National reviews", "A country-wide look at infants"),
    "guidance of the process": ("Working Together 2018, chapter 4",),
    "last-updated date": ("Last updated", "3 July 2026"),
    "topics": ("Infants",),
}


def published() -> None:
    """A local and a national review, both on the site."""
    make.released(make.publication(make.review("Child Plover")))
    national = make.review("Infants across the country", published_by="The national panel", review_type="national")
    make.released(make.publication(national))


def build(desk: Desk) -> ReviewsIndexPage:
    """The board's page on reviews."""
    published()
    edition = StatutoryGuidance.objects.get(year=2018)
    topic = Topic.objects.create(name="Infants", slug="infants")
    always = {
        "text": "a child dies in a place run by the state",
        "source": {"act": "Invented Custody Act 1999", "place": "section 4"},
    }
    criteria = {
        "heading": "When there is a review",
        "groups": [
            {"lead_in": "A review is always carried out when:", "points": [always]},
            {
                "lead_in": "A review may also be carried out when:",
                "points": [{"text": "partners see something to learn"}],
            },
        ],
    }
    process = {
        "heading": "How a review is carried out",
        "leader": "Two reviewers from outside the county lead it.",
        "steps": [
            {"title": "Rapid look", "when": "within 15 working days", "who": "The partners"},
            {"title": "Report", "text": "<p>It is short.</p>"},
        ],
        "professionals": "<p>They meet for a day and speak freely.</p>",
        "families": "<p>They say how they want to be named.</p>",
        "source": {"guidance": edition.pk},
    }
    law = {"name": "Invented Partnership Act 2017", "provision": "section 16", "address": "https://law.example/2017"}
    national = {
        "title": "A country-wide look at infants",
        "address": "https://nation.example/infants",
        "scope": "national",
    }
    return desk.publish(
        ReviewsIndexPage,
        title="Practice reviews",
        slug="practice-reviews",
        topics=[topic.pk],
        body=[
            ("criteria", criteria),
            ("purposes", {"heading": "What it is for", "purposes": ["find out what would help next time"]}),
            ("process", process),
            (
                "principles",
                {
                    "heading": "What we hold to",
                    "principles": [{"text": "Nobody is surprised by what is written."}],
                },
            ),
            ("heading", {"text": "From findings to action"}),
            ("text", "<p>Each finding has an owner.</p>"),
            ("reviews", {"heading": "Recently published here", "by": "own", "count": 5}),
            ("reviews", {"heading": "Published nationally", "by": "others", "review_type": "national"}),
            ("links", {"heading": "National reviews", "links": [national]}),
            ("legislation", {"heading": "Legislation", "laws": [law]}),
        ],
    )
