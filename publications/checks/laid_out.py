"""The words of a page as one text, of which every stretch knows where it stands on the page."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from publications.checks.spans import plain


@dataclass
class LaidOut:
    """The words of a page, with a line for each line; `place(start, end)` is where a stretch of `text` stands."""

    words: Sequence[tuple[str, Any]]
    text: str = ""
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Put the words together."""
        parts: list[str] = []
        length, before = 0, None
        for word, place in self.words:
            gap = "" if before is None else (" " if same_line(before, place) else "\n")
            shown = plain(word)
            self.starts.append(length + len(gap))
            parts += [gap, shown]
            length += len(gap) + len(shown)
            before = place
        self.text = "".join(parts)

    def places(self, start: int, end: int) -> list[Any]:
        """The places of the words that the stretch touches."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = bisect_right(self.starts, max(start, end - 1))
        return [place for _, place in self.words[first:last]]


def same_line(before: Any, after: Any) -> bool:
    """Whether the place of a word stands on the line of the one before it, to its right."""
    middle = (after.top + after.bottom) / 2
    return bool(before.top <= middle <= before.bottom and after.right > before.left)


def first_line(places: Iterable[Any]) -> list[Any]:
    """Of places in reading order, those on the line of the first: a frame over two lines would hold half a page."""
    kept: list[Any] = []
    for place in places:
        if kept and not same_line(kept[-1], place):
            break
        kept.append(place)
    return kept
