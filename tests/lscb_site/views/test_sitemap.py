"""The sitemap lists what anybody may see, and nothing else."""

from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.contrib.sitemaps import Sitemap
from django.test import Client
from wagtail.models import PageViewRestriction, Site

from lscb_site.models import StandardPage

pytestmark = pytest.mark.django_db


class Records(Sitemap):
    """What another app adds."""

    def items(self) -> list[str]:
        return ["/publications/child-g/"]

    def location(self, item: str) -> str:
        return item

    def lastmod(self, _item: str) -> datetime:
        return datetime(2027, 7, 3, tzinfo=UTC)


def locations(client: Client) -> list[str]:
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return [element.text or "" for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


def test_live_public_pages_are_listed_under_the_public_address(client: Client, settings: Any) -> None:
    settings.PUBLIC_URL = "https://www.example.org"
    home = Site.objects.get().root_page
    home.add_child(instance=StandardPage(title="Shown"))
    home.add_child(instance=StandardPage(title="Draft", live=False))
    private = home.add_child(instance=StandardPage(title="Private"))
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    listed = set(locations(client))
    assert {"https://www.example.org/", "https://www.example.org/shown/"} <= listed
    assert not {"https://www.example.org/draft/", "https://www.example.org/private/"} & listed


def test_other_apps_add_theirs(client: Client, settings: Any) -> None:
    settings.PUBLIC_URL = "https://www.example.org"
    settings.SITEMAPS = [f"{__name__}.Records"]
    assert "https://www.example.org/publications/child-g/" in locations(client)
    assert "<lastmod>2027-07-03</lastmod>" in client.get("/sitemap.xml").content.decode()
