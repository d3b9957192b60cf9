"""Tagged PDF: what stands on a page in which role and order, so that a screen reader can follow it.

reportlab draws but does not tag. Here each piece of text is marked with a number on its page, and a tree of roles
(ISO 32000-1, 14.7 and 14.8) says what the numbered pieces are; what is only decoration is marked as an artifact.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table


class Element:
    """A node of the tree: a role such as "H1" or "P", under a parent."""

    def __init__(self, role: str, parent: "Element | None" = None, **attributes: str) -> None:
        self.role, self.parent, self.attributes = role, parent, attributes
        self.kids: list[Element | tuple[int, int]] = []
        if parent is not None:
            parent.kids.append(self)

    def child(self, role: str, **attributes: str) -> "Element":
        """A new node under this one."""
        return Element(role, self, **attributes)

    def walk(self) -> Iterator["Element"]:
        """It and every node below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


class TaggedCanvas(Canvas):
    """A canvas that remembers what each marked piece belongs to and writes the tree when it is saved."""

    def __init__(self, *args: Any, root: Element, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.root = root
        self.marked: list[list[Element]] = [[]]  # a list a page: the element of each number

    @contextmanager
    def marking(self, element: Element) -> Iterator[None]:
        """Everything drawn inside belongs to the element."""
        page = self.marked[-1]
        element.kids.append((len(self.marked) - 1, len(page)))
        self._code.append(f"/{element.role} <</MCID {len(page)}>> BDC")
        page.append(element)
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Everything drawn inside is decoration."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Ends the page."""
        super().showPage()
        self.marked.append([])

    def save(self) -> None:
        """Writes the tree and the file."""
        if len(self._code):
            self.showPage()
        self._tag_document()
        super().save()

    def _tag_document(self) -> None:
        document = self._doc
        names = {element: f"Element.{number}" for number, element in enumerate(self.root.walk())}
        pages = [document.Reference(page) for page in document.Pages.pages]
        for number, page in enumerate(document.Pages.pages):
            page.__Defaults__ = {**page.__Defaults__, "StructParents": number, "Tabs": PDFName("S")}
        for element, name in names.items():
            document.Reference(_dictionary(element, names, pages), name)
        parents = [[number, _references(marks, names)] for number, marks in enumerate(self.marked[: len(pages)])]
        document.Reference(
            PDFDictionary(
                {
                    "Type": PDFName("StructTreeRoot"),
                    "K": PDFObjectReference(names[self.root]),
                    "ParentTree": PDFDictionary({"Nums": PDFArray([part for pair in parents for part in pair])}),
                    "ParentTreeNextKey": len(pages),
                }
            ),
            "StructTree",
        )
        catalog: Any = document.Catalog
        catalog.StructTreeRoot = PDFObjectReference("StructTree")
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})


def _references(elements: list[Element], names: dict[Element, str]) -> PDFArray:
    return PDFArray([PDFObjectReference(names[element]) for element in elements])


def _dictionary(element: Element, names: dict[Element, str], pages: list[Any]) -> PDFDictionary:
    """One node as the file holds it."""
    parent = names[element.parent] if element.parent else "StructTree"
    kids = [
        PDFObjectReference(names[kid])
        if isinstance(kid, Element)
        else PDFDictionary({"Type": PDFName("MCR"), "Pg": pages[kid[0]], "MCID": kid[1]})
        for kid in element.kids
    ]
    entries: dict[str, Any] = {
        "Type": PDFName("StructElem"),
        "S": PDFName(element.role),
        "P": PDFObjectReference(parent),
        "K": PDFArray(kids),
    }
    if scope := element.attributes.get("scope"):
        entries["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(scope)})
    if text := element.attributes.get("alternative"):
        entries["Alt"] = PDFString(text)
    return PDFDictionary(entries)


class TaggedParagraph(Paragraph):
    """A paragraph, or what of it stands on one page, as part of an element."""

    def __init__(self, *args: Any, element: Element | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.element = element

    def split(self, available_width: float, available_height: float) -> list[Self]:
        """Its parts on two pages, both of the same element."""
        parts: list[Self] = super().split(available_width, available_height)
        for part in parts:
            part.element = self.element
        return parts

    def draw(self) -> None:
        """Draws it, marked."""
        if self.element is None:
            super().draw()
            return
        with self.canv.marking(self.element):
            super().draw()


class TaggedTable(Table):
    """A table whose cells are tagged paragraphs; its lines and backgrounds are decoration."""

    def _drawBkgrnd(self) -> None:  # noqa: N802 - reportlab's name
        with self.canv.artifact():
            super()._drawBkgrnd()

    def _drawLines(self) -> None:  # noqa: N802 - reportlab's name
        with self.canv.artifact():
            super()._drawLines()
