"""A frozen text as readers get it: marks of notes as links, pictures with their addresses."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from publications.web import frozen
from publications.web.frozen import Document, Note, Picture


@dataclass(frozen=True)
class ShownNote:
    """A note with its number and the addresses of its marks, to which it leads back."""

    number: int
    html: SafeString
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """What the template reads: (kind of block, its values) pairs, and the notes."""

    blocks: tuple[tuple[str, dict[str, Any]], ...]
    notes: tuple[ShownNote, ...]


def shown(document: Document, picture_address: Callable[[int], str]) -> Shown:
    """A text that was read; `picture_address` gives the address of a picture by its number."""
    return Shower(document, picture_address).shown()


class Shower:
    """Goes through a text once, from its beginning, so that marks are numbered as a reader comes to them."""

    def __init__(self, document: Document, picture_address: Callable[[int], str]) -> None:
        self.document, self.picture_address = document, picture_address
        self.pictures = {picture.number: picture for picture in document.pictures}
        self.numbers = {note.label: number for number, note in enumerate(document.notes, start=1)}
        self.marks: Counter[int] = Counter()

    def shown(self) -> Shown:
        """All of it."""
        blocks = tuple((frozen.NAMES[type(block)], self.values(block)) for block in self.document.blocks)
        return Shown(blocks, tuple(map(self.note, self.document.notes)))

    def values(self, block: frozen.Block) -> dict[str, Any]:
        """What the template shows of a block."""
        if isinstance(block, frozen.Heading):
            return {"text": block.text, "level": block.level}
        if isinstance(block, frozen.Text):
            return {"html": self.marked(block.html)}
        if isinstance(block, frozen.Table):
            rows = [[self.marked(cell) for cell in row] for row in block.rows]
            return {
                "caption": block.caption, "columns": block.columns, "rows": rows, "row_headings": block.row_headings,
            }  # fmt: skip
        return self.figure(block, self.pictures[block.picture])

    def figure(self, block: frozen.Figure, picture: Picture) -> dict[str, Any]:
        """A picture, with its size so that nothing jumps when it comes."""
        return {
            "address": self.picture_address(picture.number),
            "alternative": block.alternative,
            "caption": block.caption,
            "width": picture.width,
            "height": picture.height,
        }

    def marked(self, html: str) -> SafeString:
        """Cleaned HTML with each mark as a link to its note."""
        return mark_safe(frozen.MARK.sub(self.mark, html))  # noqa: S308 - `frozen.read` refused what `clean` would change

    def mark(self, found: "re.Match[str]") -> str:
        """The link of one mark; a mark without a note stays as it is."""
        number = self.numbers.get(found[1])
        if number is None:
            return found[0]
        self.marks[number] += 1
        return format_html(
            '<sup class="app-noted"><a href="#fn-{}" id="{}" role="doc-noteref" aria-label="Footnote {}">{}</a></sup>',
            number, mark_address(number, self.marks[number]), number, number,
        )  # fmt: skip

    def note(self, note: Note) -> ShownNote:
        """A note, once all marks are counted."""
        number = self.numbers[note.label]
        html = mark_safe(note.html)  # noqa: S308 - as above
        marks = tuple(mark_address(number, which) for which in range(1, self.marks[number] + 1))
        return ShownNote(number, html, marks)


def mark_address(number: int, which: int) -> str:
    """The address of a mark on its page: the first one's has no count."""
    return f"fnref-{number}" if which == 1 else f"fnref-{number}-{which}"
