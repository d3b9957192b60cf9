"""The pictures of one page that are compared to see what can't be seen."""

import contextlib
from collections.abc import Iterable
from functools import cached_property

import pypdfium2.raw as pdfium

from publications.checks.drawn import Drawn
from publications.checks.hidden.ink import Picture
from publications.checks.sheet import Sheet, fair_scale

SCALE = 1.5
MOST_PIXELS = 4_000_000


class View:
    """A page drawn in several ways, each when it is first asked for."""

    def __init__(self, sheet: Sheet, *, has_layers_off: bool = False) -> None:
        self.sheet, self.has_layers_off = sheet, has_layers_off
        self.scale = fair_scale(sheet, SCALE, MOST_PIXELS)

    def without(self, objects: Iterable[Drawn], *, annotations: bool = True) -> Picture:
        """The page with these objects left out."""
        return self.sheet.picture(self.scale, without=objects, annotations=annotations)

    @cached_property
    def texts(self) -> dict[int, Drawn]:
        """The objects that show letters, by their addresses."""
        return {each.address: each for each in self.sheet.drawn if each.is_text}

    @cached_property
    def whole(self) -> Picture:
        """As a reader sees it."""
        return self.without([])

    @cached_property
    def bare(self) -> Picture:
        """Without any letter."""
        return self.without(self.texts.values()) if self.texts else self.whole

    @cached_property
    def letters_alone(self) -> Picture:
        """Every letter in black on empty paper, whatever its colour, and also those that are not drawn."""
        with contextlib.closing(self.sheet.again()) as fresh:
            for each in fresh.drawn:
                if each.is_text:
                    pdfium.FPDFTextObj_SetTextRenderMode(each.handle, pdfium.FPDF_TEXTRENDERMODE_FILL)
                    pdfium.FPDFPageObj_SetFillColor(each.handle, 0, 0, 0, 255)
            others = [each for each in fresh.drawn if not each.is_text and not each.is_form]
            return fresh.picture(self.scale, without=others, annotations=False)
