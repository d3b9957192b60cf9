"""Who runs this site: its name, words, look and the few policies that are the board's own."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from lscb_site.contrast import validate_brand_colour
from lscb_site.identifiers import stable_identifier


@dataclass(frozen=True)
class Words:
    """What a body of one kind is called on every page."""

    noun: str
    full: str
    short: str


class Kind(models.TextChoices):
    """What the law calls the body: boards until 2019, partnerships since."""

    BOARD = "board", "Board"
    PARTNERSHIP = "partnership", "Partnership"


WORDS = {
    Kind.BOARD: Words("board", "Local Safeguarding Children Board", "LSCB"),
    Kind.PARTNERSHIP: Words("partnership", "Safeguarding Children Partnership", "SCP"),
}


class MinimumPolicy(models.TextChoices):
    """What happens to a report when its minimum listing period is over."""

    KEEP = "keep", "Keep it on the site"
    MOVE = "move", "Move it to “available on request”"


@register_setting(icon="home", order=100)
class BoardSettings(BaseGenericSetting):
    """The one body this installation serves; every field has a sensible answer when it is empty."""

    name = models.CharField(
        max_length=150, blank=True, help_text="The full name, for example “Anyshire Safeguarding Children Partnership”."
    )
    short_name = models.CharField(max_length=50, blank=True, help_text="As people say it, for example “ASCP”.")
    kind = models.CharField(
        max_length=20,
        choices=Kind,
        default=Kind.PARTNERSHIP,
        help_text="Decides the word for yourselves on every page.",
    )
    area = models.CharField(max_length=100, blank=True, help_text="The place you serve, for example “Anyshire”.")
    strapline = models.CharField(max_length=200, blank=True, help_text="Stands under the name on every page.")
    logo = models.ForeignKey(
        "lscb_site.BoardImage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,  # it stands on every page: it is to be replaced here, not to vanish from the images
        related_name="+",
    )
    logo_alt = models.CharField(
        "alternative text of the logo",
        max_length=150,
        blank=True,
        help_text="What a screen reader says in place of the logo. Left empty, it says the name.",
    )
    brand_colour = models.CharField(
        max_length=7,
        blank=True,
        validators=[validate_brand_colour],
        help_text="As # and six figures or letters, for example #1d4f73. White text stands on it, so it must be dark.",
    )
    address = models.TextField("postal address", blank=True)
    phone = models.CharField("phone number", max_length=40, blank=True)
    email = models.EmailField("e-mail address", blank=True)
    copyright_holder = models.CharField(
        max_length=150, blank=True, help_text="For the foot of every page. Left empty, it is the name."
    )
    concern_title = models.CharField(
        "title of the concern panel",
        max_length=100,
        blank=True,
        help_text="Stands on every page above the urgent contacts. Left empty: “Worried about a child?”.",
    )
    emergency_sentence = models.CharField(
        max_length=250,
        blank=True,
        help_text="Left empty: “If a child is in immediate danger, call 999.”",
    )
    publications_introduction = models.TextField(
        "introduction of the publications list",
        blank=True,
        help_text="Stands above the list of all reviews. Leave an empty line between paragraphs.",
    )
    minimum_policy = models.CharField(
        "after the minimum listing period",
        max_length=10,
        choices=MinimumPolicy,
        default=MinimumPolicy.KEEP,
        help_text="What happens to reports released from now on when they have been on the site for as long as the "
        "guidance asks. It never changes a report that is already released.",
    )
    request_retention_months = models.PositiveSmallIntegerField(
        "keep requests for (months)",
        default=6,
        help_text="How long the name and address of somebody who asked for a report are kept.",
    )

    data_licence = models.CharField(
        "licence of your open data",
        max_length=150,
        blank=True,
        help_text="What others may do with the list of publications as data, for example “Open Government Licence "
        "v3.0”. Left empty: the data name no licence.",
    )
    data_licence_address = models.URLField(
        "address of that licence", blank=True, help_text="Where its text is. Starts with https://"
    )
    keep_files_from_search = models.BooleanField(
        "keep report files out of search engines",
        default=False,
        help_text="Search engines are asked to list the pages about your reviews, but not the files. A review can "
        "differ from this: see its details.",
    )
    asks_for_ratings = models.BooleanField(
        "ask on every page whether it was useful",
        default=True,
        help_text="What readers answer is in Reports, Page ratings, for you alone.",
    )
    rating_retention_months = models.PositiveSmallIntegerField(
        "keep ratings of pages for (months)",
        default=12,
        help_text="How long what readers said of pages is kept.",
    )
    identifier = stable_identifier()

    select_related: Any = ["logo"]

    panels = [
        MultiFieldPanel(
            [FieldPanel(f) for f in ("name", "short_name", "kind", "area", "strapline")], heading="Who you are"
        ),
        MultiFieldPanel([FieldPanel(f) for f in ("logo", "logo_alt", "brand_colour")], heading="How you look"),
        MultiFieldPanel(
            [FieldPanel(f) for f in ("address", "phone", "email", "copyright_holder")], heading="How to reach you"
        ),
        MultiFieldPanel(
            [FieldPanel(f) for f in ("concern_title", "emergency_sentence", "publications_introduction")],
            heading="Your words",
        ),
        MultiFieldPanel(
            [FieldPanel(f) for f in ("minimum_policy", "request_retention_months")], heading="Your policies"
        ),
        MultiFieldPanel(
            [FieldPanel(f) for f in ("keep_files_from_search", "data_licence", "data_licence_address")],
            heading="Search engines and open data",
        ),
        MultiFieldPanel(
            [FieldPanel(f) for f in ("asks_for_ratings", "rating_retention_months")], heading="What readers say"
        ),
    ]

    class Meta:
        verbose_name = "Board"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(request_retention_months__range=(1, 120)),
                name="requests_kept_1_to_120_months",
                violation_error_message="Requests can be kept for 1 to 120 months.",
            ),
            models.CheckConstraint(
                condition=models.Q(rating_retention_months__range=(1, 36)),
                name="ratings_kept_1_to_36_months",
                violation_error_message="Ratings can be kept for 1 to 36 months.",
            ),
        ]

    @property
    def words(self) -> Words:
        """What a body of this kind is called."""
        return WORDS[Kind(self.kind)]

    @property
    def noun(self) -> str:
        """ "board" or "partnership", for use inside a sentence."""
        return self.words.noun

    @property
    def title(self) -> str:
        """The name, or what such a body is called while it has none."""
        if self.name:
            return self.name
        return f"{self.area} {self.words.full}".strip()

    @property
    def short_title(self) -> str:
        """The short name, or else the name."""
        return self.short_name or self.title

    @property
    def logo_text(self) -> str:
        """What is read out in place of the logo; never empty."""
        return self.logo_alt or self.title

    @property
    def copyright_name(self) -> str:
        """Whose the site's words are."""
        return self.copyright_holder or self.title

    @property
    def concern_heading(self) -> str:
        """The concern panel's title."""
        return self.concern_title or "Worried about a child?"

    @property
    def emergency_words(self) -> str:
        """The 999 sentence."""
        return self.emergency_sentence or "If a child is in immediate danger, call 999."
