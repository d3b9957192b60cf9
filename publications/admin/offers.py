"""What this person may do with a publication now, and why not the rest.

`policy` and `refusals` decide, as they do for the actions themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from publications import policy, refusals, verdicts
from publications.admin import texts
from publications.admin.steps import newest_version, open_suspensions, standing_releases
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

FREEZES = {Action.UPLOAD: "freeze", Action.CORRECT: "freeze_correction"}
"""The forms that stand in for these actions on a web page."""


@dataclass(frozen=True)
class Offer:
    """An action on one thing, its address, and the sentence why it can't be done (empty: it can)."""

    action: Action
    target: Target
    why_not: str = ""

    @property
    def url(self) -> str:
        """Where its form is."""
        return action_address(self.action, self.target, self.form_name)

    @property
    def form_name(self) -> str:
        """The name of its form, where that is not the action's: a text is frozen instead of uploaded."""
        is_web = isinstance(self.target, Publication) and self.target.is_web
        return FREEZES.get(self.action, "") if is_web else ""


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
        refusals.refuse(action, target, by=by, at=at)
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
    if newest and not newest.is_destroyed and not publication.is_web:
        yield Action.CLEAN, newest
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
            if texts.pages_without(version):
                yield Action.GIVE_TEXT, version
        elif any(suspension.confirmed_at for suspension in open_suspensions(publication)) and not version.is_destroyed:
            yield Action.DESTROY, version


def is_released(publication: Publication, version: FileVersion, at: datetime) -> bool:
    """Whether a version was released by `at`, of a publication fetched `with_facts`."""
    return any(release.version_id == version.pk and release.at <= at for release in standing_releases(publication))
