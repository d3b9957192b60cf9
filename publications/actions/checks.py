"""What two people make of what the checks found: overruled, sent back, or looked for again (rules R9, R13)."""

from collections.abc import Iterable
from typing import Any

from publications import checking, notices, refusals, verdicts
from publications.actions.base import acting
from publications.checks.findings import Severity
from publications.errors import Refused
from publications.models import CheckFinding, FileVersion, Overruling, Returned
from publications.models.record import Event
from publications.policy import Action


def overrule(version: FileVersion, *, findings: Iterable[CheckFinding], reason: str, by: Any) -> list[Overruling]:
    """Overrule blocking findings of the last check with a reason, for the board only.

    It counts once whoever signs the file off has agreed to each, with a reason of their own.
    """
    with acting(Action.OVERRULE, version.publication, by=by) as act:
        version = act.fresh(version)
        refusals.refuse(Action.OVERRULE, version, by=act.by, at=act.at)
        if not reason.strip():
            raise Refused("reason_missing", "Say why this may be released all the same. The public will not see it.")
        chosen = _still_open(version, findings)
        rows = [Overruling(finding=each, asked_by=act.by, asked_at=act.at, reason=reason) for each in chosen]
        made = Overruling.objects.bulk_create(rows)
        act.record(Event.OVERRULING, version=version, findings=[each.pk for each in chosen])
        checking.tell_if_waiting(version)
        return made


def _still_open(version: FileVersion, findings: Iterable[CheckFinding]) -> list[CheckFinding]:
    """Those of the findings that still stop the release, read anew; Refused if there is none, or one is another's."""
    check = verdicts.last_check(version)
    wanted = {finding.pk for finding in findings}
    chosen = CheckFinding.objects.filter(pk__in=wanted, check_run=check, severity=Severity.BLOCKING, overruling=None)
    found = list(chosen.order_by("pk"))
    if not found or len(found) != len(wanted):
        raise Refused("nothing_to_overrule", "Choose what stops the release now, from the list as it is now.")
    return found


def return_file(version: FileVersion, *, reason: str, by: Any) -> Returned:
    """Send a file back to whoever uploaded it, with what has to be mended. `reason` is for the board only."""
    with acting(Action.RETURN, version.publication, by=by) as act:
        version = act.fresh(version)
        refusals.refuse(Action.RETURN, version, by=act.by, at=act.at)
        if not reason.strip():
            raise Refused("reason_missing", "Say what has to be mended. The public will not see it.")
        returned = Returned.objects.create(version=version, by=act.by, at=act.at, reason=reason)
        act.record(Event.RETURN, version=version, returned=returned.pk)
        notices.tell_of_return.enqueue(version.pk)
        return returned


def check_again(version: FileVersion, *, by: Any) -> None:
    """Ask for another check of the same file, such as after one that came to no end."""
    with acting(Action.CHECK, version.publication, by=by) as act:
        version = act.fresh(version)
        refusals.refuse(Action.CHECK, version, by=act.by, at=act.at)
        checking.ask(version, at=act.at)
