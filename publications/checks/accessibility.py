"""Whether readers who need it can use a PDF: tags, title, language, bookmarks, text, alternative texts, PDF/UA.

What each means is in ISO 32000-1 (7.7.2 catalogue, 12.2 viewer preferences, 14.7 and 14.8 structure) and ISO 14289-1.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
import pypdfium2.raw as pdfium

from publications.checks.drawn import Drawn
from publications.checks.findings import Finding
from publications.checks.sheet import Sheet

LONG = 20  # pages; a longer document needs bookmarks
MOST_ELEMENTS = 500_000
UA = "http://www.aiim.org/pdfua/ns/id/"
FIGURES = {"/Figure", "/Formula"}
LARGE = 0.1  # of the page: a smaller picture is a logo or a stamp
MANY_SHAPES = 200


def accessibility_findings(pdf: pikepdf.Pdf, *, without_text: Sequence[int] = ()) -> list[Finding]:
    """What keeps readers out of an open file; `without_text` are the pages (from 1) of which `lacks_text` is true."""
    found = list(_of_document(pdf))
    if without_text:
        found.append(Finding("no_text_layer", without_text[0], count=len(without_text)))
    return found


def lacks_text(page: Sheet, words: Sequence[object]) -> bool:
    """Whether a page shows something and no word: a scan, or letters drawn as shapes. An empty page does not."""
    if words:
        return False
    shapes = sum(each.type == pdfium.FPDF_PAGEOBJ_PATH for each in page.drawn)
    return shapes >= MANY_SHAPES or any(_is_large(page, each) for each in page.drawn)


def _is_large(page: Sheet, drawn: Drawn) -> bool:
    if drawn.type != pdfium.FPDF_PAGEOBJ_IMAGE:
        return False
    left, bottom, right, top = drawn.bounds
    return bool(abs(right - left) * abs(top - bottom) >= LARGE * page.width * page.height)


def _of_document(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    tagged = is_tagged(pdf)
    if not tagged:
        yield Finding("not_tagged")
    title = title_of(pdf)
    if not title:
        yield Finding("no_title")
    elif not shows_title(pdf):
        yield Finding("title_not_shown")
    if not text_of(pdf.Root.get("/Lang")):
        yield Finding("no_language")
    if len(pdf.pages) > LONG and not has_bookmarks(pdf):
        yield Finding("no_bookmarks")
    if tagged:
        yield from _figures(pdf)
    yield Finding("claims_pdf_ua" if claims_ua(pdf) else "no_pdf_ua")


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    """Whether the file says that it is tagged and has a tree of tags with something in it."""
    says_so = dictionary(pdf.Root.get("/MarkInfo")).get("/Marked") is True
    return bool(says_so and "/K" in dictionary(pdf.Root.get("/StructTreeRoot")))


def title_of(pdf: pikepdf.Pdf) -> str:
    """The title in XMP, or else in the document information; empty if there is none."""
    return (xmp_value(pdf, "dc:title") or text_of(dictionary(pdf.trailer.get("/Info")).get("/Title"))).strip()


def shows_title(pdf: pikepdf.Pdf) -> bool:
    """Whether a reader's window is to show the title and not the file's name."""
    return dictionary(pdf.Root.get("/ViewerPreferences")).get("/DisplayDocTitle") is True


def has_bookmarks(pdf: pikepdf.Pdf) -> bool:
    """Whether there is an outline with an entry."""
    return dictionary(pdf.Root.get("/Outlines")).get("/First") is not None


def claims_ua(pdf: pikepdf.Pdf) -> bool:
    """Whether its XMP says that it keeps to PDF/UA."""
    return bool(xmp_value(pdf, f"{{{UA}}}part"))


def xmp_value(pdf: pikepdf.Pdf, key: str) -> str:
    """A value of the file's XMP as text; empty if it has none that can be read."""
    if "/Metadata" not in pdf.Root:
        return ""
    try:
        value = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False, strict=False).get(key, "")
    except Exception:
        return ""
    return " ".join(map(str, value)) if isinstance(value, list | set | tuple) else str(value or "")


def _figures(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    roles = dictionary(dictionary(pdf.Root.get("/StructTreeRoot")).get("/RoleMap"))
    missing = Counter(
        page_of(each, pages) for each in elements(pdf) if role_of(each, roles) in FIGURES and not is_described(each)
    )
    for page, count in missing.items():
        yield Finding("figure_without_text", page, count=count)


def is_described(element: Any) -> bool:
    """Whether words stand for what it shows."""
    return bool(text_of(element.get("/Alt")) or text_of(element.get("/ActualText")))


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the tree of tags, each once, however the tree is tied."""
    waiting: list[Any] = [dictionary(pdf.Root.get("/StructTreeRoot")).get("/K")]
    seen: set[tuple[int, int]] = set()
    for _ in range(MOST_ELEMENTS):
        if not waiting:
            return
        each = waiting.pop()
        if isinstance(each, pikepdf.Array) and is_new(each, seen):
            waiting += reversed([each[number] for number in range(len(each))])
        elif isinstance(each, pikepdf.Dictionary) and "/S" in each and is_new(each, seen):
            yield each
            waiting.append(each.get("/K"))


def is_new(element: Any, seen: set[tuple[int, int]]) -> bool:
    """Whether an object was not seen before; notes it. One that stands inside another can't be seen twice."""
    number = element.objgen
    if number == (0, 0):
        return True
    if number in seen:
        return False
    seen.add(number)
    return True


def role_of(element: Any, roles: Any) -> str:
    """The standard type of an element, through the file's own names for them (14.7.3); they may go in a circle."""
    name = str(element.get("/S"))
    for _ in range(8):
        following = roles.get(name) if name.startswith("/") else None
        if following is None:
            return name
        name = str(following)
    return name


def page_of(element: Any, pages: dict[Any, int]) -> int | None:
    """The page (from 1) that an element is on: its own, that of what it holds, or that of what holds it."""
    for holder in (element, *up_to(element)):
        page = holder.get("/Pg") or _page_of_content(holder)
        if isinstance(page, pikepdf.Dictionary) and page.objgen in pages:
            return pages[page.objgen]
    return None


def _page_of_content(element: Any) -> Any:
    content = element.get("/K")
    first = content[0] if isinstance(content, pikepdf.Array) and len(content) else content
    return first.get("/Pg") if isinstance(first, pikepdf.Dictionary) else None


def up_to(element: Any) -> Iterator[Any]:
    """What holds an element, from the nearest up."""
    for _ in range(50):
        element = element.get("/P")
        if not isinstance(element, pikepdf.Dictionary):
            return
        yield element


def dictionary(value: Any) -> Any:
    """The value if it is a dictionary, else an empty one."""
    return value if isinstance(value, pikepdf.Dictionary) else pikepdf.Dictionary()


def text_of(value: Any) -> str:
    """A string of the file as text; empty for anything else."""
    return str(value).strip() if isinstance(value, pikepdf.String) else ""
