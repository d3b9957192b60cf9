"""What stands round every page: kept by its rows, so that a change of any kind shows on the very next page."""

import re
from collections.abc import Callable
from typing import Any
from unittest import mock

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction, Site

from lscb_site import frame
from lscb_site.models import (
    BoardImage,
    BoardSettings,
    Contact,
    FooterLink,
    NavigationItem,
    NavigationSettings,
    Partner,
    PhoneNumber,
    StandardPage,
)
from tests.lscb_site import samples

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def page() -> StandardPage:
    """A page in the menu, chosen for the navigation and linked at the foot of every page."""
    home = Site.objects.get().root_page
    made = home.add_child(instance=StandardPage(title="Quokkas", slug="quokkas", show_in_menus=True))
    navigation = NavigationSettings.load()
    NavigationItem.objects.create(navigation=navigation, page=made, label="All quokkas")
    FooterLink.objects.create(navigation=navigation, page=made, text="Their keepers")
    return made


@pytest.fixture
def partner() -> Partner:
    BoardSettings.load()
    BoardSettings.objects.update(logo=samples.image("The board's"))
    samples.contact(urgent=True)
    return Partner.objects.create(name="Quokkaville", logo=samples.image("Crest"), logo_alt="Crest of the quokkas")


def shown() -> str:
    return Client().get("/publications/").text


def rename_board() -> None:
    BoardSettings.objects.update(name="Quokkaville Board", short_name="")


def give_logo(partner: Partner) -> None:
    partner.logo = BoardImage.objects.create(title="A wombat", file=get_test_image_file(filename="wombat.png"))
    partner.save()


def restrict(page: StandardPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="groups").groups.set(Group.objects.all())


CHANGES: dict[str, tuple[Callable[[StandardPage, Partner], Any], str, bool]] = {
    "the board's name": (lambda *_: rename_board(), "Quokkaville Board", True),
    "a label": (lambda *_: NavigationItem.objects.update(label="None"), "All quokkas", False),
    "an item gone": (lambda *_: NavigationItem.objects.all().delete(), "All quokkas", False),
    "the page taken down": (lambda page, _: page.unpublish(), "Their keepers", False),
    "the page taken down by a statement": (lambda *_: Page.objects.update(live=False), "Their keepers", False),
    "the page's address": (lambda page, _: rename(page), "/wombats/", True),
    "a link": (lambda *_: FooterLink.objects.update(text="Keepers of wombats"), "Keepers of wombats", True),
    "a contact": (lambda *_: Contact.objects.create(role="Duty quokka", urgent=True), "Duty quokka", True),
    "a partner": (lambda _, partner: Partner.objects.filter(pk=partner.pk).update(active=False), "Crest of the", False),
    "another logo": (lambda _, partner: give_logo(partner), "/media/images/wombat", True),
    "a telephone number": (lambda *_: PhoneNumber.objects.update(number="01632 960 099"), "01632 960 099", True),
}


def rename(page: StandardPage) -> None:
    page.slug = "wombats"
    page.save()


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_shows_on_the_next_page(page: StandardPage, partner: Partner, change: str) -> None:
    do, sign, is_there = CHANGES[change]
    assert (sign in shown()) is not is_there
    assert (sign in shown()) is not is_there, "and from what is kept"
    do(page, partner)
    assert (sign in shown()) is is_there


def test_pages_in_menus_too(page: StandardPage) -> None:
    NavigationItem.objects.all().delete()
    assert "Quokkas" in shown()
    restrict(page)
    assert "Quokkas" not in shown()
    PageViewRestriction.objects.all().delete()
    assert "Quokkas" in shown()
    Page.objects.filter(pk=page.pk).update(show_in_menus=False)
    assert "Quokkas" not in shown()


def test_one_statement_while_nothing_changes(page: StandardPage, partner: Partner) -> None:
    shown()
    shown()  # as the first made small copies of the logos
    with CaptureQueriesContext(connection) as asked:
        frame.frame_of(request())
    assert len(asked) == 1


def request() -> Any:
    return RequestFactory().get("/", headers={"Host": "testserver"})


def test_every_table_that_is_read_is_in_the_mark(page: StandardPage, partner: Partner) -> None:
    """Or a change there would not show: this fails when the frame learns to show something else."""
    with CaptureQueriesContext(connection) as asked:
        found = frame.made(request())
        assert [item.url for item in [*found.chosen, *found.footer_links]]
        assert [(each.logo.title, list(each.logo.renditions.all())) for each in found.partners]
        assert found.board.logo.title == "The board's"
        assert [number.number for each in found.urgent_contacts for number in each.phone_numbers.all()]
    read = set(re.findall(r'(?:FROM|JOIN) "(\w+)"', " ".join(query["sql"] for query in asked)))
    assert len(read) > 7
    assert read <= set(re.findall(r"FROM (\w+) AS one", frame.statement()))


def test_what_was_made_during_a_change_is_not_kept(page: StandardPage) -> None:
    def made_late(asked: Any) -> frame.Frame:
        FooterLink.objects.filter(page=page).update(text="Meanwhile")
        return make(asked)

    make, link = frame.made, FooterLink.objects.get(page=page)
    with mock.patch.object(frame, "made", made_late):
        assert "Meanwhile" in {each.text for each in frame.frame_of(request()).footer_links}
    link.save()
    assert "Meanwhile" not in {each.text for each in frame.frame_of(request()).footer_links}


def test_what_wagtail_remembers_is_not_kept(page: StandardPage) -> None:
    """Another process's memory of where the site begins, and what a request asked before a change."""
    NavigationItem.objects.all().delete()
    asked = request()
    BoardSettings.load(request_or_site=asked)
    Site.find_for_request(asked)
    Site.get_site_root_paths()
    BoardSettings.objects.update(name="Quokkaville Board")
    Site.objects.update(root_page=page)  # by a statement: nobody is told
    page.add_child(instance=StandardPage(title="Joeys", slug="joeys", show_in_menus=True))
    found = frame.frame_of(asked)
    assert (found.board.name, found.in_menus) == ("Quokkaville Board", [("Joeys", "/joeys/")])


def test_each_host_has_its_own_and_not_without_end() -> None:
    for number in range(frame.MOST_KEPT * 2):
        frame.keep(f"host-{number}", "mark", frame.made(request()))
        assert len(frame._kept) <= frame.MOST_KEPT
