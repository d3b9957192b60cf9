"""What a spreadsheet would change: every line compared with what is here and with earlier imports."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from lscb_site.models import BoardSettings
from publications import listing, words
from publications.actions.publishing import period_of
from publications.importing.lines import Line, Reader
from publications.importing.problems import ImportRefused, Problem
from publications.importing.table import Table
from publications.models import ImportLine, Publication, Review
from publications.models.imports import Outcome
from publications.terms import ReviewType

COMPARED = ("state", "released", "reason", "address")


@dataclass(frozen=True)
class Plan:
    """The lines to be imported, and the numbers of those that are here already, just as they are."""

    table: Table
    new: list[Line] = field(default_factory=list)
    unchanged: list[int] = field(default_factory=list)


def plan(table: Table, *, folder: Path | None, at: datetime) -> Plan:
    """What importing the table at the instant `at` would do; ImportRefused with every problem if there is any."""
    lines, problems = _understood(table, folder, at)
    problems += _repeated(lines)
    comparison = Comparison(at)
    planned = Plan(table)
    for line in lines:
        found = list(comparison.problems(line))
        problems += found
        if not found:
            planned.unchanged.append(line.number) if comparison.is_here(line) else planned.new.append(line)
    if problems:
        raise ImportRefused(sorted(problems))
    return planned


def own_names() -> frozenset[str]:
    """What a spreadsheet may call this board, in lower case."""
    board = BoardSettings.load()
    return frozenset(name.casefold() for name in ("", board.name, board.short_name, board.area))


def _understood(table: Table, folder: Path | None, at: datetime) -> tuple[list[Line], list[Problem]]:
    reader = Reader(own_names(), folder, listing.local_day(at), origin=f"Import of {table.name}"[:300])
    lines: list[Line] = []
    problems: list[Problem] = []
    for row in table.rows:
        read = reader.line(row)
        if isinstance(read, Line):
            lines.append(read)
        else:
            problems += read
    return lines, problems


def _repeated(lines: list[Line]) -> Iterator[Problem]:
    """Lines of one spreadsheet that contradict each other."""
    documents: dict[tuple[str, ...], int] = {}
    types: dict[tuple[str, str], Line] = {}
    for line in lines:
        before = documents.setdefault(line.document, line.number)
        if before != line.number:
            sentence = f"Line {before} is the same document of the same review. Take one away, or give them titles."
            yield Problem(line.number, "document", sentence)
        first = types.setdefault((line.board, line.review), line)
        if first.review_type != line.review_type:
            sentence = f"Line {first.number} gives this review another type. Make them the same."
            yield Problem(line.number, "review_type", sentence)


class Comparison:
    """Lines against the ledger, all fetched once."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.reviews = {(r.published_by, r.label): r for r in Review.objects.select_related("guidance")}
        self.publications = {
            (p.review.published_by, p.review.label, p.kind, p.title): p
            for p in Publication.objects.select_related("review")
        }
        entries = ImportLine.objects.filter(publication__isnull=False).select_related("batch", "version")
        self.earlier = {entry.publication_id: entry for entry in entries.order_by("pk")}

    def is_here(self, line: Line) -> bool:
        """Whether an earlier import said just the same of the document."""
        earlier = self._earlier(line)
        return earlier is not None and not self._brings_file(line, earlier)

    def problems(self, line: Line) -> Iterator[Problem]:
        """What keeps the line from being imported."""
        yield from self._too_early(line)
        review = self.reviews.get((line.board, line.review))
        if review and review.review_type != line.review_type:
            here = ReviewType(review.review_type).label.lower()
            sentence = f"This review is here as a {here}. Correct the one or the other."
            yield Problem(line.number, "review_type", sentence)
        if line.document not in self.publications:
            return
        earlier = self._earlier(line)
        if earlier is None:
            sentence = "It is here already, not from an import. Change it on its own screen; take this line away."
            yield Problem(line.number, "document", sentence)
        else:
            yield from self._changes(line, earlier)

    def _earlier(self, line: Line) -> ImportLine | None:
        publication = self.publications.get(line.document)
        return self.earlier.get(publication.pk) if publication else None

    def _changes(self, line: Line, earlier: ImportLine) -> Iterator[Problem]:
        for name in COMPARED:
            before, after = getattr(earlier, name) or "", getattr(line, name) or ""
            if str(before) != str(after):
                yield Problem(
                    line.number,
                    name,
                    f"{_before(earlier, str(before))} Put that back; change the document on its own screen.",
                )
        if Outcome.ON_REQUEST in {line.outcome, earlier.outcome} and line.outcome != earlier.outcome:
            yield Problem(line.number, "state", f"{_before(earlier, earlier.get_outcome_display())} Put that back.")
        if self._brings_file(line, earlier):
            yield from self._file_problems(line, earlier)

    def _file_problems(self, line: Line, earlier: ImportLine) -> Iterator[Problem]:
        if earlier.version or earlier.outcome != Outcome.AWAIT_FILE:
            yield Problem(
                line.number, "file", "This is another file than before. Correct the document on its own screen."
            )
        elif earlier.batch.is_waiting:
            yield Problem(line.number, "file", f"Approve or discard the import “{earlier.batch}” first.")
        elif earlier.publication and earlier.publication.versions.exists():
            yield Problem(line.number, "file", "Its file was uploaded meanwhile. Leave the cell empty.")

    def _brings_file(self, line: Line, earlier: ImportLine) -> bool:
        """Whether the line has a file that the earlier import had not."""
        if line.path is None:
            return False
        return earlier.version is None or earlier.version.sha256 != sha256_of(line.path)

    def _too_early(self, line: Line) -> Iterator[Problem]:
        """Nothing of this board's leaves the list before its minimum is over, also not by an import (R7)."""
        if line.outcome is not Outcome.ON_REQUEST or line.released is None or (line.board and not line.path):
            return
        review = self.reviews.get((line.board, line.review)) or Review(label=line.review)
        through = listing.protected_through(line.released.last_day(), period_of(Publication(review=review)))
        if listing.local_day(self.at) <= through:
            sentence = f"It has to stay on the public list through {words.day(through)}. Import it as published."
            yield Problem(line.number, "state", sentence)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in lower-case hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _before(earlier: ImportLine, value: str) -> str:
    day = words.day(listing.local_day(earlier.batch.at))
    return f"It was imported on {day} with {f'“{value}”' if value else 'nothing here'}."
