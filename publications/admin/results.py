"""What the checks of a file found, as its screens show it: grouped, in words, with places, never what is hidden."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from publications import jobs, page_texts
from publications.admin import texts
from publications.checks.findings import Severity
from publications.models import Check, CheckFinding, FileVersion, Overruling
from publications.verdicts import Verdict, last_check, verdict, verdict_of

PATIENCE = timedelta(seconds=45)  # how long nothing may move before we say that nothing does
HEADINGS = {
    Severity.BLOCKING: "Stops the release",
    Severity.LOOK: "Look at this",
    Severity.NOTE: "Worth knowing",
}
OUTCOMES = {
    Verdict.UNREADABLE: "The checks could not look into this file. It can't be signed off.",
    Verdict.STOPPED: "The checks found something that stops the release of this file.",
    Verdict.OVERRULED: "What the checks found was overruled; the second person has not agreed yet.",
    Verdict.OPEN: "The checks found nothing that stops the release of this file.",
}
AGREED = "What the checks found was overruled by two people."
WAITING = "The file waits to be checked."
STALLED = (
    "Nothing on this site is doing jobs at present, so the file is not being checked. Ask whoever runs the site to"
    " start its worker (manage.py work). The check then goes on by itself; nothing has to be uploaded again."
)
LOOKED_FOR = (
    "The checks looked for hidden words, comments, earlier versions, attachments and the like in the file, for contact"
    " details, numbers and markings in its text, and for what keeps people from reading it. They can't find what only a"
    " person can: facts that are harmless one by one, and that together, with the news or with what neighbours know,"
    " tell who the child is."
)


@dataclass(frozen=True)
class Progress:
    """How far the checks of a file are, in a sentence; `is_stalled`: nobody seems to be at them."""

    sentence: str
    is_finished: bool = False
    is_stalled: bool = False


def progress_of(version: FileVersion, at: datetime) -> Progress:
    """How far they are at the instant `at`."""
    stands = verdict(version)
    if stands is not Verdict.PENDING:
        return Progress(outcome(version), is_finished=True)
    check = last_check(version)
    if check is None or check.finished_at:  # by earlier checks: asked for again when a worker starts
        return Progress(WAITING) if jobs.is_anybody_working() else Progress(STALLED, is_stalled=True)
    if at - (check.moved_at or check.asked_at) > PATIENCE and not jobs.is_anybody_working():
        return Progress(STALLED, is_stalled=True)
    return Progress(_under_way(check))


def _under_way(check: Check) -> str:
    if not check.started_at:
        return WAITING
    return f"Checking: page {check.pages_done} of {check.pages}." if check.pages else "Checking the file."


def outcome(version: FileVersion) -> str:
    """What its last finished check came to, in a sentence; empty if there is none."""
    check = last_check(version, finished=True)
    if check is None:
        return ""
    return AGREED if check.agreed else OUTCOMES[verdict_of(check)]  # type: ignore[attr-defined]


def in_short(version: FileVersion) -> str:
    """The same for a column."""
    check = last_check(version, finished=True)
    if check is None or (verdict(version) is Verdict.PENDING and not version.sign_offs.all()):
        return "Not checked yet"
    open_ones = check.blocking - check.agreed  # type: ignore[attr-defined]
    if verdict_of(check) is Verdict.UNREADABLE:
        return "Can't be read"
    return f"Stopped: {open_ones}" if open_ones else "Nothing stops it"


@dataclass(frozen=True)
class Kind:
    """All findings of one kind, with its words."""

    sentence: str
    advice: str
    findings: list[CheckFinding]
    about: str = ""
    """What else is to be said of them."""

    @property
    def overrulings(self) -> list[Overruling]:
        """What was decided on them, each reason once."""
        of_these = [each.overruling for each in self.findings if hasattr(each, "overruling")]
        once = {(each.asked_by_id, each.reason, each.agreed_by_id, each.agreed_reason): each for each in of_these}
        return list(once.values())


@dataclass(frozen=True)
class Severe:
    """All kinds of one severity."""

    severity: Severity
    heading: str
    kinds: list[Kind]


@dataclass(frozen=True)
class Result:
    """Everything that a screen shows of the checks of one file."""

    version: FileVersion
    progress: Progress
    check: Check | None
    groups: list[Severe]
    looked_for: str = LOOKED_FOR

    @property
    def pages(self) -> range:
        """The numbers of its pages, as far as they can be shown."""
        drawn = self.check.pages if self.check and not self.version.publication.is_web else 0
        return range(1, drawn + 1)


def result_of(version: FileVersion, at: datetime) -> Result:
    """What there is to show at the instant `at`: the findings of the check that finished last, if any did."""
    check = last_check(version, finished=True)
    return Result(version, progress_of(version, at), check, list(groups(findings_of(check), version)) if check else [])


def findings_of(check: Check) -> list[CheckFinding]:
    """What a check found, in the order of the pages, with what was decided on each."""
    rows = check.findings.select_related("overruling__asked_by", "overruling__agreed_by")
    return sorted(rows, key=lambda each: (each.page or 0, each.pk))


def groups(findings: Iterable[CheckFinding], version: FileVersion) -> Iterator[Severe]:
    """Findings in a version under their severity, the gravest first, and their kind."""
    found, given = list(findings), sorted(page_texts.given(version)) if texts.pages_without(version) else []
    for severity, heading in HEADINGS.items():
        if of_it := [each for each in found if each.severity == severity]:
            yield Severe(severity, heading, list(kinds(of_it, version, given)))


def kinds(findings: Iterable[CheckFinding], version: FileVersion, given: Sequence[int]) -> Iterator[Kind]:
    """Findings under their kind, in the order of the pages within each; `given` are the pages whose text was given."""
    for _kind, same in groupby(sorted(findings, key=lambda each: each.kind), key=lambda each: each.kind):
        of_kind = list(same)
        words = of_kind[0].value
        yield Kind(words.sentence, words.advice, of_kind, texts.about_finding(of_kind, version, given))
