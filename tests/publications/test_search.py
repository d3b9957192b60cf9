"""The site's search: it finds what anybody may see, and takes whatever is typed."""

from urllib.parse import quote

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from lscb_site.models import Topic
from publications import actions
from publications.listing import State
from tests.publications import factories as make
from tests.publications.clock import at, set_clock
from tests.publications.states import NOW, in_state
from tests.publications.test_list import main
from tests.publications.test_topics import page_about

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
UNKNOWN = {State.DRAFT, State.SCHEDULED, State.SUSPENDED, State.WITHDRAWN}


def found(client: Client, words: str) -> str:
    return main(client, f"/search/?q={quote(words)}")


def titles(client: Client, words: str) -> list[str]:
    parts = found(client, words).split('app-links__link" href="')[1:]
    return [part.split(">")[1].split("<")[0] for part in parts]


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("words", ["quokka", "Child G", "overview"])
def test_reviews_by_state(client: Client, state: State, words: str) -> None:
    in_state(state)
    assert titles(client, words) == ([] if state in UNKNOWN else ["Child G"])


@pytest.mark.parametrize("state", State)
def test_the_title_of_a_document_is_found_only_while_it_is_shown(client: Client, state: State) -> None:
    in_state(state)
    shown = state in {State.PROTECTED, State.LISTED, State.ON_REQUEST}
    assert titles(client, "willow") == (["Child G"] if shown else [])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("quokka", ["Child G"]),
        ("QUOKKAS", ["Child G"]),
        ("quökka", ["Child G"]),
        ("\uff51\uff55\uff4f\uff4b\uff4b\uff41", ["Child G"]),
        ('"about a quokka"', ["Child G"]),
        ("quokka zebra", []),
        ("quokka OR zebra", ["Child G"]),
        ("quokka -willow", []),
        ("willow quokka", ["Child G"]),
    ],
)
def test_words(client: Client, words: str, expected: list[str]) -> None:
    in_state(State.PROTECTED)
    assert titles(client, words) == expected


def test_the_label_counts_most(client: Client) -> None:
    with at("2026-01-01 10:00"):
        for label in ("Child B", "Child A", "Child C"):
            make.released(make.publication(make.review(label)))
    set_clock(NOW)
    assert titles(client, "Child A")[0] == "Child A"


def test_topics_and_pages(client: Client) -> None:
    topic = Topic.objects.create(name="Neglect", synonyms=["Lack of care"])
    Topic.objects.create(name="Neglect of nobody")
    page_about(topic, "Spotting neglect early")
    assert titles(client, "neglect") == ["Neglect", "Spotting neglect early"]
    assert titles(client, "lack of care") == ["Neglect"]


@pytest.mark.parametrize("hidden", ["not live", "private"])
def test_pages_that_not_everybody_may_see(client: Client, hidden: str) -> None:
    page = page_about(Topic.objects.create(name="Neglect"), live=hidden != "not live")
    assert titles(client, "spotting") == ([] if hidden == "not live" else ["Spotting it early"])
    if hidden == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert titles(client, "spotting") == []


@pytest.mark.parametrize(
    "words",
    [
        *["", " ", "\x01\x02", "word " * 600, "x" * 100_000, "\N{GRINNING FACE}", "\N{RIGHT-TO-LEFT OVERRIDE}"],
        *["&|!<->()*:", '"', "' OR 1=1 --", "%", "\\", "-", "or", "the", "a:*", "<b>"],
    ],
)
def test_whatever_is_typed_gets_a_page(client: Client, words: str) -> None:
    in_state(State.PROTECTED)
    page_about(Topic.objects.create(name="Neglect"))
    text = found(client, words)
    assert "Search this site" in text
    assert "<b>" not in text


def test_a_nul_gets_a_page(client: Client) -> None:
    assert client.get("/search/?q=%00").status_code == 400


def test_nothing_found(client: Client) -> None:
    assert "Nothing found for “zebra”" in found(client, "zebra")
    assert "Nothing found" not in main(client, "/search/")


def test_pages_of_results(client: Client) -> None:
    set_clock(NOW)
    editor = make.editor()
    for number in range(11):
        actions.announce(make.publication(make.review(f"Quokka {number}")), state="under_way", by=editor)
    assert len(titles(client, "quokka")) == 10
    assert "11 results" in found(client, "quokka")
    assert "q=quokka&amp;page=2" in found(client, "quokka")


@pytest.mark.parametrize("count", [1, 3])
def test_queries(client: Client, django_assert_num_queries, count: int) -> None:
    set_clock(NOW)
    topic = Topic.objects.create(name="Neglect")
    for number in range(count):
        page_about(topic, f"Child {number}")
        make.released(make.publication(make.review())).review.topics.add(topic)
    client.get("/search/?q=child")
    with django_assert_num_queries(27):
        client.get("/search/?q=child")
