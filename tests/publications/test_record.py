"""The record page: permanent, and no more on it than may be known."""

import pytest
from django.test import Client

from lscb_site.models import BoardSettings, Topic
from publications import actions
from publications.listing import State
from publications.models import FormerSlug
from tests.publications import factories as make
from tests.publications.clock import at, london, set_clock
from tests.publications.states import ELSEWHERE, NOW, REASON, TITLE, in_state, leave_no_trace
from tests.publications.test_list import STATUS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
RECORD = "/publications/child-g/"
UNKNOWN = {State.DRAFT, State.SCHEDULED}
DARK = {State.SUSPENDED, State.WITHDRAWN}


def page(client: Client, address: str = RECORD) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("state", State)
def test_what_is_shown_in_each_state(client: Client, state: State) -> None:
    publication = in_state(state)
    if state in UNKNOWN:
        assert client.get(RECORD).status_code == 404
        return
    text = page(client)
    named = state not in DARK
    assert STATUS[state].split(":")[0] in text
    assert "Overview report" in text
    assert ("Child G" in text) is named
    assert ("quokka" in text) is named
    assert (publication.get_absolute_url() in text) is state.serves_file
    assert (TITLE in text) is (state.serves_file or state is State.ON_REQUEST)
    assert (REASON in text) is (state in {State.DELAYED, State.NOT_PUBLISHED})
    assert (ELSEWHERE in text) is (state is State.PUBLISHED_ELSEWHERE)
    assert ("Publication history" in text) is named
    assert "secret" not in text
    assert "court" not in text.lower()
    assert text.count("<h1") == 1
    assert "noarchive" in text
    assert "Report identifying information" in text


@pytest.mark.parametrize("state", sorted(UNKNOWN))
def test_before_release_as_if_it_never_existed(client: Client, state: State) -> None:
    in_state(state)
    dark, nothing = client.get(RECORD), client.get("/publications/child-q/")
    assert dark.status_code == nothing.status_code == 404
    assert dark.content == nothing.content
    assert dict(dark.headers) == dict(nothing.headers)


def test_the_second_before_and_the_instant_of_release(client: Client) -> None:
    set_clock("2026-07-03 09:00")
    make.released(make.publication(make.review("Child G")), at=london("2026-07-03 10:00"))
    set_clock(london("2026-07-03 09:59").replace(second=59))
    assert client.get(RECORD).status_code == 404
    set_clock("2026-07-03 10:00")
    assert client.get(RECORD).status_code == 200


