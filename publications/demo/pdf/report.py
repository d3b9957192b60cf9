"""What a report says, before anybody thinks of how it looks."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Bullets:
    """A list of points."""

    points: Sequence[str]


@dataclass(frozen=True)
class Grid:
    """A table: a caption, the names of its columns with their widths (shares of the line), and its rows."""

    caption: str
    columns: Sequence[tuple[str, float]]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Heading:
    """A heading inside a section."""

    text: str


Part = str | Bullets | Grid | Heading


@dataclass(frozen=True)
class Section:
    """A numbered section: paragraphs, lists, tables and headings."""

    heading: str
    parts: Sequence[Part]


@dataclass(frozen=True)
class Report:
    """One document: what stands on its title page and its sections.

    `has_contents` gives it a title page and a page of contents; a short one begins on its first page.
    """

    title: str
    subtitle: str
    issuer: str
    dated: str
    sections: Sequence[Section] = field(default_factory=list)
    summary: str = ""
    subject: str = ""
    has_contents: bool = True
