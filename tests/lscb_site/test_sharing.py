"""The one address of every public page, and what it shows where it is passed on."""

import re
from html import unescape

import pytest
from django.test import Client

from lscb_site.models import BoardSettings, HomePage, StandardPage

pytestmark = pytest.mark.django_db
PUBLIC = "https://www.example.org"


@pytest.fixture(autouse=True)
def _public_address(settings) -> None:
    settings.PUBLIC_URL = PUBLIC


def canonical(client: Client, address: str) -> str | None:
    found = re.search(r'<link rel="canonical" href="([^"]*)">', client.get(address).text)
    return unescape(found[1]) if found else None


def add(title: str, **fields: str) -> StandardPage:
    page = StandardPage(title=title, **fields)
    HomePage.objects.get().add_child(instance=page)
    return page


@pytest.mark.parametrize(
    ("asked", "known_as"),
    [
        ("/", "/"),
        ("/?utm_source=x", "/"),
        ("/publications/", "/publications/"),
        ("/publications/?page=1", "/publications/"),
        ("/publications/?page=3", "/publications/?page=3"),
        ("/publications/?page=x", "/publications/"),
        ("/publications/?page=²", "/publications/"),
        ("/publications/?page=2&q=sleep", "/publications/"),
        ("/topics/", "/topics/"),
        ("/search/?q=sleep", "/search/"),
        ("/exit-this-page/", "/exit-this-page/"),
    ],
)
def test_the_one_address(client: Client, asked: str, known_as: str) -> None:
    assert canonical(client, asked) == PUBLIC + known_as


def test_an_alias_is_known_as_its_original(client: Client) -> None:
    page = add("Procedures")
    alias = page.create_alias(update_slug="copy-of-procedures")
    assert canonical(client, alias.url) == canonical(client, page.url) == f"{PUBLIC}/procedures/"


def test_an_error_page_has_none(client: Client) -> None:
    text = client.get("/nowhere/").text
    assert "canonical" not in text
    assert "og:" not in text


def test_what_is_shown_of_a_page(client: Client) -> None:
    BoardSettings.objects.update_or_create(defaults={"name": "Anyshire “& Co” Board"})
    page = add('How to "ask"', search_description="Whom to ask, and how.")
    head = client.get(page.url).text.split("</head>")[0]
    shown = {name: unescape(said) for name, said in re.findall(r'<meta property="([^"]+)" content="([^"]*)">', head)}
    assert shown == {
        "og:url": f"{PUBLIC}/how-to-ask/",
        "og:type": "website",
        "og:locale": "en_GB",
        "og:site_name": "Anyshire “& Co” Board",
        "og:title": 'How to "ask"',
        "og:description": "Whom to ask, and how.",
    }


def test_what_was_searched_for_is_not_shown(client: Client) -> None:
    head = client.get("/search/?q=quokka").text.split("</head>")[0]
    assert "quokka" not in head.replace("<title>Search: quokka", "")
