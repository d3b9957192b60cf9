"""The screens of imports: all of them, one with every date, and its approval or discarding (rules R7, R9)."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.views.generic import ListView, TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from publications import clock
from publications.admin.actions import ActionView
from publications.admin.forms.base import ActionForm
from publications.admin.forms.imports import IMPORT_FORMS, offers
from publications.admin.history import name_of
from publications.admin.import_lines import lines_of, summary
from publications.admin.times import moment
from publications.errors import Refused
from publications.models import ImportBatch
from publications.policy import handles_files

HEADING = "Imports"


def may_see(request: HttpRequest) -> bool:
    """Whether this person makes or approves imports."""
    return handles_files(request.user)


def batches() -> QuerySet[ImportBatch]:
    """Imports, the newest first, with the people in them and their number of lines (`line_count`)."""
    found = ImportBatch.objects.select_related("by", "approved_by", "discarded_by")
    return found.annotate(line_count=Count("lines")).order_by("-at", "-pk")


def standing(batch: ImportBatch) -> str:
    """What became of it, in words."""
    if batch.approved_at:
        return f"Approved by {name_of(batch.approved_by)} at {moment(batch.approved_at)}"
    if batch.discarded_at:
        return f"Discarded by {name_of(batch.discarded_by)} at {moment(batch.discarded_at)}"
    return "Waits for a second person; nothing of it is public"


class Button:
    """What can be done with an import, as its screen shows it; `why_not` is empty if this person may."""

    def __init__(self, url: str, form: type[ActionForm], why_not: str) -> None:
        self.url, self.why_not = url, why_not
        self.label, self.icon, self.serious = form.label, form.icon, form.serious


class ImportScreen(WagtailAdminTemplateMixin):
    """What the list and the screen of one share."""

    header_icon = "table"
    page_title = HEADING

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only for those who make or approve imports."""
        if not may_see(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]


class ImportList(ImportScreen, ListView):  # type: ignore[type-arg]
    """All imports, or how to make one."""

    template_name = "publications_admin/imports.html"
    paginate_by = 50
    page_kwarg = "p"

    def get_queryset(self) -> QuerySet[ImportBatch]:
        """The newest first."""
        return batches()

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Home, then this."""
        return [*self.breadcrumbs_items, {"url": "", "label": HEADING}]  # type: ignore[list-item]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds what became of each."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"rows": [(batch, standing(batch)) for batch in context["object_list"]]}


class ImportDetail(ImportScreen, TemplateView):
    """One import with a table of every line."""

    template_name = "publications_admin/import.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Finds it, and the instant everything here is about."""
        super().setup(request, *args, **kwargs)
        self.at = clock.now()
        self.batch = get_object_or_404(batches(), pk=kwargs["pk"])

    def get_page_title(self) -> str:
        """The spreadsheet's name."""
        return self.batch.source_name

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Home, the list, this."""
        return [*self.breadcrumbs_items, *crumbs(self.batch, here=True)]  # type: ignore[list-item]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds its lines and what this person may do with it, or why not."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            **table(self.batch, self.at),
            "batch": self.batch,
            "standing": standing(self.batch),
            "buttons": [
                Button(reverse("publications_imports:action", args=[self.batch.pk, name]), form, why_not)
                for name, form, why_not in offers(self.batch, by=self.request.user)
            ] if self.batch.is_waiting else [],
        }  # fmt: skip


class ImportAction(ActionView):
    """Approving or discarding one: whoever does it has the whole table before them."""

    model = ImportBatch
    template_name = "publications_admin/import_action.html"

    def find_form(self, action: str) -> type[ActionForm] | None:
        """The form that the address names."""
        return IMPORT_FORMS.get(action)

    def may_enter(self) -> bool:
        """As the screen of the import."""
        return may_see(self.request)

    def refusal(self) -> Refused | None:
        """The importing code's."""
        return self.form_class.refusal(self.target, by=self.request.user)  # type: ignore[attr-defined, no-any-return]

    def show(self, form: ActionForm, **more: Any) -> HttpResponse:
        """The screen, with every line."""
        return super().show(form, **table(self.target, self.at), **more)

    def suspend_address(self) -> str:
        """None: nothing of an import that waits is public."""
        return ""

    def screen(self) -> str:
        """The import's."""
        return reverse("publications_imports:one", args=[self.target.pk])

    def get_page_subtitle(self) -> str:
        """The spreadsheet's name."""
        return str(self.target.source_name)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Home, the list, the import, the action."""
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, *crumbs(self.target), here]  # type: ignore[list-item]


def table(batch: ImportBatch, at: Any) -> dict[str, Any]:
    """What the table of lines reads."""
    lines = lines_of(batch, at)
    return {"lines": lines, "summary_lines": list(summary(lines)), "changed": any(each.changed for each in lines)}


def crumbs(batch: ImportBatch, *, here: bool = False) -> list[dict[str, str]]:
    """The list and one import in it."""
    address = "" if here else reverse("publications_imports:one", args=[batch.pk])
    return [
        {"url": reverse("publications_imports:index"), "label": HEADING},
        {"url": address, "label": batch.source_name},
    ]


class ImportsMenuItem(MenuItem):
    """The list in the menu, for those who make or approve imports."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person has it there."""
        return may_see(request)


def addresses() -> list[URLPattern]:
    """The list, one import, and its two actions."""
    return [
        path("", ImportList.as_view(), name="index"),
        path("<int:pk>/", ImportDetail.as_view(), name="one"),
        path("<int:pk>/<slug:action>/", ImportAction.as_view(), name="action"),
    ]
