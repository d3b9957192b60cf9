"""A case of the tables: what must be found in a file, and a twin in which it must not be."""

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from tests.publications.checks.drawing import name, pdf


@dataclass(frozen=True)
class Case:
    """The kind that must be found, a file with it, and one without it."""

    kind: str
    bad: Callable[[], bytes]
    clean: Callable[[], bytes]


def page(draw: Callable[..., object], **options: object) -> Callable[[], bytes]:
    """A file of one page, drawn with these options."""
    return lambda: pdf(lambda canvas: draw(canvas, **options))


def visible(canvas: Canvas) -> None:
    """A line in which everything can be seen."""
    name(canvas)
