"""Parts of a file, as a reader of PDFs asks for them (RFC 9110, section 14)."""

import re
from dataclasses import dataclass

ONE_RANGE = re.compile(r"bytes=\s*(?P<first>\d{0,19})-(?P<last>\d{0,19})\s*", re.ASCII)


@dataclass(frozen=True)
class Part:
    """The bytes from `first` to `last`, both included; empty if the file has none of those asked for."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many bytes it has."""
        return max(self.last - self.first + 1, 0)


def requested(header: str | None, size: int) -> Part | None:
    """The single range that a `Range` header asks of `size` bytes.

    None if there is no range that we serve: then the whole file is the answer, as the standard allows for several
    ranges, other units and what can't be read. An empty part means 416.
    """
    found = ONE_RANGE.fullmatch(header or "")
    if not found or not (found["first"] or found["last"]):
        return None
    if not found["first"]:
        return Part(max(size - int(found["last"]), 0), size - 1) if int(found["last"]) else Part(size, size - 1)
    first, last = int(found["first"]), int(found["last"] or size - 1)
    if found["last"] and last < first:
        return None
    return Part(first, min(last, size - 1))
