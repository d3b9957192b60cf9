"""How long a publication stays on the list once it was released."""

from datetime import date
from typing import Any

from publications import listing, words
from publications.actions.base import acting
from publications.errors import Refused
from publications.models import ListingDecision, Publication
from publications.models.record import Event
from publications.policy import Action
from publications.terms import MinimumPolicy


def decide(publication: Publication, *, by: Any, policy: str, keep_until: date | None = None) -> ListingDecision:
    """Decide what becomes of a released publication after its minimum: a floor, never an expiry (rule R5).

    `keep_until` is the last local day on the list, on or after the protected day and not in the past.
    """
    with acting(Action.DECIDE, publication, by=by) as act:
        earliest = max(
            listing.local_day(act.at),
            act.publication.protected_through_at(act.at) or date.min,
        )
        if keep_until and keep_until < earliest:
            raise Refused(
                "too_early",
                f"Choose {words.day(earliest)} or a later day: it is kept at least until then.",
            )
        decision = ListingDecision.objects.create(
            publication=act.publication,
            at=act.at,
            by=act.by,
            policy=MinimumPolicy(policy),
            keep_until=keep_until,
        )
        act.record(
            Event.DECISION,
            policy=decision.policy,
            keep_until=keep_until.isoformat() if keep_until else None,
        )
        return decision


def move_to_request(publication: Publication, *, by: Any) -> None:
    """Move a publication whose minimum has passed from the list to on request."""
    with acting(Action.MOVE_TO_REQUEST, publication, by=by) as act:
        ListingDecision.objects.create(
            publication=act.publication,
            at=act.at,
            by=act.by,
            policy=MinimumPolicy.MOVE,
            moves_now=True,
        )
        act.record(Event.MOVE)
