"""The shades that a brand colour gives can be read."""

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from lscb_site.colours import WHITE, Brand, Colour
from lscb_site.contrast import ENOUGH

channels = st.integers(0, 255)
colours = st.builds(Colour, channels, channels, channels)


@pytest.mark.parametrize(
    ("text", "written"), [("#1d70b8", "#1d70b8"), ("1D70B8", "#1d70b8"), ("#17b", "#1177bb"), (" #000 ", "#000000")]
)
def test_parse(text: str, written: str) -> None:
    assert str(Colour.parse(text)) == written


@pytest.mark.parametrize("text", ["", "blue", "#12345", "#1d70b8;}", "url(x)"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a colour"):
        Colour.parse(text)


def test_contrast_of_black_and_white_is_21() -> None:
    assert Colour(0, 0, 0).contrast(WHITE) == pytest.approx(21)


@given(colours)
def test_every_text_of_every_brand_can_be_read(colour: Colour) -> None:
    """Whatever the colour: words on the brand and on its hover shade, links on white and on the tint, the foot."""
    brand = Brand.of(str(colour))
    assert brand.colour.contrast(WHITE) >= ENOUGH
    assert brand.hover.contrast(WHITE) >= ENOUGH
    assert brand.link.contrast(WHITE) >= ENOUGH
    assert brand.link.contrast(brand.tint) >= ENOUGH
    assert brand.deep.contrast(WHITE) >= 7
    assert brand.deep.contrast(brand.tint) >= 7


def test_a_colour_that_passes_is_taken_as_it_is() -> None:
    assert str(Brand.of("#1d4f73").colour) == "#1d4f73"


def test_the_style_sheet_has_the_shades_of_its_own_default() -> None:
    """The properties in static/scss/_tokens.scss are those of its brand colour."""
    tokens = (settings.BASE_DIR / "static" / "scss" / "_tokens.scss").read_text()
    for name, value in Brand.of("#1d4f73").properties().items():
        assert f"--{name}: {value};" in tokens
