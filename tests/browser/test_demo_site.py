"""Every type of public page of the demo, as visitors see it."""

import hashlib
import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page as Tab
from wagtail.models import Page

from lscb_site.members.area import AREA, is_members
from lscb_site.models import BriefingPage, Topic
from publications import clock, page_texts
from publications.demo.known import KNOWN
from publications.listing import State
from publications.models import Publication
from publications.terms import Medium
from tests.browser.looking import DESK, PHONE, axe

pytestmark = pytest.mark.browser
TOO_FAST_MS = 2_100  # forms that are sent sooner are taken for a program's


def one_address_of_each_kind() -> list[str]:
    """A page of every type, our own lists, records in several states, and what no map lists."""
    pages = {type(page): page.url for page in Page.objects.live().filter(depth__gt=1).specific()}
    by_state = {each.state: each for each in demo_publications()}
    records = [
        by_state[state].review.get_absolute_url() for state in (State.PROTECTED, State.ON_REQUEST, State.DELAYED)
    ]
    topic = Topic.objects.filter(reviews__publications=by_state[State.PROTECTED]).first()
    assert topic
    page = next(each for each in demo_publications() if each.is_web)
    records += [page.get_absolute_url(), page.review.get_absolute_url()]
    records += [each.review.get_absolute_url() for each in demo_publications() if each.review.shows_findings][:1]
    lists = ["/publications/", "/topics/", topic.get_absolute_url(), "/search/", "/search/?q=sleep", "/search/?q=zzzz"]
    dark = [by_state[State.SUSPENDED].review.get_absolute_url(), by_state[State.ON_REQUEST].get_absolute_url()]
    return [*pages.values(), *lists, *records, *dark, "/publications/?q=zzzz", "/exit-this-page/", "/nowhere/"]


def demo_publications() -> list[Publication]:
    return list(Publication.objects.with_facts())


def test_axe_finds_nothing_and_nothing_runs_over(page_of_reader: Tab) -> None:
    page, wrong = page_of_reader, {}
    addresses = one_address_of_each_kind()
    for address, width in product(addresses, (PHONE, DESK)):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        wrong[address, width] = looks_wrong(page, width)
    assert not any(wrong.values()), wrong
    assert len(addresses) > 22


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_on_what_has_no_address_of_its_own(page_of_reader: Tab, width: int) -> None:
    """A briefing on paper, what follows a page's rating, and the area of a member who has signed in."""
    page = page_of_reader
    page.set_viewport_size({"width": width, "height": 800})
    wrong = {name: looks_wrong(page, width) for name in looked_at(page)}
    assert not any(wrong.values()), wrong


def looks_wrong(page: Tab, width: int) -> object:
    """What axe finds, or that something sticks out of the width; nothing if all is well."""
    return axe(page) or (page.evaluate("document.documentElement.scrollWidth") != width and "wider than the screen")


def looked_at(page: Tab) -> Iterator[str]:
    """Go from one to the next; what it is."""
    page.emulate_media(media="print")
    page.goto(BriefingPage.objects.live().order_by("pk")[0].url)
    yield "a briefing on paper"
    page.emulate_media(media="screen")
    page.wait_for_timeout(TOO_FAST_MS)
    page.locator("button[name=answer][value=yes]").click()
    page.wait_for_url("**/rate-this-page/*/")
    yield "the form for a comment"
    page.wait_for_timeout(TOO_FAST_MS)
    page.get_by_role("button", name="Send").click()
    page.locator(".govuk-error-summary").wait_for()
    yield "its error"
    page.locator("#id_comment").fill("Useful for our team.")
    page.wait_for_timeout(TOO_FAST_MS)
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/rate-this-page/thank-you/")
    yield "the thanks"
    yield from in_the_area(page)


def in_the_area(page: Tab) -> Iterator[str]:
    """The members' area: a wrong password, then each of its pages."""
    member = get_user_model().objects.get(username="demo-editor")
    member.set_password("one for this test")
    member.save()
    page.goto(AREA)
    for password, name in (("another", "a wrong password"), ("one for this test", "the area")):
        page.get_by_label("User name").fill(member.username)
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_load_state()
        yield name
    pages = [each.url for each in Page.objects.live().specific() if each.url and is_members(each.url)]
    assert len(pages) > 1
    for address in pages:
        page.goto(address)
        assert page.url.endswith(address), "not signed in"
        yield address


