"""What travels in a Word file besides its words: properties, people, other files, programs, paths, pictures' data."""

import io
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from PIL import Image

from publications.checks.docx.package import Package, attribute, local
from publications.checks.inside.paths import PATH
from publications.checks.names import tells_of_person
from publications.checks.texts import kinds_in

EMBEDDED = re.compile(r"/embeddings/|\.(?:bin|ole)$")
MACROS = re.compile(r"(?:^|/)(?:vbaproject\.bin|vbadata\.xml|activex/)|/activex")
EMBEDDED_RELATIONS = ("/aFChunk", "/subDocument", "/oleObject", "/package")
PICTURE = re.compile(r"\.(?:jpe?g|png|tiff?|webp)$")
MOST_PICTURE = 60 * 1024 * 1024
PROGRAMS = {
    "microsoft office user",
    "microsoft word",
    "python-docx",
    "libreoffice",
    "openoffice",
    "google docs",
    "user",
}
TELLING = {0x013B, 0x8298, 0x010F, 0x0110, 0x0132, 0x9C9D, 0x9C9B, 0x9C9C, 0x010E, 0x013C}  # EXIF: who, what, when
GPS, EXIF = 0x8825, 0x8769
INTERNAL = re.compile(
    r"(?i)^(?:file:|\\\\|[a-z]:[\\/])|^https?://(?:[\w-]+(?:[:/]|$)|localhost|10\.|127\.|192\.168\."
    r"|172\.(?:1[6-9]|2\d|3[01])\.|[\w.-]+\.(?:local|internal|intranet|corp|lan)\b|[\w-]+\.sharepoint\.com)"
)


def in_package(package: Package) -> Iterator[str]:
    """The kinds of what its list of parts and its pictures tell."""
    for name in package.names:
        if MACROS.search(name):
            yield "docx_macros"
        elif EMBEDDED.search(name) and "printersettings" not in name:
            yield "docx_embedded"
        elif name.startswith("docprops/thumbnail"):
            yield "docx_thumbnail"
        elif PICTURE.search(name) and has_telling_data(package.read(name, MOST_PICTURE)):
            yield "docx_picture_data"
    if b"macroEnabled" in package.read("[content_types].xml"):
        yield "docx_macros"
    if package.has_leftovers():
        yield "docx_earlier_version"


def has_telling_data(picture: bytes) -> bool:
    """Whether a picture says where, when, by whom or with what it was taken."""
    try:
        with Image.open(io.BytesIO(picture)) as opened:
            data = opened.getexif()
            return bool(data.get_ifd(GPS)) or bool(TELLING & {*data}) or 0x9003 in data.get_ifd(EXIF)
    except Exception:
        return False


def in_part(name: str, root: Element) -> Iterator[str]:
    """The kinds of what one XML part tells; its root says what it is."""
    look = {
        "coreProperties": _core, "Properties": _extended, "people": _people, "Relationships": _relations,
        "comments": _comments, "settings": _settings,
    }.get(local(root))  # fmt: skip
    if look is not None:
        yield from look(root)
    elif name.startswith("customxml/item") and "props" not in name and _says_anything(root):
        yield "docx_properties"


def _core(root: Element) -> Iterator[str]:
    names = [each.text or "" for each in root.iter() if local(each) in {"creator", "lastModifiedBy", "contributor"}]
    if any(_is_name(name) for name in names):
        yield "docx_author"
    for each in root.iter():
        if local(each) in {"subject", "description", "keywords", "category", "title"} and _is_telling(each.text or ""):
            yield "docx_properties"


def _extended(root: Element) -> Iterator[str]:
    """Word's own properties, and those that people add, which have the same root."""
    for each in root.iter():
        if local(each) in {"Company", "Manager"} and _is_name(each.text or ""):
            yield "docx_company"
        elif local(each) == "Template" and PATH.search(each.text or ""):
            yield "docx_template"
        elif local(each) == "HyperlinkBase" and PATH.search(each.text or ""):
            yield "docx_link_to_file"
        elif local(each) == "property":
            yield "docx_properties"


def _people(root: Element) -> Iterator[str]:
    if any(local(each) == "person" for each in root.iter()):
        yield "docx_people"


def _comments(root: Element) -> Iterator[str]:
    for each in root:
        if local(each) == "comment":
            yield "docx_comments"


def _settings(root: Element) -> Iterator[str]:
    for each in root.iter():
        if local(each) in {"docVar", "mailMerge"}:
            yield "docx_properties"


def _relations(root: Element) -> Iterator[str]:
    for each in root:
        kind, target = attribute(each, "Type"), attribute(each, "Target")
        outside = attribute(each, "TargetMode") == "External"
        if kind.endswith("/attachedTemplate") and (PATH.search(target) or INTERNAL.match(target)):
            yield "docx_template"
        elif kind.endswith(EMBEDDED_RELATIONS):
            yield "docx_embedded"
        elif outside and INTERNAL.match(target.replace("file:///\\\\", "\\\\")):
            yield "docx_link_to_file"


def in_drawings(root: Element) -> Iterator[str]:
    """The kinds of what pictures, links in fields and alternative texts of a part with text tell."""
    for each in root.iter():
        name = local(each)
        if name in {"docPr", "cNvPr"}:
            yield from _alternative_text(each)
        elif name == "srcRect" and any(value.lstrip("-") not in {"", "0"} for _, value in each.items()):
            yield "docx_cropped_picture"
        elif name == "instrText" and PATH.search((each.text or "").replace("\\\\", "\\")):
            yield "docx_link_to_file"
        elif name in {"control", "altChunk", "subDoc"}:
            yield "docx_embedded"


def _alternative_text(drawing: Element) -> Iterator[str]:
    said = [attribute(drawing, key) for key in ("descr", "title", "name")]
    if any(_is_telling(text) for text in said):
        yield "docx_alternative_text"


def has_no_alternative(root: Element) -> int:
    """How many pictures of a part have no alternative text and are not marked as decorative."""
    return sum(
        local(each) == "docPr"
        and not attribute(each, "descr").strip()
        and not any(local(inner) == "decorative" and attribute(inner, "val") in {"1", "true"} for inner in each.iter())
        for each in root.iter()
    )


def _is_name(text: str) -> bool:
    return bool(text.strip()) and text.strip().lower() not in PROGRAMS


def _is_telling(text: str) -> bool:
    return bool(PATH.search(text)) or tells_of_person(text) or bool(kinds_in(text))


def _says_anything(root: Element) -> bool:
    """Whether it has words; an empty list of sources or cover page is in most files of Word."""
    return any((each.text or "").strip() for each in root.iter())
