"""What Wagtail offers and this site does without (docs/decisions/wagtail-closed-down.md)."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import URLPattern, URLResolver
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from lscb_site.members.area import is_members
from lscb_site.members.reader import current


class ReadOnlyPages(PagesAdminAPIViewSet):
    """What the page explorer reads; deleting, moving, copying and publishing are for the screens, which ask first."""

    actions: dict[str, Any] = {}


class NoDocuments(DocumentsAdminAPIViewSet):
    """Wagtail lists all documents, whatever their collection, to everybody who may enter the admin; this lists none."""

    def get_queryset(self) -> Any:
        """Nothing."""
        return super().get_queryset().none()


class NoImages(ImagesAdminAPIViewSet):
    """The same of images."""

    def get_queryset(self) -> Any:
        """Nothing."""
        return super().get_queryset().none()


def close_admin_api(router: WagtailAPIRouter) -> None:
    """The hook that comes last: takes the place of Wagtail's own endpoints."""
    router.register_endpoint("pages", ReadOnlyPages)
    router.register_endpoint("documents", NoDocuments)
    router.register_endpoint("images", NoImages)


def refuse_private_page(page: Page, request: HttpRequest, _args: Sequence[Any], _kwargs: dict[str, Any]) -> None:
    """404 for a page that is private, or below one that is; in the members' area for one that isn't the reader's."""
    if is_members(request.path):
        reader = current()
        if reader is None or not reader.may_read(page):
            raise Http404
    elif page.get_view_restrictions():
        raise Http404


def only_own_rich_text(features: FeatureRegistry) -> None:
    """Pictures on pages are blocks, which ask for a description; embeds would call other hosts."""
    features.default_features = [name for name in features.default_features if name not in {"image", "embed"}]


def addresses_of_files() -> list[URLPattern | URLResolver]:
    """Where those who look after files see the ones that are not public."""
    from django.urls import include, path

    from lscb_site.models.media import OWN_ADDRESSES
    from lscb_site.views import documents

    patterns = [
        path("document/<int:pk>/", documents.own_document, name="document"),
        path("image/<int:pk>/", documents.own_rendition, name="rendition"),
    ]
    return [path("files/", include((patterns, OWN_ADDRESSES)))]
