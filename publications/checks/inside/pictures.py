"""What pictures carry besides what they show: where and by whom they were taken, and small copies of them."""

import base64
import io
import struct
import zlib
from collections.abc import Iterator

import pikepdf
from PIL import ExifTags, Image, UnidentifiedImageError

from publications.checks.inside.walk import Node, filters_of
from publications.checks.trace import Trace, trace

TELLING = (
    ExifTags.Base.Artist,
    ExifTags.Base.Copyright,
    ExifTags.Base.ImageDescription,
    ExifTags.Base.XPAuthor,
    ExifTags.Base.XPComment,
    ExifTags.Base.XPTitle,
    ExifTags.Base.Make,
    ExifTags.Base.Model,
    ExifTags.Base.DateTime,
    ExifTags.Base.HostComputer,
)
ENCODED = {"/DCTDecode", "/DCT", "/JPXDecode"}
BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    KeyError,
    TypeError,
    struct.error,
    zlib.error,
    pikepdf.PdfError,
    UnidentifiedImageError,
    Image.DecompressionBombError,
)
MOST = 64 * 1024 * 1024


def pictures(node: Node) -> Iterator[Trace]:
    """What a picture says of itself."""
    if "/Thumb" in node.items:
        yield trace("thumbnail", "", node.page)
    if "/Alternates" in node.items:
        yield trace("other_picture", "", node.page)
    if "/OPI" in node.items:
        yield trace("path", "", node.page)
    if node.name("/Subtype") == "/Image" and isinstance(node.value, pikepdf.Stream):
        yield from exif(node)


def exif(node: Node) -> Iterator[Trace]:
    """What its camera and its programs wrote into it."""
    if filters_of(node)[-1] not in ENCODED:
        return
    try:
        with Image.open(io.BytesIO(_encoded(node))) as picture:
            said = picture.getexif()
            place = said.get_ifd(ExifTags.IFD.GPSInfo)
            more = dict(said.get_ifd(ExifTags.IFD.Exif))
            small = dict(said.get_ifd(ExifTags.IFD.IFD1))
            comment = picture.info.get("comment", b"")
            others = picture.info.keys() & {"xmp", "photoshop"}
    except BROKEN:
        return
    if place:
        yield trace("picture_place", " ".join(map(str, place.values())), node.page)
    words = " ".join(str(said[key]) for key in TELLING if key in said)
    if words or more or comment or others:
        yield trace("picture_origin", words, node.page)
    if ExifTags.Base.JpegIFOffset in small:
        yield trace("thumbnail", "", node.page)


def _encoded(node: Node) -> bytes:
    """The picture as its camera or program encoded it, out of what was packed round it."""
    content = bytes(node.value.read_raw_bytes())
    for each in filters_of(node)[:-1]:
        content = UNPACKED[each](content) if each in UNPACKED else b""
    return content


def _inflated(content: bytes) -> bytes:
    return zlib.decompressobj().decompress(content, MOST)


def _from_ascii(content: bytes) -> bytes:
    return base64.a85decode(content.strip().removesuffix(b"~>"))


UNPACKED = {"/FlateDecode": _inflated, "/Fl": _inflated, "/ASCII85Decode": _from_ascii, "/A85": _from_ascii}
