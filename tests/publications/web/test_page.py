"""The public page of a text, and its pictures: what they answer in each state, as a file would."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from publications import actions, storage
from publications.listing import SERVED, State
from publications.models import FormerSlug, FrozenPicture, Publication, Review
from publications.terms import Medium
from tests.publications import factories as make
from tests.publications.admin.screens import Desk
from tests.publications.clock import at, london, set_clock
from tests.publications.states import NOW, TITLE, leave_no_trace
from tests.publications.test_downloads import CHROME, counted, fetch
from tests.publications.test_file import Visitor
from tests.publications.web import samples
from tests.publications.web.samples import WORD

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PAGE, PICTURE = "/publications/child-g/overview-report/", "/publications/child-g/overview-report/picture-1"
NEVER = "/publications/child-q/overview-report/"
GONE = {State.ON_REQUEST, State.SUSPENDED, State.WITHDRAWN}
STATES = sorted(set(State) - {State.PUBLISHED_ELSEWHERE, State.NOT_PUBLISHED})


def in_state(state: State) -> Publication:
    """A web page of "Child G" with a picture in its text, in this state now; the clock stands at NOW afterwards."""
    review = make.review("Child G", slug="child-g", summary="About a quokka.")
    page = samples.web(of=review, title=TITLE, slug="overview-report")
    MAKE[state](page)
    set_clock(NOW)
    return Publication.objects.with_facts().get(pk=page.pk)


def released(page: Publication, when: str = "2026-07-03 09:00") -> Publication:
    with at(when):
        actions.sign_off(with_picture(page), by=make.approver())
        actions.release(page, by=make.editor())
    return page


def with_picture(page: Publication) -> Any:
    draft = samples.draft(
        page, ("heading", {"text": "What happened", "level": "2"}), ("text", f"<p>Nobody asked the {WORD}.</p>"),
        ("figure", {"number": 1, "caption": "The house"}),
    )  # fmt: skip
    if not draft.pictures.exists():
        samples.picture(draft)
    return samples.freeze(draft)


def scheduled(page: Publication) -> None:
    with at("2026-07-03 09:00"):
        actions.sign_off(with_picture(page), by=make.approver())
        actions.release(page, at=london("2026-07-04 10:00"), by=make.editor())


def suspended(page: Publication) -> Any:
    released(page)
    with at("2026-07-03 10:00"):
        return actions.suspend(page, category="court_order", reason="A secret reason", by=make.editor())


def withdrawn(page: Publication) -> None:
    suspension = suspended(page)
    with at("2026-07-03 11:00"):
        actions.confirm(suspension, by=make.approver())


def on_request(page: Publication) -> None:
    released(page, "2025-07-01 10:00")
    with at("2025-07-02 10:00"):
        actions.decide(page, by=make.editor(), policy="move")


def announced(state: State) -> Any:
    def announce(page: Publication) -> None:
        with at("2026-05-01 10:00"):
            with_picture(page)
            actions.announce(page, state=state, by=make.editor(), reason="Criminal proceedings")

    return announce


MAKE = {
    State.DRAFT: with_picture, State.SCHEDULED: scheduled, State.PROTECTED: released,
    State.LISTED: lambda page: released(page, "2025-07-02 10:00"), State.ON_REQUEST: on_request,
    State.SUSPENDED: suspended, State.WITHDRAWN: withdrawn,
    State.UNDER_WAY: announced(State.UNDER_WAY), State.DELAYED: announced(State.DELAYED),
}  # fmt: skip


@pytest.fixture
def client() -> Visitor:
    return Visitor()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("address", [PAGE, PICTURE])
def test_status_by_state(client: Client, state: State, address: str) -> None:
    assert in_state(state).state_at(london(NOW)) is state
    expected = 200 if state in SERVED else 410 if state in GONE else 404
    got = client.get(address)
    content = got.body
    assert got.status_code == client.head(address).status_code == expected
    if state not in SERVED:
        sha256 = FrozenPicture.objects.get().sha256
        assert not [word for word in (WORD, "The house", sha256, "court", "secret") if word.encode() in content]
        assert not {"ETag", "Last-Modified", "Accept-Ranges"} & set(got.headers)


@pytest.mark.parametrize("state", [State.DRAFT, State.SCHEDULED, State.UNDER_WAY, State.DELAYED])
@pytest.mark.parametrize("method", ["get", "head", "post", "put", "delete", "options"])
@pytest.mark.parametrize("address", [PAGE, PICTURE])
def test_before_release_as_if_it_never_existed(
    client: Client, state: State, method: str, address: str, django_assert_num_queries
) -> None:
    in_state(state)
    ask, never = getattr(client, method), address.replace("child-g", "child-q")
    ask(never)  # what is kept between requests is there for both
    with CaptureQueriesContext(connection) as of_nothing:
        nothing = ask(never)
    with django_assert_num_queries(len(of_nothing)):
        dark = ask(address)
    assert dark.status_code == nothing.status_code == (404 if method in {"get", "head"} else 405)
    assert dark.content == nothing.content
    assert dict(dark.headers) == dict(nothing.headers)


def test_the_second_before_and_the_instant_of_release(client: Client) -> None:
    in_state(State.SCHEDULED)
    set_clock(london("2026-07-04 10:00").replace(hour=9, minute=59, second=59))
    assert [client.get(address).status_code for address in (PAGE, PICTURE)] == [404, 404]
    set_clock("2026-07-04 10:00")
    assert [client.get(address).status_code for address in (PAGE, PICTURE)] == [200, 200]


def test_what_a_reader_gets(client: Client) -> None:
    page = in_state(State.PROTECTED)
    answer = client.get(PAGE)
    text = answer.content.decode()
    for expected in (
        f'<h1 class="govuk-heading-xl">{TITLE}</h1>', '<h2 class="govuk-heading-l" id="what-happened">', WORD,
        f'src="{PICTURE}" alt="A plan" width="60" height="40"', "The house</figcaption>", "noarchive",
        'href="/publications/child-g/"', "First published 3 July 2026",
    ):  # fmt: skip
        assert expected in text
    assert ".pdf" not in text
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["X-Robots-Tag"] == "noarchive"
    assert page.get_absolute_url() == PAGE


def test_a_picture_comes_with_its_type_and_can_do_nothing(client: Client) -> None:
    in_state(State.PROTECTED)
    answer, kept = client.get(PICTURE), FrozenPicture.objects.get()
    assert hashlib.sha256(answer.body).hexdigest() == kept.sha256
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Content-Disposition"] == 'inline; filename="child-g-overview-report-1.png"'
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert client.get(PICTURE, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    for missing in ("picture-2", "picture-0", f"picture-{10**30}", "picture-1/"):
        assert client.get(f"{PAGE}{missing}").status_code == 404


def test_footnotes_lead_there_and_back_and_are_numbered_as_one_reads(client: Client) -> None:
    page = samples.web(of=make.review("Child G", slug="child-g"), slug="overview-report")
    draft = samples.draft(
        page,
        ("text", "<p>First[^b], then[^a], first again[^b]. Not one: [^c</p>"),
        ("note", {"label": "a", "text": "<p>Told <b>later</b>.</p>"}),
        ("note", {"label": "b", "text": "<p>Early.</p>"}),
    )
    actions.sign_off(samples.freeze(draft), by=make.approver())
    actions.release(page, by=make.editor())
    text = client.get(PAGE).content.decode()
    assert '<a href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="Footnote 1">1</a>' in text
    assert '<a href="#fn-2" id="fnref-2"' in text
    assert '<a href="#fn-1" id="fnref-1-2"' in text
    notes = text.split('role="doc-endnotes"')[1]
    assert notes.index("Early.") < notes.index("Told <b>later</b>.")
    assert [
        address in notes for address in ('id="fn-1"', 'href="#fnref-1"', 'href="#fnref-1-2"', 'href="#fnref-2"')
    ] == [True] * 4


def test_the_pdf_stands_beside_it_only_while_it_is_on_the_site(client: Client) -> None:
    review = make.review("Child G", slug="child-g")
    pdf = make.publication(review, slug="overview-report")
    samples.released(samples.web(beside=pdf))
    assert ".pdf" not in client.get(PAGE).content.decode()
    make.released(pdf, at=None)
    assert 'href="/publications/child-g/overview-report.pdf"' in client.get(PAGE).content.decode()
    suspension = actions.suspend(pdf, category="wrong_file", reason="x", by=make.editor())
    actions.lift(pdf.other_form.suspensions.get(), by=make.approver())
    assert suspension.publication_id == pdf.pk
    assert ".pdf" not in client.get(PAGE).content.decode()
    assert client.get(PAGE).status_code == 200


def test_neither_form_moves_the_other_s_clock(client: Client) -> None:
    set_clock("2025-07-03 10:00")
    review = make.review("Child G", slug="child-g")
    pdf = make.released(make.publication(review, slug="overview-report"))
    before = (pdf.facts, pdf.protected_through)
    set_clock(NOW)
    page = samples.released(samples.web(beside=pdf))
    pdf = Publication.objects.with_facts().get(pk=pdf.pk)
    assert (pdf.facts, pdf.protected_through) == before
    set_clock("2026-07-05 10:00")
    actions.move_to_request(pdf, by=make.editor())
    assert client.get(pdf.get_absolute_url()).status_code == 410
    assert client.get(PAGE).status_code == 200
    assert page.protected_through != pdf.protected_through


def test_a_correction_takes_its_place_at_the_instant_of_its_release(client: Client) -> None:
    page = in_state(State.PROTECTED)
    samples.released(page, more="Now with a wombat.", at=london("2026-07-03 13:00"), correction="A word was wrong.")
    assert "wombat" not in client.get(PAGE).content.decode()
    assert client.get(PICTURE).status_code == 200
    set_clock("2026-07-03 13:00")
    text = client.get(PAGE).content.decode()
    assert "wombat" in text
    assert "Corrected on 3 July 2026.</strong> A word was wrong." in text
    assert client.get(PICTURE).status_code == 404, "the corrected text has no picture"


def test_the_record_and_the_list_name_it_as_a_page(client: Client) -> None:
    in_state(State.PROTECTED)
    for address in ("/publications/child-g/", "/publications/"):
        text = client.get(address).content.decode()
        assert f'href="{PAGE}"' in text
        assert "web page" in text.lower()
        assert "PDF" not in text.split("<main")[1].split("</main")[0]


def test_both_forms_are_told_apart(client: Client) -> None:
    review = make.review("Child G", slug="child-g")
    pdf = make.released(make.publication(review, slug="overview-report"))
    samples.released(samples.web(beside=pdf))
    record, feed = (
        client.get(address).body.decode() for address in ("/publications/child-g/", "/publications/feed.atom")
    )
    assert record.count("Overview report, as a web page: published on this site") == 1
    assert record.count("Overview report: published on this site") == 1
    assert feed.count("Child G: Overview report, as a web page</title>") == 1
    assert feed.count("Child G: Overview report</title>") == 1
    actions.suspend(pdf, category="identification", reason="x", by=make.editor())
    assert "web page" not in client.get("/publications/child-g/").content.decode().lower()


def test_a_former_slug_leads_on_and_no_trace_is_not_there(client: Client) -> None:
    page = in_state(State.PROTECTED)
    FormerSlug.objects.create(review=page.review, slug="child-old")
    answer = client.get("/publications/child-old/overview-report/")
    assert (answer.status_code, answer.headers["Location"]) == (301, PAGE)
    leave_no_trace(page.review)
    for address in (PAGE, PICTURE, "/publications/child-old/overview-report/"):
        assert client.get(address).status_code == 404


def test_a_pdf_is_not_at_the_address_of_a_page_nor_a_page_at_that_of_a_pdf(client: Client) -> None:
    review = make.review("Child G", slug="child-g")
    make.released(make.publication(review, slug="a-file"))
    samples.released(samples.web(of=review, slug="a-page"))
    statuses = {
        name: client.get(f"/publications/child-g/{name}").status_code
        for name in ("a-file.pdf", "a-file/", "a-page/", "a-page.pdf")
    }
    assert statuses == {"a-file.pdf": 200, "a-file/": 404, "a-page/": 200, "a-page.pdf": 404}


@pytest.mark.parametrize("damage", ["gone", "other"])
def test_a_stored_text_that_is_not_the_released_one_is_not_shown(client: Client, damage: str, caplog: Any) -> None:
    sha256 = in_state(State.PROTECTED).versions.get().sha256
    path = Path(storages["reports"].path(storage.store_name(sha256)))
    path.write_bytes(path.read_bytes().replace(WORD.encode(), b"others"))
    if damage == "gone":
        path.unlink()
    answer = client.get(PAGE)
    path.unlink(missing_ok=True)  # or the next test would find it
    assert answer.status_code == 503
    assert b"others" not in answer.content


def test_a_whole_review_taken_dark_takes_the_page_too(client: Client) -> None:
    page = in_state(State.PROTECTED)
    actions.suspend(page.review, category="identification", reason="x", by=make.editor())
    assert [client.get(address).status_code for address in (PAGE, PICTURE)] == [410, 410]
    assert Review.objects.get().publications.get().medium == Medium.WEB


def test_queries(client: Client, django_assert_num_queries) -> None:
    in_state(State.PROTECTED)
    client.get(PAGE)
    with django_assert_num_queries(9):
        client.get(PAGE)


@pytest.mark.parametrize(
    ("method", "headers", "number"),
    [
        ("get", {}, 1),
        ("head", {}, 0),
        ("get", {"Sec-Purpose": "prefetch"}, 0),
        ("get", {"User-Agent": "curl/8.14"}, 0),
    ],
)
def test_reads_by_people_are_counted_as_downloads_are(method: str, headers: dict[str, str], number: int) -> None:
    in_state(State.PROTECTED)
    assert getattr(Client(), method)(PAGE, headers={"User-Agent": CHROME} | headers).status_code == 200
    fetch(PICTURE)
    assert counted() == number


@pytest.mark.parametrize("state", sorted(set(STATES) - SERVED))
def test_a_page_that_is_not_served_is_not_counted(state: State) -> None:
    in_state(state)
    fetch(PAGE)
    assert counted() == 0


def test_staff_see_how_often_it_was_read() -> None:
    page = in_state(State.PROTECTED)
    fetch(PAGE)
    shown = Desk(make.in_group("Edith", "Editors")).open("publications_admin:inspect", page.pk)
    assert "1 read so far, of every version together" in shown
    assert "Reads by day. The most: 1, 3 July 2026." in shown
