"""What makes a file of the site public: a mark that says since when, by whom and what for."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q


class MarkedFor(models.TextChoices):
    """Why a file is public."""

    CHOICE = "choice", "somebody chose it"
    LOGO = "logo", "it is the logo of the board or of a partner"


class Marked(models.Model):
    """A file that nobody outside sees until it is marked, and that is dark again as soon as the mark goes.

    The mark is one fact of three columns, bound by a CHECK: who (nobody in particular for a logo, which is made public
    by its use), when and what for.
    """

    is_public = models.BooleanField(
        "public",
        default=False,
        help_text="Tick this to let everybody see it. Until then it answers nobody outside, whatever page it is on; "
        "without the tick it is gone again at once.",
    )
    marked_for = models.CharField(max_length=10, choices=MarkedFor, blank=True, editable=False)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    marked_by.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    marked_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_mark_is_whole",
                condition=(
                    Q(is_public=False, marked_for="", marked_by=None, marked_at=None)
                    | Q(is_public=True, marked_for=MarkedFor.CHOICE, marked_by__isnull=False, marked_at__isnull=False)
                    | Q(is_public=True, marked_for=MarkedFor.LOGO, marked_by=None, marked_at__isnull=False)
                ),
            )
        ]

    def mark(self, *, by: Any, at: datetime) -> None:
        """Make it public, as of `at`; saved with the rest of the row."""
        self.is_public, self.marked_for, self.marked_by, self.marked_at = True, MarkedFor.CHOICE, by, at

    def unmark(self) -> None:
        """Take it from the public; saved with the rest of the row."""
        self.is_public, self.marked_for, self.marked_by, self.marked_at = False, "", None, None
