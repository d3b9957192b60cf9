"""A Word file as a package of parts (ISO/IEC 29500-2), read with limits on all that it may grow to."""

import contextlib
import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

from publications.checks.opening import MOST, Unreadable

MB = 1024 * 1024
MOST_PARTS = 10_000
MOST_EXPANDED = 512 * MB
MOST_XML = 40 * MB  # of one part: it takes several times as much once it is read
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old and of encrypted Office files
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
LOCAL = b"PK\x03\x04"
WORD = re.compile(rb"wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled")
BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


class Package:
    """An open Word file. Its parts are known by their names in lower case."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.infos = {info.filename.lower(): info for info in archive.infolist() if not info.is_dir()}

    @property
    def names(self) -> list[str]:
        """Of all parts."""
        return list(self.infos)

    def read(self, name: str, most: int = MOST_XML) -> bytes:
        """The bytes of a part; `Unreadable` if there are more than `most` or they are damaged."""
        try:
            with self.archive.open(self.infos[name]) as part:
                content = part.read(most + 1)
        except (*BROKEN, KeyError, struct.error) as error:
            raise Unreadable("broken") from error
        if len(content) > most:
            raise Unreadable("too_much_inside")
        return content

    def xml(self, name: str) -> Element:
        """A part as a tree; `Unreadable` if it is no XML, or declares entities."""
        try:
            root: Element = defusedxml.ElementTree.fromstring(self.read(name), forbid_dtd=True)
        except (SyntaxError, ValueError, LookupError, DefusedXmlException) as error:
            raise Unreadable("broken") from error
        return root

    def trees(self) -> Iterator[tuple[str, Element]]:
        """Every XML part with its name, one after another."""
        for name in self.infos:
            if name.endswith((".xml", ".rels")):
                yield name, self.xml(name)

    def has_leftovers(self) -> bool:
        """Whether bytes of parts lie in the file that its table of contents does not know: earlier ones, mostly."""
        stored = self.archive.fp
        if stored is None:
            return False
        end = 0
        for info in sorted(self.archive.infolist(), key=lambda each: each.header_offset):
            if _holds_part(stored, end, info.header_offset):
                return True
            end = max(end, _end_of(stored, info))
        return _holds_part(stored, end, self.archive.start_dir)


def _holds_part(stored: Any, start: int, end: int) -> bool:
    stored.seek(start)
    return LOCAL in stored.read(max(0, end - start))


def _end_of(stored: Any, info: zipfile.ZipInfo) -> int:
    """Where the data of a part ends, by the lengths in its local header (APPNOTE.TXT, 4.3.7)."""
    stored.seek(info.header_offset + 26)
    lengths = stored.read(4)
    name, extra = struct.unpack("<HH", lengths) if len(lengths) == 4 else (0, 0)
    return int(info.header_offset + 30 + name + extra + info.compress_size)


@contextlib.contextmanager
def opened(file: Path, options: Mapping[str, Any]) -> Iterator[Package]:
    """The package in a file; `Unreadable` if it is none, or too large, or encrypted."""
    try:
        if file.stat().st_size > options.get("bytes", MOST["bytes"]):
            raise Unreadable("too_many_bytes")
        refuse_old(file)
        with zipfile.ZipFile(file) as archive:
            refuse_bomb(archive, options.get("expanded", MOST_EXPANDED))
            package = Package(archive)
            if "[content_types].xml" not in package.infos or not WORD.search(package.read("[content_types].xml")):
                raise Unreadable("not_a_docx")
            yield package
    except FileNotFoundError:
        raise Unreadable("missing") from None
    except BROKEN as error:
        raise Unreadable("broken") from error


def refuse_old(file: Path) -> None:
    """`Unreadable` for an Office file of the old kind, and for one that is encrypted, which is kept in that."""
    with file.open("rb") as stored:
        content = stored.read(MB) if stored.read(len(OLE)) == OLE else None
    if content is not None:
        raise Unreadable("encrypted" if ENCRYPTED in content else "not_a_docx")


def refuse_bomb(archive: zipfile.ZipFile, most: int) -> None:
    """`Unreadable` for a package of too many parts, or that says it grows too large. What it says is not believed."""
    infos = archive.infolist()
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > most:
        raise Unreadable("too_much_inside")
    if any(info.flag_bits & 1 for info in infos):
        raise Unreadable("encrypted")
    if len({info.filename.lower() for info in infos}) != len(infos):
        raise Unreadable("broken")


def local(element: Element) -> str:
    """An element's name without its namespace: the strict and the transitional form differ in nothing else here."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element | None, name: str) -> str:
    """The value of an attribute, whatever its namespace; empty if there is none."""
    if element is None:
        return ""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def child(element: Element | None, *path: str) -> Element | None:
    """The first child along a path of names."""
    for name in path:
        element = next((each for each in element if local(each) == name), None) if element is not None else None
    return element
