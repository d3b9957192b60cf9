"""Learning briefings of reviews on the page of all briefings: those on the site at this instant, and no others."""

import pytest
from django.test import Client

from lscb_site.models import BriefingsPage, HomePage, Topic
from publications import actions
from publications.listing import SERVED, State
from publications.models import Publication
from publications.terms import DocumentKind
from tests.publications import factories as make
from tests.publications.clock import set_clock
from tests.publications.states import NOW, TITLE, in_state, leave_no_trace

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def address() -> str:
    page = BriefingsPage(title="Briefings")
    HomePage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return str(page.url)


@pytest.mark.parametrize("state", State)
def test_in_each_state(client: Client, address: str, state: State) -> None:
    publication = in_state(state)
    Publication.objects.filter(pk=publication.pk).update(kind=DocumentKind.LEARNING_BRIEFING)
    publication.review.topics.add(Topic.objects.create(name="Neglect"))
    text = client.get(address).text
    for words in (f"Child G: {TITLE}", publication.get_absolute_url(), "Neglect", "(PDF, "):
        assert (words in text) is (state in SERVED)


def test_other_documents_of_the_review_are_not_listed(client: Client, address: str) -> None:
    set_clock(NOW)
    review = make.review("Child G")
    make.released(make.publication(review, title="The whole report"))
    make.released(make.publication(review, kind=DocumentKind.LEARNING_BRIEFING))
    text = client.get(address).text
    assert "Child G: Learning briefing" in text
    assert "The whole report" not in text


def test_nothing_of_a_suspended_or_traceless_review(client: Client, address: str) -> None:
    set_clock(NOW)
    released = make.released(make.publication(make.review("Child G"), kind=DocumentKind.LEARNING_BRIEFING))
    suspension = actions.suspend(released.review, category="identification", reason="x", by=make.editor())
    assert "Child G" not in client.get(address).text
    actions.lift(suspension, by=make.approver())
    assert "Child G" in client.get(address).text
    leave_no_trace(released.review)
    assert "Child G" not in client.get(address).text
