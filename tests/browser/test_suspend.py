"""In an emergency: from any screen of a publication to dark for everybody, in as few steps as there can be."""

from collections.abc import Iterator

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, Response

from publications.models import Publication, Suspension
from tests.browser.looking import DESK, PHONE
from tests.publications import factories

pytestmark = pytest.mark.browser
CHECKLIST = (
    "ask Google and Bing to remove the address by their forms",
    "Web archives",
    "The national collection",
    "Partners",
    "whether the Information Commissioner must be told within 72 hours",
)


@pytest.fixture
def publication(live_site: str) -> Publication:
    """A report that everybody can read."""
    assert live_site
    return factories.released(factories.publication(factories.review("Child G")))


@pytest.fixture
def editor(chromium: Browser, live_site: str, publication: Publication) -> Iterator[BrowserContext]:
    """Board staff, signed in."""
    assert publication.pk
    client = Client()
    client.force_login(factories.in_group("Edith", "Editors"))
    context = chromium.new_context(base_url=live_site, viewport={"width": DESK, "height": 800})
    name = django_settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_site}])
    yield context
    context.close()


@pytest.fixture
def visitor(chromium: Browser, live_site: str) -> Iterator[BrowserContext]:
    """Somebody outside."""
    context = chromium.new_context(base_url=live_site)
    yield context
    context.close()


def count_pages(page: Page) -> list[str]:
    """The addresses of pages as they are loaded from now on, redirects not counted."""
    loaded: list[str] = []

    def note(answer: Response) -> None:
        if answer.request.is_navigation_request() and answer.status == 200:
            loaded.append(answer.url)

    page.on("response", note)
    return loaded


def screens(publication: Publication) -> dict[str, str]:
    """Every screen of a publication that its menu or its buttons lead to."""
    return {
        "its own": reverse("publications_admin:inspect", args=[publication.pk]),
        "its details": reverse("publications_admin:edit", args=[publication.pk]),
        "its deletion": reverse("publications_admin:delete", args=[publication.pk]),
        "its correction": reverse("publications_actions:publication", args=[publication.pk, "correct"]),
    }


@pytest.mark.parametrize(
    ("screen", "width"),
    [("its own", DESK), ("its own", PHONE), ("its details", PHONE), ("its deletion", DESK), ("its correction", DESK)],
)
def test_two_pages_and_two_fields_take_it_dark(
    editor: BrowserContext, visitor: BrowserContext, publication: Publication, screen: str, width: int
) -> None:
    address = publication.get_absolute_url()
    assert visitor.request.get(address).status == 200
    page = editor.new_page()
    page.set_default_timeout(8000)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(screens(publication)[screen])
    loaded = count_pages(page)

    page.get_by_role("link", name="Suspend now").first.click()
    page.get_by_label("Identification error").check()
    page.get_by_label("In a few words").fill("A name on page 12")
    page.get_by_role("button", name="Suspend now").click()
    page.get_by_text("Suspended. It is dark.").wait_for()

    answer = visitor.request.get(address)
    assert answer.status == 410
    assert "page 12" not in answer.text()
    assert Suspension.objects.get().category == "identification"
    assert len(loaded) == 2, loaded
    shown = page.locator("main").text_content() or ""
    assert [words for words in CHECKLIST if words not in shown] == []


def test_the_form_asks_for_two_things_and_nothing_more(editor: BrowserContext, publication: Publication) -> None:
    page = editor.new_page()
    page.goto(reverse("publications_actions:publication", args=[publication.pk, "suspend"]))
    names = page.locator("main form [name]").evaluate_all("all => all.map(one => one.name)")
    assert set(names) - {"csrfmiddlewaretoken"} == {"category", "reason"}
