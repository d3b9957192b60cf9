"""Paths of files and names of users, in any string of the file that is not shown on a page."""

import re
from collections.abc import Iterator

from publications.checks.inside.walk import Node, text_of
from publications.checks.trace import Trace, trace

PATH = re.compile(
    r"(?:\b[A-Za-z]:[\\/]|\\\\[\w.$-]+\\)[^\s\"<>|*?]+"  # C:\..., \\server\...
    r"|\bfile:/+[^\s\"<>]+"
    r"|(?<![\w.:/])/(?:Users|home|Volumes|mnt|media|private/var)/[\w.$-]+[^\s\"<>]*"
)
ELSEWHERE = frozenset({"/URI", "/JS"})  # these have kinds of their own


def paths(node: Node) -> Iterator[Trace]:
    """Every path in the strings of a dictionary."""
    for key, value in node.items.items():
        if key in ELSEWHERE:
            continue
        words = text_of(value)
        if len(words) > 3 and (found := PATH.search(words)):
            yield trace("path", found.group(), node.page)
