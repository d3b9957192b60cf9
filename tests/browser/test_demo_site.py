"""Every type of public page of the demo, as visitors see it."""

import hashlib
import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page as Tab
from wagtail.models import Page

from lscb_site.members.area import is_members
from lscb_site.models import Topic
from publications import clock
from publications.listing import State
from publications.models import Publication
from tests.browser.looking import DESK, PHONE, axe

pytestmark = pytest.mark.browser


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
    lists = ["/publications/", "/topics/", topic.get_absolute_url(), "/search/", "/search/?q=sleep", "/search/?q=zzzz"]
    dark = [by_state[State.SUSPENDED].review.get_absolute_url(), by_state[State.ON_REQUEST].get_absolute_url()]
    return [*pages.values(), *lists, *records, *dark, "/publications/?q=zzzz", "/exit-this-page/", "/nowhere/"]


def demo_publications() -> list[Publication]:
    return list(Publication.objects.with_facts())


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_and_nothing_runs_over(page_of_reader: Tab, width: int) -> None:
    page = page_of_reader
    page.set_viewport_size({"width": width, "height": 800})
    addresses = one_address_of_each_kind()
    wrong = {}
    for address in addresses:
        page.goto(address)
        found = axe(page)
        if found or page.evaluate("document.documentElement.scrollWidth") != width:
            wrong[address] = found or "wider than the screen"
    assert not wrong
    assert len(addresses) > 22


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
