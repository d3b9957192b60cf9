"""Reviews and publications in the admin: lists, forms, screens; no copying, and deleting only of what nobody saw."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.viewsets.model import ModelViewSet

from publications import clock
from publications.actions.base import write_record
from publications.admin import deletion, lists, offers, screens
from publications.admin.publication_form import publication_panels
from publications.admin.review_form import review_panels
from publications.admin.stale import StaleGuardView
from publications.errors import Refused
from publications.models import Publication, Review
from publications.models.record import Event
from publications.terms import Medium


class ToScreen:
    """After saving, the screen of what was saved: the next step is offered there."""

    def get_success_url(self) -> str:
        """The screen."""
        return reverse(f"{self.screens}:inspect", args=[self.object.pk])  # type: ignore[attr-defined]

    def get_success_buttons(self) -> list[Any]:
        """None."""
        return []

    def form_valid(self, form: Any) -> HttpResponse:
        """Saves it; a refusal of the ledger or its guards becomes an error of the form."""
        try:
            return super().form_valid(form)  # type: ignore[misc, no-any-return]
        except Refused as refused:
            form.add_error(None, refused.sentence)
            self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
            return self.form_invalid(form)  # type: ignore[attr-defined, no-any-return]


class ReviewToScreen(ToScreen):
    """To the review's screen."""

    screens = "reviews_admin"


class PublicationToScreen(ToScreen):
    """To the publication's screen, with a change of its first-public date in the record (rule R12)."""

    screens = "publications_admin"

    def save_instance(self) -> Publication:
        """Saves it and records the date, in one transaction."""
        saved: Publication = super().save_instance()  # type: ignore[misc]
        if "first_public" in self.form.changed_data:  # type: ignore[attr-defined]
            write_record(
                Event.FIRST_PUBLIC, review=saved.review, publication=saved, by=self.request.user,  # type: ignore[attr-defined]
                at=clock.now(), first_public=str(saved.first_public or ""),
            )  # fmt: skip
        return saved


class AddReview(ReviewToScreen, CreateView):
    """A new review."""

    page_title = "Add a review"
    success_message = "“%(object)s” is added; nobody outside can see it. Next: add its first document."
    submit_button_label = "Save and go on"


class EditReview(StaleGuardView, ReviewToScreen, EditView):
    """The details of a review; what search engines are told of its files is in the record (rule R12)."""

    page_title = "Details"
    success_message = "The details of “%(object)s” are saved."
    template_name = "publications_admin/edit.html"

    def save_instance(self) -> Review:
        """Saves it and records that choice, in one transaction."""
        saved: Review = super().save_instance()
        if "search_engines" in self.form.changed_data:
            choice = saved.search_engines
            write_record(
                Event.SEARCH_ENGINES, review=saved, by=self.request.user, at=clock.now(), search_engines=choice
            )
        return saved


class AddPublication(PublicationToScreen, CreateView):
    """A new document of a review, of the one in the address if there is one."""

    page_title = "Add a document"
    submit_button_label = "Save and go on"

    def get_initial_form_instance(self) -> Publication:
        """Of that review, or beside that publication: the same document in the other form."""
        if first := self._asked_for(Publication.objects.select_related("review"), "beside"):
            medium = Medium.PDF if first.is_web else Medium.WEB
            return Publication(review=first.review, kind=first.kind, title=first.title, slug=first.slug, medium=medium)
        found = self._asked_for(Review.objects.all(), "review")
        return Publication(review=found) if found else Publication()

    def _asked_for(self, rows: Any, name: str) -> Any:
        number = self.request.GET.get(name, "")
        return rows.filter(pk=number).first() if number.isascii() and number.isdigit() else None

    def get_success_message(self, instance: Publication) -> str:
        """What comes next depends on what readers get."""
        next_step = "write its text" if instance.is_web else "upload its file"
        return f"“{instance}” is added; nobody outside can see it. Next: {next_step}."


class EditPublication(StaleGuardView, PublicationToScreen, EditView):
    """The details of a publication."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds the way out in an emergency."""
        address = offers.suspend_address(self.object, by=self.request.user, at=clock.now())
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"suspend_url": address}

    page_title = "Details"
    success_message = "The details of “%(object)s” are saved."
    template_name = "publications_admin/edit.html"


class LedgerViewSet(ModelViewSet):
    """What both have in common."""

    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    search_backend_name = None  # dark reviews are in no index
    list_per_page = 50


class ReviewViewSet(LedgerViewSet):
    """Reviews."""

    model = Review
    name = "reviews_admin"
    url_prefix = "reviews"
    icon = "folder-open-inverse"
    menu_order = 90
    edit_handler = review_panels
    search_fields = ("label", "published_by", "slug", "topics__name")
    filterset_class = lists.ReviewFilters
    index_view_class = lists.ReviewIndexView
    inspect_view_class = screens.ReviewScreen
    add_view_class = AddReview
    edit_view_class = EditReview
    delete_view_class = deletion.DeleteReview


class PublicationViewSet(LedgerViewSet):
    """Publications."""

    model = Publication
    name = "publications_admin"
    url_prefix = "publications"
    icon = "doc-full"
    menu_order = 95
    edit_handler = publication_panels
    search_fields = ("review__label", "review__published_by", "title", "kind", "slug")
    filterset_class = lists.PublicationFilters
    index_view_class = lists.PublicationIndexView
    inspect_view_class = screens.PublicationScreen
    add_view_class = AddPublication
    edit_view_class = EditPublication
    delete_view_class = deletion.DeletePublication


review_viewset = ReviewViewSet()
publication_viewset = PublicationViewSet()
