"""Navigation and breadcrumbs."""

import pytest
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, Site

from lscb_site import frame
from lscb_site.breadcrumbs import page_trail
from lscb_site.models import FooterLink, NavigationItem, NavigationSettings, StandardPage
from lscb_site.navigation import is_inside, navigation_items

pytestmark = pytest.mark.django_db
FRAME_QUERIES = 9  # board, items, site, its home page, restrictions, pages in menus, contacts, partners, links
SECTIONS = ["Publications", "Topics", "Search"]


@pytest.fixture
def home() -> Page:
    """The home page, with nothing below it in menus yet."""
    home = Site.objects.get().root_page
    home.get_children().update(show_in_menus=False)
    return home


def add(parent: Page, title: str, **fields: object) -> StandardPage:
    page: StandardPage = parent.add_child(instance=StandardPage(title=title, **fields))
    return page


def titles(path: str = "/") -> list[str]:
    request = RequestFactory().get(path)
    return [item.text for item in navigation_items(request, frame.made(request))]


def test_a_site_with_nothing_in_menus_shows_its_sections(home: Page) -> None:
    assert titles() == SECTIONS


def test_pages_in_menus_come_first(home: Page) -> None:
    add(home, "Reviews", show_in_menus=True)
    add(home, "Not in menus")
    add(home, "Draft", show_in_menus=True, live=False)
    assert titles() == ["Reviews", *SECTIONS]


def test_what_editors_chose_stands_alone_and_in_their_order(home: Page) -> None:
    about = add(home, "About us", show_in_menus=True)
    draft = add(home, "Draft", live=False)
    navigation = NavigationSettings.load()
    navigation.items.add(
        NavigationItem(section="publications", label="Our reports", sort_order=0),
        NavigationItem(page=draft, sort_order=1),
        NavigationItem(page=about, sort_order=2),
    )
    navigation.save()
    assert titles() == ["Our reports", "About us"]


@pytest.mark.parametrize(
    ("path", "address", "inside"),
    [("/", "/", True), ("/a/", "/", False), ("/a/", "/a/", True), ("/a/b/", "/a/", True), ("/ab/", "/a/", False)],
)
def test_which_part_of_the_site_one_is_in(path: str, address: str, inside: bool) -> None:
    assert is_inside(path, address) is inside


def test_breadcrumbs_are_the_pages_above(home: Page) -> None:
    child = add(add(home, "Reviews"), "Criteria")
    trail = page_trail(child, RequestFactory().get("/reviews/criteria/"))
    assert [(crumb.text, crumb.url) for crumb in trail] == [("Home", "/"), ("Reviews", "/reviews/"), ("Criteria", "")]
    assert page_trail(home, RequestFactory().get("/")) == []


def test_a_page_shows_both(client: Client, home: Page) -> None:
    add(add(home, "Reviews", show_in_menus=True), "Criteria")
    page = client.get("/reviews/criteria/").content.decode()
    assert '<a class="govuk-breadcrumbs__link" href="/reviews/">Reviews</a>' in page
    assert "govuk-service-navigation__item--active" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_frame_of_a_page_costs_the_same_however_much_it_shows(
    client: Client, home: Page, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    navigation = NavigationSettings.load()
    for index in range(number):
        page = add(home, f"Page {index}", show_in_menus=True)
        navigation.items.add(NavigationItem(page=page))
        navigation.footer_links.add(FooterLink(text=f"Link {index}", page=page))
    navigation.save()
    request = RequestFactory().get("/exit-this-page/")
    with django_assert_num_queries(FRAME_QUERIES):
        frame.made(request)
    client.get("/exit-this-page/")
    with django_assert_num_queries(1):
        client.get("/exit-this-page/")
