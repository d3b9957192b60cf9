"""One line of an import as its approver reads it: what will happen, from which date, and until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from publications import listing, words
from publications.actions.publishing import period_of
from publications.admin.results import in_short
from publications.importing.files import lines_with_checks
from publications.models import ImportBatch, ImportLine
from publications.models.imports import Outcome
from publications.terms import AnnouncedState

PRECISION = {"year": "known to the year", "month": "known to the month", "day": ""}
GONE = "Taken away with the import."


@dataclass(frozen=True)
class LineShown:
    """A line in words. `changed` says that its publication's date is no more that of the spreadsheet."""

    line: ImportLine
    review: str
    published_by: str
    document: str
    happens: str
    first_public: str
    precision: str
    counts_through: str
    changed: str
    file_name: str
    file_hash: str
    checks: str


def lines_of(batch: ImportBatch, at: datetime) -> list[LineShown]:
    """Every line in the order of the spreadsheet, as of the instant `at`; a fixed number of queries."""
    return [shown(line, at) for line in lines_with_checks(batch)]


def shown(line: ImportLine, at: datetime) -> LineShown:
    """The line in words."""
    publication, version = line.publication, line.version
    return LineShown(
        line=line,
        review=publication.review.label if publication else GONE,
        published_by=(publication.review.published_by or "This board") if publication else "",
        document=publication.name if publication else "",
        happens=happens(line),
        first_public=line.released.words() if line.released else "",
        precision=PRECISION[line.released.precision] if line.released else "",
        counts_through=counts_through(line, at),
        changed=changed(line),
        file_name=version.original_name or "Open" if version else "",
        file_hash=version.sha256[:12] if version else "",
        checks=in_short(version) if version else "",
    )


def happens(line: ImportLine) -> str:
    """What approval makes of it."""
    if line.outcome != Outcome.ANNOUNCE:
        return {
            Outcome.RELEASE: "Public at once",
            Outcome.ON_REQUEST: "On request",
            Outcome.AWAIT_FILE: "Waits for its file; nothing is public",
        }[Outcome(line.outcome)]
    said = f"Announced as {AnnouncedState(line.state).label.lower()}"
    return f"{said}: {line.reason}" if line.reason else f"{said}, without a reason" if needs_reason(line) else said


def needs_reason(line: ImportLine) -> bool:
    """Whether a board must give a reason today."""
    return line.state in {AnnouncedState.DELAYED, AnnouncedState.NOT_PUBLISHED}


def counts_through(line: ImportLine, at: datetime) -> str:
    """The last day of its minimum time, counted as a release would (rules R2, R3, R7); empty if none is counted."""
    if line.publication is None or line.outcome == Outcome.ANNOUNCE:
        return ""
    if line.released is None:
        return {
            Outcome.RELEASE: "From the day of approval, as no date is given",
            Outcome.AWAIT_FILE: "From the day of its release, as no date is given",
        }.get(Outcome(line.outcome), "")
    through = listing.protected_through(line.released.last_day(), period_of(line.publication))
    return f"{words.day(through)}{past(through, at)}"


def past(through: date, at: datetime) -> str:
    """Says so if the last day is over."""
    return " (past)" if through < listing.local_day(at) else ""


def changed(line: ImportLine) -> str:
    """What the publication's own date is by now, if it is another."""
    if line.publication is None or not line.batch.is_waiting:
        return ""
    present = line.publication.first_public
    if str(present or "") == str(line.released or ""):
        return ""
    return f"Changed since to {present.words()}" if present else "Taken away since"


def summary(lines: list[LineShown]) -> Iterator[str]:
    """How many lines become what, in the order of the choices; nothing for none."""
    for outcome in Outcome:
        if number := sum(each.line.outcome == outcome for each in lines):
            yield f"{outcome.label}: {number}"
