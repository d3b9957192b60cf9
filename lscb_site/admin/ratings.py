"""Ratings of pages in the admin: a private list with filters, a spreadsheet of it, and a button that erases one."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import DeleteView
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets import AdminDateInput

from lscb_site.models import BoardSettings, PageRating
from lscb_site.models.ratings import Answer
from lscb_site.spreadsheets import plain_cell

SEE, ERASE = "lscb_site.view_pagerating", "lscb_site.delete_pagerating"
LIST, RESULTS, ONE = "page_ratings", "page_ratings_results", "erase_page_rating"


class RatingFilters(WagtailFilterSet):
    """What the list can be narrowed to."""

    answer = django_filters.ChoiceFilter(label="Answer", choices=Answer.choices)
    path = django_filters.CharFilter(label="Address of the page has", lookup_expr="icontains")
    words = django_filters.CharFilter(label="Comment has", field_name="comment", lookup_expr="icontains")
    commented = django_filters.BooleanFilter(label="With a comment", method="with_comment")
    since = django_filters.DateFilter(label="Since", field_name="day", lookup_expr="gte", widget=AdminDateInput)
    until = django_filters.DateFilter(label="Until", field_name="day", lookup_expr="lte", widget=AdminDateInput)

    class Meta:
        model = PageRating
        fields = ["answer"]

    def with_comment(self, queryset: QuerySet[PageRating], _name: str, value: bool) -> QuerySet[PageRating]:  # noqa: FBT001 - django-filter's
        """Those with, or without, a comment."""
        return queryset.exclude(comment="") if value else queryset.filter(comment="")


class PageColumn(Column):
    """The page, as a link to it."""

    cell_template_name = "lscb_site_admin/rating_page.html"


class EraseColumn(Column):
    """A link to the question whether to erase it, for those who may."""

    cell_template_name = "lscb_site_admin/rating_erase.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        """Adds the address."""
        context = super().get_cell_context_data(instance, parent_context)
        may = parent_context["request"].user.has_perm(ERASE)
        return context | {"address": reverse(ONE, args=[instance.pk]) if may else ""}


def kept() -> QuerySet[PageRating]:
    """All that may still be shown."""
    return PageRating.objects.kept(timezone.localdate(), BoardSettings.load().rating_retention_months)


class RatingsView(ReportView):
    """What readers said, the newest first."""

    model = PageRating
    permission_required = "view"
    page_title = "Page ratings"
    header_icon = "comment"
    index_url_name = LIST
    index_results_url_name = RESULTS
    filterset_class = RatingFilters
    default_ordering: Any = None
    list_export: Any = ["day", "get_answer_display", "path", "comment"]
    export_headings: Any = {
        "day": "Day", "get_answer_display": "Answer", "path": "Page", "comment": "Comment",
    }  # fmt: skip
    export_filename = "page-ratings"
    custom_value_preprocess: Any = {
        **ReportView.custom_value_preprocess,
        str: {ReportView.FORMAT_CSV: plain_cell, ReportView.FORMAT_XLSX: plain_cell},
    }
    columns: Any = [
        Column("day", label="Day", accessor=lambda each: date_format(each.day, "j M Y"), sort_key="day", width="15%"),
        Column("answer", label="Answer", accessor="get_answer_display", sort_key="answer", width="12%"),
        PageColumn("path", label="Page", sort_key="path", width="25%"),
        Column("comment", label="Comment"),
        EraseColumn("erase", label="", width="8%"),
    ]

    def get_base_queryset(self) -> QuerySet[PageRating]:
        """What may still be shown."""
        return kept()


class EraseView(DeleteView):
    """Erases one, for example because it tells of a child."""

    model = PageRating
    index_url_name = LIST
    delete_url_name = ONE
    page_title = "Erase a rating"
    success_message = "The rating is erased."

    def get_queryset(self) -> QuerySet[PageRating]:
        """What may still be shown."""
        return kept()

    @property
    def confirmation_message(self) -> str:
        """What goes."""
        return "It is erased for ever, with its comment."


class RatingsItem(MenuItem):
    """The list in the menu, for those who may see it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person has it there."""
        return bool(request.user.has_perm(SEE))


def menu_item() -> MenuItem:
    """Below Reports."""
    return RatingsItem("Page ratings", reverse(LIST), name="page-ratings", icon_name="comment", order=110)


def addresses() -> list[URLPattern]:
    """Of the list and of the question."""
    return [
        path("reports/page-ratings/", RatingsView.as_view(), name=LIST),
        path("reports/page-ratings/results/", RatingsView.as_view(results_only=True), name=RESULTS),
        path("reports/page-ratings/<uuid:pk>/erase/", EraseView.as_view(), name=ONE),
    ]
