"""From a draft to the text that is frozen, or to what has to be mended first."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from wagtail.rich_text import expand_db_html

from publications.models import DraftPicture, WebDraft
from publications.models.learning import tidy
from publications.web import frozen
from publications.web.html import clean, words

FIRST = "Begin with a heading of a chapter, or leave the headings out."
STEP = "The heading “{text}” is too small for where it stands: make it a section of the chapter above it."


@dataclass
class Frozen:
    """What a draft would be frozen as, and in sentences what keeps it from being frozen."""

    document: frozen.Document
    problems: list[str] = field(default_factory=list)


def frozen_from(draft: WebDraft) -> Frozen:
    """The draft as it is now; two queries."""
    pictures = {picture.number: picture for picture in draft.pictures.all()}
    document = Freezer(pictures).document(draft)
    return Frozen(document, list(problems_of(document, pictures)))


class Freezer:
    """Turns the blocks of a draft, in their order, into those of a frozen text."""

    def __init__(self, pictures: dict[int, DraftPicture]) -> None:
        self.pictures = pictures

    def document(self, draft: WebDraft) -> frozen.Document:
        """The whole text. Blocks that say nothing are left out; notes come in the order of their marks."""
        blocks = [block for child in draft.body for block in self.of(child)]
        used = {block.picture for block in blocks if isinstance(block, frozen.Figure)} & self.pictures.keys()
        notes = [child.value for child in draft.body if child.block_type == "note"]
        return frozen.Document(
            blocks=tuple(blocks),
            notes=tuple(in_order([note_of(value) for value in notes], blocks)),
            pictures=tuple(picture_of(self.pictures[number]) for number in sorted(used)),
        )

    def of(self, child: Any) -> Iterator[frozen.Block]:
        """The blocks that a child of the body becomes; none of a note."""
        make = {"heading": self.heading, "text": self.text, "table": self.table, "figure": self.figure}
        if child.block_type in make:
            yield from make[child.block_type](child.value)

    def heading(self, value: Any) -> Iterator[frozen.Block]:
        """A heading."""
        yield frozen.Heading(tidy(value["text"] or ""), int(value["level"] or 2))

    def text(self, value: Any) -> Iterator[frozen.Block]:
        """Paragraphs, if there are any words in them."""
        html = html_of(value)
        if words(html):
            yield frozen.Text(html)

    def table(self, value: Any) -> Iterator[frozen.Block]:
        """A table, if it has columns."""
        table = value["table"]
        if not table or not table.columns:
            return
        yield frozen.Table(
            caption=tidy(table.caption or ""),
            columns=tuple(tidy(column["heading"] or "") for column in table.columns),
            rows=tuple(tuple(cell_of(cell) for cell in row) for row in table.rows),
            row_headings=bool(value["row_headings"]),
        )

    def figure(self, value: Any) -> Iterator[frozen.Block]:
        """A picture with what is said of it."""
        number = value["number"] or 0
        picture = self.pictures.get(number)
        alternative = "" if picture is None or picture.is_decorative else tidy(picture.alternative)
        yield frozen.Figure(number, alternative, tidy(value["caption"] or ""))


def html_of(value: Any) -> str:
    """Rich text as readers get it, with links to pages of this site as they are now."""
    return clean(expand_db_html(str(value.source))).strip() if value else ""


def cell_of(cell: Any) -> str:
    """A cell of a table: rich text, or a plain one."""
    value = cell.value
    return html_of(value) if hasattr(value, "source") else clean(escaped(str(value or "")))


def escaped(text: str) -> str:
    """Plain text as HTML, its line ends kept."""
    plain = tidy(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("\n", "<br>")


def note_of(value: Any) -> frozen.Note:
    """A footnote."""
    return frozen.Note(str(value["label"] or ""), html_of(value["text"]))


def picture_of(picture: DraftPicture) -> frozen.Picture:
    """The bytes of a picture, by their hash."""
    names = ("number", "sha256", "size", "media_type", "width", "height")
    return frozen.Picture(**{name: getattr(picture, name) for name in names})


def in_order(notes: list[frozen.Note], blocks: list[frozen.Block]) -> list[frozen.Note]:
    """Notes as a reader comes to their marks; those without one at the end."""
    marks = marks_in(blocks)
    return sorted(notes, key=lambda note: marks.index(note.label) if note.label in marks else len(marks))


def marks_in(blocks: list[frozen.Block]) -> list[str]:
    """The labels of notes that a text marks, in the order of the text."""
    html = "".join(part for block in blocks for part in marked_parts(block))
    return frozen.MARK.findall(html)


def marked_parts(block: frozen.Block) -> Iterator[str]:
    """The parts of a block in which a mark counts."""
    if isinstance(block, frozen.Text):
        yield block.html
    elif isinstance(block, frozen.Table):
        yield from (cell for row in block.rows for cell in row)


def problems_of(document: frozen.Document, pictures: dict[int, DraftPicture]) -> Iterator[str]:
    """What has to be mended first, each in a sentence."""
    if not document.blocks:
        yield "There is no text yet."
    yield from _of_headings(document)
    yield from _of_tables(document)
    yield from _of_figures(document, pictures)
    yield from _of_notes(document)


def _of_headings(document: frozen.Document) -> Iterator[str]:
    before = 1
    for block in document.blocks:
        if not isinstance(block, frozen.Heading):
            continue
        if not block.text:
            yield "A heading has no words. Write some, or take it away."
        if block.level > before + 1:
            yield FIRST if before == 1 else STEP.format(text=block.text)
        before = block.level


def _of_tables(document: frozen.Document) -> Iterator[str]:
    tables = [block for block in document.blocks if isinstance(block, frozen.Table)]
    for number, table in enumerate(tables, start=1):
        name = f"Table {number}" + (f" (“{table.caption}”)" if table.caption else "")
        if not table.caption:
            yield f"{name} has no caption. Say in it what the table shows."
        if not all(table.columns):
            yield f"{name} has a column without a heading."


def _of_figures(document: frozen.Document, pictures: dict[int, DraftPicture]) -> Iterator[str]:
    for number in dict.fromkeys(block.picture for block in document.blocks if isinstance(block, frozen.Figure)):
        picture = pictures.get(number)
        if picture is None:
            yield f"There is no picture {number}. Add it, or take its figure out of the text."
        elif not picture.is_described:
            yield f"Say of picture {number} what it shows, for people who can't see it."


def _of_notes(document: frozen.Document) -> Iterator[str]:
    labels = [note.label for note in document.notes]
    marks = set(marks_in(list(document.blocks)))
    for label in dict.fromkeys(labels):
        if labels.count(label) > 1:
            yield f"Two footnotes are called {label}. Give one another name."
        if label not in marks:
            yield f"Footnote {label} has no place in the text. Write [^{label}] where it belongs."
    for mark in sorted(marks - set(labels)):
        yield f"The text marks a footnote {mark}, and there is none. Add it, or take [^{mark}] out."
