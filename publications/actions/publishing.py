"""Announcing, releasing and unscheduling."""

from datetime import datetime
from typing import Any

from lscb_site.models import BoardSettings
from publications import listing, refusals
from publications.actions.base import Acting, acting
from publications.errors import Refused
from publications.models import Announcement, Publication, Release
from publications.models.record import Event
from publications.policy import Action
from publications.terms import AnnouncedState, MinimumPolicy


def announce(
    publication: Publication,
    *,
    state: str,
    by: Any,
    reason: str = "",
    address: str = "",
) -> None:
    """Say that a document is under way, delayed, not published or published elsewhere; its file stays dark.

    `reason` is public. Delayed and not published need one; published elsewhere needs the address.
    """
    with acting(Action.ANNOUNCE, publication, by=by) as act:
        said = AnnouncedState(str(state))
        if said in {AnnouncedState.DELAYED, AnnouncedState.NOT_PUBLISHED} and not reason:
            raise Refused(
                "reason_missing",
                "Give the reason, in a sentence that the public may read.",
            )
        if said is AnnouncedState.PUBLISHED_ELSEWHERE and not address:
            raise Refused("address_missing", "Give the address at which it was published.")
        refusals.refuse(Action.ANNOUNCE, act.publication, by=act.by, at=act.at)
        Announcement.objects.create(
            publication=act.publication,
            state=said,
            reason=reason,
            address=address,
            at=act.at,
            by=act.by,
        )
        act.record(Event.ANNOUNCEMENT, state=said.value)


def release(
    publication: Publication,
    *,
    by: Any,
    at: datetime | None = None,
    correction: str = "",
    afterwards: str = "",
) -> Release:
    """Make the newest signed-off file public at the instant `at` (None: now). Nothing else is needed then (R6, R9).

    `at` is aware and not in the past. For a file already released this is the correction (R11): it replaces the
    old one at the same address at that instant, and `correction` tells the public what changed. `afterwards` is what
    becomes of it after its minimum ("keep" or "move"); empty: what was decided for it, or else the board's policy.
    """
    with acting(Action.RELEASE, publication, by=by) as act:
        instant = act.at if at is None else at
        if instant < act.at:
            raise Refused(
                "in_the_past",
                "That time has passed. Choose one to come, or release it now.",
            )
        refusals.refuse(Action.RELEASE, act.publication, by=act.by, at=act.at)
        version = refusals.version_to_release(act.publication)
        is_first = not act.publication.releases.filter(cancelled_at=None).exists()
        if not is_first and not correction:
            raise Refused(
                "correction_missing",
                "Say in a sentence for the public what was corrected.",
            )
        period = period_of(act.publication)
        released = Release.objects.create(
            publication=act.publication,
            version=version,
            at=instant,
            by=act.by,
            requested_at=act.at,
            period_number=period.months or period.weeks,
            period_unit="months" if period.months else "weeks",
            policy=MinimumPolicy(afterwards) if afterwards else policy_of(act),
            counted_from=act.publication.first_public.last_day() if is_first and act.publication.first_public else None,
            correction=correction,
        )
        act.record(
            Event.RELEASE,
            version=version,
            release=released.pk,
            release_at=instant.isoformat(),
        )
        return released


def unschedule(publication: Publication, *, by: Any) -> None:
    """Cancel the release that is still to come. One person may; afterwards nobody can (rule R9)."""
    with acting(Action.UNSCHEDULE, publication, by=by) as act:
        refusals.refuse(Action.UNSCHEDULE, act.publication, by=act.by, at=act.at)
        for to_cancel in act.publication.releases.filter(cancelled_at=None, at__gt=act.at):
            Release.objects.filter(pk=to_cancel.pk).update(cancelled_by=act.by, cancelled_at=act.at)
            act.record(Event.UNSCHEDULE, version=to_cancel.version, release=to_cancel.pk)


def period_of(publication: Publication) -> listing.Period:
    """The minimum listing period of the guidance edition; twelve months where none is named (rule R3)."""
    guidance = publication.review.guidance
    if guidance is None:
        return listing.Period(months=12)
    return listing.Period(**{guidance.minimum_unit: guidance.minimum_number})


def policy_of(act: Acting) -> str:
    """The policy a release starts with: one already decided for this publication, else the board's (rule R5)."""
    if act.publication.decisions.all():
        leaves, _keep_until = listing.policy_at(act.publication.facts, act.at)
        return MinimumPolicy.MOVE if leaves else MinimumPolicy.KEEP
    return str(BoardSettings.load().minimum_policy)
