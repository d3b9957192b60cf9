"""The frame of every page, as a person sees it: the way out, the menu, what axe finds."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.fixtures import Settings

from lscb_site.models import Contact, PhoneNumber
from tests.browser.looking import DESK, PHONE, axe, weather

pytestmark = pytest.mark.browser
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, input, select, textarea, summary")]
    .filter(element => element.getClientRects().length && !element.closest("p, .app-prose, td, .govuk-breadcrumbs"))
    .filter(element => !element.matches(".govuk-skip-link, [tabindex='-1']"))
    .filter(element => element.getBoundingClientRect().height < 44)
    .map(element => element.outerHTML.slice(0, 100))"""


@pytest.fixture
def visitor(chromium: Browser, live_site: str, settings: Settings) -> Iterator[BrowserContext]:
    """A fresh profile, in which the neutral page outside is answered here."""
    settings.ROOT_URLCONF = "tests.lscb_site.gallery"
    contact = Contact(role="Emergency duty team", urgent=True, when_to_call="If a child may be at risk")
    contact.phone_numbers = [PhoneNumber(number="01632 960300", label="Nights")]
    contact.save()
    context = chromium.new_context(base_url=live_site, viewport={"width": DESK, "height": 800})
    context.route("https://www.bbc.co.uk/**", weather)
    yield context
    context.close()


@pytest.fixture
def page(visitor: BrowserContext) -> Page:
    return visitor.new_page()


def test_the_button_replaces_the_page_in_the_history(page: Page) -> None:
    page.goto("/")
    page.goto("/gallery/")
    page.get_by_role("button", name="Exit this page").click()
    page.wait_for_url("**/weather")
    assert page.evaluate("history.length") == 3  # the empty page the tab began with, the home page, the weather
    page.go_back()
    assert page.url.endswith("/")
    assert "gallery" not in page.url


def test_shift_three_times_leaves_and_says_how_many_are_left(page: Page) -> None:
    page.goto("/gallery/")
    status = page.locator("[data-exit-status]")
    page.keyboard.press("Shift")
    assert "2 more times" in (status.text_content() or "")
    page.keyboard.press("Shift")
    assert "1 more time" in (status.text_content() or "")
    page.keyboard.press("Shift")
    page.wait_for_url("**/weather")


def test_typing_capitals_does_not_leave(page: Page) -> None:
    page.goto("/gallery/")
    page.locator("#id_name").focus()
    for letter in "ABCDE":
        page.keyboard.press(f"Shift+{letter}")
    assert page.url.endswith("/gallery/")
    assert page.locator("#id_name").input_value() == "ABCDE"


def test_without_scripts_it_is_a_plain_link_and_the_menu_is_open(
    chromium: Browser, visitor: BrowserContext, live_site: str
) -> None:
    context = chromium.new_context(
        java_script_enabled=False, base_url=live_site, viewport={"width": PHONE, "height": 800}
    )
    context.route("https://www.bbc.co.uk/**", weather)
    page = context.new_page()
    page.goto("/gallery/")
    assert page.get_by_role("link", name="Publications", exact=True).is_visible()
    page.locator(".app-exit__button").click()
    page.wait_for_url("**/weather")
    context.close()


def test_the_way_out_is_the_second_stop_of_the_tab_key(page: Page) -> None:
    page.goto("/gallery/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Exit this page quickly"


def test_the_menu_opens_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto("/gallery/")
    link = page.get_by_role("link", name="Publications", exact=True)
    link.wait_for(state="hidden")
    page.get_by_role("button", name="Menu").click()
    assert link.is_visible()


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("address", ["/gallery/", "/exit-this-page/", "/nowhere/"])
def test_axe_finds_nothing_and_every_target_can_be_touched(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(SMALL_TARGETS) == []


def test_a_visit_leaves_nothing_and_asks_nobody_else(visitor: BrowserContext, live_site: str) -> None:
    """Rule R15."""
    page = visitor.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ["/", "/gallery/", "/exit-this-page/", "/nowhere/"]:
        page.goto(address)
        page.wait_for_load_state("networkidle")
    assert {url[: len(live_site)] for url in asked} == {live_site}
    assert visitor.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
