"""What the checks of a file allow: the one answer that screens, actions and lists ask for (rules R9, R13)."""

from enum import Enum, auto

from publications.checks.findings import VERSION
from publications.errors import Refused
from publications.models import Check, CheckOutcome, FileVersion


class Verdict(Enum):
    """Where the checks of a file stand."""

    PENDING = auto()
    """Not checked yet, or not by the present checks."""
    UNREADABLE = auto()
    """They could not look into it: nobody can overrule that."""
    STOPPED = auto()
    """They found something that stops a release."""
    OVERRULED = auto()
    """A manager has overruled everything of that kind; the second person has not agreed yet."""
    OPEN = auto()
    """Nothing stops a sign-off."""


def last_check(version: FileVersion, *, finished: bool = False) -> Check | None:
    """The check asked for last, or that finished last, with its findings counted; None if there is none."""
    checks = [check for check in _counted(version) if check.finished_at or not finished]
    return max(checks, key=lambda check: check.pk, default=None)


def _counted(version: FileVersion) -> list[Check]:
    """From what `steps.with_steps` has fetched, or else by a query."""
    fetched: list[Check] | None = version.__dict__.get("counted_checks")
    return list(version.checks.counted()) if fetched is None else fetched


def verdict(version: FileVersion) -> Verdict:
    """Where its checks stand."""
    check = last_check(version)
    if check is None or check.checks_version != VERSION:
        return Verdict.PENDING
    return verdict_of(check)


def verdict_of(check: Check) -> Verdict:
    """What a finished check, from `Check.objects.counted()`, came to by now."""
    if check.outcome == CheckOutcome.UNREADABLE:
        return Verdict.UNREADABLE
    if check.agreed == check.blocking:  # type: ignore[attr-defined]  # by counted
        return Verdict.OPEN
    return Verdict.OVERRULED if check.overruled == check.blocking else Verdict.STOPPED  # type: ignore[attr-defined]


def is_signed_off(version: FileVersion) -> bool:
    """Whether a second person signed off this very file, and no later check found anything that stops it."""
    signed = any(
        each.sha256 == version.sha256 and each.by_id != version.uploaded_by_id for each in version.sign_offs.all()
    )
    return signed and refusal_to_release(version) is None


def refusal_to_release(version: FileVersion) -> Refused | None:
    """Why the checks that finished last do not allow its release; None if they do."""
    check = last_check(version, finished=True)
    if check is None:
        return NOT_CHECKED
    return None if verdict_of(check) is Verdict.OPEN else REFUSALS[verdict_of(check)]


def refusal_to_sign_off(version: FileVersion, *, agreeing: bool = False) -> Refused | None:
    """Why its checks do not allow a sign-off; None if they do.

    `agreeing`: whoever signs off gives their own reasons for what a manager has overruled.
    """
    stands = verdict(version)
    if stands is Verdict.OPEN or (agreeing and stands is Verdict.OVERRULED):
        return None
    return REFUSALS[stands]


NOT_CHECKED = Refused(
    "not_checked",
    "The checks of this file have not finished. Wait until its screen shows what they found, then look at that first.",
)
REFUSALS = {
    Verdict.PENDING: NOT_CHECKED,
    Verdict.UNREADABLE: Refused(
        "unreadable",
        "The checks could not look into this file, so nobody can say what is in it. Save it as a PDF again in the"
        " program that made it, and upload that.",
    ),
    Verdict.STOPPED: Refused(
        "blocked",
        "The checks found something in this file that stops its release. Look at what they found; then upload a file"
        " without it, or have whoever prepares the release overrule it with a reason.",
    ),
    Verdict.OVERRULED: Refused(
        "blocked",
        "A manager has overruled what the checks found. Give your own reason for each, or send the file back.",
    ),
}
