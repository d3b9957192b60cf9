"""The text of a report as it is frozen: canonical JSON, known by its SHA-256. Plain Python: the sandbox reads it too.

Canonical means that one text has one spelling: keys in order, no spaces, UTF-8. So the same text has the same hash, and
what is read is what was signed off.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from publications.web.html import clean, words

FORMAT: Final = 1
START: Final = b'{"blocks":['
MOST_BYTES = 10_000_000
LEVELS: Final = (2, 3, 4)
MEDIA_TYPES: Final = ("image/jpeg", "image/png")
LABEL: Final = re.compile(r"[A-Za-z0-9]{1,10}")
MARK: Final = re.compile(r"\[\^([A-Za-z0-9]{1,10})\]")
SHA256: Final = re.compile(r"[0-9a-f]{64}")
CONTROLS: Final = re.compile(rb"(?<!\\)(?:\\\\)*\\(?:u00[0-9a-f]{2}|[bfrt])|\x7f|\xc2[\x80-\x9f]")
"""Control signs but the line end, as JSON writes them."""


class Malformed(ValueError):  # noqa: N818 - what it is, not what went wrong
    """The bytes are not a frozen text."""


@dataclass(frozen=True)
class Heading:
    """A heading, of level 2 to 4: the page's own is 1."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Text:
    """Paragraphs and lists, as cleaned HTML; a mark such as [^3] stands for note 3."""

    html: str


@dataclass(frozen=True)
class Table:
    """A table of cells of cleaned HTML, each row as long as there are columns."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_headings: bool = False


@dataclass(frozen=True)
class Figure:
    """One of the pictures by its number; `alternative` is empty only for one that says nothing (decorative)."""

    picture: int
    alternative: str
    caption: str = ""


@dataclass(frozen=True)
class Note:
    """A footnote."""

    label: str
    html: str


@dataclass(frozen=True)
class Picture:
    """The bytes of a picture: their hash, size, kind, and width and height in pixels."""

    number: int
    sha256: str
    size: int
    media_type: str
    width: int
    height: int


Block = Heading | Text | Table | Figure
KINDS: Final[dict[str, type[Any]]] = {"heading": Heading, "text": Text, "table": Table, "figure": Figure}
NAMES: Final = {kind: name for name, kind in KINDS.items()}


@dataclass(frozen=True)
class Document:
    """A whole text: its blocks in order, its notes in the order of their marks, its pictures by number."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    pictures: tuple[Picture, ...] = ()

    def as_bytes(self) -> bytes:
        """Its canonical JSON."""
        values = {
            "format": FORMAT,
            "blocks": [{"type": NAMES[type(block)], **asdict(block)} for block in self.blocks],
            "notes": [asdict(note) for note in self.notes],
            "pictures": [asdict(picture) for picture in self.pictures],
        }
        return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    def texts(self) -> Iterator[str]:
        """Every text of it as a reader comes to it, a piece at a time: what is checked and searched."""
        for block in self.blocks:
            yield from filter(None, _texts(block))
        for note in self.notes:
            yield words(note.html)

    def html(self) -> Iterator[str]:
        """Every piece of HTML in it."""
        for block in self.blocks:
            if isinstance(block, Text):
                yield block.html
            elif isinstance(block, Table):
                yield from (cell for row in block.rows for cell in row)
        yield from (note.html for note in self.notes)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Text):
        yield words(block.html)
    elif isinstance(block, Figure):
        yield from (block.alternative, block.caption)
    else:
        yield block.caption
        yield from block.columns
        yield from (words(cell) for row in block.rows for cell in row)


def read(content: bytes) -> Document:
    """The text that these bytes are; `Malformed` unless they are exactly what `as_bytes` writes of a fair one."""
    if len(content) > MOST_BYTES or not content.startswith(START):
        raise Malformed("This is not a frozen text.")
    try:
        document = loaded(content)
        problem = next(_problems(document), "")
        canonical = document.as_bytes() == content
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Malformed("This is not a frozen text.") from error
    if problem or not canonical:
        raise Malformed(problem or "This is not a frozen text.")
    return document


def loaded(content: bytes) -> Document:
    """The text of bytes that `read` accepted once; known by their hash, they need no second look."""
    values = json.loads(content)
    return Document(
        blocks=tuple(_block(each) for each in values["blocks"]),
        notes=tuple(Note(**each) for each in values["notes"]),
        pictures=tuple(Picture(**each) for each in values["pictures"]),
    )


def _block(values: dict[str, Any]) -> Block:
    values = dict(values)
    kind = KINDS[values.pop("type")]
    if kind is Table:
        values["columns"] = tuple(values["columns"])
        values["rows"] = tuple(tuple(row) for row in values["rows"])
    block: Block = kind(**values)
    return block


def _problems(document: Document) -> Iterator[str]:
    """What keeps a text from being one of ours; the first must not be so for the others to be asked."""
    for is_so, sentence in (
        (_is_of_other_types, "A part of it is of another type."),
        (_has_controls, "It holds signs that nobody can read."),
        (_has_other_html, "It holds HTML that is not ours."),
        (_has_other_pictures, "Its figures and its pictures don't belong together."),
        (_has_other_levels, "A heading of it has no such level."),
        (_has_uneven_tables, "A table of it has rows of different lengths."),
        (_has_unclear_notes, "Its notes can't be told apart."),
    ):
        if is_so(document):
            yield sentence


def _is_of_other_types(document: Document) -> bool:
    return not all(_is_typed(part) for part in (*document.blocks, *document.notes, *document.pictures))


def _has_controls(document: Document) -> bool:
    return bool(CONTROLS.search(document.as_bytes()))


def _has_other_html(document: Document) -> bool:
    return any(clean(html) != html for html in document.html())


def _has_other_pictures(document: Document) -> bool:
    numbers = [picture.number for picture in document.pictures]
    shown = {block.picture for block in document.blocks if isinstance(block, Figure)}
    return len(numbers) != len(shown) or set(numbers) != shown or not all(map(_is_picture, document.pictures))


def _has_other_levels(document: Document) -> bool:
    return any(isinstance(block, Heading) and block.level not in LEVELS for block in document.blocks)


def _has_uneven_tables(document: Document) -> bool:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return any(len(row) != len(table.columns) for table in tables for row in table.rows)


def _has_unclear_notes(document: Document) -> bool:
    labels = [note.label for note in document.notes]
    return len(set(labels)) != len(labels) or not all(map(LABEL.fullmatch, labels))


def _is_typed(part: Any) -> bool:
    simple = [field for field in fields(part) if field.type in {str, int, bool}]
    cells = [cell for row in (getattr(part, "columns", ()), *getattr(part, "rows", ())) for cell in row]
    return all(type(getattr(part, field.name)) is field.type for field in simple) and all(
        type(cell) is str for cell in cells
    )


def _is_picture(picture: Picture) -> bool:
    sizes = (picture.number, picture.size, picture.width, picture.height)
    return bool(SHA256.fullmatch(picture.sha256)) and picture.media_type in MEDIA_TYPES and min(sizes) > 0
