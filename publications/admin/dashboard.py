"""The panel "Publications" on the first screen after signing in: what waits for somebody, and what comes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component

from publications import clock, listing
from publications.admin.steps import Next, Step, next_step, with_steps
from publications.listing import Period, State
from publications.models import ImportBatch, ImportLine, Publication
from publications.models.publication import PublicationQuerySet
from publications.policy import handles_files

SOON = Period(months=3)


@dataclass(frozen=True)
class Group:
    """One heading with its publications."""

    heading: str
    rows: list[tuple[Publication, Next, str]]


def groups(publications: Iterable[Publication], at: datetime) -> list[Group]:
    """Publications under what they wait for; empty headings are left out."""
    steps = [(publication, next_step(publication, at)) for publication in publications]
    soon = SOON.after(listing.local_day(at))
    found = [
        Group("Waiting for a second person", _rows(steps, lambda _each, step: step.step is Step.AGREE)),
        Group("Look at what the checks found", _rows(steps, lambda _each, step: step.step is Step.LOOK)),
        Group("Came back from the second person", _rows(steps, lambda _each, step: step.step is Step.MEND)),
        Group("Waiting for sign-off", _rows(steps, lambda _each, step: step.step is Step.SIGN_OFF)),
        Group("Signed off, ready for release", _rows(steps, lambda _each, step: step.step is Step.RELEASE)),
        Group("Scheduled", _rows(steps, lambda _each, step: step.step is Step.WAIT)),
        Group("Minimum ends within three months", _rows(steps, lambda each, _step: ends_by(each, soon, at))),
        Group("Being checked", _rows(steps, lambda _each, step: step.step is Step.CHECK)),
        Group("Without a file yet", _rows(steps, lambda _each, step: step.step is Step.UPLOAD)),
    ]
    return [group for group in found if group.rows]


def _rows(steps: list[tuple[Publication, Next]], belongs: Any) -> list[tuple[Publication, Next, str]]:
    return [
        (publication, step, reverse("publications_admin:inspect", args=[publication.pk]))
        for publication, step in steps
        if belongs(publication, step)
    ]


def ends_by(publication: Publication, day: date, at: datetime) -> bool:
    """Whether a minimum of this board's own ends by a day; others' reviews are none of its duties."""
    if publication.review.published_by or publication.state_at(at) is not State.PROTECTED:
        return False
    through = publication.protected_through_at(at)
    return bool(through and through <= day)


def may_see(request: HttpRequest) -> bool:
    """Whether this person has anything to do with publications."""
    return bool(request.user.has_perm("publications.view_publication"))


def waiting_imports(request: HttpRequest) -> list[tuple[ImportBatch, str]]:
    """Imports that wait for approval, each with its screen, for those who make or approve them."""
    if not handles_files(request.user):
        return []
    waiting = ImportBatch.objects.waiting().select_related("by")
    return [(batch, reverse("publications_imports:one", args=[batch.pk])) for batch in waiting]


def outside_imports() -> PublicationQuerySet:
    """Publications but those of an import that waits: its approval is their next step."""
    waiting = ImportLine.objects.filter(batch__in=ImportBatch.objects.waiting(), publication__isnull=False)
    return with_steps().exclude(pk__in=waiting.values("publication"))


class PublicationsPanel(Component):
    """What waits, and what comes."""

    name = "publications"
    order = 100
    template_name = "publications_admin/dashboard.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Adds the groups and where to begin."""
        request = parent_context["request"]
        return {
            "imports": waiting_imports(request),
            "groups": groups(outside_imports().order_by("review__label", "pk"), clock.now()),
            "add_url": reverse("reviews_admin:add") if request.user.has_perm("publications.add_review") else "",
            "all_url": reverse("publications_admin:index"),
        }
