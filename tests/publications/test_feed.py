"""The feed of releases: an entry a release or correction of what is on the site, and nothing else."""

import xml.etree.ElementTree as ET
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from lscb_site.models import BoardSettings, Topic
from publications import actions, feed
from publications.listing import State
from tests.publications import factories as make
from tests.publications.clock import london, set_clock
from tests.publications.states import TITLE, in_state, leave_no_trace

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FEED = "/publications/feed.atom"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def read(client: Client) -> ET.Element:
    """The feed, which must be well-formed."""
    response = client.get(FEED)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(response.content)


def entries(client: Client) -> list[ET.Element]:
    return read(client).findall("a:entry", ATOM)


def words(element: ET.Element, name: str) -> str:
    return element.findtext(f"a:{name}", "", ATOM)


def links(entry: ET.Element) -> dict[str, dict[str, str]]:
    return {link.attrib["rel"]: dict(link.attrib) for link in entry.findall("a:link", ATOM)}


@pytest.mark.parametrize("state", State)
def test_only_what_is_on_the_site_is_in_it(client: Client, state: State) -> None:
    publication = in_state(state)
    found = entries(client)
    assert len(found) == int(state.serves_file)
    if not state.serves_file:
        said = client.get(FEED).text
        assert not [word for word in ("Child G", "child-g", "quokka", "court", TITLE) if word in said]
        return
    (entry,) = found
    release = publication.releases.get()
    assert words(entry, "id") == release.identifier.urn
    assert words(entry, "title") == f"Child G: {TITLE}"
    assert words(entry, "updated") == words(entry, "published") == release.at.isoformat()
    assert links(entry)["alternate"]["href"] == "http://localhost/publications/child-g/"
    file = links(entry)["enclosure"]
    assert file["href"] == f"http://localhost{publication.get_absolute_url()}"
    assert file["type"] == "application/pdf"
    assert file["length"] == str(publication.versions.get().size)
    assert "quokka" not in client.get(FEED).text


def test_a_correction_has_an_entry_of_its_own(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    make.signed_off(publication)
    actions.release(publication, by=make.editor(), correction="Table <5> was wrong & is right\x0b now.")
    later, first = entries(client)
    assert words(later, "title") == f"Child G: {TITLE} (corrected)"
    assert "Corrected on 3 July 2026. Table &lt;5&gt; was wrong &amp; is right now." in words(later, "summary")
    assert words(first, "title") == f"Child G: {TITLE}"
    assert "enclosure" in links(later)
    assert "enclosure" not in links(first), "the file that it told of is dark"
    assert {words(entry, "id") for entry in (later, first)} == {
        release.identifier.urn for release in publication.releases.all()
    }


def test_a_release_to_come_is_not_in_it_before_its_instant(client: Client) -> None:
    set_clock("2026-07-03 12:00")
    make.released(at=london("2026-07-04 10:00"))
    assert entries(client) == []
    set_clock("2026-07-04 10:00")
    (entry,) = entries(client)
    assert words(entry, "updated") == "2026-07-04T09:00:00+00:00"


def test_what_comes_back_has_its_old_identifier(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    before = words(entries(client)[0], "id")
    suspension = actions.suspend(publication, category="wrong_file", reason="x", by=make.editor())
    assert entries(client) == []
    actions.lift(suspension, by=make.approver())
    assert words(entries(client)[0], "id") == before


def test_no_trace_leaves_no_entry(client: Client) -> None:
    leave_no_trace(in_state(State.PROTECTED).review)
    assert entries(client) == []


def test_the_feed_says_whose_it_is(client: Client) -> None:
    board = BoardSettings.load()
    board.name, board.data_licence = "Anyshire\x08 Partnership", "A licence"
    board.save()
    publication = in_state(State.PROTECTED, published_by="Elsewhere Board")
    publication.review.topics.add(Topic.objects.create(name="Neglect", slug="neglect"))
    whole = read(client)
    assert words(whole, "id") == board.identifier.urn
    assert words(whole, "title") == "Reviews published by Anyshire Partnership"
    assert words(whole, "rights") == "A licence"
    assert links(whole)["self"]["href"] == "http://localhost/publications/feed.atom"
    (entry,) = entries(client)
    assert entry.findtext("a:author/a:name", "", ATOM) == "Elsewhere Board"
    assert [topic.attrib["term"] for topic in entry.findall("a:category", ATOM)] == ["Neglect"]


def test_the_newest_come_first_and_the_oldest_are_left_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "MOST_ENTRIES", 2)
    made: list[Any] = []
    for day in (1, 2, 3):
        set_clock(f"2026-07-0{day} 10:00")
        made.append(make.released())
    assert [words(entry, "id") for entry in entries(client)] == [
        each.releases.get().identifier.urn for each in (made[2], made[1])
    ]


def test_its_cost_is_the_same_for_any_number(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    set_clock("2026-07-03 12:00")
    make.released()
    client.get(FEED)
    with django_assert_num_queries(11):
        client.get(FEED)
    for _ in range(2):
        make.released(make.publication(make.released().review, kind="action_plan"))
    with django_assert_num_queries(11):
        client.get(FEED)


def test_an_unchanged_feed_is_not_sent_again_and_its_mark_tells_nothing_dark(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    mark = client.get(FEED).headers["ETag"]
    assert client.get(FEED, headers={"If-None-Match": mark}).status_code == 304
    assert "Last-Modified" not in client.get(FEED).headers
    make.publication()
    other = make.released(at=london("2026-08-01 10:00"))
    actions.suspend(other, category="wrong_file", reason="x", by=make.editor())
    assert client.get(FEED).headers["ETag"] == mark
    actions.suspend(publication, category="wrong_file", reason="x", by=make.editor())
    assert client.get(FEED, headers={"If-None-Match": mark}).status_code == 200
    assert client.head(FEED).content == b""
