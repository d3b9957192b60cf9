"""What a clean copy leaves out, each told by a code. Nothing that is drawn on a page is touched."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from publications.checks.cleaning.jpeg import without_notes
from publications.checks.inside.walk import Walk

WORDS = {
    "information": "Properties: author, programs, dates and the like",
    "xmp": "Properties in XMP",
    "attachment": "Attached files",
    "script": "Scripts and actions",
    "comment": "Comments and reviewers' marks",
    "thumbnail": "Small pictures of pages",
    "private_data": "Working data of programs",
    "picture_notes": "Notes of cameras and programs in pictures",
    "removed_page": "Pages that had been taken out",
    "rest": "Earlier states and parts that no page shows",
}
"""What each code means, for people."""
LEFT = {
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/ResetForm",
    "/Rendition",
    "/Movie",
    "/Sound",
    "/GoToE",
}
OURS = {"{http://purl.org/dc/elements/1.1/}title", "{http://www.aiim.org/pdfua/ns/id/}part"}
DEEPEST = 5  # arrays in arrays
PRIVATE = ("/PieceInfo", "/SpiderInfo", "/LastModified")
# Signs of comments that cover nothing are taken off. Lines, boxes and stamps may hide words: they stay, without theirs.
COMMENTS = {"/Text", "/Popup", "/Caret", "/FileAttachment", "/Sound"}
DRAWN = {
    "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Square", "/Circle", "/Line", "/Polygon", "/PolyLine",
    "/Ink", "/Stamp",
}  # fmt: skip
SAID = ("/Contents", "/RC", "/T", "/Subj", "/NM", "/M", "/CreationDate", "/IRT", "/Popup")


def in_words(removed: Mapping[str, int]) -> str:
    """Codes with their counts as people read them."""
    return "; ".join(WORDS[code].lower() if code != "xmp" else WORDS[code] for code in WORDS if removed.get(code))


def strip(pdf: pikepdf.Pdf, *, comments: bool) -> Counter[str]:
    """Take everything out of an open file; how much of each was there."""
    gone: Counter[str] = Counter()
    gone["attachment"] += _attachments(pdf)
    gone["script"] += _document_actions(pdf)
    gone["comment"] += sum(_annotations(page, comments=comments) for page in pdf.pages)
    nodes = list(Walk(pdf))
    known: set[Any] = {page.objgen for page in pdf.pages}
    for node in nodes:
        gone.update(_from(node.value, known))
    gone["xmp"] += says_more_than_title(pdf)
    return +gone


def says_more_than_title(pdf: pikepdf.Pdf) -> bool:
    """Whether its XMP says more than a clean copy's does, or can't be read."""
    if "/Metadata" not in pdf.Root:
        return False
    try:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False, strict=True) as metadata:
            return not OURS.issuperset(metadata)
    except Exception:
        return True


def _attachments(pdf: pikepdf.Pdf) -> int:
    names = list(pdf.attachments)
    for name in names:
        del pdf.attachments[name]  # takes the name and what /AF says of it
    return len(names)


def _document_actions(pdf: pikepdf.Pdf) -> int:
    count = 0
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary) and "/JavaScript" in names:
        del names["/JavaScript"]
        count += 1
    return count


def _annotations(page: pikepdf.Page, *, comments: bool) -> int:
    """Take the comments off a page, if they are to go; a file pinned to it goes in any case."""
    held = page.obj.get("/Annots")
    if not isinstance(held, Array):
        return 0
    going = COMMENTS if comments else {"/FileAttachment"}
    notes = [each for each in _each(held) if isinstance(each, Dictionary)]
    kept = [each for each in notes if str(each.get("/Subtype")) not in going]
    if len(kept) < len(held):
        page.obj["/Annots"] = Array(kept)
    silenced = sum(_silence(each) for each in kept) if comments else 0
    return len(held) - len(kept) + silenced


def _silence(annotation: Any) -> bool:
    """Take words and names from a mark that stays where it is; whether there were any."""
    subtype = str(annotation.get("/Subtype"))
    keys = SAID if subtype in DRAWN else ("/T", "/Subj", "/Popup", "/IRT") if subtype == "/FreeText" else ()
    said = [key for key in keys if key in annotation]
    for key in said:
        del annotation[key]
    return bool(said)


def _from(holder: Any, pages: set[tuple[int, int]]) -> Iterator[str]:
    """What is taken out of one dictionary or stream, a code each."""
    for key in ("/AF", "/EF"):
        if key in holder:
            del holder[key]
            yield "attachment"
    if "/AA" in holder:
        del holder["/AA"]
        yield "script"
    yield from _actions(holder)
    for key, code in (("/Thumb", "thumbnail"), *((key, "private_data") for key in PRIVATE)):
        if key in holder:
            del holder[key]
            yield code
    if "/Metadata" in holder and str(holder.get("/Type")) != "/Catalog":
        del holder["/Metadata"]
        yield "xmp"
    yield from _removed_pages(holder, pages)
    if isinstance(holder, Stream) and _is_jpeg(holder) and _without_notes(holder):
        yield "picture_notes"


def _actions(holder: Any) -> Iterator[str]:
    for key in ("/A", "/OpenAction", "/Next", "/PA"):
        action = holder.get(key)
        several = _each(action) if isinstance(action, Array) else [action]
        if any(isinstance(each, Dictionary) and str(each.get("/S")) in LEFT for each in several):
            del holder[key]
            yield "script"


def _removed_pages(holder: Any, pages: set[tuple[int, int]]) -> Iterator[str]:
    """Ties to pages that the document does not have any more: cut, so that those are not written."""
    for key, value in list(holder.items()):
        if _is_gone(value, pages):
            del holder[key]
            yield "removed_page"
        elif isinstance(value, Array):
            yield from _cut(value, pages, DEEPEST)


def _cut(array: Any, pages: set[tuple[int, int]], depth: int) -> Iterator[str]:
    """The same for an array and those in it."""
    for number, each in enumerate(_each(array)):
        if _is_gone(each, pages):
            array[number] = None
            yield "removed_page"
        elif isinstance(each, Array) and depth:
            yield from _cut(each, pages, depth - 1)


def _is_gone(value: Any, pages: set[tuple[int, int]]) -> bool:
    return (
        isinstance(value, Dictionary)
        and not isinstance(value, Stream)
        and str(value.get("/Type")) == "/Page"
        and value.objgen not in pages
    )


def _is_jpeg(stream: Stream) -> bool:
    names = stream.get("/Filter")
    return names == Name.DCTDecode or (isinstance(names, Array) and len(names) == 1 and names[0] == Name.DCTDecode)


def _without_notes(stream: Stream) -> bool:
    before = bytes(stream.read_raw_bytes())
    after = without_notes(before)
    if after == before:
        return False
    parameters: Any = stream.get("/DecodeParms")
    stream.write(after, filter=Name.DCTDecode, decode_parms=parameters)
    return True


def _each(array: Any) -> list[Any]:
    return [array[number] for number in range(len(array))]
