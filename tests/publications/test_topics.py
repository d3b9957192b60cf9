"""The A to Z of topics, and the page of each: only what anybody may see counts."""

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction, Site

from lscb_site.models import StandardPage, Topic
from publications.listing import SERVED, State
from tests.publications import factories as make
from tests.publications.clock import set_clock
from tests.publications.states import NOW, in_state
from tests.publications.test_list import main

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DARK = {State.DRAFT, State.SCHEDULED, State.SUSPENDED, State.WITHDRAWN}
NEGLECT = "/topics/neglect/"


def page_about(topic: Topic, title: str = "Spotting it early", *, live: bool = True) -> Page:
    """A page of the site on this topic."""
    page = Site.objects.get().root_page.add_child(instance=StandardPage(title=title, live=live))
    page.topics.add(topic)
    page.save()
    return page


@pytest.mark.parametrize("state", State)
def test_a_topic_is_there_when_a_review_on_it_is_public(client: Client, state: State) -> None:
    in_state(state).review.topics.add(Topic.objects.create(name="Neglect"))
    assert (NEGLECT in main(client, "/topics/")) is (state not in DARK)
    response = client.get(NEGLECT)
    assert response.status_code == (404 if state in DARK else 200)
    assert ("Child G" in response.content.decode()) is (state not in DARK)
    assert (".pdf" in response.content.decode()) is (state in SERVED)


def test_an_unused_topic_answers_like_none(client: Client) -> None:
    Topic.objects.create(name="Neglect")
    unused, nothing = client.get(NEGLECT), client.get("/topics/nothing/")
    assert unused.status_code == nothing.status_code == 404
    assert unused.content == nothing.content


def test_nothing_there(client: Client) -> None:
    assert "No review or page has a topic yet" in main(client, "/topics/")


def test_pages_and_reviews_are_gathered(client: Client) -> None:
    topic = Topic.objects.create(name="Neglect", description="When care is missing.")
    in_state(State.PROTECTED).review.topics.add(topic)
    page_about(topic)
    text = main(client, NEGLECT)
    assert "When care is missing." in text
    assert "Child G" in text
    assert "Spotting it early" in text


@pytest.mark.parametrize("hidden", ["not live", "private", "below a private one"])
def test_pages_that_not_everybody_may_see_do_not_count(client: Client, hidden: str) -> None:
    topic = Topic.objects.create(name="Neglect")
    page = page_about(topic, live=hidden != "not live")
    if hidden == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    if hidden == "below a private one":
        PageViewRestriction.objects.create(page=Site.objects.get().root_page, restriction_type="login")
    assert client.get(NEGLECT).status_code == 404
    assert "Neglect" not in main(client, "/topics/")


def test_letters_and_other_words(client: Client) -> None:
    for name, synonyms in [("Neglect", ["Lack of care"]), ("éducation", []), ("16 and over", [])]:
        page_about(Topic.objects.create(name=name, slug=f"t{len(name)}", synonyms=synonyms), name)
    text = main(client, "/topics/")
    letters = [part.split("</h2>")[0].split(">")[-1] for part in text.split("<h2")[1:]]
    assert letters == ["0 to 9", "E", "L", "N"]
    assert "Lack of care: see" in text


@pytest.mark.parametrize("count", [1, 3])
def test_queries(client: Client, django_assert_num_queries, count: int) -> None:
    topic = Topic.objects.create(name="Neglect")
    set_clock(NOW)
    for number in range(count):
        page_about(topic, f"Page {number}")
        make.released(make.publication(make.review())).review.topics.add(topic)
        Topic.objects.create(name=f"T{number}")
    for address, queries in [("/topics/", 7), (NEGLECT, 18)]:
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)
