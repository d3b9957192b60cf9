"""What the app adds to the admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from reviews.admin import due
from reviews.admin.guidance import StatutoryGuidanceViewSet

register_snippet(StatutoryGuidanceViewSet)


@hooks.register("register_admin_urls")
def due_for_review_address() -> list[URLPattern]:
    """The address of the report."""
    return [path("reports/due-for-review/", due.DueForReviewView.as_view(), name=due.NAME)]


@hooks.register("register_reports_menu_item")
def due_for_review_item() -> MenuItem:
    """The report in the menu."""
    return due.DueForReviewItem(
        "Due for review", reverse(due.NAME), name="due-for-review", icon_name="calendar-alt", order=100
    )


@hooks.register("construct_homepage_panels")
def due_for_review_panel(request: HttpRequest, panels: list[Component]) -> None:
    """The overdue ones on the dashboard."""
    if due.may_see(request):
        panels.append(due.DueForReviewPanel())
