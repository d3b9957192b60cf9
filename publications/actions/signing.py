"""A second person's approval of exactly one file, with what the checks found before them (rules R9, R13)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from publications import checking, notices, page_texts, policy, refusals, verdicts
from publications.actions.base import Acting, acting
from publications.errors import Refused
from publications.models import Check, FileVersion, Overruling, SignOff
from publications.models.record import Event
from publications.policy import Action
from publications.terms import Answer


@dataclass(frozen=True)
class Said:
    """What somebody who signs off said on their form.

    `answers` are (question, answer) pairs of the checklist; `agreed` their own reason for each overruled finding, by
    its number; `seen` the number of the check whose findings they had before them; `text` the mark of the given text of
    scanned pages (`page_texts.mark_of_given`) that they read.
    """

    answers: Sequence[tuple[str, str]] = ()
    agreed: Mapping[int, str] = field(default_factory=dict)
    seen: int | None = None
    text: str | None = None


def sign_off(version: FileVersion, *, by: Any, said: Said = Said(), may_wait: bool = True) -> SignOff:
    """Approve exactly this file for release, as a person other than the one who uploaded it (rule R9).

    A file that was not checked yet is checked at once; with `may_wait=False` that is refused instead. What stops it is
    overruled only with a reason of `by` for each finding that a manager has overruled (rule R13).
    """
    if may_wait and policy.refusal_by_right(Action.SIGN_OFF, by=by) is None:
        checking.check_now(version)
    with acting(Action.SIGN_OFF, version.publication, by=by) as act:
        version = act.fresh(version)
        refusals.refuse(Action.SIGN_OFF, version, by=act.by, at=act.at)
        check = refuse_unless_checked(version, said)
        overruled = [each.finding_id for each in agree(act, check, said.agreed)]
        signed = SignOff.objects.create(
            version=version,
            sha256=version.sha256,
            check_run=check,
            answers=[{"question": question, "answer": answer} for question, answer in said.answers],
            by=act.by,
            at=act.at,
        )
        answers = [answer for _question, answer in said.answers]
        act.record(Event.SIGN_OFF, version=version, check=check.pk, overruled=overruled, answers=answers)
        notices.tell_of_sign_off.enqueue(version.pk)
        return signed


def refuse_unless_checked(version: FileVersion, said: Said) -> Check:
    """The check on which a sign-off stands; Refused if it allows none, or they answered or saw something else."""
    if any(answer == Answer.NO for _question, answer in said.answers):
        raise Refused(
            "answered_no",
            "You answered a question with no. Send the file back with the reason, or sign it off once that is done.",
        )
    if refused := verdicts.refusal_to_sign_off(version, agreeing=bool(said.agreed)):
        raise refused
    check = verdicts.last_check(version)
    if check is None or said.seen not in {None, check.pk}:
        raise Refused(
            "changed_meanwhile", "The file was checked again meanwhile. Look at what was found now, then sign it off."
        )
    if said.text not in {None, page_texts.mark_of_given(version)}:
        raise Refused("changed_meanwhile", "The text of its scanned pages was changed meanwhile. Read it once more.")
    return check


def agree(act: Acting, check: Check, reasons: Mapping[int, str]) -> list[Overruling]:
    """Agree to what a manager has overruled, each with a reason; Refused if one is missing, or is one's own."""
    waiting = list(Overruling.objects.filter(finding__check_run=check, agreed_at=None).select_related("asked_by"))
    for overruling in waiting:
        policy.require_another(overruling.asked_by, act.by, "overrule what the checks found")
        reason = reasons.get(overruling.finding_id, "").strip()
        if not reason:
            raise Refused("reason_missing", "Give your own reason for everything that was overruled.")
        overruling.agreed_by, overruling.agreed_at, overruling.agreed_reason = act.by, act.at, reason
        overruling.save()
    return waiting
