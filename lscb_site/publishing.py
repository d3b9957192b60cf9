"""Ordinary pages that go live or end at a set time: each by itself, so that one that fails stops no other.

Wagtail's own `publish_scheduled` ends at the first page that raises, and every later one stays as it is. Reviews and
publications need none of this: their state is derived when it is read.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import transaction
from wagtail.models import Page, Revision

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """What became of one page: a line to print, and whether it failed."""

    line: str
    failed: bool = False


def carry_out(at: datetime) -> Iterator[Outcome]:
    """Take down and publish what was due at an instant."""
    for pk in due_to_end(at):
        yield attempt("take down", pk, partial(end, pk, at))
    for pk in due_to_start(at):
        yield attempt("publish", pk, partial(start, pk, at))


def due_to_end(at: datetime) -> list[int]:
    """The pages whose time is over."""
    return list(
        Page.objects.filter(live=True, expire_at__lte=at).order_by("expire_at", "pk").values_list("pk", flat=True)
    )


def due_to_start(at: datetime) -> list[int]:
    """The revisions of pages whose time has come."""
    due = Revision.page_revisions.filter(approved_go_live_at__lte=at)
    return list(due.order_by("approved_go_live_at", "pk").values_list("pk", flat=True))


def attempt(what: str, pk: int, step: Callable[[], str]) -> Outcome:
    """One step in a transaction of its own; whatever it raises is logged and counted."""
    try:
        with transaction.atomic():
            return Outcome(step())
    except Exception as error:
        logger.exception("could not %s (%s)", what, pk)
        return Outcome(f"could not {what} ({pk}): {error}", failed=True)


def end(pk: int, at: datetime) -> str:
    """Take a page down, unless somebody has changed its time meanwhile."""
    page = Page.objects.select_for_update().get(pk=pk).specific
    if not (page.live and page.expire_at and page.expire_at <= at):
        return f"left “{page}”: it was changed meanwhile"
    page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return f"taken down: “{page}” ({page.url_path})"


def start(pk: int, at: datetime) -> str:
    """Publish a revision, unless somebody has taken it off the schedule meanwhile."""
    revision = Revision.objects.select_for_update().get(pk=pk)
    if not (revision.approved_go_live_at and revision.approved_go_live_at <= at):
        return f"left “{revision.object_str}”: it was changed meanwhile"
    revision.publish(log_action="wagtail.publish.scheduled")
    page = Page.objects.get(pk=revision.object_id)
    return f"published: “{page}” ({page.url_path})"
