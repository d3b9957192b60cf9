"""The screen of one publication and that of one review: state, clock, files, history, and what can be done now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.admin.views.generic import InspectView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy

from publications import clock, words
from publications.accounts import holds_key
from publications.admin import history, offers, texts
from publications.admin.downloads import Plot, plot_of
from publications.admin.forms import FORMS, form_of
from publications.admin.forms.base import ActionForm
from publications.admin.forms.darkness import ConfirmForm, LiftForm, ReinstateForm, SuspendReviewForm
from publications.admin.forms.reviews import ChangeSlugForm, EraseSlugForm, NoTraceForm
from publications.admin.history import name_of
from publications.admin.offers import Offer
from publications.admin.picture import picture_of
from publications.admin.results import in_short, result_of
from publications.admin.steps import (
    Next,
    Step,
    newest_version,
    next_step,
    open_suspensions,
    standing_releases,
    with_steps,
)
from publications.admin.times import moment
from publications.admin.web.beside import beside
from publications.listing import State
from publications.models import FileVersion, Publication, Review
from publications.policy import Action, handles_files

STEP_ACTIONS = {
    Step.UPLOAD: {Action.UPLOAD, Action.CORRECT},
    Step.LOOK: {Action.UPLOAD, Action.CORRECT, Action.CLEAN, Action.UNSCHEDULE},
    Step.MEND: {Action.UPLOAD, Action.CORRECT, Action.CLEAN},
    Step.SIGN_OFF: {Action.SIGN_OFF},
    Step.RELEASE: {Action.RELEASE},
    Step.AGREE: {Action.CONFIRM, Action.LIFT, Action.REINSTATE},
}
ABOUT_CHECKS = {Step.CHECK, Step.LOOK, Step.MEND, Step.SIGN_OFF}
FORM_OF = {(model, form.action): form for model, forms in FORMS.items() for form in reversed(forms)}
GREEN, AMBER, RED = "listed", "scheduled", "dark"
COLOURS = {
    State.PROTECTED: GREEN, State.LISTED: GREEN, State.SCHEDULED: AMBER,
    State.SUSPENDED: RED, State.WITHDRAWN: RED,
}  # fmt: skip


@dataclass(frozen=True)
class Button:
    """An offer as the screen shows it."""

    offer: Offer
    label: str
    icon: str
    serious: bool

    @classmethod
    def of(cls, offer: Offer, publication: Publication) -> "Button":
        """Its form's words; which file or suspension it is about, where there are several."""
        form = form_of(type(offer.target), offer.form_name) or FORM_OF[type(offer.target), offer.action]
        about = ""
        if isinstance(offer.target, FileVersion) and publication.versions.count() > 1:
            about = f" ({offer.target.original_name or 'name erased'}, uploaded {moment(offer.target.uploaded_at)})"
        if offer.action in STEP_ACTIONS[Step.AGREE] and getattr(offer.target, "review_id", None):
            about = " of the whole review"
        return cls(offer, form.label + about, form.icon, form.serious)


@dataclass(frozen=True)
class VersionLine:
    """A file as the screen lists it."""

    version: FileVersion
    place: str
    uploaded_by: str
    signed_by: str
    checks: str
    destroyed: bool
    downloads: int = 0
    text: str = ""


def version_lines(publication: Publication, at: datetime, downloads: Plot | None = None) -> Iterator[VersionLine]:
    """Files, the newest first, each with what it is to the public."""
    numbers = downloads.by_version if downloads else {}
    current, given = publication.version_at(at), texts.given_pages(publication)
    releases = {release.version_id: release for release in standing_releases(publication)}
    for version in sorted(publication.versions.all(), key=lambda version: -version.pk):
        release = releases.get(version.pk)
        if release is None:
            place = "Draft"
        elif release.at > at:
            place = "Scheduled"
        else:
            place = "Current" if current and version.pk == current.pk else "Older, dark"
        signed = [name_of(sign_off.by) for sign_off in version.sign_offs.all()]
        destroyed = version.is_destroyed
        yield VersionLine(
            version,
            "Destroyed" if destroyed else place,
            name_of(version.uploaded_by),
            ", ".join(signed),
            in_short(version),
            destroyed,
            numbers.get(version.pk, 0),
            texts.in_a_sentence(version, given.get(version.pk, ())),
        )


class Screen(InspectView):
    """What both screens share."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Asks for the instant once."""
        self.at = clock.now()
        super().setup(request, *args, **kwargs)

    def get_fields(self) -> list[str]:
        """None: the template says everything."""
        return []

    def get_page_title(self) -> str:
        """What it is called."""
        return str(self.object)

    def get_page_subtitle(self) -> str:
        """Nothing more."""
        return ""

    def header_button(self, label: str, url: str, icon: str) -> HeaderButton:
        """A button beside the breadcrumbs."""
        return HeaderButton(label, url=url, icon_name=icon)


