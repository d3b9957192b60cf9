"""What can be done to a whole review: its address (rule R1), no trace of it, and whether its findings are shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.urls import reverse

from lscb_site.models import PageRating
from publications import clock, policy, refusals
from publications.actions.base import write_record
from publications.errors import Refused
from publications.models import FormerSlug, Review
from publications.models.record import Event
from publications.models.review import RESERVED_SLUGS, keyed_hash, slug_taken
from publications.policy import Action


def change_slug(review: Review, *, slug: str, by: Any) -> None:
    """Give a review another address; once public, the old one redirects for ever and nobody else can take it."""
    with _acting_on_review(Action.CHANGE_SLUG, review, by) as (locked, now):
        if slug == locked.slug:
            raise Refused("already_done", "This is its address already.")
        if slug in RESERVED_SLUGS or slug_taken(slug, by_other_than=locked):
            raise Refused("slug_taken", "This address is, or was, another review's. Choose a different one.")
        if Review.objects.filter(pk=locked.pk).known_at(now).exists():
            FormerSlug.objects.get_or_create(review=locked, slug=locked.slug)
        Review.objects.filter(pk=locked.pk).update(slug=slug)
        write_record(Event.SLUG, review=locked, by=by, at=now)
    review.slug = slug


def erase_former_slug(former: FormerSlug, *, by: Any) -> None:
    """Erase a former address because it identified somebody: it answers 404, and can never be used again."""
    with _acting_on_review(Action.CHANGE_SLUG, former.review, by) as (locked, now):
        kept = FormerSlug.objects.get(pk=former.pk)
        if kept.slug is None:
            raise Refused("already_done", "This address was erased already.")
        FormerSlug.objects.filter(pk=kept.pk).update(slug=None, keyed_hash=keyed_hash(kept.slug))
        PageRating.objects.of_pages_below(reverse("publications:record", args=[kept.slug])).delete()
        write_record(Event.SLUG_ERASED, review=locked, by=by, at=now, former=kept.pk)


def leave_no_trace(review: Review, *, by: Any) -> None:
    """Let nothing public point to a review: freely before anything was public, later only once it is withdrawn."""
    with _acting_on_review(Action.LEAVE_NO_TRACE, review, by) as (locked, now):
        refusals.refuse(Action.LEAVE_NO_TRACE, locked, by=by, at=now)
        Review.objects.filter(pk=locked.pk).update(no_trace=True)
        write_record(Event.NO_TRACE, review=locked, by=by, at=now)
    review.no_trace = True


def show_findings(review: Review, *, shown: bool, by: Any) -> None:
    """Show the findings and actions of a review on its record page, or take them off it.

    Shown, they are public as soon as the review is, and only while its record page may tell of it (R8, R10).
    """
    with _acting_on_review(Action.SHOW_FINDINGS, review, by) as (locked, now):
        if locked.shows_findings == shown:
            raise Refused("already_done", "They are shown already." if shown else "They are not shown.")
        refusals.refuse(Action.SHOW_FINDINGS, locked, by=by, at=now)
        Review.objects.filter(pk=locked.pk).update(shows_findings=shown)
        write_record(Event.FINDINGS_SHOWN if shown else Event.FINDINGS_HIDDEN, review=locked, by=by, at=now)
    review.shows_findings = shown


@contextmanager
def _acting_on_review(action: Action, review: Review, by: Any) -> Iterator[tuple[Review, Any]]:
    """A transaction with the review locked, by somebody who has the right."""
    with transaction.atomic():
        locked = Review.objects.select_for_update().get(pk=review.pk)
        if refused := policy.refusal_by_right(action, by=by):
            raise refused
        yield locked, clock.now()
