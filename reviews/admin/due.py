"""The report of what is due for review, and its panel on the dashboard."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, StatusTagColumn, Table, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import page_permission_policy

from reviews.dates import Due
from reviews.due import DueItem, due_items, due_pages

NAME = "reviews_due"


def editable(items: Iterable[DueItem], request: HttpRequest) -> list[DueItem]:
    """Those on pages that this person may change."""
    pages = page_permission_policy.instances_user_has_permission_for(request.user, "change")
    keys = set(pages.values_list("pk", flat=True))
    return [item for item in items if item.pk in keys]


def may_see(request: HttpRequest) -> bool:
    """Whether this person may change any page at all."""
    return bool(page_permission_policy.user_has_permission(request.user, "change"))


def edit_address(item: DueItem) -> str:
    """The editing form of the page."""
    return reverse("wagtailadmin_pages:edit", args=(item.pk,))


class DueForReviewView(WagtailAdminTemplateMixin, TemplateView):
    """Every page and notice that is overdue or due within 30 days, the oldest first."""

    page_title = "Due for review"
    header_icon = "calendar-alt"
    template_name = "reviews_admin/due_for_review.html"
    columns: ClassVar[list[Column]] = [
        TitleColumn("title", label="Page", accessor="page.title", get_url=edit_address),
        Column("what", label="What to do"),
        Column("on", label="By", accessor=lambda item: date_format(item.on, "j F Y")),
        StatusTagColumn("due", label="", primary=lambda item: item.due is Due.OVERDUE),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for people who may change pages."""
        if not may_see(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, then this report."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds the table, if there is anything to show in it."""
        items = editable(due_items(timezone.localdate()), self.request)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"table": Table(self.columns, items) if items else None}


class DueForReviewItem(MenuItem):
    """The report in the menu, for those who may see it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person has the report in the menu."""
        return may_see(request)


class DueForReviewPanel(Component):
    """The pages that are overdue, on the first screen after signing in; notices have a panel of their own."""

    name = "reviews-due"
    order = 150
    template_name = "reviews_admin/due_panel.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Adds the overdue items and the address of the whole report."""
        request = parent_context["request"]
        items = [item for item in editable(due_pages(timezone.localdate()), request) if item.due is Due.OVERDUE]
        return {"items": [(item, edit_address(item)) for item in items], "report": reverse(NAME)}
