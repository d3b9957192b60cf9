"""The text inside files, page by page: asked for with the upload, read once by a job, before anybody may see it.

Whatever is done here may be done again: a text that was read stays as it is, a reading that was cut off begins anew.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from publications import clock, sandboxed
from publications.checks import sandbox
from publications.checks.sandbox import Progress
from publications.folding import fold, tidy, word_places
from publications.models import FileText, FileVersion, PageText
from publications.models.texts import Problem

LONGEST_PIECE = 30_000  # signs: PostgreSQL notes the places of 16,383 words, and holds a megabyte of them
MOST_WORDS = 40_000  # different ones in a row of `FileWords`
MOST_ATTEMPTS = 3


def ask(version: FileVersion) -> None:
    """Ask for the reading of a version's text; the job is part of the caller's transaction."""
    FileText.objects.get_or_create(version=version)
    read_text.enqueue(version.pk)


@task(backend="background")
def read_text(version: int) -> str:
    """Read the text of a version, unless that is done; what became of it."""
    waiting = FileText.objects.filter(version=version, finished_at=None).select_related("version").first()
    if waiting is None:
        return "nothing to do"
    read(waiting.version)
    waiting.refresh_from_db()
    if waiting.finished_at is None:
        later = timezone.now() + timedelta(minutes=5 * waiting.attempts)
        read_text.using(run_after=later).enqueue(version)
    return str(waiting.get_problem_display()) if waiting.problem else "read"


def read(version: FileVersion) -> FileText:
    """Read the text of a version now, in a process of its own. What can't be read is tried three times."""
    reading, _ = FileText.objects.get_or_create(version=version)
    reading.attempts += 1
    reading.save()
    try:
        task = "words_of_text" if version.publication.is_web else "text"
        texts = sandboxed.run(task, version, on_progress=sandboxed.now_and_then(noting(reading)))
    except (sandbox.Failed, FileNotFoundError) as error:
        reading.problem = getattr(error, "code", Problem.MISSING)
        reading.finished_at = clock.now() if reading.attempts >= MOST_ATTEMPTS else None
        reading.save()
        return reading
    return keep(reading, texts)


def noting(reading: FileText) -> Progress:
    """Writes down how far a reading has come."""

    def note(done: int, of: int) -> None:
        FileText.objects.filter(pk=reading.pk).update(pages_read=done, pages=of)

    return note


def keep(reading: FileText, texts: list[str]) -> FileText:
    """Keep the texts of a file's pages, in place of any that are there."""
    tidied = [tidy(text).strip() for text in texts]
    with transaction.atomic():
        FileText.objects.select_for_update().get(pk=reading.pk)
        typed = given(reading.version)
        replace(reading.version, [text or typed.get(number, "") for number, text in enumerate(tidied, start=1)])
        reading.pages = reading.pages_read = len(tidied)
        reading.without_text = [number for number, text in enumerate(tidied, start=1) if not text]
        reading.problem, reading.finished_at = Problem.NONE, clock.now()
        reading.save()
    return reading


def replace(version: FileVersion, texts: Iterable[str]) -> None:
    """These texts, page by page, in place of all that are there."""
    PageText.objects.filter(version=version).delete()
    PageText.objects.bulk_create(rows(version, texts))


def pages_without(version: FileVersion) -> list[int]:
    """The numbers of the pages that hold no text in the file itself, as far as it was read."""
    reading = FileText.objects.filter(version=version).first()
    return reading.without_text if reading else []


def by_page(version: FileVersion) -> dict[int, str]:
    """The text of each page that has any, the file's own or given."""
    texts: dict[int, str] = {}
    for page in PageText.objects.filter(version=version).order_by("number", "piece"):
        texts[page.number] = texts.get(page.number, "") + page.text
    return texts


def given(version: FileVersion) -> dict[int, str]:
    """What an editor gave as the text of pages that hold none themselves; they never hold any other."""
    without = set(pages_without(version))
    return {number: text for number, text in by_page(version).items() if number in without} if without else {}


def given_until_the_end(version: FileVersion) -> dict[int, str]:
    """The same, and nobody gives another before the caller's transaction has ended."""
    FileText.objects.select_for_update().filter(version=version).first()
    return given(version)


def give(version: FileVersion, texts: Mapping[int, str]) -> None:
    """Keep these as the text of pages that hold none themselves, in place of any given before."""
    with transaction.atomic():
        reading = FileText.objects.select_for_update().get(version=version)
        without = set(reading.without_text)
        known = {number: text for number, text in by_page(version).items() if number not in without}
        known |= {number: tidy(text).strip() for number, text in texts.items() if number in without}
        replace(version, [known.get(number, "") for number in range(1, reading.pages + 1)])


def mark_of_given(version: FileVersion) -> str:
    """The SHA-256 of what was given as text, by which a sign-off is about just that; empty if nothing was."""
    texts = given(version)
    return hashlib.sha256(json.dumps(sorted(texts.items())).encode()).hexdigest() if texts else ""


def rows(version: FileVersion, texts: Iterable[str]) -> Iterator[PageText]:
    """A row a page that has text, and more for one that is longer than fits; blocks hold what one index row can."""
    block, seen = 0, set[str]()
    for number, text in enumerate(texts, start=1):
        for place, piece in enumerate(pieces(text)):
            words = {fold(piece[begin:end]) for begin, end in word_places(piece)}
            if len(seen | words) > MOST_WORDS:
                block, seen = block + 1, set()
            seen |= words
            yield PageText(version=version, number=number, piece=place, block=block, text=piece)


def pieces(text: str) -> Iterator[str]:
    """A text in parts of no more than `LONGEST_PIECE`, cut between words where there are any."""
    while len(text) > LONGEST_PIECE:
        cut = text.rfind(" ", 0, LONGEST_PIECE) + 1 or LONGEST_PIECE
        yield text[:cut]
        text = text[cut:]
    if text:
        yield text


def forget(version: FileVersion) -> None:
    """Delete the text of a version, and with it every word that stood in no other."""
    PageText.objects.filter(version=version).delete()
    FileText.objects.filter(version=version).delete()


def missing() -> Iterator[FileVersion]:
    """The versions whose text nobody has read yet; those destroyed have none."""
    wanted = FileVersion.objects.exclude(file_text__finished_at__isnull=False)
    yield from wanted.exclude(destruction__confirmed_at__isnull=False).order_by("pk")
