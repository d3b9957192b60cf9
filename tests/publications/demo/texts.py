"""The text of the demo's own PDFs, read without a library: they are simple enough."""

import base64
import re
import zlib

STREAM = re.compile(rb"/Filter \[ /ASCII85Decode /FlateDecode \].*?stream\r?\n(.*?)endstream", re.DOTALL)
SHOWN = re.compile(rb"\(((?:[^()\\]|\\.)*)\) Tj")


def pages(content: bytes) -> list[str]:
    """The words of each page, with single blanks between them."""
    coded = (b"<~" + stream.strip() for stream in STREAM.findall(content))
    streams = [zlib.decompress(base64.a85decode(stream, adobe=True)) for stream in coded]
    return [words(stream) for stream in streams if b" Tj" in stream]


def words(stream: bytes) -> str:
    """What a page's drawing instructions show."""
    return " ".join(b" ".join(SHOWN.findall(stream)).decode("cp1252").split())
