"""The admin's list of documents, which also says who sees each."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.documents.views.documents import IndexView


class DocumentList(IndexView):
    """Wagtail's, with a column."""

    @cached_property
    def columns(self) -> list[Any]:  # type: ignore[override]
        """Its columns, with "Public" after the file."""
        columns: list[Any] = list(super().columns)
        columns.insert(3, BooleanColumn("is_public", label="Public", sort_key="is_public"))
        return columns


def addresses() -> list[URLPattern]:
    """In the place of Wagtail's own, which come later."""
    return [
        path("documents/", DocumentList.as_view()),
        path("documents/results/", DocumentList.as_view(results_only=True)),
    ]
