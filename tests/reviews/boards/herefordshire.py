"""A page that moved from one regime's term to the next, a second kind of review, a notice, briefings by topic."""

from lscb_site.models import BriefingPage, Topic
from reviews.models import ProcessPage, ReviewsIndexPage, StatutoryGuidance
from tests.lscb_site.samples import document
from tests.reviews.forms import Desk

OLD_ADDRESS = "/serious-case-reviews/"
SHOWN = {
    "skip link": ("Skip to main content",),
    "the new term": ("Local child safeguarding practice reviews", "Working Together 2023, chapter 5"),
    "purpose with its caveat": ("What a review is for", "It does not:", "hold anybody to account"),
    "a second kind of review": ("Partnership learning reviews", "A shorter look, which no law asks for."),
    "briefings by topic": ("Seven minutes on neglect", "Seven minutes on bruising"),
    "national collection": ("The national collection", "https://collection.example/"),
}
ON_THE_SECOND_KIND = ("Our guidance is being updated", "The new text comes in August.", "Learning review process")


def build(desk: Desk) -> ReviewsIndexPage:
    """The section, first under the old term, then under the new one."""
    section = under_the_old_term(desk)
    second_kind(desk, section)
    briefings(desk, section)
    return under_the_new_term(desk, section)


def under_the_old_term(desk: Desk) -> ReviewsIndexPage:
    """The section as it was before the law changed."""
    return desk.publish(ReviewsIndexPage, title="Serious case reviews", slug=OLD_ADDRESS.strip("/"))


def under_the_new_term(desk: Desk, section: ReviewsIndexPage) -> ReviewsIndexPage:
    """The section with its new name, address, basis and purpose."""
    edition = StatutoryGuidance.objects.get(year=2023)
    purpose = {
        "heading": "What a review is for",
        "purposes": ["learn"],
        "caveat_lead_in": "It does not:",
        "caveats": ["hold anybody to account"],
    }
    return desk.revise(
        section,
        title="Local child safeguarding practice reviews",
        slug="local-practice-reviews",
        statutory_basis=[("basis", {"guidance": edition.pk})],
        body=[("purposes", purpose)],
        related_links=[("link", {"title": "The national collection", "address": "https://collection.example/"})],
    )


def second_kind(desk: Desk, section: ReviewsIndexPage) -> ProcessPage:
    """A kind of review that no law asks for, with its process document and a passing notice."""
    notice = {
        "title": "Our guidance is being updated",
        "text": "<p>The new text comes in August.</p>",
        "last_day": "2026-07-31",
    }
    process = {"documents": [{"title": "Learning review process", "document": document("Process").pk}]}
    return desk.publish(
        ProcessPage,
        section,
        title="Partnership learning reviews",
        slug="learning-reviews",
        introduction="A shorter look, which no law asks for.",
        notices=[("notice", notice)],
        process=[("process", process)],
    )


def briefings(desk: Desk, section: ReviewsIndexPage) -> None:
    """Seven-minute briefings, each on a topic."""
    for subject in ("neglect", "bruising"):
        topic = Topic.objects.create(name=subject.capitalize(), slug=subject)
        desk.publish(
            BriefingPage,
            section,
            title=f"Seven minutes on {subject}",
            slug=f"seven-minutes-{subject}",
            topics=[topic.pk],
            body=[("text", "<p>Read it with your team.</p>")],
        )
