"""What an action asks beyond a right and a state (those are in `policy`): one answer for actions and for buttons.

An action asks under its lock, a screen asks to explain; both raise the same `errors.Refused`.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from publications import page_texts, policy, verdicts
from publications.checks.kinds import CLEANABLE
from publications.errors import Refused
from publications.listing import State
from publications.models import FileVersion, ImportLine, Publication, Review, Suspension
from publications.policy import Action
from publications.verdicts import Verdict

TAKEN_DARK = frozenset({State.SUSPENDED, State.WITHDRAWN})


def refuse(action: Action, target: Any, *, by: Any, at: datetime) -> None:
    """Refused if `by` may not do it to `target` at the instant `at` for a reason that neither right nor state tells."""
    if further := FURTHER.get(action):
        further(target, by, at)


# --- publications -------------------------------------------------------------------------------------------------


def _make_known(publication: Publication, _by: Any, at: datetime) -> None:
    if publication.review.no_trace:
        raise Refused(
            "no_trace",
            "This review is to leave no trace on the site, so nothing of it can be made public.",
        )
    if publication.import_lines.filter(batch__approved_at=None, batch__discarded_at=None).exists():
        raise Refused("import_waits", "It is part of an import that waits for approval. Approve or discard that first.")
    # What is dark itself stays so, whatever is released of it.
    if publication.state_at(at) not in TAKEN_DARK and _is_dark_beside(publication):
        raise Refused(
            "other_form_dark",
            "The same document in its other form is suspended or withdrawn, and what is wrong with that may be wrong"
            " with this. Have that lifted or reinstated first.",
        )


def _is_dark_beside(publication: Publication) -> bool:
    """Whether a suspension of the same document in its other form lasts."""
    lasting = Suspension.objects.filter(lifted_at=None, reinstated_at=None).exclude(publication=publication.pk)
    return lasting.filter(publication__review=publication.review_id, publication__slug=publication.slug).exists()


def _release(publication: Publication, by: Any, at: datetime) -> None:
    _make_known(publication, by, at)
    version_to_release(publication)


def version_to_release(publication: Publication) -> FileVersion:
    """The newest version, which must be signed off and not released or scheduled yet; Refused otherwise."""
    newest = publication.versions.order_by("pk").last()
    if newest is None:
        raise Refused("no_file", "There is no file. Upload one first.")
    if newest.releases.filter(cancelled_at=None).exists():
        raise Refused(
            "already_done",
            "Its newest file is released or scheduled already. Upload a corrected one first.",
        )
    if not newest.sign_offs.filter(sha256=newest.sha256).exclude(by=newest.uploaded_by_id).exists():
        raise Refused(
            "not_signed_off",
            "A second person has not signed off this file yet. Ask an approver.",
        )
    if refused := verdicts.refusal_to_release(newest):
        raise refused
    return newest


def _unschedule(publication: Publication, _by: Any, at: datetime) -> None:
    if not publication.releases.filter(cancelled_at=None, at__gt=at).exists():
        raise Refused("nothing_scheduled", "No release is scheduled.")


# --- files --------------------------------------------------------------------------------------------------------


def _sign_off(version: FileVersion, by: Any, at: datetime) -> None:
    policy.require_another(version.uploaded_by, by, "release a file")
    _signed_already(version, by, at)
    if refused := verdicts.refusal_to_sign_off(version, agreeing=True):
        raise refused


def _give_text(version: FileVersion, _by: Any, _at: datetime) -> None:
    """Readers see lines of it among what a search finds, so the second person approves it with the file (rule R9)."""
    if version.sign_offs.exists() or version.releases.filter(cancelled_at=None).exists():
        raise Refused(
            "signed_off",
            "This file was signed off with the text it has. Have the program that scanned it recognise its text, and"
            " upload that file.",
        )
    if ImportLine.objects.filter(version=version).exists():
        raise Refused(
            "imported",
            "This file came with an import, which is approved as it is. Have the program that scanned it recognise its"
            " text, and upload that file.",
        )
    if not version.publication.is_web and page_texts.pages_without(version):
        return
    raise Refused("nothing_without_text", "No page of this file is known to be without text of its own.")


def _return(version: FileVersion, by: Any, at: datetime) -> None:
    policy.require_another(version.uploaded_by, by, "send a file back")
    _signed_already(version, by, at)


def _signed_already(version: FileVersion, _by: Any, _at: datetime) -> None:
    if verdicts.is_signed_off(version):
        raise Refused("already_done", "This file is signed off already. To stop it, discard it.")


def _overrule(version: FileVersion, _by: Any, _at: datetime) -> None:
    stands = verdicts.verdict(version)
    if stands in {Verdict.PENDING, Verdict.UNREADABLE}:
        raise verdicts.REFUSALS[stands]
    if stands is not Verdict.STOPPED:
        raise Refused("nothing_to_overrule", "Nothing that the checks found stops the release of this file.")


def _discard(version: FileVersion, _by: Any, at: datetime) -> None:
    if version.releases.filter(cancelled_at=None).exists():
        raise policy.protected(version.publication, at=at)


def _clean(version: FileVersion, _by: Any, _at: datetime) -> None:
    if version.is_destroyed:
        raise Refused("already_done", "This file was destroyed. Upload another.")
    if FileVersion.objects.filter(publication=version.publication_id, pk__gt=version.pk).exists():
        raise Refused("not_newest", "There is a newer file of this document. Make a clean copy of that one.")
    if version.publication.is_web:
        raise Refused("nothing_to_clean", "A text has nothing in it that is not shown. Edit it, and freeze it anew.")
    check = verdicts.last_check(version, finished=True)
    if check and not check.findings.filter(kind__in=CLEANABLE).exists():
        raise Refused("nothing_to_clean", "The checks found nothing in this file that a clean copy would take out.")


def _destroy(version: FileVersion, by: Any, _at: datetime) -> None:
    if version.is_destroyed:
        raise Refused("already_done", "This file was destroyed already.")
    if asked := getattr(version, "destruction", None):
        policy.require_another(asked.asked_by, by, "destroy a file")


# --- suspensions --------------------------------------------------------------------------------------------------


def _end_by_another(what: str) -> Callable[[Suspension, Any, datetime], None]:
    def refuse_unless_open(suspension: Suspension, by: Any, _at: datetime) -> None:
        if suspension.confirmed_at:
            raise Refused("already_withdrawn", "It is withdrawn already. It comes back only by a reinstatement.")
        if suspension.lifted_at:
            raise Refused("already_lifted", "This suspension was lifted already.")
        policy.require_another(suspension.by, by, what)

    return refuse_unless_open


def _reinstate(suspension: Suspension, by: Any, _at: datetime) -> None:
    if not suspension.confirmed_at or suspension.reinstated_at:
        raise Refused("not_withdrawn", "Only what is withdrawn can be reinstated.")
    if suspension.reinstatement_by:
        policy.require_another(suspension.reinstatement_by, by, "reinstate something")


# --- reviews ------------------------------------------------------------------------------------------------------


def _leave_no_trace(review: Review, _by: Any, at: datetime) -> None:
    if review.no_trace:
        raise Refused("already_done", "It leaves no trace already.")
    was_known = Review.objects.filter(pk=review.pk).known_at(at).exists()
    if was_known and not review.suspensions.filter(confirmed_at__isnull=False, reinstated_at=None).exists():
        raise Refused(
            "not_withdrawn",
            "It was public, so it leaves no trace only once the whole review is withdrawn:"
            " suspend the review, and have a colleague confirm that.",
        )


def _show_findings(review: Review, _by: Any, _at: datetime) -> None:
    if not review.shows_findings and not review.findings.exists():
        raise Refused("nothing_to_show", "There are no findings or recommendations yet. Add one first.")


FURTHER: dict[Action, Callable[[Any, Any, datetime], None]] = {
    Action.ANNOUNCE: _make_known,
    Action.RELEASE: _release,
    Action.UNSCHEDULE: _unschedule,
    Action.SIGN_OFF: _sign_off,
    Action.RETURN: _return,
    Action.OVERRULE: _overrule,
    Action.CHECK: _signed_already,
    Action.GIVE_TEXT: _give_text,
    Action.CLEAN: _clean,
    Action.DISCARD: _discard,
    Action.DESTROY: _destroy,
    Action.CONFIRM: _end_by_another("withdraw something"),
    Action.LIFT: _end_by_another("end a suspension"),
    Action.REINSTATE: _reinstate,
    Action.LEAVE_NO_TRACE: _leave_no_trace,
    Action.SHOW_FINDINGS: _show_findings,
}