def test_r15_a_visit_leaves_nothing_and_asks_nobody_else(reader: BrowserContext, demo_site: str) -> None:
    page = reader.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in one_address_of_each_kind():
        if is_members(address):  # one signs in there, with a cookie that no other address is sent
            continue
        page.goto(address)
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert {url[: len(demo_site)] for url in asked} == {demo_site}
    assert reader.cookies() == []


def tab_to(page: Tab, name: str) -> None:
    """Press Tab until the link or button called `name` has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if name in page.evaluate("document.activeElement.textContent.trim()"):
            return
    raise AssertionError(f"{name} is not reached by the Tab key on {page.url}")


def test_a_visitor_finds_and_downloads_a_report_by_keyboard_alone(page_of_reader: Tab, tmp_path: Path) -> None:
    page = page_of_reader
    now = clock.now()
    report = next(each for each in demo_publications() if each.state_at(now) is State.PROTECTED and each.review.is_own)
    page.goto("/")
    tab_to(page, "Publications")
    page.keyboard.press("Enter")
    page.wait_for_url("**/publications/")
    tab_to(page, report.review.label)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{report.review.get_absolute_url()}")
    assert "On this site until at least" in (page.locator("main").text_content() or "")
    tab_to(page, report.name)
    address = page.evaluate("document.activeElement.href")
    answer = page.request.get(address)
    version = report.version_at(now)
    assert version
    assert answer.status == 200
    assert hashlib.sha256(answer.body()).hexdigest() == version.sha256


def test_a_practitioner_goes_from_the_home_page_by_a_word_to_the_page_of_the_report(page_of_reader: Tab) -> None:
    page, known = page_of_reader, KNOWN[0]
    report = Publication.objects.with_facts().get(review__label=known.review, kind=known.kind, medium=Medium.PDF)
    version = report.version_at(clock.now())
    assert version
    page_texts.read(version)
    page.goto("/")
    page.get_by_role("searchbox", name="Search this site").fill(known.words)
    page.get_by_role("button", name="Search", exact=True).click()
    page.wait_for_url("**/search/?q=*")
    link = page.locator(".app-pages__link")
    assert known.words.split()[0] in (page.locator(".app-pages__text mark").first.text_content() or "")
    with page.expect_response(f"**{report.get_absolute_url()}") as opened:
        link.click()
    assert (opened.value.status, opened.value.headers["content-type"]) == (200, "application/pdf")
    page.wait_for_url(f"**{report.get_absolute_url()}#page={known.page}")
    # what the browser's own viewer shows is out of a test's reach: the same address once more, as that visitor
    assert hashlib.sha256(page.request.get(page.url).body()).hexdigest() == version.sha256


def test_a_report_on_request_is_not_downloaded_and_says_how_to_ask(page_of_reader: Tab) -> None:
    page = page_of_reader
    gone = next(each for each in demo_publications() if each.state is State.ON_REQUEST and each.versions.exists())
    answer = page.goto(gone.get_absolute_url())
    assert answer
    assert answer.status == 410
    assert "on request" in (page.locator("main").text_content() or "").lower()
    page.goto(gone.review.get_absolute_url())
    assert "Available on request" in (page.locator("main").text_content() or "")


def test_data_in_a_record_page_is_no_script_to_the_content_policy(page_of_reader: Tab) -> None:
    page = page_of_reader
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script("addEventListener('securitypolicyviolation', event => console.log(event.violatedDirective))")
    report = next(each for each in demo_publications() if each.state is State.PROTECTED)
    page.goto(report.review.get_absolute_url())
    data = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
    assert data["hasPart"]
    assert data["name"] == report.review.label
    assert said == []
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: '1'}))")
    assert any("script-src" in each for each in said), "a policy that refuses nothing proves nothing"
