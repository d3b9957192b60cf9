"""One document of a review."""

from datetime import date, datetime
from typing import ClassVar

from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.text import slugify

from lscb_site.identifiers import stable_identifier
from lscb_site.partial_dates import PartialDateField
from publications import clock, listing
from publications.listing import State
from publications.models.decisions import Release
from publications.models.files import FileVersion
from publications.models.guarded import Guarded, GuardedQuerySet
from publications.terms import DocumentKind, Medium


class PublicationQuerySet(GuardedQuerySet["Publication"]):
    """Publications with what their state follows from."""

    def with_facts(self) -> "PublicationQuerySet":
        """Fetched with every fact that `state_at` reads, in a fixed number of queries."""
        return self.select_related("review").prefetch_related(
            Prefetch(
                "releases",
                Release.objects.filter(cancelled_at=None).select_related("version"),
                "standing_releases",
            ),
            "decisions",
            "announcements",
            "suspensions",
            "review__suspensions",
        )


PublicationManager = models.Manager.from_queryset(PublicationQuerySet)


class Publication(Guarded):
    """One document of a review, with its own address, release, clock and state."""

    review = models.ForeignKey("publications.Review", on_delete=models.CASCADE, related_name="publications")
    kind = models.CharField(max_length=30, choices=DocumentKind, default=DocumentKind.OVERVIEW_REPORT)
    medium = models.CharField(
        "what readers get",
        max_length=3,
        choices=Medium,
        default=Medium.PDF,
        help_text="It can't be changed later: the same document in another form is a publication of its own.",
    )
    title = models.CharField(
        max_length=200,
        blank=True,
        help_text="Empty: the kind of document. Never a real name.",
    )
    slug = models.SlugField(
        max_length=120,
        blank=True,
        help_text="The name of the file in its address, without “.pdf”. Empty: made from the kind of document.",
    )
    first_public = PartialDateField(
        "first public on",
        blank=True,
        help_text="Only if it was public before it came to this site. It can't be changed after its release here.",
    )
    first_public_source = models.CharField(
        "how we know",
        max_length=300,
        blank=True,
        help_text="Where this date comes from, such as the board's minutes.",
    )

    identifier = stable_identifier()

    objects: ClassVar["PublicationManager[Publication]"] = PublicationManager()

    class Meta:
        ordering = ["review", "kind", "slug"]
        permissions = [
            (
                "manage_publication",
                "Can upload, announce, schedule, release and correct publications",
            ),
            (
                "approve_publication",
                "Can sign off files for release as the second person",
            ),
            (
                "suspend_publication",
                "Can take a publication or review dark, confirm or lift a suspension",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "slug", "medium"],
                name="publication_slug_once_per_review",
                violation_error_message="Another document of this review has this name. Choose a different one.",
            ),
            models.CheckConstraint(
                condition=~Q(slug="request"),
                name="publication_slug_not_reserved",
                violation_error_message="This name is used by the site itself. Choose a different one.",
            ),
            models.CheckConstraint(
                condition=Q(first_public="") | ~Q(first_public_source=""),
                name="publication_first_public_has_source",
                violation_error_message="Say how you know when it was first public.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.review.label}: {self.name}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Save it; an empty slug is made from its kind."""
        self.slug = self.slug or self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        taken = set(Publication.objects.filter(review=self.review).exclude(pk=self.pk).values_list("slug", flat=True))
        stem = slugify(self.get_kind_display())
        slug, number = stem, 1
        while slug in taken:
            number += 1
            slug = f"{stem}-{number}"
        return slug

    def get_absolute_url(self) -> str:
        """The stable address of its file or page."""
        return reverse(f"publications:{'page' if self.is_web else 'file'}", args=[self.review.slug, self.slug])

    @property
    def is_web(self) -> bool:
        """Whether readers get a page of this site instead of a file."""
        return self.medium == Medium.WEB

    def all_forms(self) -> "PublicationQuerySet":
        """The same document in every medium, this one included: of one review, with one name in their addresses."""
        return Publication.objects.with_facts().filter(review=self.review_id, slug=self.slug)

    @property
    def other_form(self) -> "Publication | None":
        """The same document in the other medium."""
        return self.all_forms().exclude(medium=self.medium).first()

    @property
    def name(self) -> str:
        """Its title, or else its kind."""
        return self.title or self.get_kind_display()

    @property
    def facts(self) -> listing.Facts:
        """All that its state follows from."""
        pauses = [*self.suspensions.all(), *self.review.suspensions.all()]
        return listing.Facts(
            releases=[release.fact for release in self._releases],
            pauses=[suspension.fact for suspension in pauses],
            announcements=[announcement.fact for announcement in self.announcements.all()],
            decisions=[decision.fact for decision in self.decisions.all()],
        )

    @property
    def _releases(self) -> list[Release]:
        if "standing_releases" in self.__dict__:
            fetched: list[Release] = self.__dict__["standing_releases"]
            return fetched
        return list(self.releases.filter(cancelled_at=None).select_related("version"))

    def state_at(self, instant: datetime) -> State:
        """Its state at `instant` (rule R6)."""
        return listing.state_at(self.facts, instant)

    def is_public_at(self, instant: datetime) -> bool:
        """Whether its file is served at `instant`."""
        return self.state_at(instant).serves_file

    def protected_through_at(self, instant: datetime) -> date | None:
        """The last protected day as known at `instant`; None before the first release."""
        return listing.protected_day(self.facts, instant)

    def version_at(self, instant: datetime) -> FileVersion | None:
        """The version that stands at `instant`: that of the last release so far (rule R11)."""
        so_far = [release.version for release in self._releases if release.at <= instant]
        return so_far[-1] if so_far else None

    @property
    def state(self) -> State:
        """Its state now."""
        return self.state_at(clock.now())

    @property
    def protected_through(self) -> date | None:
        """The last protected day as known now."""
        return self.protected_through_at(clock.now())
