"""Pages and the files that are not public: readers don't see them, and the editor is told."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page, ReferenceIndex
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from lscb_site.members.area import is_in_area
from lscb_site.members.reader import shown_address
from lscb_site.models import BoardDocument, BoardImage
from lscb_site.models.marks import Marked

EDITING: dict[Any, tuple[str, str]] = {
    BoardDocument: ("wagtaildocs:edit", "document_id"),
    BoardImage: ("wagtailimages:edit", "image_id"),
}


FOR_READERS = "Readers don't see these files of the page until you mark them as public: {}."
FOR_MEMBERS = "Members don't see these files of the page until you put them into a collection for members: {}."


class PublicDocumentLinkHandler(DocumentLinkHandler):
    """A link in a text; to readers it is plain words while its document is not public."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """The opening tags."""
        documents: list[Any] = cls.get_many(attrs_list)
        return [opening_tag(document.readable_url if document else "") for document in documents]


class ReadablePageLinkHandler(PageLinkHandler):
    """A link in a text to a page; outside the members' area it is plain words if the page is in there."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """The opening tags."""
        pages: list[Any] = cls.get_many(attrs_list)
        return [opening_tag(shown_address(page.localized.url or "") if page else "") for page in pages]


def opening_tag(address: str) -> str:
    """Of a link that may lead nowhere."""
    return format_html('<a href="{}">', address) if address else "<a>"


def only_public_links(features: FeatureRegistry) -> None:
    """Takes the place of Wagtail's own handlers."""
    features.register_link_type(PublicDocumentLinkHandler)
    features.register_link_type(ReadablePageLinkHandler)


def private_files_of(page: Page) -> list[Marked]:
    """The documents and images on a page that readers don't see."""
    wanted: dict[Any, set[str]] = {model: set() for model in EDITING}
    for reference in ReferenceIndex.get_references_for_object(page).select_related("to_content_type"):
        model = reference.to_content_type.model_class()
        if model in wanted:
            wanted[model].add(reference.to_object_id)
    return [
        file
        for model, keys in wanted.items()
        for file in model.objects.filter(pk__in=keys, is_public=False).order_by("title")
    ]


def tell_editor(request: HttpRequest, page: Page) -> None:
    """After a page was saved: what on it readers don't see, and where to change that."""
    files, sentence = private_files_of(page), FOR_READERS
    if is_in_area(page):
        files, sentence = [file for file in files if not is_members_file(file)], FOR_MEMBERS
    if files:
        links = format_html_join(", ", '<a href="{}">{}</a>', ((editing_address(file), str(file)) for file in files))
        messages.warning(request, format_html(sentence, links))


def is_members_file(file: Any) -> bool:
    """Whether a document or image is in a collection that members read."""
    return bool(file.collection.get_view_restrictions().exists())


def editing_address(file: Marked) -> str:
    """Where it is marked."""
    name, argument = EDITING[type(file)]
    return reverse(name, kwargs={argument: file.pk})
