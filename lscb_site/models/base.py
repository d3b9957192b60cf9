"""What every page of the site has."""

from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from lscb_site.fields import BodyField


class BasePage(Page):
    """A page with a body and topics; abstract, so that each page type has one table of its own."""

    body = BodyField()
    topics = ParentalManyToManyField("lscb_site.Topic", blank=True, related_name="+")

    content_panels = [*Page.content_panels, FieldPanel("body")]
    promote_panels = [*Page.promote_panels, FieldPanel("topics")]

    class Meta:
        abstract = True
