"""The lists and forms of what is kept once and used everywhere, under one menu item."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.ui.tables import BooleanColumn, Column, UsageCountColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup, UsageView

from lscb_site.models import Contact, Partner, QuickLink, Topic
from lscb_site.usage import KeptWhileUsed, counted, refusal, uses


class UsedIndexView(IndexView):
    """A list that also counts where each row is used."""

    def get_base_queryset(self) -> Any:
        """The rows, each with the number of places."""
        queryset = super().get_base_queryset()
        return queryset.annotate(usage_count=counted(queryset.model))


class UsedOnColumn(UsageCountColumn):
    """How many places use a row, with a link to them."""

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        """Gives the template the address of the list of places."""
        instance.usage_url = reverse(instance.snippet_viewset.get_url_name("usage"), args=[instance.pk])
        return super().get_cell_context_data(instance, parent_context)


class PlacesView(UsageView):
    """The list of places that use a row, those by topics too."""

    def get_queryset(self) -> Any:
        """Each user with its references."""
        return uses(self.object)


class UsedViewSet(SnippetViewSet):
    """What the four have in common."""

    index_view_class = UsedIndexView
    usage_view_class = PlacesView
    sort_order_field = "order"
    list_per_page = 50
    copy_view_enabled = False


USED = UsedOnColumn("usage_count", label="Used on")


class ContactViewSet(UsedViewSet):
    """Contacts in the order in which they are shown; drag them to change it."""

    model = Contact
    icon = "user"
    menu_label = "Contacts"
    list_display = ("role", "name", "audience", BooleanColumn("urgent", label="Call now"), USED)
    list_filter = ("audience", "urgent")


class PartnerViewSet(UsedViewSet):
    """Partners in the order in which they are shown; drag them to change it."""

    model = Partner
    icon = "group"
    menu_label = "Partners"
    list_display = ("name", "address", BooleanColumn("active", label="Shown"), USED)
    list_filter = ("active",)


class QuickLinkViewSet(UsedViewSet):
    """Quick links by group."""

    model = QuickLink
    icon = "link"
    menu_label = "Quick links"
    list_display = ("title", "group", "address", "page", "order")
    list_filter = ("group",)


class TopicViewSet(UsedViewSet):
    """Topics by name."""

    model = Topic
    icon = "tag"
    menu_label = "Topics"
    sort_order_field = None
    list_display = ("name", Column("synonyms_text", label="Other words for it"), USED)


class BoardGroup(SnippetViewSetGroup):
    """The menu item that holds them."""

    menu_label = "Board"
    menu_icon = "group"
    menu_order = 200
    items = (ContactViewSet, PartnerViewSet, QuickLinkViewSet, TopicViewSet)


def refuse_deletion_of_used(request: HttpRequest, instances: Iterable[Any]) -> HttpResponse | None:
    """Before one or several are deleted: the sentence and the list of places instead of a question or an error."""
    for instance in instances:
        sentence = refusal(instance, to=request.user) if isinstance(instance, KeptWhileUsed) else None
        if sentence:
            messages.error(request, sentence)
            return redirect(instance.snippet_viewset.get_url_name("usage"), instance.pk)
    return None
