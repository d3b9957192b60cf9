"""The page types that are not about reviews."""

from typing import Any, ClassVar

from django.db import models, transaction
from django.http import HttpRequest
from django.utils.html import strip_tags
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from lscb_site.briefings import all_by_topic
from lscb_site.fields import BoxesField
from lscb_site.members.area import SLUG
from lscb_site.members.reader import visible
from lscb_site.members.restriction import restrict
from lscb_site.models.base import BasePage
from lscb_site.models.partners import Partner
from lscb_site.models.people import Audience, Contact


class HomePage(BasePage):
    """The front door: what the board is and whom to call; the rest of it is blocks that editors arrange."""

    introduction = models.TextField(
        blank=True, help_text="What you are, in a few plain sentences. Leave an empty line between paragraphs."
    )

    max_count = 1
    has_contents_list = False
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    content_panels = [*BasePage.content_panels[:-1], FieldPanel("introduction"), BasePage.content_panels[-1]]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = "home page"


class StandardPage(BasePage):
    """A page of text; as a guide, its child pages are the numbered sections."""

    is_guide = models.BooleanField(
        "this is a guide",
        default=False,
        help_text="The pages below it become its numbered sections, in the order of the page tree, with a list of "
        "contents and links to the previous and next section.",
    )

    content_panels = [*BasePage.content_panels, FieldPanel("is_guide")]

    class Meta:
        verbose_name = "standard page"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `children`: the pages below it that are shown in menus; a guide has its contents instead."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        children = [] if self.is_guide else visible(self.get_children().in_menu())
        return context | {"children": children}


class BriefingPage(BasePage):
    """A briefing on a topic, such as a seven-minute one: boxes of text that print on two sides of A4, or a file.

    A briefing drawn from one review is a publication instead.
    """

    page_description = "A briefing, such as a seven-minute one: boxes that print on two sides of paper, or a file."
    has_contents_list = False

    summary = models.TextField(blank=True, help_text="What it is about, in a sentence or two.")
    document = models.ForeignKey(
        "lscb_site.BoardDocument",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,  # the page may hold the text as well and stays readable
        related_name="+",
        help_text="The briefing as a file, if you have one. Give its text below as well where you can.",
    )
    boxes = BoxesField(
        help_text="Rename them, change their order, add some, take some away. A box without text is not shown. All of "
        "them together print on two sides of A4 if they have no more than about 700 words."
    )

    content_panels = [
        *BasePage.content_panels[:-1],
        FieldPanel("summary"),
        FieldPanel("boxes"),
        FieldPanel("document"),
        FieldPanel("body", heading="Anything else, below the boxes"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("summary"), index.SearchField("boxes")]

    class Meta:
        verbose_name = "briefing"

    @property
    def filled_boxes(self) -> list[Any]:
        """The boxes that have a text."""
        return [box.value for box in self.boxes if strip_tags(str(box.value["text"] or "")).strip()]


class BriefingsPage(BasePage):
    """Every briefing of the site by topic, those that are documents of reviews too."""

    page_description = "Lists every briefing of this site by topic, new ones by themselves."
    has_contents_list = True

    class Meta:
        verbose_name = "page of all briefings"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `groups`: the briefings under each topic."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"groups": all_by_topic(request)}


class ContactPage(BasePage):
    """Everybody who can be called, by who is meant to call them."""

    introduction = models.TextField(blank=True, help_text="Stands above the contacts.")

    content_panels = [*BasePage.content_panels[:-1], FieldPanel("introduction"), BasePage.content_panels[-1]]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = "contact page"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `audiences`: (label, contacts) for each audience that has any."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        contacts = list(Contact.objects.all())
        groups = [(label, [c for c in contacts if c.audience == value]) for value, label in Audience.choices]
        return context | {"audiences": [(label, members) for label, members in groups if members]}


class PartnersPage(BasePage):
    """The bodies that make up the board."""

    introduction = models.TextField(blank=True, help_text="Stands above the partners.")

    content_panels = [*BasePage.content_panels[:-1], FieldPanel("introduction"), BasePage.content_panels[-1]]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = "partners page"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `page_partners`: the partners shown, with their logos."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"page_partners": Partner.objects.active()}


class MembersPage(BasePage):
    """The door to the members' area; what is below it is read by those alone who may.

    It has one address, for which the members' cookies are, and is never without a restriction.
    """

    introduction = models.TextField(blank=True, help_text="Stands above the pages of the area. Members read it.")

    max_count = 1
    own_slug = SLUG
    parent_page_types: ClassVar[list[str]] = ["lscb_site.HomePage"]
    content_panels = [*BasePage.content_panels[:-1], FieldPanel("introduction"), BasePage.content_panels[-1]]
    promote_panels: list[Any] = []
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = "members' area"

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """At its one address."""
        self.slug = SLUG
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Saves it; from the first moment it is for board members and editors alone."""
        with transaction.atomic():
            saved = super().save(*args, **kwargs)
            restrict(self)
        return saved

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `children`: the pages below it that this reader may read."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"children": visible(self.get_children())}
