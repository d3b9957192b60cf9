"""The brand colour: white text on it must be readable."""

import pytest
from django.core.exceptions import ValidationError

from lscb_site.contrast import contrast_with_white, validate_brand_colour

REFUSED = [
    ("#ffdd00", "White text on #ffdd00 has a contrast of 1.35 to 1; WCAG AA asks for at least 4.5 to 1."),
    ("#ffffff", "a contrast of 1.00 to 1"),
    ("#777777", "a contrast of 4.48 to 1"),
    ("red", "Type the colour as # and six"),
    ("#abc", "Type the colour as # and six"),
    ("#12345g", "Type the colour as # and six"),
]


@pytest.mark.parametrize(("colour", "sentence"), REFUSED)
def test_a_colour_that_cannot_be_used(colour: str, sentence: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        validate_brand_colour(colour)
    assert sentence in refusal.value.messages[0]


@pytest.mark.parametrize("colour", ["#1d4f73", "#000000", "#767676", "#1D70B8"])
def test_a_colour_that_can(colour: str) -> None:
    validate_brand_colour(colour)


@pytest.mark.parametrize(("colour", "measured"), [("#000000", 21), ("#ffffff", 1), ("#767676", 4.54)])
def test_contrast_as_published_calculators_give_it(colour: str, measured: float) -> None:
    assert contrast_with_white(colour) == pytest.approx(measured, abs=0.005)
