"""What every page about reviews has."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.search import index

from lscb_site.blocks.links import LinkBlock, LinksBlock
from lscb_site.blocks.people import ContactBlock
from lscb_site.members.reader import visible
from lscb_site.models.base import BasePage
from reviews.blocks.basis import BasisBlock
from reviews.fields import SectionField


def section_panels(*own: Panel) -> list[Panel]:
    """The form of a page about reviews, with the page type's own sections above the body."""
    return [
        FieldPanel("title", classname="title"),
        FieldPanel("introduction"),
        *own,
        FieldPanel("body"),
        FieldPanel("statutory_basis"),
        MultiFieldPanel([FieldPanel("related_links"), FieldPanel("related_contacts")], heading="Related"),
        FieldPanel("review_by"),
    ]


class ReviewSectionPage(BasePage):
    """A page about reviews: its basis in guidance and law, what else helps, and when to look at it again."""

    introduction = models.TextField(
        "summary",
        blank=True,
        help_text="One or two sentences in plain words. Shown large under the title, and wherever this page is listed.",
    )
    statutory_basis = SectionField(
        [("basis", BasisBlock())],
        help_text="The guidance editions, acts and regulations this page stands on. One entry for each; "
        "an entry may be about one section only.",
    )
    related_links = SectionField(
        [("link", LinkBlock())], help_text="Local or national pages that help readers further, with a sentence each."
    )
    related_contacts = SectionField(
        [("contact", ContactBlock())],
        help_text="Whom readers can ask about this page. Each contact is kept once; a change there shows here.",
    )
    review_by = models.DateField(
        "review by",
        null=True,
        blank=True,
        help_text="The day by which somebody should check that this page is still right. "
        "Readers don't see it; it is listed under Reports, Due for review.",
    )

    content_panels = section_panels()
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("statutory_basis"),
    ]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `children`: the live pages below that whoever reads may read, in the order of the page tree."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"children": visible(self.get_children().specific())}

    def links_by_scope(self) -> list[tuple[str, list[Any]]]:
        """(heading, links) of the related links: those of no scope first, then local, then national ones."""
        links = LinksBlock().normalize({"links": [block.value for block in self.related_links]})
        return links.by_scope()  # type: ignore[no-any-return]
