"""What readers say of a page: for staff alone, and not for long."""

from datetime import date
from uuid import uuid4

from django.db import models
from django.db.models import Q

from lscb_site.months import months_before

LONGEST_PATH = 500
LONGEST_COMMENT = 500


class Answer(models.TextChoices):
    """Whether the page was useful."""

    YES = "yes", "Useful"
    NO = "no", "Not useful"
    PROBLEM = "problem", "A problem"


class PageRatingQuerySet(models.QuerySet["PageRating"]):
    """Ratings by whether they may still be kept."""

    def kept(self, today: date, months: int) -> "PageRatingQuerySet":
        """Those younger than so many months; nobody is shown others, whether or not they have been erased yet."""
        return self.filter(day__gt=months_before(today, months))

    def of_pages_below(self, path: str) -> "PageRatingQuerySet":
        """Those of a page and of what is below it: they go when its address must be forgotten."""
        return self.filter(path__startswith=path)

    def overdue(self, today: date, months: int) -> "PageRatingQuerySet":
        """The others."""
        return self.filter(day__lte=months_before(today, months))


class PageRating(models.Model):
    """One answer: of which page, on which day. Nothing is kept of who gave it.

    Its number is random: whoever gave it comes back by it to add a comment, and nobody can guess another's.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    path = models.CharField("page", max_length=LONGEST_PATH)
    answer = models.CharField(max_length=10, choices=Answer)
    comment = models.CharField(max_length=LONGEST_COMMENT, blank=True)
    day = models.DateField(db_index=True)

    objects = PageRatingQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "path", "pk"]
        verbose_name = "page rating"
        constraints = [
            models.CheckConstraint(condition=Q(answer__in=Answer.values), name="page_rating_answer_known"),
            models.CheckConstraint(condition=Q(path__startswith="/"), name="page_rating_path_of_this_site"),
        ]

    def __str__(self) -> str:
        return f"rating of {self.day:%Y-%m-%d}"
