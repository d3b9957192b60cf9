"""Compares earlier states of a file with today's: what was there that is gone now?"""

import contextlib
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pikepdf
import pypdfium2

from publications.checks.findings import Finding, Severity
from publications.checks.hidden.ink import apart
from publications.checks.inside.look import look_inside
from publications.checks.inside.size import Size
from publications.checks.opening import Unreadable
from publications.checks.sheet import Sheet, fair_scale
from publications.checks.trace import Trace, trace

MOST_STATES = 6
"""So many earlier states are compared; of more nobody knows what was in them."""
SCALE, MOST_PIXELS = 0.6, 1_000_000
GONE = 24  # pixels that were ink and look different now
INK = 32  # of 255
WORD = re.compile(r"\w{2,}")


def earlier(states: Iterable[bytes], today: pypdfium2.PdfDocument, inside_today: Sequence[Trace]) -> Iterator[Trace]:
    """What each earlier state, the oldest first, has that today's file has not."""
    texts: list[str] = []
    known = {(each.finding.kind, each.words) for each in inside_today}
    for number, state in enumerate(states):
        texts = texts or [_text(today, page) for page in range(1, len(today) + 1)]
        if number == MOST_STATES:
            yield trace("earlier_words")
            return
        yield from _compared(state, today, texts, known)


def _compared(
    state: bytes, today: pypdfium2.PdfDocument, texts: list[str], known: set[tuple[str, str]]
) -> Iterator[Trace]:
    found = list(_things_gone(state, known))
    try:
        with contextlib.closing(pypdfium2.PdfDocument(state)) as before:
            found += _pages_gone(before, today, texts)
    except pypdfium2.PdfiumError:
        found.append(trace("earlier_words"))
    yield from found or [trace("earlier_state")]


def _things_gone(state: bytes, known: set[tuple[str, str]]) -> Iterator[Trace]:
    """Comments, attachments and the like that were inside."""
    try:
        with pikepdf.open(io.BytesIO(state), suppress_warnings=True) as pdf:
            traces = look_inside(pdf, Size()).traces
    except (pikepdf.PdfError, pikepdf.PasswordError, Unreadable, ValueError):
        yield trace("earlier_words")
        return
    gone = [each for each in traces if (each.finding.kind, each.words) not in known]
    words = " ".join(each.words for each in gone if each.finding.severity is Severity.BLOCKING)
    if any(each.finding.severity is Severity.BLOCKING for each in gone):
        yield trace("earlier_words", words)


def _pages_gone(before: pypdfium2.PdfDocument, today: pypdfium2.PdfDocument, texts: list[str]) -> Iterator[Trace]:
    """Words and drawings of pages that were there."""
    for number in range(1, len(before) + 1):
        words = _text(before, number)
        if words in texts and (len(before) != len(today) or texts[number - 1] == words):
            if len(before) == len(today) and _differs(before, today, number):
                yield Trace(Finding("earlier_picture", number))
            continue
        now = texts[number - 1] if number <= len(texts) else ""
        gone = Counter(WORD.findall(words)) - Counter(WORD.findall(now))
        if gone:
            yield Trace(Finding("earlier_words", number if number <= len(texts) else None), " ".join(gone))


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    """The words of a page, seen or not."""
    with contextlib.closing(document[number - 1]) as page, contextlib.closing(page.get_textpage()) as text:
        return " ".join(text.get_text_range().split())


def _differs(before: pypdfium2.PdfDocument, today: pypdfium2.PdfDocument, number: int) -> bool:
    """Whether ink that was on the page is not there any more."""
    with contextlib.closing(Sheet(before, number)) as old, contextlib.closing(Sheet(today, number)) as new:
        scale = fair_scale(old, SCALE, MOST_PIXELS)
        one, other = old.picture(scale, annotations=False), new.picture(scale, annotations=False)
    if one.shape != other.shape:
        return True
    was_ink = one.min(axis=2) < 255 - INK
    return int((was_ink & (apart(one, other) > INK)).sum()) > GONE
