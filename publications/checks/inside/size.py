"""How large a file becomes when everything in it is unpacked, measured without holding it."""

import zlib

from publications.checks.inside.walk import Node, filters_of
from publications.checks.opening import MOST, Unreadable

CHUNK = 1 << 20
FLATE = {"/FlateDecode", "/Fl"}
MOST_OF_ONE = 512 * 1024 * 1024
"""One stream is held in memory when it is read, so there is a measure for one of them as well."""


class Size:
    """Adds up what the streams of a file unpack to; `Unreadable` beyond the measure."""

    def __init__(self, most: int = MOST["expanded"]) -> None:
        self.most, self.total = most, 0

    def add(self, node: Node) -> None:
        """Count a stream."""
        names = filters_of(node)
        packed = 0
        while packed < len(names) and names[packed] in FLATE:
            packed += 1
        raw = node.value.get_raw_stream_buffer() if packed else b""
        self.total += self._unpacked(memoryview(raw), packed)
        self._judge(self.total, self.most)

    def _unpacked(self, raw: memoryview, layers: int) -> int:
        """The bytes of a stream that was packed so many times over."""
        if not layers:
            return len(raw)
        unpacker, size = zlib.decompressobj(), 0
        for start in range(0, len(raw), CHUNK):
            waiting: bytes | memoryview = raw[start : start + CHUNK]
            while waiting and not unpacker.eof:
                try:
                    out = unpacker.decompress(waiting, CHUNK)
                except zlib.error:
                    return size
                size += len(out) if layers == 1 else self._unpacked(memoryview(out), layers - 1)
                self._judge(size, MOST_OF_ONE)
                waiting = unpacker.unconsumed_tail
        return size

    @staticmethod
    def _judge(size: int, most: int) -> None:
        if size > most:
            raise Unreadable("too_much_inside")
