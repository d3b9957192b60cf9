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

    def darkened(self, *, against: "Colour", ratio: float) -> "Colour":
        """This colour, or the palest darker shade (in steps of a tenth) with at least that contrast."""
        colour = self
        while colour.contrast(against) < ratio:
            colour = colour.mixed(BLACK, 0.1)
        return colour


WHITE = Colour(255, 255, 255)
BLACK = Colour(11, 12, 12)


@dataclass(frozen=True)
class Brand:
    """A colour on which white text can be read, and the shades that the style sheet needs of it."""

    colour: Colour

    @classmethod
    def of(cls, text: str) -> Self:
        """The brand of a colour written as "#1d70b8"; one too pale for white text is darkened until it isn't."""
        return cls(Colour.parse(text).darkened(against=WHITE, ratio=contrast.ENOUGH))

    @property
    def link(self) -> Colour:
        """The brand as text: it reads on its own palest tint too."""
        return self.colour.darkened(against=self.tint, ratio=contrast.ENOUGH)

    @property
    def hover(self) -> Colour:
        """Of a button under the pointer."""
        return self.colour.mixed(BLACK, 0.22)

    @property
    def shadow(self) -> Colour:
        """Of the lower edge of a button."""
        return self.colour.mixed(BLACK, 0.5)

    @property
    def deep(self) -> Colour:
        """Nearly black with a touch of the brand: headings, the footer's ground."""
        return self.colour.mixed(BLACK, 0.72).darkened(against=WHITE, ratio=10)

    @property
    def tint(self) -> Colour:
        """Nearly white with a touch of the brand: the ground of panels."""
        return self.colour.mixed(WHITE, 0.94)

    @property
    def border(self) -> Colour:
        """A soft line of the brand's hue."""
        return self.colour.mixed(WHITE, 0.65)

    def properties(self) -> dict[str, str]:
        """The custom properties of the style sheet, by name without the dashes."""
        shades = {
            "brand": self.colour,
            "brand-text": WHITE,
            "brand-hover": self.hover,
            "brand-shadow": self.shadow,
            "brand-deep": self.deep,
            "brand-tint": self.tint,
            "brand-border": self.border,
            "link": self.link,
            "link-hover": self.link.mixed(BLACK, 0.45),
        }
        return {f"app-{name}": str(colour) for name, colour in shades.items()}
