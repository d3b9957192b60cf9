"""Editions of the guidance in the admin."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column

from lscb_site.partial_dates import PartialDate
from lscb_site.viewsets import USED, UsedViewSet
from reviews.models import StatutoryGuidance

FROM = Column("in_force_from", label="In force from", accessor=lambda edition: words(edition.in_force_from))
UNTIL = Column("in_force_to", label="In force until", accessor=lambda edition: words(edition.in_force_to))


def words(day: PartialDate | None) -> str:
    """A date as people write it; nothing if it is not known."""
    return day.words() if day else ""


class StatutoryGuidanceViewSet(UsedViewSet):
    """The list of editions, newest first, and the form for one."""

    model = StatutoryGuidance
    icon = "doc-full-inverse"
    menu_label = "Statutory guidance"
    add_to_admin_menu = True
    menu_order = 210
    list_display = ("__str__", "review_term", FROM, UNTIL, USED)
    list_filter = ("year", "review_term")
    search_fields = ("title", "short_title", "year", "chapter", "review_term")
    sort_order_field = None
    ordering = ("-year", "title", "chapter")
    panels = (
        MultiFieldPanel(
            [
                FieldPanel("title"),
                FieldPanel("short_title"),
                FieldRowPanel([FieldPanel("year"), FieldPanel("chapter")]),
                FieldPanel("publisher"),
                FieldPanel("address"),
            ],
            heading="The document",
        ),
        FieldRowPanel([FieldPanel("in_force_from"), FieldPanel("in_force_to")], heading="When it applied"),
        MultiFieldPanel([FieldPanel("review_term"), FieldPanel("review_short")], heading="Its words"),
        FieldRowPanel([FieldPanel("minimum_number"), FieldPanel("minimum_unit")], heading="How long reports stay up"),
    )
