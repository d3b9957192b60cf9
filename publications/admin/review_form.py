"""The form of a review: what it is, what the public reads, when, and its address."""

from typing import Any

from django import forms
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from publications.admin.stale import StaleGuardForm
from reviews.models import StatutoryGuidance

NAMES = "Never a real name, nor anything that could tell who it is."


class ReviewForm(StaleGuardForm, WagtailAdminModelForm):
    """Adding and changing a review. Its address is changed, and its traces removed, by actions of their own."""

    class Meta:
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 6}),
            "topics": forms.CheckboxSelectMultiple,
            "guidance": forms.Select,
            "search_engines": forms.RadioSelect,
        }
        labels = {"slug": "Last part of its address", "search_engines": "Search engines"}
        help_texts = {
            "label": f"The name by which the public knows it, such as “Child G”. {NAMES}",
            "published_by": "Leave empty if it is this board's. Another body's reviews never count among your duties.",
            "slug": "Leave empty: it is made from the label.",
            "summary": f"A paragraph or two in plain words: what happened and what was learned. {NAMES}",
            "topics": "Readers find it under these, and a search for their other words finds it too.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("slug", None)
        else:
            self.fields["slug"].required = False
        guidance: Any = self.fields["guidance"]
        guidance.queryset = StatutoryGuidance.objects.order_by("-year", "title", "chapter")
        guidance.empty_label = "Not known or not applicable (reports stay at least 12 months)"


review_panels = ObjectList(
    [
        MultiFieldPanel(
            [FieldPanel("label"), FieldPanel("review_type"), FieldPanel("guidance"), FieldPanel("published_by")],
            heading="The review",
        ),
        MultiFieldPanel([FieldPanel("summary"), FieldPanel("topics")], heading="What the public reads"),
        FieldRowPanel(
            [FieldPanel("commissioned_on"), FieldPanel("completed_on")], heading="When, as far as it is known"
        ),
        MultiFieldPanel([FieldPanel("search_engines")], heading="Its files in search engines"),
        MultiFieldPanel([FieldPanel("slug")], heading="Its address"),
    ],
    base_form_class=ReviewForm,
)