def test_the_last_second_on_the_list(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    actions.decide(publication, by=make.editor(), policy="move")
    set_clock(london("2026-07-03 23:59").replace(second=59))
    assert "On this site until at least 3 July 2026" in page(client)
    set_clock("2026-07-04 00:00")
    text = page(client)
    assert "4 July 2026</span>" in text
    assert "moved to available on request" in text


def test_on_request_says_whom_to_ask(client: Client) -> None:
    in_state(State.ON_REQUEST)
    settings = BoardSettings.load()
    settings.phone, settings.email, settings.address = "01632 960100", "us@example.org", "1 High Street\nAnytown"
    settings.save()
    text = page(client).split("<footer")[0]
    assert 'href="tel:01632960100"' in text
    assert 'href="mailto:us@example.org"' in text
    assert "1 High Street" in text


def test_a_suspended_review_has_neither_label_nor_summary_nor_topics(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    publication.review.topics.add(Topic.objects.create(name="Neglect"))
    make.released(make.publication(publication.review, kind="learning_briefing"))
    assert "Neglect" in page(client)
    suspension = actions.suspend(publication.review, category="identification", reason="x", by=make.editor())
    told_while_suspended = page(client)
    actions.confirm(suspension, by=make.approver())
    for text in (told_while_suspended, page(client)):
        assert not [
            word for word in ("Child G", "quokka", "Neglect", "2025", ".pdf", "dentification error") if word in text
        ]
        assert "Overview report" in text
        assert "Learning briefing" in text


def test_one_dark_document_leaves_the_others(client: Client) -> None:
    publication = in_state(State.WITHDRAWN)
    make.released(make.publication(publication.review, kind="learning_briefing", title="What we learned"))
    text = page(client)
    assert "Child G" in text
    assert "What we learned" in text
    assert TITLE not in text
    history = text.split("Publication history")[1].split("</ul>")[0]
    assert "Overview report" not in history


def test_a_correction_is_told(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    make.signed_off(publication, text="corrected")
    actions.release(publication, at=london("2026-07-03 13:00"), by=make.editor(), correction="A <date> was wrong.")
    assert "Corrected on" not in page(client)
    set_clock("2026-07-03 13:00")
    text = page(client)
    assert "Corrected on 3 July 2026" in text
    assert "A &lt;date&gt; was wrong." in text


def test_dates_have_their_precision_and_source(client: Client) -> None:
    set_clock(NOW)
    review = make.review("Child G", commissioned_on="2010", completed_on="2012-06-14")
    make.released(make.publication(review, first_public="2012-11", first_public_source="The board's minutes"))
    text = page(client)
    assert "First published November 2012 (source: The board&#39;s minutes)" in text
    assert "14 June 2012" in text
    assert "2010" in text


def test_history_tells_of_a_pause_but_not_why(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    suspension = actions.suspend(publication, category="court_order", reason="A secret reason", by=make.editor())
    set_clock("2026-07-05 10:00")
    actions.lift(suspension, by=make.approver())
    history = page(client).split("Publication history")[1].split("</ul>")[0]
    assert [words in history for words in ("published on this site", "taken off the site", "put back")] == [True] * 3
    assert "5 July 2026" in history
    assert "court" not in history.lower()


def test_another_body_is_named(client: Client) -> None:
    in_state(State.PROTECTED, published_by="Othershire Board")
    assert "Othershire Board" in page(client)


def test_everything_is_escaped(client: Client) -> None:
    in_state(State.PROTECTED, label="Child <i>G</i>", summary="<script>alert(1)</script>")
    text = page(client)
    assert "<script>alert" not in text
    assert "<i>G" not in text


def test_an_address_that_is_none_of_the_web_is_no_link(client: Client) -> None:
    publication = make.publication(make.review("Child G"))
    with at("2026-05-01 10:00"):
        actions.announce(publication, state="published_elsewhere", by=make.editor(), address="javascript:alert(1)")
    assert "javascript:" not in page(client)


def test_a_former_slug_leads_on_for_ever(client: Client) -> None:
    publication = in_state(State.ON_REQUEST)
    FormerSlug.objects.create(review=publication.review, slug="child-old")
    response = client.get("/publications/child-old/")
    assert (response.status_code, response.headers["Location"]) == (301, RECORD)


def test_a_former_slug_of_a_review_nobody_knows_is_not_there(client: Client) -> None:
    publication = in_state(State.DRAFT)
    FormerSlug.objects.create(review=publication.review, slug="child-old")
    assert client.get("/publications/child-old/").status_code == 404


def test_no_trace_is_not_there_nor_its_former_slug(client: Client) -> None:
    publication = in_state(State.UNDER_WAY)
    FormerSlug.objects.create(review=publication.review, slug="child-old")
    leave_no_trace(publication.review)
    assert client.get(RECORD).status_code == client.get("/publications/child-old/").status_code == 404


@pytest.mark.parametrize("state", [State.PROTECTED, State.UNDER_WAY, State.WITHDRAWN])
def test_sitemap(client: Client, state: State) -> None:
    in_state(state)
    text = client.get("/sitemap.xml").content.decode()
    assert (RECORD in text) is (state is not State.WITHDRAWN)
    assert ".pdf" not in text


@pytest.mark.parametrize("count", [1, 3])
def test_queries(client: Client, django_assert_num_queries, count: int) -> None:
    set_clock("2026-01-01 10:00")
    review = make.review("Child G")
    for _ in range(count):
        make.released(make.publication(review))
    client.get(RECORD)
    with django_assert_num_queries(11):
        client.get(RECORD)
