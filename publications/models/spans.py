"""What the public may know over time: derived from the facts, and written by the database alone.

Triggers work it out anew in the transaction that changes a fact (publications/migrations/sql/0006_timeline.sql), and
the application's role can't write here. The ledger stays the judge of every file and record that is shown.
"""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField, DateTimeRangeField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q, QuerySet

from publications.listing import SERVED, State

DENIED = ("INSERT", "UPDATE", "DELETE")
NEUTRAL = (State.SUSPENDED, State.WITHDRAWN)


def derived_from(model: str, **options: Any) -> "models.ForeignKey[Any, Any]":
    """A link that asks nothing of what it leads to: the trigger that sees it go takes the row along."""
    return models.ForeignKey(
        model, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+", **options
    )


class DocumentSpanQuerySet(QuerySet["DocumentSpan"]):
    """Documents by what may be known of them at an instant."""

    def at(self, instant: datetime) -> "DocumentSpanQuerySet":
        """Each publication's one row of that instant."""
        return self.filter(during__contains=instant)

    def told(self) -> "DocumentSpanQuerySet":
        """Those of which more than the kind may be said."""
        return self.filter(shown__isnull=False).exclude(shown__in=NEUTRAL)

    def served(self) -> "DocumentSpanQuerySet":
        """Those whose file answers."""
        return self.filter(shown__in=sorted(SERVED))


DocumentSpanManager = models.Manager.from_queryset(DocumentSpanQuerySet)


class DocumentSpan(models.Model):
    """A time in which a publication's state stays the same, from its first instant until just before its last."""

    database_denies = DENIED

    publication = derived_from("publications.Publication")
    review = derived_from("publications.Review")
    kind = models.CharField(max_length=30)
    during = DateTimeRangeField()
    state = models.CharField(max_length=20)
    shown = models.CharField(max_length=20, null=True)
    """The state that the public is told; None where it is told nothing."""
    version = derived_from("publications.FileVersion", null=True)
    """The file that is served."""
    day = models.DateField(null=True)
    """The day by which it is sorted: first public, at the latest, or announced."""

    objects: ClassVar["DocumentSpanManager[DocumentSpan]"] = DocumentSpanManager()

    class Meta:
        indexes = [
            models.Index(fields=["publication"], name="document_span_publication"),
            models.Index(fields=["review"], name="document_span_review"),
            models.Index(fields=["version"], name="document_span_version", condition=Q(version__isnull=False)),
            models.Index(
                F("day").desc(), F("publication").desc(), name="document_span_newest",
                condition=Q(shown__in=sorted(SERVED)),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"publication {self.publication_id}: {self.state}"


class ReviewSpanQuerySet(QuerySet["ReviewSpan"]):
    """Reviews by what may be known of them at an instant."""

    def at(self, instant: datetime) -> "ReviewSpanQuerySet":
        """The row of that instant of each review that has a record page then."""
        return self.filter(during__contains=instant)

    def told(self) -> "ReviewSpanQuerySet":
        """Those that may be told from any other."""
        return self.filter(is_neutral=False)


ReviewSpanManager = models.Manager.from_queryset(ReviewSpanQuerySet)


class ReviewSpan(models.Model):
    """A time in which what may be known of a review stays the same; there is none while nothing may be."""

    database_denies = DENIED

    review = derived_from("publications.Review")
    during = DateTimeRangeField()
    is_neutral = models.BooleanField()
    is_own = models.BooleanField()
    day = models.DateField(null=True)
    """The day of its latest document."""
    sort_label = models.TextField()
    review_type = models.CharField(max_length=30)
    guidance = derived_from("reviews.StatutoryGuidance", null=True)
    documents = models.TextField()
    """A line for each different document that is told of, in order: its kind, `shown` and the year of its `day`."""
    topics = ArrayField(models.BigIntegerField())
    """Their numbers; none of a neutral one."""
    record = SearchVectorField()
    """Its words: label and titles (A), other facts (B), findings and summary (C); the very words marked with "="."""

    objects: ClassVar["ReviewSpanManager[ReviewSpan]"] = ReviewSpanManager()

    class Meta:
        indexes = [
            models.Index(fields=["review"], name="review_span_review"),
            models.Index(
                F("is_own").desc(), "is_neutral", F("day").desc(nulls_last=True), "sort_label", "review",
                name="review_span_newest",
            ),
            models.Index(F("is_own").desc(), "is_neutral", "sort_label", "review", name="review_span_label"),
            GinIndex(fields=["record"], name="review_span_record", fastupdate=False),
            GinIndex(fields=["topics"], name="review_span_topics", fastupdate=False),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"review {self.review_id}"
