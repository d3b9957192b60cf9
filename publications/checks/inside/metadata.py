"""Who made the file, with what, and from which file: the document information and XMP (ISO 32000-1, 14.3)."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pikepdf
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from publications.checks.inside.walk import Node, text_of
from publications.checks.names import tells_of_person
from publications.checks.trace import Trace, quote, trace

ORDINARY = frozenset({"/CreationDate", "/ModDate", "/Trapped", "/PTEX.Fullbanner", "/GTS_PDFXVersion"})
"""Entries of the document information that say nothing about anybody."""
KINDS_OF_ENTRIES = {
    "/Author": "author",
    "/Producer": "producer",
    "/Creator": "producer",
    "/Title": "title",
    "/Subject": "description",
    "/Keywords": "description",
}
FILE_NAME = re.compile(
    r"(^microsoft \w+ - )|(\.(docx?|rtf|odt|pptx?|xlsx?|indd|pub|pages|wpd|pdf|tmp)\b)", re.IGNORECASE
)
PLACEHOLDERS = frozenset({"anonymous", "unspecified", "untitled", "unknown", "none", "-"})
"""What programs write where nobody told them anything."""
MOST_XMP = 4 * 1024 * 1024

PERSONS = frozenset(
    {"creator", "publisher", "contributor", "Author", "Authors", "AuthorsPosition", "manager", "company"}
)
PROGRAMS = frozenset({"Producer", "CreatorTool", "softwareAgent", "toolkit", "xmptk"})
DESCRIPTIONS = frozenset({"subject", "description", "Keywords", "Headline", "Category", "Label"})
TITLES = frozenset({"title"})
HISTORY = frozenset({"History", "DerivedFrom", "Ingredients", "Manifest", "Pantry", "SourceModified", "filePath"})
PLUMBING = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def information(pdf: pikepdf.Pdf) -> Iterator[Trace]:
    """What the document information says."""
    info = pdf.trailer.get("/Info")
    if not isinstance(info, pikepdf.Dictionary):
        return
    for key, value in info.items():
        words = text_of(value).strip()
        if words and key not in ORDINARY and not is_placeholder(words):
            yield from entry(KINDS_OF_ENTRIES.get(key, "property"), words)


def entry(kind: str, words: str) -> Iterator[Trace]:
    """What one entry says; not every title is worth a word."""
    if kind == "title":
        yield from title(words)
    elif kind == "description":
        yield quote(kind, words)
    else:
        yield trace(kind, words)


def title(words: str) -> Iterator[Trace]:
    """What is wrong with a title: readers see it in their window."""
    if FILE_NAME.search(words):
        yield trace("title_is_file_name", words)
    if tells_of_person(FILE_NAME.sub(" ", words)):
        yield trace("name_in_title", words)


def is_placeholder(words: str) -> bool:
    """Whether it says nothing, such as "(anonymous)"."""
    return words.strip("() ").lower() in PLACEHOLDERS


def packets(node: Node) -> Iterator[Trace]:
    """What a packet of XMP says, of the file or of a picture in it."""
    if node.name("/Type") != "/Metadata" and node.key != "/Metadata":
        return
    if not isinstance(node.value, pikepdf.Stream):
        return
    try:
        content = bytes(node.value.read_bytes())
    except pikepdf.PdfError:
        return
    if len(content) > MOST_XMP:
        yield trace("metadata_unreadable", "", node.page)
        return
    try:
        tree = fromstring(content.strip(b"\x00 \r\n\t"))
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        yield trace("metadata_unreadable", content[:200].decode("utf-8", "replace"), node.page)
        return
    yield from xmp(tree)


def xmp(tree: Element) -> Iterator[Trace]:
    """What the elements and attributes of a packet say, each kind once with all its words."""
    said: dict[str, list[str]] = {}
    for element in tree.iter():
        for name, found in _sayings(element):
            kind = _kind(name)
            if not kind:
                continue
            words = found.strip()
            if words and not is_placeholder(words):
                said.setdefault(kind, []).append(words)
    for kind, parts in said.items():
        yield from entry(kind, " ".join(parts))


def _sayings(element: Element) -> Iterator[tuple[str, str]]:
    """An element's name with all text below it, and its attributes."""
    if not element.tag.startswith(PLUMBING):
        yield element.tag, " ".join(element.itertext())
    yield from element.attrib.items()


def _kind(name: str) -> str:
    local = name.rpartition("}")[2]
    for names, kind in (
        (PERSONS, "author"),
        (PROGRAMS, "producer"),
        (DESCRIPTIONS, "description"),
        (HISTORY, "editing_history"),
        (TITLES, "title"),
    ):
        if local in names:
            return kind
    return ""
