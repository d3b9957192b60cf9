"""Choosing a review or a publication, in blocks, forms and rich text.

Models are named by string and nothing of the ledger is imported here: page bodies load this module while the
models are still being made.
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet


class FindForm(BaseFilterForm):
    """Finds by words in plain columns: dark reviews are in no search index."""

    q = forms.CharField(
        label="Find", required=False, widget=forms.TextInput(attrs={"placeholder": "Label, title or body"})
    )
    lookups: Sequence[str] = ()

    def filter(self, objects: QuerySet[Model]) -> QuerySet[Model]:
        """Those in which every word is found."""
        objects = super().filter(objects)
        self.search_query = self.cleaned_data["q"].strip()
        self.is_searching = bool(self.search_query)
        for word in self.search_query.split():
            found = Q()
            for lookup in self.lookups:
                found |= Q(**{f"{lookup}__icontains": word})
            objects = objects.filter(found)
        return objects


class FindReviewForm(FindForm):
    """Finds reviews."""

    lookups = ("label", "published_by", "slug")


class FindPublicationForm(FindForm):
    """Finds publications."""

    lookups = ("review__label", "review__published_by", "title", "kind", "slug")


class OnlyForViewers:
    """A view for those who may see its model: labels of dark reviews are not for everyone with an account."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuses everybody else."""
        opts = self.model_class._meta  # type: ignore[attr-defined]
        if not request.user.has_perm(f"{opts.app_label}.view_{opts.model_name}"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]


class ReviewColumns:
    """What tells one review from another."""

    filter_form_class = FindReviewForm

    @property
    def columns(self) -> list[Column]:
        """Label, type and body."""
        return [
            self.title_column,  # type: ignore[attr-defined]
            Column("type", label="Type", accessor="get_review_type_display"),
            Column("body", label="Published by", accessor=lambda review: review.published_by or "This board"),
        ]


class PublicationColumns:
    """What tells one publication from another."""

    filter_form_class = FindPublicationForm

    def get_object_list(self) -> QuerySet[Model]:
        """All, with their reviews."""
        return self.model_class.objects.select_related("review")  # type: ignore[attr-defined, no-any-return]

    @property
    def columns(self) -> list[Column]:
        """Review with title, kind and body."""
        return [
            self.title_column,  # type: ignore[attr-defined]
            Column("kind", label="Document", accessor="get_kind_display"),
            Column(
                "body",
                label="Published by",
                accessor=lambda publication: publication.review.published_by or "This board",
            ),
        ]


class ChooseReview(OnlyForViewers, ReviewColumns, chooser.ChooseView):  # type: ignore[misc]
    """The dialogue."""


class ChooseReviewResults(OnlyForViewers, ReviewColumns, chooser.ChooseResultsView):  # type: ignore[misc]
    """Its list, as one types."""


class ChoosePublication(OnlyForViewers, PublicationColumns, chooser.ChooseView):  # type: ignore[misc]
    """The dialogue."""


class ChoosePublicationResults(OnlyForViewers, PublicationColumns, chooser.ChooseResultsView):  # type: ignore[misc]
    """Its list, as one types."""


class Chosen(OnlyForViewers, chooser.ChosenView):
    """What was chosen."""


class ChosenMultiple(OnlyForViewers, chooser.ChosenMultipleView):
    """What was chosen, several at once."""


class LedgerChooserViewSet(ChooserViewSet):
    """A chooser without a form for adding: reviews and publications are added on their own screens."""

    choose_another_text = "Choose another"
    chosen_view_class = Chosen
    chosen_multiple_view_class = ChosenMultiple

    def get_urlpatterns(self) -> list[Any]:
        """Without the address for adding."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Without the address for adding."""
        return super().get_common_view_kwargs(**kwargs) | {"create_url_name": None}  # type: ignore[no-any-return]


review_chooser = LedgerChooserViewSet(
    "review_chooser",
    model="publications.Review",
    icon="folder-open-inverse",
    choose_one_text="Choose a review",
    choose_view_class=ChooseReview,
    choose_results_view_class=ChooseReviewResults,
)
publication_chooser = LedgerChooserViewSet(
    "publication_chooser",
    model="publications.Publication",
    icon="doc-full",
    choose_one_text="Choose a publication",
    choose_view_class=ChoosePublication,
    choose_results_view_class=ChoosePublicationResults,
)

ReviewChooserBlock = review_chooser.get_block_class(name="ReviewChooserBlock", module_path="publications.choosers")
PublicationChooserBlock = publication_chooser.get_block_class(
    name="PublicationChooserBlock", module_path="publications.choosers"
)
