"""One view for every action: a form, a refusal in words, and back to the publication's screen."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from publications import clock, policy
from publications.admin import offers
from publications.admin.forms import FORMS, form_of
from publications.admin.forms.base import ActionForm, publication_of, review_of
from publications.errors import Refused
from publications.models import Publication
from publications.policy import Action


class ActionView(WagtailAdminTemplateMixin, View):
    """The form of one action on one thing. Only the action itself decides whether it may be done."""

    model: type[Model] = Publication
    template_name = "publications_admin/action.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Finds the thing and the form, and the instant that everything here is about."""
        super().setup(request, *args, **kwargs)
        form_class = self.find_form(kwargs["action"])
        if form_class is None:
            raise Http404
        self.form_class: type[ActionForm] = form_class
        self.target: Any = get_object_or_404(self.model, pk=kwargs["pk"])
        if not form_class.is_for(self.target):
            raise Http404
        self.at = clock.now()

    def find_form(self, action: str) -> type[ActionForm] | None:
        """The form that the address names."""
        return form_of(self.model, action)

    def may_enter(self) -> bool:
        """Whether this person has the right to it at all."""
        return policy.refusal_by_right(self.form_class.action, by=self.request.user) is None  # type: ignore[arg-type]

    def refusal(self) -> Refused | None:
        """Why it can't be done now; None if it can."""
        return offers.refusal(self.form_class.action, self.target, by=self.request.user, at=self.at)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only for people who have the right to it at all."""
        if not self.may_enter():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """The empty form, or why it can't be done now."""
        return self.show(self.form(), refused=self.refusal())

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Does it, or shows the form again with everything that was typed."""
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form)
        if summary := form.summary:
            return self.show(form, summary=summary)
        try:
            form.perform()
        except Refused as refused:
            form.add_error(None, refused.sentence)
            return self.show(form)
        messages.success(request, form.done)
        return redirect(self.screen())

    def form(self, *args: Any) -> ActionForm:
        """The form for this person, now."""
        return self.form_class(*args, target=self.target, by=self.request.user, at=self.at)

    def show(self, form: ActionForm, **more: Any) -> HttpResponse:
        """The screen."""
        context = self.get_context_data(
            form=form, target=self.target, back=self.screen(), suspend_url=self.suspend_address(), **more
        )
        return render(self.request, self.template_name, context)

    def suspend_address(self) -> str:
        """Where the publication is taken dark, unless that is here."""
        if self.form_class.action is Action.SUSPEND:
            return ""
        return offers.suspend_address(publication_of(self.target), by=self.request.user, at=self.at)

    def screen(self) -> str:
        """Where one comes from and goes back to."""
        publication = publication_of(self.target)
        if publication is not None:
            return reverse("publications_admin:inspect", args=[publication.pk])
        return reverse("reviews_admin:inspect", args=[review_of(self.target).pk])

    def get_page_title(self) -> str:
        """The action."""
        return self.form_class.heading

    def get_page_subtitle(self) -> str:
        """What it is done to."""
        return str(publication_of(self.target) or review_of(self.target))

    def get_header_icon(self) -> str:
        """The action's."""
        return self.form_class.icon

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Home, the publication or review, the action."""
        return [
            *self.breadcrumbs_items,  # type: ignore[list-item]
            {"url": self.screen(), "label": self.get_page_subtitle()},
            {"url": "", "label": self.get_page_title()},
        ]


def action_addresses() -> list[URLPattern]:
    """One address a kind of thing: `publication/<pk>/<action>/` and so on."""
    return [
        path(
            f"{offers.KINDS[model]}/<int:pk>/<slug:action>/", ActionView.as_view(model=model), name=offers.KINDS[model]
        )
        for model in FORMS
    ]
