"""A case reviewed."""

from collections.abc import Collection
from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.text import slugify

from lscb_site.identifiers import stable_identifier
from lscb_site.partial_dates import PartialDateField
from publications.models.guarded import Guarded, GuardedQuerySet
from publications.terms import ReviewType

RESERVED_SLUGS = {"request"}


class SearchEngines(models.TextChoices):
    """What search engines are told of a review's files; its record page is for all of them."""

    BOARD = "board", "As the board does by default"
    OPEN = "open", "May list the files"
    KEEP_OUT = "keep_out", "Are asked to leave the files out"


class ReviewQuerySet(GuardedQuerySet["Review"]):
    """Reviews by who may know of them."""

    def known_at(self, instant: datetime, among: Collection[int] | None = None) -> "ReviewQuerySet":
        """Those with a public record page at `instant`: something of theirs was released or announced by then.

        Those that must leave no trace have none. It asks for facts that never go away, so a review that was public
        once stays (rule R1). `among`: only of these numbers, so that the database looks at no other's facts.
        """
        from publications.models import Announcement, ListingDecision, Release

        of_review = Q(publication__review=OuterRef("pk"), at__lte=instant)
        reviews = self.filter(no_trace=False)
        if among is not None:
            of_review, reviews = of_review & Q(publication__review__in=among), reviews.filter(pk__in=among)
        return reviews.filter(
            Exists(Release.objects.filter(of_review, cancelled_at=None))
            | Exists(Announcement.objects.filter(of_review))
            | Exists(ListingDecision.objects.filter(of_review, moves_now=True))
        )


ReviewManager = models.Manager.from_queryset(ReviewQuerySet)


class Review(Guarded):
    """One case reviewed. The label hides who it is about; the record page is permanent (rule R1)."""

    label = models.CharField(
        max_length=120,
        help_text="The name by which the public knows the review, such as “Child G”. Never a real name.",
    )
    slug = models.SlugField(
        max_length=120,
        unique=True,
        help_text="The last part of the address of its record page. It stays the same for ever once it was public.",
        error_messages={"unique": "Another review has this address. Choose a different one."},
    )
    published_by = models.CharField(
        "published by",
        max_length=200,
        blank=True,
        help_text="The body that published it, if that is not this board. Empty: this board.",
    )
    review_type = models.CharField("type of review", max_length=30, choices=ReviewType, default=ReviewType.LCSPR)
    guidance = models.ForeignKey(
        "reviews.StatutoryGuidance",
        verbose_name="done under",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The edition of statutory guidance in force. It also says how long reports stay on the public list.",
    )
    summary = models.TextField(
        blank=True,
        help_text="A paragraph or two for the public: what the review is about and what was learned. No names.",
    )
    commissioned_on = PartialDateField("commissioned", blank=True)
    completed_on = PartialDateField("completed", blank=True)
    topics = models.ManyToManyField("lscb_site.Topic", blank=True, related_name="reviews")
    no_trace = models.BooleanField(
        "leave no trace",
        default=False,
        help_text="For a review published anonymously by a national collection: nothing here may point to it.",
    )

    search_engines = models.CharField(
        max_length=10,
        choices=SearchEngines,
        default=SearchEngines.BOARD,
        help_text="The files stay on this site for everybody; only search engines are asked to leave them out.",
    )
    identifier = stable_identifier()
    shows_findings = models.BooleanField(
        "findings and actions are shown to the public",
        default=False,
        help_text="While its record page may show details.",
    )

    objects: ClassVar["ReviewManager[Review]"] = ReviewManager()

    class Meta:
        ordering = ["label", "published_by"]
        constraints = [
            models.UniqueConstraint(
                fields=["label", "published_by"],
                name="review_label_unique_per_body",
                violation_error_message="There is a review with this label by this body already.",
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=RESERVED_SLUGS),
                name="review_slug_not_reserved",
                violation_error_message="This address is used by the site itself. Choose a different one.",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: object, **kwargs: object) -> None:
        """Save it; an empty slug is made from the label."""
        self.slug = self.slug or free_slug(self)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """The record page."""
        return reverse("publications:record", args=[self.slug])

    @property
    def is_own(self) -> bool:
        """Whether this board published it: only then do the board's duties apply."""
        return not self.published_by


def free_slug(review: Review) -> str:
    """A slug from the label that no other review has or ever had."""
    stem = slugify(review.label)[:100] or "review"
    slug, number = stem, 1
    while slug in RESERVED_SLUGS or slug_taken(slug, by_other_than=review):
        number += 1
        slug = f"{stem}-{number}"
    return slug


def slug_taken(slug: str, *, by_other_than: Review) -> bool:
    """Whether another review has this slug or had it once, or an erased one was the same."""
    return (
        Review.objects.filter(slug=slug).exclude(pk=by_other_than.pk).exists()
        or FormerSlug.objects.filter(slug=slug).exclude(review_id=by_other_than.pk).exists()
        or FormerSlug.objects.filter(keyed_hash=keyed_hash(slug)).exists()
    )


def keyed_hash(slug: str) -> str:
    """What is kept of an erased slug: it can be recognised, but not read, without this site's secret key."""
    return salted_hmac("publications.FormerSlug", slug, algorithm="sha256").hexdigest()


class FormerSlug(Guarded):
    """A slug that a review had: it redirects for ever and nobody else can take it (rule R1).

    An identifying slug is erased: `slug` is None then, and `keyed_hash` keeps it from being used again.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="former_slugs")
    slug = models.SlugField(max_length=120, unique=True, null=True)
    keyed_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(slug__isnull=False) | ~Q(keyed_hash=""),
                name="former_slug_or_its_hash",
            )
        ]

    def __str__(self) -> str:
        return self.slug or "erased"
