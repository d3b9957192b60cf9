"""The section on reviews: its index and the pages under it."""

from typing import Any, ClassVar

from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from reviews.blocks.criteria import CriteriaBlock
from reviews.blocks.notices import LocalNoticeBlock
from reviews.blocks.principles import PrinciplesBlock
from reviews.blocks.process import ProcessBlock
from reviews.blocks.purposes import PurposesBlock
from reviews.fields import SectionField
from reviews.models.base import ReviewSectionPage, section_panels

# A standard page as well: some boards explain reviews in one numbered section of a longer guide.
PARENTS = ["reviews.ReviewsIndexPage", "lscb_site.StandardPage"]


class ReviewsIndexPage(ReviewSectionPage):
    """Starts the section on reviews; a board with a single long page builds it here from blocks."""

    page_description = "Starts the section on reviews and lists its pages. Can also hold everything on one long page."
    parent_page_types: ClassVar[list[str]] = ["lscb_site.HomePage", "lscb_site.StandardPage"]
    subpage_types: ClassVar[list[str]] = [
        "reviews.CriteriaPage",
        "reviews.PurposePage",
        "reviews.PrinciplesPage",
        "reviews.ProcessPage",
        "lscb_site.StandardPage",
        "lscb_site.BriefingPage",
    ]

    class Meta:
        verbose_name = "section on reviews"


class CriteriaPage(ReviewSectionPage):
    """When a review is carried out."""

    page_description = "When a review is carried out: groups of conditions, each with its source."
    parent_page_types = PARENTS
    subpage_types: ClassVar[list[str]] = []

    criteria = SectionField(
        [("criteria", CriteriaBlock())],
        help_text="One entry is usually enough. Add another if you carry out a second kind of review.",
    )

    content_panels = section_panels(FieldPanel("criteria"))
    search_fields: ClassVar[list[Any]] = [*ReviewSectionPage.search_fields, index.SearchField("criteria")]

    class Meta:
        verbose_name = "criteria page"


class PurposePage(ReviewSectionPage):
    """What a review is for, and what it is not."""

    page_description = "What a review is for, and what it is not."
    parent_page_types = PARENTS
    subpage_types: ClassVar[list[str]] = []

    purposes = SectionField(
        [("purposes", PurposesBlock())],
        help_text="One entry is usually enough. Add another if you carry out a second kind of review.",
    )

    content_panels = section_panels(FieldPanel("purposes"))
    search_fields: ClassVar[list[Any]] = [*ReviewSectionPage.search_fields, index.SearchField("purposes")]

    class Meta:
        verbose_name = "purpose page"


class PrinciplesPage(ReviewSectionPage):
    """The principles that reviews keep to."""

    page_description = "The principles that reviews keep to, in your words or quoted."
    parent_page_types = PARENTS
    subpage_types: ClassVar[list[str]] = []

    principles = SectionField(
        [("principles", PrinciplesBlock())],
        help_text="One entry is usually enough. Add another for principles from a second source.",
    )

    content_panels = section_panels(FieldPanel("principles"))
    search_fields: ClassVar[list[Any]] = [*ReviewSectionPage.search_fields, index.SearchField("principles")]

    class Meta:
        verbose_name = "principles page"


class ProcessPage(ReviewSectionPage):
    """How a review is carried out."""

    page_description = "How a review is carried out: steps, who leads, how people take part, documents."
    parent_page_types = PARENTS
    subpage_types: ClassVar[list[str]] = []

    notices = SectionField(
        [("notice", LocalNoticeBlock())],
        help_text="Such as that the process is being updated. A notice goes by itself after the day you choose.",
    )
    process = SectionField(
        [("process", ProcessBlock())],
        help_text="One entry is usually enough. Add another if you carry out a second kind of review.",
    )

    content_panels = section_panels(FieldPanel("notices"), FieldPanel("process"))
    search_fields: ClassVar[list[Any]] = [*ReviewSectionPage.search_fields, index.SearchField("process")]

    class Meta:
        verbose_name = "process page"
