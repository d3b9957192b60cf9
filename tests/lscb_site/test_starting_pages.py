"""The pages of a new site: they are there, they can be read, and what they say is true of this software."""

from types import SimpleNamespace

import pytest
from django.test import Client
from wagtail.models import Page, Revision, Site

from lscb_site.models import FooterLink, HomePage, StandardPage
from lscb_site.starting_pages import make_starting_pages, make_when_installed

pytestmark = pytest.mark.django_db

ADDRESSES = ["/", "/contact-us/", "/our-partners/", "/accessibility-statement/", "/privacy/", "/cookies/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_new_site_has_pages(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "{noun}" not in answer.text


def test_each_has_its_revision_and_the_welcome_page_is_gone() -> None:
    pages = Page.objects.filter(depth__gte=2)
    assert {page.url for page in pages} >= set(ADDRESSES)
    assert all(Revision.objects.filter(object_id=str(page.pk)).exists() for page in pages)
    assert Site.objects.get().root_page.specific == HomePage.objects.get()


def test_legal_pages_are_linked_from_the_foot_of_every_page(client: Client) -> None:
    assert [link.text for link in FooterLink.objects.all()] == ["Accessibility statement", "Privacy", "Cookies"]
    foot = client.get("/").text.split("<footer")[1]
    for link in FooterLink.objects.all():
        assert f'href="{link.url}"' in foot


def test_they_are_made_once_and_what_is_deleted_stays_deleted() -> None:
    StandardPage.objects.get(slug="cookies").delete()
    make_starting_pages()
    later = SimpleNamespace(app_label="lscb_site", name="0099_later")
    make_when_installed(plan=[(later, False)])
    assert not StandardPage.objects.filter(slug="cookies").exists()


def test_the_privacy_page_is_true_of_the_answers(client: Client) -> None:
    """What it promises, asked of the page itself; a browser test holds the rest (rule R15)."""
    answer = client.get("/privacy/")
    assert "no cookies" in answer.text
    assert not answer.cookies
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
