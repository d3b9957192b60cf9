"""The records in the sitemap: which, and since when unchanged."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from publications import actions
from publications.listing import State
from tests.publications import factories as make
from tests.publications.clock import set_clock
from tests.publications.states import in_state, leave_no_trace

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
RECORD = "<loc>http://localhost/publications/child-g/</loc>"
CHANGED = {
    State.PROTECTED: "2025-07-03",
    State.LISTED: "2025-07-02",
    State.ON_REQUEST: "2026-07-02",
    State.UNDER_WAY: "2026-05-01",
    State.DELAYED: "2026-05-01",
    State.NOT_PUBLISHED: "2026-05-01",
    State.PUBLISHED_ELSEWHERE: "2026-05-01",
}


@pytest.mark.parametrize("state", State)
def test_which_records_are_listed_and_since_when_they_stand(client: Client, state: State) -> None:
    in_state(state)
    text = client.get("/sitemap.xml").text
    assert (RECORD in text) is (state in CHANGED)
    if state in CHANGED:
        assert f"{RECORD}<lastmod>{CHANGED[state]}</lastmod>" in text
    assert ".pdf" not in text


def test_what_is_dark_beside_it_does_not_move_the_day(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    set_clock("2026-07-04 10:00")
    other = make.released(make.publication(publication.review, kind="action_plan"))
    assert f"{RECORD}<lastmod>2026-07-04</lastmod>" in client.get("/sitemap.xml").text
    set_clock("2026-07-05 10:00")
    actions.suspend(other, category="wrong_file", reason="x", by=make.editor())
    make.signed_off(publication)
    assert f"{RECORD}<lastmod>2025-07-03</lastmod>" in client.get("/sitemap.xml").text


def test_a_year_alone_is_no_day(client: Client) -> None:
    set_clock("2026-07-03 12:00")
    review = make.review("Child G", slug="child-g")
    make.released(make.publication(review, first_public="2026", first_public_source="Minutes"))
    assert f"{RECORD}<lastmod>2026-07-03</lastmod>" in client.get("/sitemap.xml").text


def test_no_trace_is_not_in_it(client: Client) -> None:
    leave_no_trace(in_state(State.PROTECTED).review)
    assert RECORD not in client.get("/sitemap.xml").text


def test_its_cost_is_the_same_for_any_number(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    set_clock("2026-07-03 12:00")
    make.released()
    client.get("/sitemap.xml")
    with django_assert_num_queries(12):
        client.get("/sitemap.xml")
    for _ in range(2):
        make.released()
    with django_assert_num_queries(12):
        client.get("/sitemap.xml")
