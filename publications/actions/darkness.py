"""Taking dark at once, and what two people make of it (rule R10)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from publications import clock, notices, policy, refusals
from publications.actions.base import acting, write_record
from publications.errors import Refused
from publications.models import Publication, Review, Suspension
from publications.models.record import Event
from publications.policy import Action
from publications.terms import SuspensionCategory


def suspend(target: Publication | Review, *, category: str, reason: str, by: Any) -> Suspension:
    """Take a publication, or everything of a review, dark at this instant. `reason` is for the board only.

    The same document in its other form, PDF or web page, goes dark with it by a suspension of its own: what is wrong
    with the one may be wrong with the other. Each is confirmed or lifted by itself.
    """
    category = SuspensionCategory(category)
    if not reason.strip():
        raise Refused("reason_missing", "Say in a few words why. The public will not see it.")
    if isinstance(target, Review):
        return _suspend_review(target, category, reason, by)
    with transaction.atomic():
        forms = list(target.all_forms().select_for_update(of=("self",)).order_by("pk"))
        suspension = _suspend_one(target, category, reason, by)
        for other in forms:
            if other.pk != target.pk and policy.refusal(Action.SUSPEND, other, by=by, at=suspension.at) is None:
                _suspend_one(other, category, reason, by)
        notices.tell_of_suspension.enqueue(suspension.pk)
        return suspension


def _suspend_one(publication: Publication, category: SuspensionCategory, reason: str, by: Any) -> Suspension:
    with acting(Action.SUSPEND, publication, by=by) as act:
        suspension = Suspension.objects.create(
            publication=act.publication,
            category=category,
            reason=reason,
            by=act.by,
            at=act.at,
        )
        act.record(Event.SUSPENSION, suspension=suspension.pk, category=category.value)
        return suspension


def _suspend_review(review: Review, category: SuspensionCategory, reason: str, by: Any) -> Suspension:
    with transaction.atomic():
        # In the order in which releases hold them, or each might wait for the other.
        list(Publication.objects.filter(review=review).select_for_update().order_by("pk"))
        Review.objects.select_for_update().get(pk=review.pk)
        now = clock.now()
        if refused := policy.refusal_for_review(Action.SUSPEND, review, by=by, at=now):
            raise refused
        suspension = Suspension.objects.create(review=review, category=category, reason=reason, by=by, at=now)
        write_record(
            Event.SUSPENSION,
            review=review,
            by=by,
            at=now,
            suspension=suspension.pk,
            category=category.value,
        )
        notices.tell_of_suspension.enqueue(suspension.pk)
        return suspension


def confirm(suspension: Suspension, *, by: Any) -> None:
    """Confirm a suspension as another person: the publication is withdrawn."""
    with _completing(suspension, Action.CONFIRM, by) as (locked, now):
        refusals.refuse(Action.CONFIRM, locked, by=by, at=now)
        locked.confirmed_by, locked.confirmed_at = by, now
        _complete(locked, Event.CONFIRMATION, by, now)


def lift(suspension: Suspension, *, by: Any) -> None:
    """Lift a suspension as another person: the publication is again what it would have been."""
    with _completing(suspension, Action.LIFT, by) as (locked, now):
        refusals.refuse(Action.LIFT, locked, by=by, at=now)
        locked.lifted_by, locked.lifted_at = by, now
        _complete(locked, Event.LIFTING, by, now)


def reinstate(suspension: Suspension, *, by: Any) -> None:
    """Bring a withdrawn publication back. The first call asks for it; another person's call approves it."""
    with _completing(suspension, Action.REINSTATE, by) as (locked, now):
        refusals.refuse(Action.REINSTATE, locked, by=by, at=now)
        if locked.reinstatement_by is None:
            locked.reinstatement_by, locked.reinstatement_at = by, now
            _complete(locked, Event.REINSTATEMENT_ASKED, by, now)
            return
        locked.reinstated_by, locked.reinstated_at = by, now
        _complete(locked, Event.REINSTATEMENT, by, now)


@contextmanager
def _completing(suspension: Suspension, action: Action, by: Any) -> Iterator[tuple[Suspension, Any]]:
    """A transaction with the suspension locked, by somebody who has the right."""
    with transaction.atomic():
        locked = Suspension.objects.select_for_update(of=("self",)).get(pk=suspension.pk)
        if refused := policy.refusal_by_right(action, by=by):
            raise refused
        yield locked, clock.now()


def _complete(suspension: Suspension, event: Event, by: Any, now: Any) -> None:
    suspension.save()
    publication = suspension.publication
    write_record(
        event,
        by=by,
        at=now,
        review=publication.review if publication else suspension.review,
        publication=publication,
        suspension=suspension.pk,
    )
