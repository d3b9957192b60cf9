"""What an officer sees while a file is checked, and a second person before signing it off."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page

from publications import actions, checking
from publications.admin import results
from publications.demo import bad
from publications.models import CheckFinding, FileVersion, Publication
from tests.browser.looking import DESK, PHONE, axe
from tests.publications import factories

pytestmark = pytest.mark.browser


@pytest.fixture
def publication(live_site: str) -> Publication:
    """A document without a file."""
    assert live_site
    return factories.publication(factories.review("Child G"))


@pytest.fixture
def sign_in(chromium: Browser, live_site: str) -> Iterator[Callable[[Any], BrowserContext]]:
    """Makes a browser in which somebody is signed in."""
    contexts = []

    def signed_in(person: Any) -> BrowserContext:
        client = Client()
        client.force_login(person)
        context = chromium.new_context(base_url=live_site, viewport={"width": DESK, "height": 900})
        name = django_settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_site}])
        context.set_default_timeout(20_000)
        contexts.append(context)
        return context

    yield signed_in
    for context in contexts:
        context.close()


def inspect(publication: Publication) -> str:
    """The address of its screen."""
    return reverse("publications_admin:inspect", args=[publication.pk])


def test_the_findings_come_by_themselves_while_one_waits(
    sign_in: Callable[[Any], BrowserContext], publication: Publication, tmp_path: Path
) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(bad.drawn("box", "comment"))
    page = sign_in(factories.in_group("Edith", "Editors")).new_page()
    page.goto(inspect(publication))
    page.get_by_role("link", name="Upload the file").first.click()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Upload").click()
    page.get_by_text(results.WAITING).wait_for()
    loaded: list[str] = []
    page.on("framenavigated", lambda frame: loaded.append(frame.url))

    call_command("work", "--once")
    page.get_by_role("heading", name="Stops the release").wait_for()
    assert loaded == [], "without loading the page anew"
    assert page.get_by_role("status").filter(has_text="stops the release").count() == 1
    assert page.get_by_text("Look at what the checks found.", exact=True).count() == 1
    assert page.get_by_role("link", name="Overrule what the checks found").count() == 1


def test_without_a_script_a_link_shows_them(
    chromium: Browser, sign_in: Callable[[Any], BrowserContext], live_site: str, publication: Publication
) -> None:
    editor = factories.in_group("Edith", "Editors")
    cookies = sign_in(editor).cookies()
    actions.upload(publication, file=factories.pdf(), by=editor)
    context = chromium.new_context(base_url=live_site, java_script_enabled=False)
    context.add_cookies(cookies)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(inspect(publication))
    assert page.get_by_text(results.WAITING).count() == 1
    call_command("work", "--once")
    page.get_by_role("link", name="Look again").click()
    assert page.get_by_text(results.WAITING).count() == 0
    assert page.get_by_text(results.OUTCOMES[results.Verdict.OPEN]).count() == 1
    context.close()


@pytest.fixture
def flawed(publication: Publication) -> FileVersion:
    """A file with several flaws, checked."""
    return factories.flawed("box", "white", "comment", "properties", of=publication, by=factories.editor())


SCREENS = ("its own", "the file", "a finding", "the overruling", "the return", "the watch list", "the clean copy")


def test_the_screens_fit_and_are_accessible(sign_in: Callable[[Any], BrowserContext], flawed: FileVersion) -> None:
    person = factories.in_group("Both", "Editors")
    person.groups.add(*factories.in_group("Ada", "Approvers").groups.all())
    page, wrong = sign_in(person).new_page(), {}
    for screen, width in product(SCREENS, (DESK, PHONE)):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address(flawed, screen))
        page.wait_for_load_state("networkidle")
        wrong[screen, width] = looks_wrong(page)
    assert not any(wrong.values()), wrong


def address(version: FileVersion, screen: str) -> str:
    """Where a screen is."""
    finding = CheckFinding.objects.filter(kind="text_under_box").earliest("pk")
    return {
        "its own": inspect(version.publication),
        "the file": reverse("publications_actions:checks", args=[version.pk]),
        "a finding": reverse("publications_actions:finding", args=[version.pk, finding.pk]),
        "the overruling": reverse("publications_actions:version", args=[version.pk, "overrule"]),
        "the return": reverse("publications_actions:version", args=[version.pk, "return"]),
        "the watch list": reverse("publications_actions:watch", args=[version.pk]),
        "the clean copy": reverse("publications_actions:version", args=[version.pk, "clean"]),
    }[screen]


def looks_wrong(page: Page) -> list[Any]:
    """What axe finds wrong in what is ours, that something sticks out, that a picture is missing."""
    wrong: list[Any] = [
        (rule, ours) for rule, nodes in axe(page) if (ours := [each for each in nodes if "ledger" in each])
    ]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        wrong.append("wider than the screen")
    if page.evaluate("[...document.querySelectorAll('main img')].some(one => one.complete && !one.naturalWidth)"):
        wrong.append("a picture is missing")
    return wrong


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_second_person_signs_off_with_everything_in_view(
    sign_in: Callable[[Any], BrowserContext], publication: Publication, width: int
) -> None:
    version = actions.upload(publication, file=factories.pdf(), by=factories.editor())
    checking.check_now(version)
    page = sign_in(factories.in_group("Ada", "Approvers")).new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(inspect(publication))
    page.get_by_role("link", name="Sign off the file").first.click()
    page.get_by_role("heading", name="Its pages").wait_for()
    page.wait_for_load_state("networkidle")
    assert looks_wrong(page) == []
    for group in page.get_by_role("group").filter(has=page.get_by_label("Yes", exact=True)).all():
        group.get_by_label("Yes", exact=True).check()
    for answer in page.get_by_label("Yes", exact=True).all():
        answer.check()
    page.get_by_label("I opened this file and read it.").check()
    page.get_by_role("button", name="Sign off").click()
    page.get_by_text("Signed off. It can now be released.").wait_for()
