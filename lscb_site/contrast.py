"""How well white text can be read on a colour, as WCAG 2.2 measures it."""

import re

from django.core.exceptions import ValidationError

ENOUGH = 4.5  # WCAG 2.2, success criterion 1.4.3 (AA), for text of ordinary size
HEX_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def luminance(colour: str) -> float:
    """The relative luminance of "#rrggbb", from 0 (black) to 1 (white)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_with_white(colour: str) -> float:
    """The contrast of white text on "#rrggbb", from 1 to 21."""
    return 1.05 / (luminance(colour) + 0.05)


def validate_brand_colour(colour: str) -> None:
    """ValidationError, with the measured contrast, if white text on the colour is hard to read."""
    if not HEX_COLOUR.fullmatch(colour):
        raise ValidationError(
            "Type the colour as # and six figures or letters a to f, for example #1d4f73.", code="colour"
        )
    measured = contrast_with_white(colour)
    if measured < ENOUGH:
        shown = min(round(measured, 2), ENOUGH - 0.01)  # 4.496 is too little and must not be shown as 4.50
        raise ValidationError(
            f"White text on {colour} has a contrast of {shown:.2f} to 1; WCAG AA asks for at least {ENOUGH} to 1. "
            "Choose a darker colour.",
            code="contrast",
        )
