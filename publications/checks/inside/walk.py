"""Walks over everything in a PDF that can be reached from its trailer, a dictionary at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

import pikepdf
from pikepdf import ObjectType

from publications.checks.opening import Unreadable

CONTAINERS = {ObjectType.array, ObjectType.dictionary, ObjectType.stream}
MOST_NODES = 3_000_000
Reference = tuple[int, int]
NOWHERE: Reference = (0, 0)


@dataclass(frozen=True)
class Node:
    """A dictionary or stream, with what it holds, the key that led to it, and the page (from 1) that it is part of."""

    value: pikepdf.Object
    items: dict[str, object]
    key: str
    page: int | None

    def name(self, key: str) -> str:
        """The name under a key, with its slash; empty if there is none."""
        return name_of(self.items.get(key))

    def text(self, key: str) -> str:
        """The words under a key; empty if there are none."""
        return text_of(self.items.get(key))


@dataclass
class Walk:
    """One walk over a file; afterwards `seen` has every object that can be reached."""

    pdf: pikepdf.Pdf
    seen: set[Reference] = field(default_factory=set)
    pages: dict[Reference, int] = field(default_factory=dict)
    count: int = 0

    def __iter__(self) -> Iterator[Node]:
        """Page by page, then whatever else there is."""
        pages = [page.obj for page in self.pdf.pages]
        self.pages = {page.objgen: number for number, page in enumerate(pages, start=1)}
        for number, page in enumerate(pages, start=1):
            yield from self._from(page, number)
        yield from self._from(self.pdf.trailer, None)

    def _from(self, start: pikepdf.Object, page: int | None) -> Iterator[Node]:
        """Everything below an object that was not seen yet. A walk over one page does not enter another."""
        waiting = [(start, "")]
        while waiting:
            each, key = waiting.pop()
            reference = each.objgen
            if reference in self.seen:
                continue
            if page is not None and each is not start and (reference in self.pages or key == "/Parent"):
                continue
            if reference != NOWHERE:
                self.seen.add(reference)
            self._count()
            if each._type_code is ObjectType.array:  # noqa: SLF001 - the only way to ask without an exception
                waiting += [(value, key) for value in each if is_container(value)]
                continue
            items: dict[str, object] = dict(each.items())
            waiting += [(value, name) for name, value in items.items() if is_container(value)]
            yield Node(each, items, key, page)

    def _count(self) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            raise Unreadable("too_much_inside")


def is_container(value: object) -> TypeGuard[pikepdf.Object]:
    """Whether something can be inside of it."""
    return isinstance(value, pikepdf.Object) and value._type_code in CONTAINERS  # noqa: SLF001 - as above


def name_of(value: object) -> str:
    """A name of the file with its slash; empty for anything else."""
    if not isinstance(value, pikepdf.Name):
        return ""
    try:
        return str(value)
    except UnicodeDecodeError:
        return value.unparse().decode("latin-1")


def filters_of(node: Node) -> list[str]:
    """How a stream is packed, the outermost first; one empty name if it is not."""
    filters = node.items.get("/Filter")
    return [name_of(each) for each in filters] or [""] if isinstance(filters, pikepdf.Array) else [name_of(filters)]


def text_of(value: object) -> str:
    """A string of the file as text; empty for anything else."""
    if not isinstance(value, pikepdf.String):
        return ""
    try:
        return str(value)
    except UnicodeError:
        return bytes(value).decode("latin-1")
