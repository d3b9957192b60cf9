"""Quick links: addresses that editors keep once and show in groups."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from lscb_site.members.reader import shown_address
from lscb_site.usage import KeptWhileUsed

ONE_TARGET = "Give either a web address or a page of this site, not both and not neither."


class QuickLinkQuerySet(models.QuerySet["QuickLink"]):
    """Quick links as pages need them."""

    def in_group(self, group: str) -> Self:
        """Those of one group that lead somewhere, in order; no group named means those without one."""
        return self.filter(group=group).filter(Q(page__isnull=True) | Q(page__live=True)).select_related("page")

    def groups(self) -> list[str]:
        """The names of all groups, sorted."""
        return list(self.exclude(group="").order_by("group").values_list("group", flat=True).distinct())


class QuickLink(KeptWhileUsed, index.Indexed):
    """A title that leads to a page of this site or to an address elsewhere."""

    title = models.CharField(max_length=150)
    address = models.URLField("web address", blank=True, help_text="For a page elsewhere. Starts with https://")
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.CASCADE,  # a link to nothing helps nobody; the page's delete screen says that it goes too
        related_name="+",
        help_text="For a page of this site.",
    )
    group = models.CharField(
        max_length=80, blank=True, help_text="Links of one group are shown together, for example “For families”."
    )
    order = models.PositiveIntegerField(default=0, help_text="Lower numbers come first.")

    objects = QuickLinkQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        MultiFieldPanel([FieldPanel("address"), FieldPanel("page")], heading="Leads to (one of the two)"),
        MultiFieldPanel([FieldPanel("group"), FieldPanel("order")], heading="Where it is shown"),
    ]

    search_fields = [index.SearchField("title"), index.AutocompleteField("title"), index.FilterField("group")]

    class Meta:
        ordering = ["group", "order", "title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(address="", page__isnull=False) | (~Q(address="") & Q(page__isnull=True)),
                name="quick_link_leads_to_one",
                violation_error_message=ONE_TARGET,
            ),
            models.UniqueConstraint(
                models.functions.Lower("group"),
                models.functions.Lower("title"),
                name="quick_link_once_in_a_group",
                violation_error_message="This group already has a link with this title. Change that one instead.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.group})" if self.group else self.title

    def clean(self) -> None:
        """ValidationError beside both fields unless exactly one is given; the database holds the same rule."""
        super().clean()
        if bool(self.address) == bool(self.page_id):
            raise ValidationError({"address": ONE_TARGET})

    @property
    def url(self) -> str:
        """Where it leads; empty for a page that is not for whoever reads."""
        return self.address or shown_address((self.page.url if self.page else "") or "")
