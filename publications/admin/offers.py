"""What this person may do with a publication now, and why not the rest.

The policy decides; here stand only the further facts that an action asks for, as the actions themselves do.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from publications import policy, verdicts
from publications.actions.publishing import version_to_release
from publications.admin.steps import newest_version, open_suspensions, pending_release, standing_releases
from publications.errors import Refused
from publications.models import FileVersion, Publication, Review, Suspension
from publications.policy import Action
from publications.verdicts import Verdict

Target = Publication | FileVersion | Suspension | Review
WHILE_UNSIGNED = {
    Verdict.PENDING: (Action.SIGN_OFF, Action.RETURN),
    Verdict.UNREADABLE: (Action.SIGN_OFF, Action.RETURN, Action.CHECK),
    Verdict.STOPPED: (Action.SIGN_OFF, Action.OVERRULE, Action.RETURN, Action.CHECK),
    Verdict.OVERRULED: (Action.SIGN_OFF, Action.RETURN),
    Verdict.OPEN: (Action.SIGN_OFF, Action.RETURN),
}
"""What makes sense for a newest file that is neither signed off nor released, as its checks stand."""
KINDS: dict[type, str] = {
    Publication: "publication",
    FileVersion: "version",
    Suspension: "suspension",
    Review: "review",
}


@dataclass(frozen=True)
class Offer:
    """An action on one thing, its address, and the sentence why it can't be done (empty: it can)."""

    action: Action
    target: Target
    why_not: str = ""

    @property
    def url(self) -> str:
        """Where its form is."""
        return action_address(self.action, self.target)


def action_address(action: Action, target: Target, name: str = "") -> str:
    """Where the form of an action is, or the one with a name of its own."""
    return reverse(f"publications_actions:{KINDS[type(target)]}", args=[target.pk, name or action.value])


def suspend_address(publication: Publication | None, *, by: Any, at: datetime) -> str:
    """Where this person takes it dark, as every screen of it offers; empty if they may not, or not now."""
    if publication is None or refusal(Action.SUSPEND, publication, by=by, at=at):
        return ""
    return action_address(Action.SUSPEND, publication)


def offers(publication: Publication, *, by: Any, at: datetime) -> Iterator[Offer]:
    """Every action that makes sense for it, each with its target. `publication` comes from `steps.with_steps`."""
    for action, target in _targets(publication, at):
        refused = refusal(action, target, by=by, at=at, publication=publication)
        yield Offer(action, target, refused.sentence if refused else "")


def refusal(
    action: Action, target: Target, *, by: Any, at: datetime, publication: Publication | None = None
) -> Refused | None:
    """Why `by` may not do this now; None if they may."""
    if refused := _refused_by_policy(action, target, by, at, publication):
        return refused
    try:
        FURTHER.get(action, _nothing)(target, by, at)
    except Refused as refused:
        return refused
    return None


def _refused_by_policy(
    action: Action, target: Target, by: Any, at: datetime, publication: Publication | None
) -> Refused | None:
    if isinstance(target, Review) and action is Action.SUSPEND:
        return policy.refusal_for_review(action, target, by=by, at=at)
    if isinstance(target, Suspension | Review):
        return policy.refusal_by_right(action, by=by)
    pk = target.publication_id if isinstance(target, FileVersion) else target.pk
    return policy.refusal(action, publication or Publication.objects.with_facts().get(pk=pk), by=by, at=at)


def _targets(publication: Publication, at: datetime) -> Iterator[tuple[Action, Target]]:
    for action in (Action.UPLOAD, Action.RELEASE, Action.UNSCHEDULE, Action.CORRECT, Action.ANNOUNCE):
        yield action, publication
    newest = newest_version(publication)
    if newest and not is_released(publication, newest, at) and not verdicts.is_signed_off(newest):
        yield from ((action, newest) for action in WHILE_UNSIGNED[verdicts.verdict(newest)])
    for action in (Action.DECIDE, Action.MOVE_TO_REQUEST, Action.SUSPEND):
        yield action, publication
    yield from _suspension_targets(publication)
    yield from _version_targets(publication)


def _suspension_targets(publication: Publication) -> Iterator[tuple[Action, Target]]:
    for suspension in open_suspensions(publication):
        if suspension.confirmed_at:
            yield Action.REINSTATE, suspension
        else:
            yield Action.CONFIRM, suspension
            yield Action.LIFT, suspension


def _version_targets(publication: Publication) -> Iterator[tuple[Action, Target]]:
    released = {release.version_id for release in standing_releases(publication)}
    for version in publication.versions.all():
        if version.pk not in released:
            yield Action.DISCARD, version
        elif any(suspension.confirmed_at for suspension in open_suspensions(publication)) and not is_destroyed(version):
            yield Action.DESTROY, version


