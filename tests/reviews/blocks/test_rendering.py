"""Every block about reviews, with nothing in it and with everything."""

import html
import re

import pytest
from wagtail.blocks import Block

from reviews.blocks import body_blocks
from reviews.models import StatutoryGuidance
from tests.reviews.samples import SHOWN, full

pytestmark = pytest.mark.django_db

BLOCKS = dict(body_blocks())


@pytest.fixture
def edition() -> StatutoryGuidance:
    return StatutoryGuidance.objects.get(year=2015)


def words(markup: str) -> str:
    """The text a reader sees, and the addresses, with single spaces."""
    return " ".join(html.unescape(re.sub(r"<(?!a )[^>]*>", "", markup)).split())


@pytest.mark.parametrize("name", BLOCKS)
def test_with_nothing_in_it_a_block_shows_nothing(name: str) -> None:
    block = BLOCKS[name]
    assert words(block.render(block.to_python({}))) == ""


@pytest.mark.parametrize("name", BLOCKS)
def test_with_everything_in_it_a_block_shows_it_in_order(name: str, edition: StatutoryGuidance) -> None:
    block = BLOCKS[name]
    shown, at = words(block.render(block.to_python(full(edition.pk)[name]))), 0
    for piece in SHOWN[name]:
        at = shown.find(piece, at)
        assert at >= 0, f"{piece!r} is missing, or out of order, in: {shown}"


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_explains_itself(name: str) -> None:
    block: Block = BLOCKS[name]
    assert block.get_description()
    assert block.meta.icon != "placeholder"
    assert block.meta.group == "About reviews"
    assert words(block.render(block.get_preview_value()))


def test_no_block_is_forgotten_here(edition: StatutoryGuidance) -> None:
    assert set(BLOCKS) == set(SHOWN) == set(full(edition.pk))
