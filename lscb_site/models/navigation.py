"""What stands in the navigation and at the foot of every page, in the editors' order."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable

from lscb_site.members.reader import shown_address

PAGE_OR_SECTION = "Choose either a page or a section, not both and not neither."
PAGE_OR_ADDRESS = "Give either a page of this site or a web address, not both and not neither."


def section_choices() -> list[tuple[str, str]]:
    """The parts of the site that are not pages, such as Publications."""
    return [(name, label) for name, label, _address in settings.SITE_SECTIONS]


@register_setting(icon="list-ul", order=110)
class NavigationSettings(BaseGenericSetting, ClusterableModel):
    """The order and labels of the navigation; with no items, the pages in the menu and all sections are shown."""

    panels = [
        InlinePanel(
            "items",
            heading="Navigation",
            label="Item",
            help_text="Left empty: every page marked “show in menus”, then Publications, Topics and Search.",
        ),
        InlinePanel("footer_links", heading="Links at the foot of every page", label="Link"),
    ]

    class Meta:
        verbose_name = "Navigation and footer"


class NavigationItem(Orderable):
    """A page or a section of the site, with a label of its own if the editor wants one."""

    navigation = ParentalKey(NavigationSettings, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey("wagtailcore.Page", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    section = models.CharField(
        max_length=30, blank=True, choices=section_choices, help_text="A part of the site that is not a page."
    )
    label = models.CharField(max_length=60, blank=True, help_text="Left empty, it is the title of the page or section.")

    panels = [FieldPanel("page"), FieldPanel("section"), FieldPanel("label")]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(section="", page__isnull=False) | (~Q(section="") & Q(page__isnull=True)),
                name="navigation_item_leads_to_one",
                violation_error_message=PAGE_OR_SECTION,
            )
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """ValidationError unless it leads to exactly one thing; the database holds the same rule."""
        super().clean()
        if bool(self.section) == bool(self.page_id):
            raise ValidationError({"page": PAGE_OR_SECTION})

    @property
    def text(self) -> str:
        """What it says."""
        if self.label:
            return self.label
        return str(self.page.title) if self.page else dict(section_choices()).get(self.section, "")

    @property
    def url(self) -> str:
        """Where it leads; empty for a page that is not live or a section that no longer exists."""
        if self.page:
            return str(self.page.url or "") if self.page.live else ""
        return {name: address for name, _label, address in settings.SITE_SECTIONS}.get(self.section, "")


class FooterLink(Orderable):
    """A free link at the foot of every page."""

    navigation = ParentalKey(NavigationSettings, on_delete=models.CASCADE, related_name="footer_links")
    text = models.CharField(max_length=80)
    page = models.ForeignKey("wagtailcore.Page", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    address = models.URLField("web address", blank=True, help_text="Starts with https://")

    panels = [FieldPanel("text"), FieldPanel("page"), FieldPanel("address")]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(address="", page__isnull=False) | (~Q(address="") & Q(page__isnull=True)),
                name="footer_link_leads_to_one",
                violation_error_message=PAGE_OR_ADDRESS,
            )
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """ValidationError unless it leads to exactly one place; the database holds the same rule."""
        super().clean()
        if bool(self.address) == bool(self.page_id):
            raise ValidationError({"page": PAGE_OR_ADDRESS})

    @property
    def url(self) -> str:
        """Where it leads; empty for a page that is not live, or not for whoever reads."""
        if self.page:
            return shown_address(self.page.url or "") if self.page.live else ""
        return self.address
