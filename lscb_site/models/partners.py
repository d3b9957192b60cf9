"""The bodies that make up the board."""

from typing import Self

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from lscb_site.usage import KeptWhileUsed

LOGO_SIZE = "max-320x160"


class PartnerQuerySet(models.QuerySet["Partner"]):
    """Partners as pages need them."""

    def active(self) -> Self:
        """Those shown, with all that their logos need."""
        return self.filter(active=True).select_related("logo").prefetch_related("logo__renditions")


class Partner(KeptWhileUsed, index.Indexed):
    """A body that works with the board, such as the council, the police or the NHS."""

    name = models.CharField(max_length=150)
    logo = models.ForeignKey(
        "lscb_site.BoardImage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,  # it stands at the foot of every page: deleting the image there would be a surprise
        related_name="+",
    )
    logo_alt = models.CharField(
        "alternative text of the logo",
        max_length=150,
        blank=True,
        help_text="What a screen reader says in place of the logo. Left empty, it says the name.",
    )
    address = models.URLField("web address", blank=True, help_text="Starts with https://")
    description = models.TextField(blank=True)
    order = models.PositiveIntegerField(default=0, help_text="Lower numbers come first.")
    active = models.BooleanField("shown on the site", default=True)

    objects = PartnerQuerySet.as_manager()

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("address"), FieldPanel("description")], heading="Who"),
        MultiFieldPanel([FieldPanel("logo"), FieldPanel("logo_alt")], heading="Logo"),
        MultiFieldPanel([FieldPanel("active"), FieldPanel("order")], heading="Where"),
    ]

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("active")]

    class Meta:
        ordering = ["order", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("name"),
                name="partner_once_by_name",
                violation_error_message="There is already a partner with this name. Change that one instead.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def logo_text(self) -> str:
        """What is read out in place of the logo; never empty."""
        return self.logo_alt or self.name
