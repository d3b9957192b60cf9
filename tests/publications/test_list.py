"""The public list: what it shows of each state, and how it is narrowed down."""

import pytest
from django.test import Client

from lscb_site.models import BoardSettings, Topic
from publications import actions
from publications.listing import State
from tests.publications import factories as make
from tests.publications.clock import at, london, set_clock
from tests.publications.states import ELSEWHERE, NOW, REASON, TITLE, in_state, leave_no_trace

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LIST = "/publications/"
UNKNOWN = {State.DRAFT, State.SCHEDULED}
DARK = {State.SUSPENDED, State.WITHDRAWN}
STATUS = {
    State.PROTECTED: "On this site until at least 3 July 2026",
    State.LISTED: "On this site since 2 July 2025",
    State.ON_REQUEST: "Available on request",
    State.SUSPENDED: "Not available at present",
    State.WITHDRAWN: "Withdrawn",
    State.UNDER_WAY: "Under way",
    State.DELAYED: f"Delayed: {REASON}",
    State.NOT_PUBLISHED: f"Not published: {REASON}",
    State.PUBLISHED_ELSEWHERE: "Published elsewhere",
}


def main(client: Client, address: str = LIST) -> str:
    """The text of the page's own part, without header and footer."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode().split("<main")[1].split("</main>")[0]


def table(client: Client, address: str = LIST) -> str:
    """The rows of the list, without its filters."""
    return main(client, address).partition("<table")[2]


@pytest.mark.parametrize("state", State)
def test_what_is_shown_in_each_state(client: Client, state: State) -> None:
    publication = in_state(state)
    text = main(client)
    known = state not in UNKNOWN
    named = known and state not in DARK
    assert (STATUS.get(state, "Overview report") in text) is known
    assert ("Child G" in text) is named
    assert ("child-g" in text) is named
    assert (publication.get_absolute_url() in text) is state.serves_file
    assert (TITLE in text) is (state.serves_file or state is State.ON_REQUEST)
    assert (ELSEWHERE in text) is (state is State.PUBLISHED_ELSEWHERE)
    assert "secret" not in text
    assert "court" not in text.lower()


def test_an_announcement_shows_while_a_release_is_scheduled(client: Client) -> None:
    publication = in_state(State.SCHEDULED)
    actions.announce(publication, state="under_way", by=make.editor())
    text = main(client)
    assert "Under way" in text
    assert TITLE not in text
    assert ".pdf" not in text


def test_the_second_before_and_the_instant_of_release(client: Client) -> None:
    set_clock("2026-07-03 09:00")
    make.released(make.publication(make.review("Child G")), at=london("2026-07-03 10:00"))
    set_clock(london("2026-07-03 09:59").replace(second=59))
    assert "Child G" not in main(client)
    set_clock("2026-07-03 10:00")
    assert "Child G" in main(client)


def test_the_last_second_on_the_list(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    actions.decide(publication, by=make.editor(), policy="move")
    set_clock(london("2026-07-03 23:59").replace(second=59))
    assert publication.get_absolute_url() in main(client)
    set_clock("2026-07-04 00:00")
    text = main(client)
    assert publication.get_absolute_url() not in text
    assert "Available on request" in text


def test_only_the_documents_that_may_be_named_are(client: Client) -> None:
    publication = in_state(State.SUSPENDED)
    make.released(make.publication(publication.review, kind="learning_briefing", title="What we learned"))
    text = main(client)
    assert "Child G" in text
    assert "What we learned" in text
    assert TITLE not in text
    assert "Not available at present" in text


def test_a_suspended_review_has_no_name(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    make.released(make.publication(publication.review, kind="learning_briefing"))
    actions.suspend(publication.review, category="identification", reason="x", by=make.editor())
    text = main(client)
    assert "Child G" not in text
    assert "A review that is not available" in text
    assert "2025" not in table(client)


def test_nothing_there(client: Client) -> None:
    text = main(client)
    assert "No reviews have been published or announced yet" in text
    assert "<table" not in text


def test_nothing_found(client: Client) -> None:
    in_state(State.PROTECTED)
    text = main(client, LIST + "?q=zebra")
    assert "No review fits all of this" in text
    assert "<table" not in text
    assert f'href="{LIST}"' in text


def test_own_reviews_are_told_from_others(client: Client) -> None:
    in_state(State.PROTECTED)
    with at("2026-01-01 10:00"):
        make.released(make.publication(make.review("Child X", published_by="Othershire Board")))
    own, others = table(client).split("<table")
    assert "Child G" in own
    assert "Child X" not in own
    assert "Reviews published by other bodies" in others
    assert "Published by Othershire Board" in others


def test_the_newest_first(client: Client) -> None:
    for label, day in [
        ("Child B", "2025-02-01 10:00"),
        ("Child A", "2025-03-01 10:00"),
        ("Child C", "2025-01-01 10:00"),
    ]:
        with at(day):
            make.released(make.publication(make.review(label)))
    set_clock(NOW)
    text = table(client)
    places = [text.index(label) for label in ("Child A", "Child B", "Child C")]
    assert places == sorted(places)


def test_an_old_report_keeps_its_date_with_its_precision(client: Client) -> None:
    set_clock(NOW)
    first = {"first_public": "2012-11", "first_public_source": "Minutes"}
    make.released(make.publication(make.review("Child G"), **first))
    assert "November 2012" in table(client)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=quokka", True),
        ("q=QUOKK%C3%81", True),
        ("q=child+willow", True),
        ("q=zebra", False),
        ("q=the+zebra", False),
        ("state=on_site", True),
        ("state=on_request", True),
        ("topic=neglect", True),
        ("year=2025", True),
        ("year=2025&q=quokka&topic=neglect&state=on_site", True),
        ("year=2025&q=zebra&topic=neglect", False),
        ("type=Local+child+safeguarding+practice+review", True),
        ("state=nonsense&year=1&topic=%27&type=%3Cb%3E&page=x", True),
        ("q=" + "x" * 3000, False),
    ],
)
def test_filters(client: Client, query: str, found: bool) -> None:
    publication = in_state(State.PROTECTED)
    publication.review.topics.add(Topic.objects.create(name="Neglect"))
    assert ("Child G" in table(client, f"{LIST}?{query}")) is found


@pytest.mark.parametrize(
    "query", ["q=quokka", "q=child", "q=willow", "topic=neglect", "year=2025", "state=on_site", "state=other"]
)
@pytest.mark.parametrize("state", [State.SCHEDULED, State.SUSPENDED, State.WITHDRAWN])
def test_no_filter_finds_what_is_dark(client: Client, state: State, query: str) -> None:
    publication = in_state(state)
    publication.review.topics.add(Topic.objects.create(name="Neglect"))
    text = main(client, f"{LIST}?{query}")
    assert "Child G" not in text
    assert "Neglect" not in text
    if query.startswith("q="):
        assert "<table" not in text
    assert "2025" not in text.replace("year=2025", "")


def test_filters_can_be_cleared(client: Client) -> None:
    in_state(State.PROTECTED)
    assert "Clear all" not in main(client)
    assert "Clear all" in main(client, LIST + "?q=quokka")


def test_what_is_typed_is_escaped(client: Client) -> None:
    in_state(State.PROTECTED, label="Child <b>G</b>", slug="child-g")
    text = main(client, LIST + "?q=%3Cscript%3E&page=2")
    assert "<script>" not in text
    assert "Child &lt;b&gt;G" in main(client)


def test_pages(client: Client) -> None:
    with at("2026-01-01 10:00"):
        editor = make.editor()
        for number in range(26):
            of = make.publication(make.review(f"Child {number:03}"))
            actions.announce(of, state="under_way", by=editor)
    set_clock(NOW)
    assert table(client).count("<tbody") == 25
    assert table(client, LIST + "?page=2&q=child").count("<tbody") == 1
    assert "q=child&amp;page=1" in main(client, LIST + "?page=2&q=child")
    assert table(client, LIST + "?page=99").count("<tbody") == 1


def test_introduction_and_name_of_the_section(client: Client) -> None:
    settings = BoardSettings.load()
    settings.publications_introduction = "All of them.\n\nAsk <us>."
    settings.kind = "board"
    settings.save()
    in_state(State.PROTECTED)
    text = main(client)
    assert "All of them.</p>" in text
    assert "Ask &lt;us&gt;." in text
    assert "Reviews by this board" in text


@pytest.mark.parametrize("count", [1, 3])
def test_queries(client: Client, django_assert_num_queries, count: int) -> None:
    for number in range(count):
        with at("2026-01-01 10:00"):
            make.released(make.publication(make.review(f"Child {number}")))
    set_clock(NOW)
    client.get(LIST)
    with django_assert_num_queries(15):
        client.get(LIST)


def test_no_trace_is_not_there(client: Client) -> None:
    publication = in_state(State.UNDER_WAY)
    leave_no_trace(publication.review)
    assert "<table" not in main(client)
