"""The tasks on a frozen text for which somebody asks: what of the officer's list is in it, and masked words."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from publications.checks.evidence import LONGEST, MOST, masked
from publications.checks.opening import Unreadable
from publications.checks.watch.entries import entries
from publications.checks.watch.matching import Watch
from publications.checks.watch.task import ON_PAGE, Hit, in_names, plain_hits
from publications.checks.web.examine import addresses_in, found_in, opened
from publications.web.frozen import Document, Figure

ALTERNATIVE, OTHER = "alternative_text", "other"
Progress = Callable[[int, int], None]


def watch_text(file: Path, options: Mapping[str, Any], _progress: Progress) -> dict[str, Any]:
    """The task "watch_text": as the task "watch" tells of a PDF; what is said of pictures is told apart."""
    wanted = Watch(entries(str(options["list"])))
    try:
        document = opened(file)
    except Unreadable as error:
        return {"unreadable": error.kind, "pages": 0, "hits": []}
    hits = Counter([*in_names(wanted, options), *_in_text(wanted, document)])
    return {"unreadable": "", "pages": 1, "hits": plain_hits(hits)}


def _in_text(wanted: Watch, document: Document) -> Iterator[Hit]:
    said = [block.alternative for block in document.blocks if isinstance(block, Figure)]
    read = [text for text in document.texts() if text not in said]
    for where, texts in ((ON_PAGE, read), (ALTERNATIVE, said), (OTHER, addresses_in(document))):
        for text in texts:
            for match in wanted.matches(text.split()):
                yield Hit(match.line, match.how, where)


def evidence_of_text(file: Path, options: Mapping[str, Any], _progress: Progress) -> list[str]:
    """The task "evidence_of_text": the words of one kind of finding, masked; there is no page to show instead."""
    kind = options["finding"]["kind"]
    said = dict.fromkeys(words for found, words in found_in(opened(file)) if found == kind)
    return [masked(words[:LONGEST]) for words in list(said)[:MOST]]
