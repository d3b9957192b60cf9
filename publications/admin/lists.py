"""The lists of reviews and of publications."""

from functools import cached_property
from typing import Any

import django_filters
from django.db.models import CharField, Count, Func, Model, Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView

from publications import clock, words
from publications.admin.downloads import total_downloads
from publications.admin.steps import next_step, with_steps
from publications.listing import State
from publications.models import Publication, Review
from publications.terms import DocumentKind, ReviewType

OWN, OTHERS = "own", "others"
STATE_CHOICES = [(state.value, words.STATES[state].name) for state in State]


def in_state(publications: QuerySet[Publication], state: str) -> QuerySet[Publication]:
    """Those in a state now, by the listing rule inside the database."""
    now = Func(function="lscb_now")
    return publications.annotate(state_now=Func("pk", now, function="ledger_state", output_field=CharField())).filter(
        state_now=state
    )


class WhoseFilter(django_filters.ChoiceFilter):
    """This board's or other bodies'."""

    def __init__(self, field_name: str) -> None:
        super().__init__(
            label="Published by", field_name=field_name, choices=[(OWN, "This board"), (OTHERS, "Other bodies")]
        )

    def filter(self, queryset: QuerySet[Model], value: str) -> QuerySet[Model]:
        """Those with, or without, the name of another body."""
        own = Q(**{self.field_name: ""})
        return {OWN: queryset.filter(own), OTHERS: queryset.exclude(own)}.get(value, queryset)


class ReviewFilters(WagtailFilterSet):
    """What the list of reviews can be narrowed to."""

    review_type = django_filters.ChoiceFilter(label="Type", choices=ReviewType.choices)
    whose = WhoseFilter("published_by")
    state = django_filters.ChoiceFilter(label="With a document that is", choices=STATE_CHOICES, method="with_state")

    class Meta:
        model = Review
        fields = ["review_type"]

    def with_state(self, queryset: QuerySet[Review], _name: str, value: str) -> QuerySet[Review]:
        """Those with a publication in a state."""
        return queryset.filter(pk__in=in_state(Publication.objects.all(), value).values("review"))


class PublicationFilters(WagtailFilterSet):
    """What the list of publications can be narrowed to."""

    state = django_filters.ChoiceFilter(label="State", choices=STATE_CHOICES, method="with_state")
    kind = django_filters.ChoiceFilter(label="Kind of document", choices=DocumentKind.choices)
    whose = WhoseFilter("review__published_by")

    class Meta:
        model = Publication
        fields = ["kind"]

    def with_state(self, queryset: QuerySet[Publication], _name: str, value: str) -> QuerySet[Publication]:
        """Those in a state."""
        return in_state(queryset, value)


class LedgerIndexView(IndexView):
    """A list whose titles lead to a thing's own screen, as of one instant."""

    default_ordering: Any = None
    list_export = ()

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Asks for the instant once."""
        super().setup(request, *args, **kwargs)
        self.at = clock.now()

    def get_edit_url(self, instance: Model) -> str:
        """The screen: changing details is one of the things that can be done there."""
        return reverse(self.inspect_url_name, args=[instance.pk])

    def get_list_buttons(self, _instance: Model) -> list[Any]:
        """None: what can be done is on the screen."""
        return []

    def title(self, label: str, accessor: Any, sort_key: str) -> TitleColumn:
        """The column that leads to the screen."""
        return TitleColumn("title", label=label, accessor=accessor, sort_key=sort_key, get_url=self.get_edit_url)


class ReviewIndexView(LedgerIndexView):
    """Reviews with the states of their documents."""

    def get_base_queryset(self) -> QuerySet[Review]:
        """With all that the columns read."""
        return Review.objects.annotate(documents=Count("publications")).prefetch_related(
            Prefetch("publications", with_steps(), to_attr="listed_publications")
        )

    @cached_property
    def columns(self) -> list[Column]:  # type: ignore[override]
        """What one looks for a review by."""
        return [
            self.title("Review", "label", "label"),
            Column("review_type", label="Type", accessor="get_review_type_display", sort_key="review_type"),
            Column(
                "by",
                label="Published by",
                accessor=lambda review: review.published_by or "This board",
                sort_key="published_by",
            ),
            Column("documents", label="Documents", sort_key="documents"),
            Column("states", label="Where they stand", accessor=self.states),
        ]

    def states(self, review: Any) -> str:
        """Each document with its state."""
        return "; ".join(
            f"{each.name}: {words.STATES[each.state_at(self.at)].name}" for each in review.listed_publications
        )


class PublicationIndexView(LedgerIndexView):
    """Publications with their state, protection and what comes next."""

    def get_base_queryset(self) -> QuerySet[Publication]:
        """With all that the columns read."""
        return with_steps().annotate(downloads=total_downloads())

    @cached_property
    def columns(self) -> list[Column]:  # type: ignore[override]
        """What one looks for a publication by."""
        return [
            self.title("Document", "name", "kind"),
            Column("review", label="Review", accessor="review.label", sort_key="review__label"),
            Column("state", label="State", accessor=lambda each: words.STATES[each.state_at(self.at)].name),
            Column("through", label="Protected through", accessor=self.through),
            Column("next", label="Next", accessor=lambda each: next_step(each, self.at).words),
            Column("downloads", label="Downloads, reads", sort_key="downloads"),
        ]

    def through(self, publication: Publication) -> str:
        """The protected day in words."""
        day = publication.protected_through_at(self.at)
        return words.day(day) if day else ""
