"""The screen of a draft, its editor, and how it will look."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.generic import TemplateView, View
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.views.generic import EditView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy

from publications import clock, words
from publications.admin import offers
from publications.admin.stale import Difference, StaleGuardForm, saved_now
from publications.models import Publication, WebDraft
from publications.policy import APPROVE, MANAGE, Action
from publications.web.drafts import draft_of
from publications.web.freezing import frozen_from
from publications.web.shown import shown

HEADING = "The text"
NOTICE = "This is a draft, as it would look. Nobody outside can see it."


def draft_address(publication: int) -> str:
    """The screen of the draft of a publication."""
    return reverse("publications_web:draft", args=[publication])


class OfDraft(WagtailAdminTemplateMixin):
    """A screen about the draft of the publication in its address; `rights` are those of which one is needed."""

    rights: tuple[str, ...] = (MANAGE,)
    header_icon = "edit"
    page_title = HEADING
    here = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only for those who have the right, for a publication that is a web page."""
        if not any(request.user.has_perm(right) for right in self.rights):
            raise PermissionDenied
        self.publication = get_object_or_404(Publication.objects.with_facts(), pk=kwargs["pk"])
        if not self.publication.is_web:
            raise Http404
        self.draft = draft_of(self.publication, by=request.user)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]

    def get_page_subtitle(self) -> str:
        """The publication."""
        return str(self.publication)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way here."""
        return [*self.breadcrumbs_items, *crumbs(self.publication, self.here)]  # type: ignore[list-item]


def crumbs(publication: Publication, here: str = "") -> list[dict[str, str]]:
    """Reviews, the review, its document, the text, and perhaps something below; the last one is no link."""
    steps = [
        {"url": reverse("reviews_admin:index"), "label": "Reviews"},
        {"url": reverse("reviews_admin:inspect", args=[publication.review_id]), "label": publication.review.label},
        {"url": reverse("publications_admin:inspect", args=[publication.pk]), "label": publication.name},
        {"url": draft_address(publication.pk) if here else "", "label": HEADING},
    ]
    return [*steps, *([{"url": "", "label": here}] if here else [])]


class DraftScreen(OfDraft, TemplateView):
    """The text as it stands: what has to be mended, its pictures, and what can be done."""

    rights = (MANAGE, APPROVE)
    template_name = "publications_admin/draft.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds the draft, its problems and the way to freeze it."""
        frozen = frozen_from(self.draft)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "publication": self.publication,
            "draft": self.draft,
            "frozen": frozen,
            "used": {picture.number for picture in frozen.document.pictures},
            "word_count": sum(len(text.split()) for text in frozen.document.texts()),
            "pictures": list(self.draft.pictures.all()),
            "may_change": self.request.user.has_perm(MANAGE),
            "freeze": self._freeze(),
            "state": words.STATES[self.publication.state_at(clock.now())].name,
        }

    def _freeze(self) -> dict[str, str]:
        """The form that freezes it now: of a first text, or of a correction."""
        at, by = clock.now(), self.request.user
        actions = (Action.UPLOAD, Action.CORRECT)
        refusals = {action: offers.refusal(action, self.publication, by=by, at=at) for action in actions}
        action = next((action for action in actions if refusals[action] is None), Action.UPLOAD)
        refused = refusals[action]
        return {
            "url": offers.action_address(action, self.publication, offers.FREEZES[action]),
            "why_not": refused.sentence if refused else "",
        }


class Preview(OfDraft, View):
    """How the draft will look to readers."""

    rights = (MANAGE, APPROVE)

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """The page, with what can't be shown yet left out."""
        return as_page(request, self.publication, frozen_from(self.draft).document, NOTICE)


def as_page(
    request: HttpRequest, publication: Publication, document: Any, notice: str, *, version: int | None = None
) -> HttpResponse:
    """A text as readers will see it, for those who prepare it: of the draft, or of a frozen `version`; kept nowhere."""
    name, of = ("version_picture", version) if version else ("picture", publication.pk)
    context = {
        "text": shown(document, lambda number: reverse(f"publications_web:{name}", args=[of, number])),
        "title": publication.name,
        "review": publication.review.label,
        "notice": notice,
        "document": None,
    }
    response = render(request, "publications/page.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


class DraftForm(StaleGuardForm, WagtailAdminModelForm):
    """The text; whoever saves second is shown what the first wrote."""

    def _differences(self) -> Any:
        if "body" in self.changed_data:
            saved: Any = saved_now(self.instance)
            yield Difference("The text", "\n\n".join(frozen_from(saved).document.texts()) or "(empty)")


draft_panels = ObjectList([FieldPanel("body", heading="The text")], base_form_class=DraftForm).bind_to_model(WebDraft)


class EditDraft(EditView):
    """The editor of a draft."""

    model = WebDraft
    panel = draft_panels
    permission_policy = ModelPermissionPolicy(Publication)
    permission_required = "manage"
    template_name = "publications_admin/edit.html"
    header_icon = "edit"
    page_title = "Edit the text"
    success_message = "The text is saved. Nobody outside can see it."
    edit_url_name = "publications_web:edit"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Finds the draft by its publication; an empty one is begun."""
        publication = get_object_or_404(Publication, pk=kwargs["pk"])
        if not publication.is_web:
            raise Http404
        self.publication = publication
        if request.user.has_perm(MANAGE):
            draft_of(publication, by=request.user)
        super().setup(request, *args, **kwargs)

    def get_object(self, _queryset: Any = None) -> WebDraft:
        """The draft."""
        return get_object_or_404(WebDraft.objects.select_related("publication__review"), publication=self.publication)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Saves, or shows both texts; one transaction that holds the row, so that nobody saves in between."""
        with transaction.atomic():
            WebDraft.objects.select_for_update().filter(publication=self.publication).first()
            return super().post(request, *args, **kwargs)  # type: ignore[no-any-return]

    def save_instance(self) -> Any:
        """Notes who saved it, and when."""
        self.form.instance.changed_by, self.form.instance.changed_at = self.request.user, clock.now()
        return super().save_instance()

    def get_edit_url(self) -> str:
        """This screen."""
        return reverse("publications_web:edit", args=[self.publication.pk])

    def get_success_url(self) -> str:
        """The screen of the draft."""
        return draft_address(self.publication.pk)

    def get_success_buttons(self) -> list[Any]:
        """None."""
        return []

    def get_page_subtitle(self) -> str:
        """The publication."""
        return str(self.publication)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way here."""
        return [*self.breadcrumbs_items, *crumbs(self.publication, "Edit")]  # type: ignore[list-item]
