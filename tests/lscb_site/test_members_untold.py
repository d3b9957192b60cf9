"""Outside the members' area nothing of it is named: not in lists, not in links, not by its files' addresses."""

from typing import Any

import pytest
from django.test import Client

from lscb_site.blocks.body import BodyBlock
from lscb_site.members.area import GROUP
from lscb_site.models import (
    BriefingPage,
    FooterLink,
    NavigationItem,
    NavigationSettings,
    QuickLink,
    StandardPage,
)
from tests.lscb_site.members import AREA, SIGN_IN, Area, add, person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("area"), pytest.mark.slow]
WORDS = ("ebra", "Lynx", "For the board", "quokkas", "/members/minutes", "/members/papers")


def told(address: str) -> list[str]:
    answer = Client().get(address)
    text = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()
    return [word for word in WORDS if word in text]


@pytest.mark.parametrize(
    "address",
    ["/", "/sitemap.xml", "/topics/", "/publications/", "/publications/feed.atom", "/publications.json",
     "/robots.txt", "/contact-us/", "/nowhere/", SIGN_IN],
)  # fmt: skip
def test_lists_and_feeds(address: str) -> None:
    assert told(address) == []


def test_search_and_topics() -> None:
    assert "Nothing found" in Client().get("/search/?q=zebras").text
    assert Client().get("/topics/quokkas/").status_code == 404


def test_briefings_in_the_area_are_in_no_list(area: Area) -> None:
    add(area.front, BriefingPage(title="Zebra briefing"))
    from lscb_site.briefings import all_of

    request: Any = Client().get("/").wsgi_request
    assert "Zebra briefing" not in [briefing.title for briefing in all_of(request)]


def test_links_that_editors_set(area: Area) -> None:
    links = NavigationSettings.load()
    links.items.add(NavigationItem(page=area.front), NavigationItem(page=area.minutes))
    links.footer_links.add(FooterLink(text="Zebra minutes", page=area.minutes))
    links.save()
    QuickLink.objects.create(title="Zebra link", page=area.minutes)
    this = f'<a linktype="page" id="{area.minutes.pk}">this</a>'
    that = f'<a linktype="document" id="{area.document.pk}">that</a>'
    body: Any = [
        ("quick_links", {"heading": "", "group": ""}),
        ("links", {"heading": "", "links": [{"title": "", "page": area.papers.pk, "address": ""}]}),
        ("documents", {"heading": "", "documents": [{"title": "", "document": area.document.pk, "address": ""}]}),
        ("text", f"<p>See {this} and {that}.</p>"),
    ]
    body = BodyBlock().to_python([{"type": kind, "value": value} for kind, value in body])
    public = add(area.home, StandardPage(title="Public", slug="public", body=body))
    assert told(public.url) == []
    assert "See <a>this</a> and <a>that</a>." in Client().get(public.url).text
    inside = add(area.front, StandardPage(title="Inside", slug="inside", body=body))
    shown = signed_in(person("bea", "Executive")).get(inside.url).text
    for word in ("Zebra link", "Lynx papers", area.file, area.minutes.url):
        assert word in shown


def test_where_one_signs_in_may_be_linked_to(area: Area) -> None:
    links = NavigationSettings.load()
    links.footer_links.add(FooterLink(text="Members of the board", page=area.front))
    links.save()
    assert f'href="{AREA}">Members of the board' in Client().get("/").text


def test_a_page_of_the_area_says_nothing_to_machines(area: Area) -> None:
    head, _, body = signed_in(person("amal", GROUP)).get(area.minutes.url).text.partition("</head>")
    assert "canonical" not in head
    assert "og:" not in head
    assert "Was this page useful" not in body


def test_its_files_have_no_other_address(area: Area) -> None:
    name = area.document.filename
    for public in (True, False):
        if public:
            area.document.mark(by=person(f"m{public}"), at=area.front.last_published_at)
        else:
            area.document.unmark()
        area.document.save()
        assert Client().get(f"/documents/{area.document.pk}/{name}").status_code == 404


def test_its_pictures_neither(area: Area) -> None:
    rendition = area.image.get_rendition("max-100x100")
    area.image.mark(by=person("m"), at=area.front.last_published_at)
    area.image.save()
    assert Client().get(rendition.file.url).status_code == 404
    browser = signed_in(person("amal", GROUP))
    answer = browser.get(f"/members/images/{rendition.pk}/")
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)[:4] == b"\x89PNG"
    assert signed_in(person("ed", "Editors")).get(f"/members/images/{rendition.pk}/").status_code == 404
