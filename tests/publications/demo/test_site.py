"""The demo's pages: every type and every block, and all of them open."""

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page, get_page_models

from lscb_site.blocks.body import BodyBlock
from lscb_site.models import BasePage, Contact
from publications.models import Publication

pytestmark = pytest.mark.django_db
DRAMA = ("01632 960", "999")


def blocks_used() -> Iterator[str]:
    """The names of the blocks in the bodies and sections of all live pages."""
    for page in Page.objects.live().specific():
        for field in page._meta.get_fields():
            if hasattr(field, "stream_block"):
                yield from (block.block_type for block in getattr(page, field.name))


def test_the_demo_shows_every_page_type_and_every_block(client: Client) -> None:
    call_command("demo", stdout=StringIO())
    types = {type(page) for page in Page.objects.live().specific()}
    assert {model for model in get_page_models() if issubclass(model, BasePage)} <= types
    assert set(BodyBlock().child_blocks) <= set(blocks_used())
    every_page_opens(client)
    for contact in Contact.objects.all():
        for phone in contact.phone_numbers.all():
            assert phone.number.startswith(DRAMA)


def every_page_opens(client: Client) -> None:
    """To a visitor: pages, record pages and the lists."""
    addresses = [page.url for page in Page.objects.live().exclude(depth=1)]
    reviews = {publication.review for publication in Publication.objects.select_related("review")}
    assert len(addresses) > 20
    for address in [*addresses, "/publications/", "/topics/", "/search/?q=sleep"]:
        assert status(client, address) == 200, address
    assert {status(client, review.get_absolute_url()) for review in reviews} == {200, 404}  # 404: only drafts so far


def status(client: Client, address: str) -> Any:
    return client.get(address).status_code
