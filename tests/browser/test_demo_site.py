"""Every type of public page of the demo, as visitors see it."""

import hashlib
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import BrowserContext, Page

from publications import clock
from publications.listing import State
from publications.models import Publication
from tests.browser.looking import DESK, PHONE, axe

pytestmark = pytest.mark.browser
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def one_address_of_each_kind(page: Page) -> list[str]:
    """Every page of the site map, but few of those that are all of one kind, and what no map lists."""
    tree = ElementTree.fromstring(page.request.get("/sitemap.xml").text())
    listed = sorted({urlsplit(loc.text or "").path for loc in tree.iter(SITEMAP)})
    records = [path for path in listed if path.count("/") == 3 and path.startswith("/publications/")]
    topics = [path for path in listed if path.count("/") == 3 and path.startswith("/topics/")]
    others = [path for path in listed if path not in records and path not in topics]
    gone = next(each for each in demo_publications() if each.state is State.ON_REQUEST)
    extra = ["/search/", "/search/?q=bruising", "/search/?q=zzzz", "/publications/?q=zzzz", "/nowhere/"]
    return [*others, *records[::6], *topics[:2], gone.get_absolute_url(), *extra]


def demo_publications() -> list[Publication]:
    return list(Publication.objects.with_facts())


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_and_nothing_runs_over(page_of_reader: Page, width: int) -> None:
    page = page_of_reader
    page.set_viewport_size({"width": width, "height": 800})
    addresses = one_address_of_each_kind(page)
    wrong = {}
    for address in addresses:
        page.goto(address)
        found = axe(page)
        if found or page.evaluate("document.documentElement.scrollWidth") != width:
            wrong[address] = found or "wider than the screen"
    assert not wrong
    assert len(addresses) > 25


def test_r15_a_visit_leaves_nothing_and_asks_nobody_else(reader: BrowserContext, demo_site: str) -> None:
    page = reader.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in one_address_of_each_kind(page):
        page.goto(address)
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert {url[: len(demo_site)] for url in asked} == {demo_site}
    assert reader.cookies() == []


def test_every_page_has_its_frame(page_of_reader: Page) -> None:
    page = page_of_reader
    for address in one_address_of_each_kind(page):
        page.goto(address)
        assert page.locator("h1").count() == 1, address
        assert page.get_by_text("Skip to main content").count() == 1, address
        assert page.get_by_role("navigation").count() >= 1, address
        assert page.locator("footer").get_by_text("©").count() == 1, address
        assert page.get_by_text("999").count() >= 1, address


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the link or button called `name` has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if name in page.evaluate("document.activeElement.textContent.trim()"):
            return
    raise AssertionError(f"{name} is not reached by the Tab key on {page.url}")


def test_a_visitor_finds_and_downloads_a_report_by_keyboard_alone(page_of_reader: Page, tmp_path: Path) -> None:
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


def test_a_report_on_request_is_not_downloaded_and_says_how_to_ask(page_of_reader: Page) -> None:
    page = page_of_reader
    gone = next(each for each in demo_publications() if each.state is State.ON_REQUEST and each.versions.exists())
    answer = page.goto(gone.get_absolute_url())
    assert answer
    assert answer.status == 410
    assert "on request" in (page.locator("main").text_content() or "").lower()
    page.goto(gone.review.get_absolute_url())
    assert "Available on request" in (page.locator("main").text_content() or "")
