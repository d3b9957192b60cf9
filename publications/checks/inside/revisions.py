"""Earlier states of the file that are still in it (incremental updates, ISO 32000-1, 7.5.6)."""

import re
from mmap import mmap

END = re.compile(rb"startxref[\x00\t\n\f\r ]+([0-9]{1,12})[\x00\t\n\f\r ]+%%EOF")
SECTION = re.compile(rb"\s*(xref\b|[0-9]+\s+[0-9]+\s+obj\b)")


def ends(content: mmap) -> list[int]:
    """Where each earlier state ends, the oldest first.

    A linearised file has an end in its middle as well (annex F): that one names no section, or the same as the last.
    """
    found = [(int(each.group(1)), each.end()) for each in END.finditer(content)]
    return [
        end for start, end in found[:-1] if 0 < start < end and start != found[-1][0] and SECTION.match(content, start)
    ]
