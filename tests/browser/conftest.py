"""The real browser, and the site with its demo in it."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from tests import live
from tests.browser.looking import DESK, weather
from tests.databases import own_database

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox --disable-gpu --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run"
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser that is installed on this machine."""
    program = next(path for name in PROGRAMS if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET.split())
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def demo_site(demo_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The address of the demo, served as the application's role from a database of this module's own."""
    with django_db_blocker.unblock(), own_database(demo_database), live.serve() as address:
        yield address


@pytest.fixture
def reader(chromium: Browser, demo_site: str) -> Iterator[BrowserContext]:
    """A visitor of the demo with a fresh profile."""
    context = chromium.new_context(base_url=demo_site, viewport={"width": DESK, "height": 800}, accept_downloads=True)
    context.route("https://www.bbc.co.uk/**", weather)
    yield context
    context.close()


@pytest.fixture
def page_of_reader(reader: BrowserContext) -> Page:
    """An empty page of that visitor."""
    return reader.new_page()
