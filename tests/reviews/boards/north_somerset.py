"""One page: a main condition with additional ones, purposes, documents, quick links, partners' logos."""

from lscb_site.models import QuickLink
from publications.models import Review
from reviews.models import ReviewsIndexPage
from tests.lscb_site.samples import document, partner
from tests.publications import factories as make
from tests.reviews.forms import Desk

SHOWN = {
    "main condition": ("We look again at a case when both are so:", "a child has died", "neglect is suspected"),
    "additional points": ("Additionally, where:", "a worker raised a concern that was not heard"),
    "purposes": ("A look back is there to:", "see what worked", "agree what changes"),
    "procedures document": ("Our procedures", "Procedures group, March 2025"),
    "framework that is being revised": ("Learning framework", "It is being revised."),
    "quick links": ("Quick links", "Training dates", "https://training.example/"),
    "partners with logos": ("Coastshire Council", 'alt="The logo of Coastshire Council"'),
    "copyright line": ("© 2026",),
    "a review with its report and summary side by side": (
        "Child Heron",
        "What we learned from nobody asking twice.",
        "/publications/child-heron/overview-report.pdf",
        "/publications/child-heron/executive-summary.pdf",
    ),
    "a summary known to the month": ("First published November 2012",),
    "a regional report of another body": ("Looking at the whole coast", "Coast Regional Group"),
}


def our_review() -> Review:
    """One of the board's own, and one of another body beside it."""
    heron = make.review("Child Heron", slug="child-heron", summary="What we learned from nobody asking twice.")
    make.released(make.publication(heron))
    summary = {"kind": "executive_summary", "first_public": "2012-11", "first_public_source": "Minutes"}
    make.released(make.publication(heron, **summary))
    regional = make.review("Looking at the whole coast", published_by="Coast Regional Group", review_type="thematic")
    make.released(make.publication(regional))
    return heron


def build(desk: Desk) -> ReviewsIndexPage:
    """The board's page on reviews."""
    QuickLink.objects.create(title="Training dates", address="https://training.example/", group="Quick links")
    partner("Coastshire Council", logo_alt="The logo of Coastshire Council")
    criteria = {
        "heading": "When we look again at a case",
        "groups": [
            {
                "lead_in": "We look again at a case when both are so:",
                "points": [{"text": "a child has died"}, {"text": "neglect is suspected"}],
            },
            {
                "lead_in": "Additionally, where:",
                "points": [{"text": "a worker raised a concern that was not heard"}],
            },
        ],
    }
    purposes = {
        "heading": "Why we do it",
        "lead_in": "A look back is there to:",
        "purposes": ["see what worked", "agree what changes"],
    }
    documents = [
        {
            "title": "Our procedures",
            "address": "https://procedures.example/all.pdf",
            "issuing_body": "Procedures group",
            "date": "March 2025",
        },
        {"document": document("Learning framework").pk, "note": "It is being revised."},
    ]
    return desk.publish(
        ReviewsIndexPage,
        title="Looking again at cases",
        slug="looking-again",
        body=[
            ("review", {"review": our_review().pk}),
            ("reviews", {"heading": "From the region", "by": "others"}),
            ("criteria", criteria),
            ("purposes", purposes),
            ("documents", {"heading": "Documents", "documents": documents}),
            ("quick_links", {"heading": "Quick links", "group": "Quick links"}),
            ("partners", {"heading": "Who we are"}),
        ],
    )
