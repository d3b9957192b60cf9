"""Editions of the guidance in the admin."""

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import Model, ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import UsageCountColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from reviews.models import StatutoryGuidance


class StatutoryGuidanceViewSet(SnippetViewSet):  # type: ignore[misc]
    """The list of editions, newest first, and the form for one."""

    model = StatutoryGuidance
    icon = "doc-full-inverse"
    menu_label = "Statutory guidance"
    list_display = ("__str__", "review_term", "in_force_from", "in_force_to", UsageCountColumn("usage_count", label="Used in"))
    list_filter = ("year", "review_term")
    search_fields = ("title", "short_title", "year", "chapter", "review_term")
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


def refuse_deletion_of_used(request: HttpRequest, instances: Iterable[Model]) -> HttpResponse | None:
    """Before one or several snippets are deleted: show where an edition is used instead of asking to confirm."""
    for guidance in instances:
        if not isinstance(guidance, StatutoryGuidance):
            continue
        try:
            guidance.refuse_if_used()
        except ProtectedError as refusal:
            messages.error(request, refusal.args[0])
            return redirect(guidance.snippet_viewset.get_url_name("usage"), guidance.pk)
    return None
