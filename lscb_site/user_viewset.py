"""Users in the admin; a module of its own, as Wagtail's views can be imported only when all models are there."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.users.views.bulk_actions import DeleteBulkAction
from wagtail.users.views.users import EditView, IndexView, UserViewSet

from lscb_site.users import explain


class BoardIndexView(IndexView):
    """The list, without buttons to delete."""

    def get_delete_url(self, instance: Any) -> None:
        """Nobody is deleted."""


class BoardEditView(EditView):
    """The form, without a button to delete."""

    def setup(self, *args: Any, **kwargs: Any) -> None:
        """Nobody is deleted."""
        super().setup(*args, **kwargs)
        self.can_delete = False


class BoardUserViewSet(UserViewSet):
    """Wagtail's, without deletion."""

    index_view_class = BoardIndexView
    edit_view_class = BoardEditView


class RefusedBulkDeletion(DeleteBulkAction):
    """Takes the place of Wagtail's: says why not."""

    def dispatch(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """The sentence, over the list."""
        return explain(request)