class PublicationScreen(Screen):
    """Everything about one publication."""

    template_name = "publications_admin/publication.html"
    page_title = "Publication"

    def get_object(self) -> Publication:  # type: ignore[override]
        """With all that the screen reads."""
        return get_object_or_404(
            with_steps().prefetch_related("versions__sign_offs__by", "versions__file_text"), pk=self.pk
        )

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Home, reviews, the review, this."""
        return [
            *self.breadcrumbs_items,  # type: ignore[list-item]
            {"url": reverse("reviews_admin:index"), "label": "Reviews"},
            {"url": reverse("reviews_admin:inspect", args=[self.object.review_id]), "label": self.object.review.label},
            {"url": "", "label": self.object.name},
        ]

    @cached_property
    def header_more_buttons(self) -> list[Any]:  # type: ignore[override]
        """Changing its details, deleting it."""
        return super().header_more_buttons  # type: ignore[no-any-return]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds everything that the screen shows."""
        publication, at = self.object, self.at
        state = publication.state_at(at)
        buttons = [Button.of(offer, publication) for offer in offers.offers(publication, by=self.request.user, at=at)]
        step, downloads = next_step(publication, at), plot_of(publication, at)
        newest = newest_version(publication)
        result = result_of(newest, at) if newest and not newest.is_destroyed else None
        return super().get_context_data(**kwargs) | {  # type: ignore[no-any-return]
            "result": result,
            "folds_checks": result and result.progress.is_finished and step.step not in ABOUT_CHECKS,
            "returned": newest.returns.order_by("pk").select_related("by").last() if newest else None,
            "publication": publication,
            "review": publication.review,
            "state": state,
            "state_words": words.STATES[state],
            "colour": COLOURS.get(state, ""),
            "picture": picture_of(publication, at),
            "versions": list(version_lines(publication, at, downloads)),
            "downloads": downloads,
            "may_open": handles_files(self.request.user),
            "history": history.of_publication(publication),
            "suspensions": open_suspensions(publication),
            "announcement": max(publication.announcements.all(), key=lambda said: said.pk, default=None),
            "step": step,
            **sorted_buttons(buttons, step),
            "beside": beside(publication, at, may_add=self.request.user.has_perm("publications.add_publication")),
            "needs_another": step.step in {Step.SIGN_OFF, Step.AGREE},
            "helpers": people_for(step, publication),
            "edit_url": self.get_edit_url(),
        }


def sorted_buttons(buttons: list[Button], step: Next) -> dict[str, list[Button]]:
    """Those of the next step, the others that can be used, and those that can't, with their reasons."""
    usable = [button for button in buttons if not button.offer.why_not]
    next_actions = STEP_ACTIONS.get(step.step, set())
    return {
        "next_buttons": [button for button in usable if button.offer.action in next_actions],
        "other_buttons": [button for button in usable if button.offer.action not in next_actions],
        "refused_buttons": [button for button in buttons if button.offer.why_not],
    }


def people_for(step: Next, publication: Publication) -> list[str]:
    """Who can take the step that needs another person."""
    right, first = None, None
    if step.step is Step.SIGN_OFF:
        newest = newest_version(publication)
        right, first = "approve", newest.uploaded_by if newest else None
    if step.step is Step.AGREE:
        suspension = open_suspensions(publication)[0]
        right, first = "suspend", suspension.reinstatement_by or suspension.by
    if right is None or first is None:
        return []
    others = ModelPermissionPolicy(Publication).users_with_permission(right).exclude(pk=first.pk)
    return [name_of(other) for other in others if not holds_key(first, to=other)]


class ReviewScreen(Screen):
    """Everything about one review: what it is and its documents."""

    template_name = "publications_admin/review.html"
    page_title = "Review"

    @cached_property
    def header_buttons(self) -> list[Any]:  # type: ignore[override]
        """Adding a document."""
        if not self.request.user.has_perm("publications.add_publication"):
            return []
        return [self.header_button("Add a document", self._add_url(), "plus")]

    def _add_url(self) -> str:
        return f"{reverse('publications_admin:add')}?{urlencode({'review': self.object.pk})}"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Home, reviews, this."""
        return [
            *self.breadcrumbs_items,  # type: ignore[list-item]
            {"url": reverse("reviews_admin:index"), "label": "Reviews"},
            {"url": "", "label": self.object.label},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds its documents, suspensions of the whole, and its history."""
        review, at = self.object, self.at
        documents = list(with_steps().filter(review=review))
        suspensions = [each for each in review.suspensions.all() if each.ended_at is None]
        return super().get_context_data(**kwargs) | {  # type: ignore[no-any-return]
            "review": review,
            "documents": [
                (each, words.STATES[each.state_at(at)].name, COLOURS.get(each.state_at(at), ""), next_step(each, at))
                for each in documents
            ],
            "is_known": Review.objects.known_at(at).filter(pk=review.pk).exists(),
            "suspensions": [(each, list(self._completing(each))) for each in suspensions],
            "suspend": self._choice(SuspendReviewForm, review),
            "others": list(self._other_choices(review)),
            "findings": review.findings.count(),
            "may_add": self.request.user.has_perm("publications.add_publication"),
            "add_url": self._add_url(),
            "edit_url": self.get_edit_url(),
            "history": history.of_review(review),
        }

    def _choice(self, form: type[ActionForm], target: Any) -> dict[str, str]:
        refused = offers.refusal(form.action, target, by=self.request.user, at=self.at)
        return {
            "label": form.label,
            "url": offers.action_address(form.action, target, form.name),
            "why_not": refused.sentence if refused else "",
        }

    def _other_choices(self, review: Review) -> Iterator[dict[str, str]]:
        yield self._choice(ChangeSlugForm, review)
        if review.former_slugs.exclude(slug=None).exists():
            yield self._choice(EraseSlugForm, review)
        yield self._choice(NoTraceForm, review)

    def _completing(self, suspension: Any) -> Iterator[dict[str, str]]:
        for form in (ReinstateForm,) if suspension.confirmed_at else (ConfirmForm, LiftForm):
            yield self._choice(form, suspension)
