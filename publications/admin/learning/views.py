"""The list of a review's findings and actions in the admin, and the form of each."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic import CreateView, DeleteView, EditView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy

from publications import clock
from publications.admin import offers
from publications.admin.forms.reviews import HideFindingsForm, ShowFindingsForm
from publications.admin.learning.form import finding_panels
from publications.admin.stale import StaleGuardView
from publications.learning.told import learning
from publications.models import Review, ReviewFinding
from publications.policy import Action
from publications.terms import FindingKind

HEADING = "Findings and actions"
OF_REVIEWS = ModelPermissionPolicy(Review)


def list_address(review: int) -> str:
    """The list of one review."""
    return reverse("publications_learning:list", args=[review])


def crumbs(review: Review, *further: str) -> list[dict[str, str]]:
    """Reviews, the review, its findings, and perhaps something below; the last one is no link."""
    steps = [
        {"url": reverse("reviews_admin:index"), "label": "Reviews"},
        {"url": reverse("reviews_admin:inspect", args=[review.pk]), "label": review.label},
        {"url": list_address(review.pk) if further else "", "label": HEADING},
    ]
    return [*steps, *({"url": "", "label": label} for label in further)]


class OfReview(WagtailAdminTemplateMixin):
    """A screen about the findings of the review in its address; `may` is the right on reviews that it asks for."""

    may = "change"
    header_icon = "list-ul"
    page_title = HEADING
    here = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only for those who have the right, for a review that there is."""
        if not OF_REVIEWS.user_has_permission(request.user, self.may):
            raise PermissionDenied
        self.review = get_object_or_404(Review, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]

    def get_page_subtitle(self) -> str:
        """The review."""
        return self.review.label

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way here."""
        return [*self.breadcrumbs_items, *crumbs(self.review, *filter(None, [self.here]))]  # type: ignore[list-item]


class FindingsScreen(OfReview, TemplateView):
    """All of a review as the public would read them, with what can be done."""

    may = "view"
    template_name = "publications_admin/findings.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds the findings, their progress, and whether the public sees them."""
        rows = list(self.review.findings.prefetch_related("actions"))
        shown = learning(rows)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "review": self.review,
            "rows": list(zip(rows, shown.findings, strict=True)),
            "learning": shown,
            "is_known": Review.objects.known_at(clock.now()).filter(pk=self.review.pk).exists(),
            "may_change": OF_REVIEWS.user_has_permission(self.request.user, "change"),
            "switch": self._switch(),
        }

    def _switch(self) -> dict[str, str]:
        form = HideFindingsForm if self.review.shows_findings else ShowFindingsForm
        refused = offers.refusal(Action.SHOW_FINDINGS, self.review, by=self.request.user, at=clock.now())
        return {
            "label": form.label,
            "url": offers.action_address(form.action, self.review, form.name),
            "why_not": refused.sentence if refused else "",
        }


class FindingView:
    """What adding, changing and removing have in common."""

    model: Any = ReviewFinding
    permission_policy: Any = OF_REVIEWS
    permission_required: Any = "change"
    header_icon = "list-ul"
    edit_url_name: Any = "publications_learning:edit"
    number_is_of = "findings"
    """Whose number is in the address, as the review knows them."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """In one transaction that holds the review first, so that nobody waits for somebody who waits for them."""
        with transaction.atomic():
            reviews = Review.objects.select_for_update(of=("self",))
            reviews.filter(**{self.number_is_of: self.kwargs["pk"]}).first()  # type: ignore[attr-defined]
            return super().post(request, *args, **kwargs)  # type: ignore[misc, no-any-return]

    def get_success_url(self) -> str:
        """The list."""
        return list_address(self.object.review_id)  # type: ignore[attr-defined]

    def get_success_buttons(self) -> list[Any]:
        """None."""
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way here."""
        items = self.breadcrumbs_items  # type: ignore[attr-defined]
        return [*items, *crumbs(self.of_review(), self.get_page_title())]  # type: ignore[attr-defined]

    def of_review(self) -> Review:
        """The review."""
        return self.object.review  # type: ignore[attr-defined, no-any-return]

    def get_page_subtitle(self) -> str:
        """The review."""
        return self.of_review().label


class AddFinding(FindingView, CreateView):
    """A new one, at the end."""

    panel = finding_panels
    number_is_of = "pk"
    page_title = "Add a finding or recommendation"
    success_message = "%(object)s is added."
    submit_button_label = "Save"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """For a review that there is."""
        self.review = get_object_or_404(Review, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)  # type: ignore[no-any-return]

    def get_initial_form_instance(self) -> ReviewFinding:
        """With the next number."""
        last = ReviewFinding.objects.filter(review=self.review).last()
        kind = last.kind if last else FindingKind.RECOMMENDATION
        number = next_number(last.number) if last else "1"
        return ReviewFinding(
            review=self.review, kind=kind, number=number, sort_order=last.sort_order + 1 if last else 0
        )

    def of_review(self) -> Review:
        """That of the address."""
        return self.review

    def get_add_url(self) -> str:
        """This screen."""
        return reverse("publications_learning:add", args=[self.review.pk])


def next_number(number: str) -> str:
    """The number after a plain one; nothing for one with letters or parts, which nobody can count on."""
    return str(int(number) + 1) if number.isdigit() else ""


class EditFinding(FindingView, StaleGuardView, EditView):
    """One of them."""

    panel = finding_panels
    success_message = "%(object)s is saved."
    template_name = "publications_admin/edit.html"
    delete_url_name = "publications_learning:delete"

    def get_page_title(self) -> str:
        """Its name."""
        return str(self.object)


class DeleteFinding(FindingView, DeleteView):
    """One of them, gone with its actions."""

    delete_url_name = "publications_learning:delete"
    success_message = "%(object)s is removed."
    page_title = "Remove"
    confirmation_message = "It is removed for ever, with its actions. The public does not see it any more."


class MoveFinding(View):
    """One of them, a place up or down in the list."""

    def post(self, request: HttpRequest, pk: int, where: str) -> HttpResponse:
        """Changes places with its neighbour; the order is written anew, so that it has no gaps."""
        if not OF_REVIEWS.user_has_permission(request.user, "change"):
            raise PermissionDenied
        with transaction.atomic():
            moved = get_object_or_404(ReviewFinding, pk=pk)
            Review.objects.select_for_update().get(pk=moved.review_id)
            rows = list(ReviewFinding.objects.filter(review=moved.review_id))
            place = rows.index(moved)
            rows.insert(max(place - 1, 0) if where == "up" else place + 1, rows.pop(place))
            for order, row in enumerate(rows):
                ReviewFinding.objects.filter(pk=row.pk).update(sort_order=order)
        messages.success(request, f"{moved} is moved {where}.")
        return redirect(f"{list_address(moved.review_id)}#finding-{moved.pk}")