def is_released(publication: Publication, version: FileVersion, at: datetime) -> bool:
    """Whether a version was released by `at`, of a publication fetched `with_facts`."""
    return any(release.version_id == version.pk and release.at <= at for release in standing_releases(publication))


def is_destroyed(version: FileVersion) -> bool:
    """Whether two people destroyed its bytes."""
    asked = getattr(version, "destruction", None)
    return bool(asked and asked.confirmed_at)


def _nothing(_target: Any, _by: Any, _at: datetime) -> None:
    """No further facts are needed."""


def _release(publication: Publication, _by: Any, _at: datetime) -> None:
    version_to_release(publication)


def _unschedule(publication: Publication, _by: Any, at: datetime) -> None:
    facts = Publication.objects.with_facts().get(pk=publication.pk)
    if pending_release(facts, at) is None:
        raise Refused("nothing_scheduled", "No release is scheduled.")


def _sign_off(version: FileVersion, by: Any, _at: datetime) -> None:
    policy.require_another(version.uploaded_by, by, "release a file")
    _refuse_signed_off(version, by, _at)
    if refused := verdicts.refusal_to_sign_off(version, agreeing=True):
        raise refused


def _return(version: FileVersion, by: Any, _at: datetime) -> None:
    policy.require_another(version.uploaded_by, by, "send a file back")
    _refuse_signed_off(version, by, _at)


def _refuse_signed_off(version: FileVersion, _by: Any, _at: datetime) -> None:
    if verdicts.is_signed_off(version):
        raise Refused("already_done", "This file is signed off already.")


def _overrule(version: FileVersion, _by: Any, _at: datetime) -> None:
    stands = verdicts.verdict(version)
    if stands in {Verdict.PENDING, Verdict.UNREADABLE}:
        raise verdicts.REFUSALS[stands]
    if stands is not Verdict.STOPPED:
        raise Refused("nothing_to_overrule", "Nothing that the checks found stops the release of this file.")


def _complete(what: str) -> Callable[[Suspension, Any, datetime], None]:
    def refuse(suspension: Suspension, by: Any, _at: datetime) -> None:
        if suspension.confirmed_at or suspension.lifted_at:
            raise Refused("already_done", "This suspension was confirmed or lifted already.")
        policy.require_another(suspension.by, by, what)

    return refuse


def _reinstate(suspension: Suspension, by: Any, _at: datetime) -> None:
    if not suspension.confirmed_at or suspension.reinstated_at:
        raise Refused("not_withdrawn", "Only what is withdrawn can be reinstated.")
    if suspension.reinstatement_by:
        policy.require_another(suspension.reinstatement_by, by, "reinstate something")


def _destroy(version: FileVersion, by: Any, _at: datetime) -> None:
    if is_destroyed(version):
        raise Refused("already_done", "This file was destroyed already.")
    if asked := getattr(version, "destruction", None):
        policy.require_another(asked.asked_by, by, "destroy a file")


def _discard(version: FileVersion, _by: Any, at: datetime) -> None:
    if version.releases.filter(cancelled_at=None).exists():
        raise policy.protected(version.publication, at=at)


def _no_trace(review: Review, _by: Any, at: datetime) -> None:
    withdrawn = review.suspensions.filter(confirmed_at__isnull=False, reinstated_at=None)
    if review.no_trace:
        raise Refused("already_done", "It leaves no trace already.")
    if Review.objects.filter(pk=review.pk).known_at(at).exists() and not withdrawn.exists():
        raise Refused(
            "not_withdrawn", "It was public. Suspend the whole review and have a colleague confirm that first."
        )


def _show_findings(review: Review, _by: Any, _at: datetime) -> None:
    if not review.shows_findings and not review.findings.exists():
        raise Refused("nothing_to_show", "There are no findings or recommendations yet. Add one first.")


FURTHER: dict[Action, Callable[[Any, Any, datetime], None]] = {
    Action.RELEASE: _release,
    Action.UNSCHEDULE: _unschedule,
    Action.SIGN_OFF: _sign_off,
    Action.RETURN: _return,
    Action.OVERRULE: _overrule,
    Action.CHECK: _refuse_signed_off,
    Action.CONFIRM: _complete("withdraw something"),
    Action.LIFT: _complete("end a suspension"),
    Action.REINSTATE: _reinstate,
    Action.DESTROY: _destroy,
    Action.DISCARD: _discard,
    Action.LEAVE_NO_TRACE: _no_trace,
    Action.SHOW_FINDINGS: _show_findings,
}
