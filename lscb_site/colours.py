"""Colours, and the shades that a board's brand colour gives."""

import re
from dataclasses import dataclass
from typing import Self

from lscb_site import contrast

HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)


@dataclass(frozen=True)
class Colour:
    """An sRGB colour; each channel is 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """The colour written as "#1d70b8" or "#17b"; ValueError for anything else."""
        match = HEX.fullmatch(text.strip())
        if not match:
            raise ValueError(f"{text!r} is not a colour. Write it like #1d70b8.")
        digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
        return cls(*bytes.fromhex(digits))

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 (black) to 1 (white)."""
        return contrast.luminance(str(self))

    def contrast(self, other: "Colour") -> float:
        """The contrast ratio of two colours, 1 to 21."""
        lighter, darker = sorted((self.luminance, other.luminance), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)

    def mixed(self, other: "Colour", share: float) -> "Colour":
        """This colour with `share` (0 to 1) of another mixed in."""
        ours, theirs = (self.red, self.green, self.blue), (other.red, other.green, other.blue)
        return Colour(*(round(a + (b - a) * share) for a, b in zip(ours, theirs, strict=True)))


WHITE = Colour(255, 255, 255)
BLACK = Colour(11, 12, 12)


@dataclass(frozen=True)
class Brand:
    """A brand colour and the shades that the style sheet needs of it."""

    colour: Colour

    @classmethod
    def of(cls, text: str) -> Self:
        """The brand of a colour written as "#1d70b8"."""
        return cls(Colour.parse(text))

    @property
    def text(self) -> Colour:
        """White or black: whichever reads better on the brand colour."""
        return max((WHITE, BLACK), key=self.colour.contrast)

    @property
    def link(self) -> Colour:
        """The brand colour, darkened until it reads as text on the palest tint of itself."""
        return self._darkened(self.colour, against=self.tint)

    @property
    def hover(self) -> Colour:
        """Of a button or band under the pointer: never paler text than before."""
        return self.colour.mixed(BLACK if self.text == WHITE else WHITE, 0.22)

    @property
    def shadow(self) -> Colour:
        """Of the lower edge of a button."""
        return self.colour.mixed(BLACK, 0.5)

    @property
    def deep(self) -> Colour:
        """Nearly black with a touch of the brand: headings, the footer's ground."""
        return self._darkened(self.colour.mixed(BLACK, 0.72), against=WHITE, ratio=10)

    @property
    def tint(self) -> Colour:
        """Nearly white with a touch of the brand: the ground of panels."""
        return self.colour.mixed(WHITE, 0.94)

    @property
    def border(self) -> Colour:
        """A soft line of the brand's hue."""
        return self.colour.mixed(WHITE, 0.65)

    @staticmethod
    def _darkened(colour: Colour, *, against: Colour, ratio: float = contrast.ENOUGH) -> Colour:
        while colour.contrast(against) < ratio:
            colour = colour.mixed(BLACK, 0.1)
        return colour

    def properties(self) -> dict[str, str]:
        """The custom properties of the style sheet, by name without the dashes."""
        shades = {
            "brand": self.colour,
            "brand-text": self.text,
            "brand-hover": self.hover,
            "brand-shadow": self.shadow,
            "brand-deep": self.deep,
            "brand-tint": self.tint,
            "brand-border": self.border,
            "link": self.link,
            "link-hover": self.link.mixed(BLACK, 0.45),
        }
        return {f"app-{name}": str(colour) for name, colour in shades.items()}
