"""The one view that serves a file: what it answers in each state, and how."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from publications import actions, storage
from publications.listing import SERVED, State
from publications.models import FormerSlug, Publication
from tests.publications import factories as make
from tests.publications.clock import london, set_clock
from tests.publications.states import NOW, REASON, TITLE, in_state

pytestmark = pytest.mark.django_db
NEVER = "/publications/child-q/overview-report.pdf"
VALIDATORS = {"ETag", "Last-Modified", "Accept-Ranges", "Content-Range", "Content-Disposition"}
GONE = {State.ON_REQUEST, State.SUSPENDED, State.WITHDRAWN}


def address(publication: Publication) -> str:
    return reverse("publications:file", args=[publication.review.slug, publication.slug])


def content_of(publication: Publication) -> bytes:
    with publication.version_at(london(NOW)).open() as stored:
        return stored.read()


class Visitor(Client):
    """A client that reads every answer to its end, so that nothing stays open."""

    def generic(self, *args: Any, **kwargs: Any) -> Any:
        response = super().generic(*args, **kwargs)
        response.body = b"".join(response.streaming_content) if response.streaming else response.content
        return response


@pytest.fixture
def client() -> Visitor:
    return Visitor()


@pytest.mark.parametrize("state", State)
def test_status_by_state(client: Visitor, state: State) -> None:
    publication = in_state(state)
    expected = 200 if state in SERVED else 410 if state in GONE else 404
    assert publication.state_at(london(NOW)) is state
    assert client.get(address(publication)).status_code == expected
    assert client.head(address(publication)).status_code == expected


@pytest.mark.parametrize("state", sorted(set(State) - SERVED))
@pytest.mark.parametrize(
    "headers",
    [{}, {"Range": "bytes=0-3"}, {"If-None-Match": "*"}, {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}],
)
def test_dark_gives_nothing_of_the_file(client: Visitor, state: State, headers: dict[str, str]) -> None:
    publication = in_state(state)
    version = publication.versions.first()
    response = client.get(address(publication), headers=headers)
    text = response.body.decode()
    assert response.status_code in {404, 410}
    assert not VALIDATORS & set(response.headers)
    if version:
        assert version.sha256 not in text + str(response.headers)
        assert f"{version.size} bytes" not in text
    assert "court" not in text.lower()
    assert "secret" not in text


@pytest.mark.parametrize("state", [State.DRAFT, State.SCHEDULED, State.UNDER_WAY, State.DELAYED])
@pytest.mark.parametrize("method", ["get", "head", "post", "put", "delete", "options", "patch"])
def test_before_release_as_if_it_never_existed(
    client: Visitor, state: State, method: str, django_assert_num_queries
) -> None:
    publication = in_state(state)
    ask = getattr(client, method)
    ask(NEVER)  # what is kept between requests is there for both
    with CaptureQueriesContext(connection) as of_nothing:
        nothing = ask(NEVER)
    with django_assert_num_queries(len(of_nothing)):
        dark = ask(address(publication))
    assert dark.status_code == nothing.status_code == (404 if method in {"get", "head"} else 405)
    assert dark.body == nothing.body
    assert dict(dark.headers) == dict(nothing.headers)


def test_the_second_before_and_the_instant_of_release(client: Visitor) -> None:
    set_clock("2026-07-03 09:00")
    publication = make.released(make.publication(make.review("Child G")), at=london("2026-07-03 10:00"))
    set_clock(london("2026-07-03 10:00").replace(hour=9, minute=59, second=59))
    assert client.get(address(publication)).status_code == 404
    set_clock("2026-07-03 10:00")
    assert client.get(address(publication)).status_code == 200


def test_it_leaves_at_local_midnight(client: Visitor) -> None:
    publication = in_state(State.PROTECTED)
    actions.decide(publication, by=make.editor(), policy="move")
    set_clock(london("2026-07-03 23:59").replace(second=59))
    assert client.get(address(publication)).status_code == 200
    set_clock("2026-07-04 00:00")
    assert client.get(address(publication)).status_code == 410


def test_the_bytes_and_what_they_come_with(client: Visitor) -> None:
    publication = in_state(State.PROTECTED)
    version = publication.version_at(london(NOW))
    response = client.get(address(publication))
    content = content_of(publication)
    assert response.body == content
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == f'inline; filename="child-g-{publication.slug}.pdf"'
    assert response.headers["Content-Length"] == str(len(content))
    assert response.headers["ETag"] == f'"{version.sha256}"'
    assert response.headers["Last-Modified"] == "Thu, 03 Jul 2025 09:00:00 GMT"
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert response.headers["Accept-Ranges"] == "bytes"
    assert "Set-Cookie" not in response.headers
    assert "Vary" not in response.headers


def test_head_has_the_headers_and_no_body(client: Visitor) -> None:
    publication = in_state(State.LISTED)
    whole, head = client.get(address(publication)), client.head(address(publication), headers={"Range": "bytes=0-3"})
    assert head.body == b""
    assert dict(head.headers) == dict(whole.headers)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-3", 0, 3),
        ("bytes=5-", 5, None),
        ("bytes=-4", -4, None),
        ("bytes=2-99999", 2, None),
        ("bytes=-99999", 0, None),
    ],
)
def test_a_part(client: Visitor, asked: str, first: int, last: int | None) -> None:
    publication = in_state(State.PROTECTED)
    content = content_of(publication)
    expected = content[first:] if last is None else content[first : last + 1]
    response = client.get(address(publication), headers={"Range": asked})
    start = content.index(expected) if len(expected) < len(content) else 0
    assert response.status_code == 206
    assert response.body == expected
    assert response.headers["Content-Length"] == str(len(expected))
    assert response.headers["Content-Range"] == f"bytes {start}-{start + len(expected) - 1}/{len(content)}"


@pytest.mark.parametrize("asked", ["bytes=99999-", "bytes=-0", "bytes=99999-100000"])
def test_a_part_that_is_not_there(client: Visitor, asked: str) -> None:
    publication = in_state(State.PROTECTED)
    response = client.get(address(publication), headers={"Range": asked})
    assert response.status_code == 416
    assert response.headers["Content-Range"] == f"bytes */{publication.version_at(london(NOW)).size}"


@pytest.mark.parametrize("asked", ["bytes=3-1", "bytes=-", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b", "", "bytes=²-³"])
def test_a_range_that_makes_no_sense_gets_the_whole(client: Visitor, asked: str) -> None:
    publication = in_state(State.PROTECTED)
    assert client.get(address(publication), headers={"Range": asked}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"If-None-Match": "{etag}"}, 304),
        ({"If-None-Match": 'W/{etag}, "x"'}, 304),
        ({"If-None-Match": "*"}, 304),
        ({"If-None-Match": '"x"'}, 200),
        ({"If-Modified-Since": "{date}"}, 304),
        ({"If-Modified-Since": "Thu, 03 Jul 2025 08:59:59 GMT"}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
        ({"If-None-Match": '"x"', "If-Modified-Since": "{date}"}, 200),
        ({"If-Match": '"x"'}, 412),
        ({"Range": "bytes=0-1", "If-Range": "{etag}"}, 206),
        ({"Range": "bytes=0-1", "If-Range": "{date}"}, 206),
        ({"Range": "bytes=0-1", "If-Range": '"x"'}, 200),
        ({"Range": "bytes=0-1", "If-Range": "W/{etag}"}, 200),
    ],
)
def test_conditions(client: Visitor, headers: dict[str, str], status: int) -> None:
    publication = in_state(State.PROTECTED)
    known = {"etag": f'"{publication.version_at(london(NOW)).sha256}"', "date": "Thu, 03 Jul 2025 09:00:00 GMT"}
    asked = {name: value.format(**known) for name, value in headers.items()}
    response = client.get(address(publication), headers=asked)
    assert response.status_code == status
    if status == 304:
        assert not response.body
        assert response.headers["ETag"] == known["etag"]
        assert response.headers["Cache-Control"] == "no-cache"


def test_a_reader_with_a_copy_is_told_when_it_goes_dark(client: Visitor) -> None:
    publication = in_state(State.PROTECTED)
    etag = client.get(address(publication)).headers["ETag"]
    actions.suspend(publication, category="wrong_file", reason="x", by=make.editor())
    assert client.get(address(publication), headers={"If-None-Match": etag}).status_code == 410


def test_a_correction_swaps_the_bytes_at_its_instant(client: Visitor) -> None:
    publication = in_state(State.PROTECTED)
    old = client.get(address(publication)).headers["ETag"]
    make.signed_off(publication, text="corrected")
    actions.release(publication, at=london("2026-07-03 13:00"), by=make.editor(), correction="A date was wrong.")
    assert client.get(address(publication)).headers["ETag"] == old
    set_clock("2026-07-03 13:00")
    new = client.get(address(publication), headers={"If-None-Match": old})
    assert new.status_code == 200
    assert new.headers["ETag"] != old


@pytest.mark.parametrize("broken", ["missing", "short"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_a_lost_file_is_told_plainly_and_logged(
    client: Visitor, caplog: pytest.LogCaptureFixture, broken: str, method: str
) -> None:
    publication = in_state(State.PROTECTED)
    version = publication.version_at(london(NOW))
    path = Path(storages["reports"].path(storage.store_name(version.sha256)))
    path.unlink()
    if broken == "short":
        path.write_bytes(b"%PDF")
    response = getattr(client, method)(address(publication))
    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert not VALIDATORS & set(response.headers)
    assert version.sha256 in caplog.text
    assert "Child G" not in caplog.text


def test_a_file_that_is_gone_says_what_became_of_it(client: Visitor) -> None:
    publication = in_state(State.ON_REQUEST)
    text = client.get(address(publication)).body.decode()
    assert "Available on request" in text
    assert TITLE in text
    assert publication.review.get_absolute_url() in text


@pytest.mark.parametrize("state", [State.SUSPENDED, State.WITHDRAWN])
def test_a_dark_file_says_its_kind_only(client: Visitor, state: State) -> None:
    text = client.get(address(in_state(state))).body.decode()
    assert "Overview report" in text
    assert TITLE not in text
    assert "Child G" not in text
    assert REASON not in text


def test_a_former_address_leads_on_for_ever(client: Visitor) -> None:
    publication = in_state(State.PROTECTED)
    FormerSlug.objects.create(review=publication.review, slug="child-old")
    response = client.get(f"/publications/child-old/{publication.slug}.pdf")
    assert (response.status_code, response.headers["Location"]) == (301, address(publication))


def test_a_former_address_of_a_review_nobody_knows_is_not_there(client: Visitor) -> None:
    publication = in_state(State.SCHEDULED)
    FormerSlug.objects.create(review=publication.review, slug="child-old")
    assert client.get(f"/publications/child-old/{publication.slug}.pdf").status_code == 404


def test_queries(client: Visitor, django_assert_num_queries) -> None:
    publication = in_state(State.PROTECTED)
    with django_assert_num_queries(7):
        client.get(address(publication))
