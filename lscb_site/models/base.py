"""What every page of the site has."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from lscb_site.fields import BodyField
from lscb_site.guides import guide_of
from lscb_site.homes import HOME_DEPTH
from lscb_site.members.area import STAYS, is_in_area


def refuse_reserved(slug: str) -> None:
    """ValidationError if a page just below the home page may not take this address."""
    from lscb_site.addresses import reserved

    if reserved(slug):
        raise ValidationError(
            {"slug": f"/{slug}/ is the address of a part of this site. Choose another, for example “about-{slug}”."},
            code="reserved",
        )


class BasePageForm(WagtailAdminPageForm):
    """The editing form of every page: it knows the parent before the page has a place in the tree."""

    def clean(self) -> dict[str, Any]:
        """Refuses a reserved address beside its field."""
        cleaned: dict[str, Any] = super().clean()
        if self.parent_page and self.parent_page.depth == HOME_DEPTH and "slug" in cleaned:
            try:
                refuse_reserved(cleaned["slug"])
            except ValidationError as error:
                self.add_error(None, error)
        return cleaned


class StayingCopyForm(CopyForm):
    """Copying a page: one of the members' area stays in it."""

    def clean(self) -> dict[str, Any]:
        """Refuses another place beside its field."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if is_in_area(self.page) and not is_in_area(cleaned.get("new_parent_page") or self.page.get_parent()):
            self.add_error("new_parent_page", ValidationError(STAYS, code="members"))
        return cleaned


class BasePage(Page):
    """A page with a body and topics; abstract, so that each page type has one table of its own."""

    body = BodyField()
    topics = ParentalManyToManyField("lscb_site.Topic", blank=True, related_name="+")

    content_panels = [*Page.content_panels, FieldPanel("body")]
    promote_panels = [*Page.promote_panels, FieldPanel("topics")]
    search_fields = [*Page.search_fields, index.SearchField("body")]
    base_form_class = BasePageForm
    copy_form_class = StayingCopyForm
    own_slug = ""
    """The one address of a page type that stands for a part of the site."""
    has_contents_list = True
    """Whether it begins with a list of its headings once it is long."""

    class Meta:
        abstract = True

    def clean(self) -> None:
        """ValidationError for an address that belongs to a part of the site, however the page is made."""
        super().clean()
        if self.depth == HOME_DEPTH + 1 and self.slug != self.own_slug:
            refuse_reserved(self.slug)

    def can_move_to(self, parent: Page) -> bool:
        """Not to below the home page with an address of a part of the site, and not out of the members' area."""
        from lscb_site.addresses import reserved

        hidden = parent.depth == HOME_DEPTH and reserved(self.slug)
        opened = is_in_area(self) and not is_in_area(parent)
        return not (hidden or opened) and bool(super().can_move_to(parent))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `guide`, asked for only by the templates that show it."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"guide": SimpleLazyObject(lambda: guide_of(self, request))}

    @property
    def has_concern_panel(self) -> bool:
        """Whether the body shows whom to call now, so that the layout need not."""
        return any(block["type"] == "concern_panel" for block in self.body.raw_data)

    @property
    def last_updated(self) -> datetime | None:
        """The instant at which what readers see was last published."""
        updated: datetime | None = self.last_published_at
        return updated
