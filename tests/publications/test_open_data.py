"""The list as JSON and CSV: what is told of each state, in what words, at what cost."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from lscb_site.models import BoardSettings, Topic
from publications import actions, lots, open_data
from publications.listing import State
from publications.models import Publication, Review
from tests.publications import factories as make
from tests.publications.clock import set_clock
from tests.publications.states import ELSEWHERE, REASON, TITLE, in_state, leave_no_trace

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DOCS = Path(__file__).resolve().parents[2] / "docs/open-data.md"
UNKNOWN = {State.DRAFT, State.SCHEDULED}
DARK = {State.SUSPENDED, State.WITHDRAWN}


def text(client: Client, address: str) -> str:
    """The whole of an answer."""
    response = client.get(address)
    assert response.status_code == 200
    return b"".join(response.streaming_content).decode("utf-8-sig")


def as_json(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text(client, "/publications.json"))
    return found


def as_rows(client: Client) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text(client, "/publications.csv"), newline="")))


def only(client: Client) -> tuple[dict[str, Any], dict[str, Any]]:
    """The only review, and its only document."""
    (review,) = as_json(client)["reviews"]
    (document,) = review["documents"]
    return review, document


@pytest.mark.parametrize("state", State)
def test_what_is_told_of_each_state(client: Client, state: State) -> None:
    publication = in_state(state)
    if state in UNKNOWN:
        assert as_json(client)["reviews"] == []
        assert as_rows(client) == []
        return
    review, document = only(client)
    named = state not in DARK
    assert review["id"] == publication.review.identifier.urn
    assert review["label"] == ("Child G" if named else None)
    assert review["address"] == ("http://localhost/publications/child-g/" if named else None)
    assert review["summary"] == ("About a quokka." if named else None)
    assert (review["type"], review["topics"]) == ("lcspr" if named else None, [])
    assert (document["id"], document["state"]) == (publication.identifier.urn, state.value)
    assert document["title"] == (TITLE if state.serves_file or state is State.ON_REQUEST else "Overview report")
    assert document["elsewhere"] == (ELSEWHERE if state is State.PUBLISHED_ELSEWHERE else None)
    assert document["reason"] == (REASON if state in {State.DELAYED, State.NOT_PUBLISHED} else None)
    version = publication.versions.last()
    assert document["file_sha256"] == (version.sha256 if version and state.serves_file else None)
    assert (document["file"] is not None) is state.serves_file
    assert (document["file_size"] is not None) is state.serves_file


@pytest.mark.parametrize("state", sorted(set(State) - UNKNOWN))
def test_the_table_says_what_the_data_say(client: Client, state: State) -> None:
    in_state(state)
    review, document = only(client)
    del review["documents"]
    wanted = {f"review_{name}": value for name, value in review.items()}
    wanted |= {f"document_{name}": value for name, value in document.items()}
    (row,) = as_rows(client)
    assert row == {name: "" if value in (None, []) else str(value) for name, value in wanted.items()}


def test_a_whole_review_in_the_dark_is_not_named(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    publication.review.topics.add(Topic.objects.create(name="Neglect", slug="neglect"))
    assert as_json(client)["reviews"][0]["topics"] == ["Neglect"]
    actions.suspend(publication.review, category="court_order", reason="private", by=make.editor())
    review, document = only(client)
    assert {name for name, value in review.items() if value} == {"id", "documents"}
    assert {name for name, value in document.items() if value} == {"id", "kind", "kind_name", "title", "state"}
    assert document["title"] == "Overview report"
    for each in ("/publications.json", "/publications.csv"):
        said = text(client, each)
        assert not [word for word in ("Child G", "child-g", "quokka", "court", "private", TITLE) if word in said]


def test_a_review_that_must_leave_no_trace_is_not_there(client: Client) -> None:
    leave_no_trace(in_state(State.PROTECTED).review)
    assert as_json(client)["reviews"] == []


def test_a_correction_is_told(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    make.signed_off(publication)
    actions.release(publication, by=make.editor(), correction="A wrong table.")
    _review, document = only(client)
    assert document["corrections"] == [{"day": "2026-07-03", "sentence": "A wrong table."}]
    assert as_rows(client)[0]["document_corrections"] == "2026-07-03: A wrong table."
    assert document["file_released"] == "2026-07-03T11:00:00+00:00"


def test_who_published_it_and_under_what_licence(client: Client) -> None:
    board = BoardSettings.load()
    board.name, board.data_licence = "Anyshire Partnership", "Open Government Licence v3.0"
    board.data_licence_address = "https://example.org/ogl"
    board.save()
    set_clock("2026-07-03 12:00")
    make.released(make.publication(make.review("Child G")))
    make.released(make.publication(make.review("Child H", published_by="Elsewhere Board")))
    data = as_json(client)
    assert data["publisher"] == "Anyshire Partnership"
    assert data["licence"] == {"name": "Open Government Licence v3.0", "address": "https://example.org/ogl"}
    assert [review["published_by"] for review in data["reviews"]] == ["Anyshire Partnership", "Elsewhere Board"]
    BoardSettings.objects.update(data_licence="")
    assert as_json(client)["licence"] is None


def test_the_table_runs_nothing(client: Client) -> None:
    set_clock("2026-07-03 12:00")
    make.released(make.publication(make.review("=1+1", summary="@cmd"), title="+2"))
    (row,) = as_rows(client)
    assert (row["review_label"], row["review_summary"], row["document_title"]) == ("'=1+1", "'@cmd", "'+2")


def test_identifiers_stay_whatever_changes(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    before = only(client)
    actions.change_slug(publication.review, slug="another", by=make.editor())
    Review.objects.update(label="Child Z")
    after = only(client)
    assert after[0]["label"] == "Child Z"
    assert [each["id"] for each in after] == [each["id"] for each in before]


@pytest.mark.parametrize("lot", [2, 200])
def test_every_review_once_whatever_the_lots(client: Client, monkeypatch: pytest.MonkeyPatch, lot: int) -> None:
    monkeypatch.setattr(lots, "REVIEWS_AT_ONCE", lot)
    set_clock("2026-07-03 12:00")
    labels = [make.released().review.label for _ in range(4)]
    make.publication()
    assert [review["label"] for review in as_json(client)["reviews"]] == labels


@pytest.mark.parametrize("address", ["/publications.json", "/publications.csv"])
def test_the_cost_is_the_same_for_any_number(
    client: Client, address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    set_clock("2026-07-03 12:00")
    make.released()
    text(client, address)
    with django_assert_num_queries(10):
        text(client, address)
    for _ in range(2):
        make.released(make.publication(make.released().review, kind="action_plan"))
    with django_assert_num_queries(10):
        text(client, address)


@pytest.mark.parametrize("address", ["/publications.json", "/publications.csv"])
def test_its_headers_tell_nothing(client: Client, address: str) -> None:
    in_state(State.SUSPENDED)
    for response in (client.get(address), client.head(address)):
        assert not {"ETag", "Last-Modified", "Content-Length"} & set(response.headers) - {"Content-Length"}
        assert response.headers["Cache-Control"] == "private, no-cache"
        assert response.headers["X-Robots-Tag"] == "noindex"
    assert client.head(address).content == b""
    assert client.post(address).status_code == 405


def test_the_list_leads_to_it(client: Client) -> None:
    BoardSettings.objects.update_or_create(defaults={"data_licence": "A licence"})
    in_state(State.PROTECTED)
    page = client.get("/publications/").text
    head, _, body = page.partition("</head>")
    for address in ("/publications/feed.atom", "/publications.json", "/publications.csv"):
        assert f'href="{address}"' in head
        assert f'<a href="{address}"' in body
    assert "A licence" in body


def described(heading: str) -> dict[str, str]:
    section = DOCS.read_text().split(f"## {heading}\n")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", section, re.MULTILINE))


def test_the_fields_are_those_of_the_documentation() -> None:
    assert described("Fields of a review") == open_data.REVIEW_FIELDS
    assert described("Fields of a document") == open_data.DOCUMENT_FIELDS
    assert described("States") == {state.value: meaning for state, meaning in open_data.STATES.items()}
    assert set(State) - set(open_data.STATES) == UNKNOWN


def test_the_fields_are_those_of_the_data(client: Client) -> None:
    in_state(State.PROTECTED)
    review, document = only(client)
    assert list(review) == [*open_data.REVIEW_FIELDS, "documents"]
    assert list(document) == list(open_data.DOCUMENT_FIELDS)
    data = as_json(client)
    assert (data["review_fields"], data["document_fields"]) == (open_data.REVIEW_FIELDS, open_data.DOCUMENT_FIELDS)


def test_an_identifier_never_changes() -> None:
    """Whoever asks: the database keeps it."""
    from publications.errors import ListingProtected

    publication = in_state(State.PROTECTED)
    other = make.publication().identifier
    for model in (Review, Publication):
        with pytest.raises(ListingProtected, match="never changes"):
            model.objects.filter(pk__in=[publication.pk, publication.review_id]).update(identifier=other)
