"""The pictures of one page that are compared to see what can't be seen."""

from collections.abc import Iterable
from functools import cached_property

import pypdfium2.raw as pdfium

from publications.checks.hidden.ink import Picture
from publications.checks.sheet import Drawn, Sheet, fair_scale

SCALE = 1.5
MOST_PIXELS = 6_000_000


class View:
    """A page drawn in several ways, each when it is first asked for."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.scale = fair_scale(sheet, SCALE, MOST_PIXELS)

    def without(self, objects: Iterable[Drawn], *, annotations: bool = True) -> Picture:
        """The page with these objects left out."""
        return self.sheet.picture(self.scale, without=objects, annotations=annotations)

    @cached_property
    def whole(self) -> Picture:
        """As a reader sees it."""
        return self.without([])

    @cached_property
    def bare(self) -> Picture:
        """Without any letter."""
        return self.without(each for each in self.sheet.drawn if each.is_text)

    @cached_property
    def paper(self) -> Picture:
        """Nothing but empty paper."""
        return self.without(_not_forms(self.sheet.drawn), annotations=False)

    @cached_property
    def letters_alone(self) -> Picture:
        """Every letter in black on empty paper, whatever its colour, and also those that are not drawn.

        Changes the page for good: to be asked for after all others.
        """
        for each in self.sheet.drawn:
            if each.is_text:
                pdfium.FPDFTextObj_SetTextRenderMode(each.handle, pdfium.FPDF_TEXTRENDERMODE_FILL)
                pdfium.FPDFPageObj_SetFillColor(each.handle, 0, 0, 0, 255)
        return self.without((each for each in _not_forms(self.sheet.drawn) if not each.is_text), annotations=False)


def _not_forms(objects: Iterable[Drawn]) -> Iterable[Drawn]:
    return (each for each in objects if each.type != pdfium.FPDF_PAGEOBJ_FORM)
