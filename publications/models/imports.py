"""Imports that wait for a second person's approval, and what each of their lines is to become.

Nothing of an import is public before it is approved: only an approved batch states dates from before this site,
and only for publications that were never released here (rule R7).
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lscb_site.partial_dates import PartialDateField
from publications.models.decisions import later_person, person, together
from publications.models.files import SHA256
from publications.models.guarded import Guarded, GuardedQuerySet
from publications.terms import AnnouncedState


class Outcome(models.TextChoices):
    """What approval makes of a line."""

    RELEASE = "release", "Published"
    ON_REQUEST = "on_request", "Available on request"
    ANNOUNCE = "announce", "Announced"
    AWAIT_FILE = "await_file", "Waits for its file"


class ImportBatchQuerySet(GuardedQuerySet["ImportBatch"]):
    """Batches by what became of them."""

    def waiting(self) -> "ImportBatchQuerySet":
        """Those that nobody has approved or discarded yet."""
        return self.filter(approved_at=None, discarded_at=None)


ImportBatchManager = models.Manager.from_queryset(ImportBatchQuerySet)


class ImportBatch(Guarded):
    """One spreadsheet read in by one person; dark until another approves it."""

    source_name = models.CharField("spreadsheet", max_length=255)
    sha256 = models.CharField("SHA-256 of the spreadsheet", max_length=64)
    by = person()
    at = models.DateTimeField()
    approved_by = later_person()
    approved_at = models.DateTimeField(null=True, blank=True)
    discarded_by = later_person()
    discarded_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar["ImportBatchManager[ImportBatch]"] = ImportBatchManager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = "import"
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=SHA256), name="import_batch_sha256"),
            together("approved_by", "approved_at", "import_batch_approved_who_and_when"),
            together("discarded_by", "discarded_at", "import_batch_discarded_who_and_when"),
            models.CheckConstraint(condition=~Q(approved_by=F("by")), name="import_batch_approved_by_another"),
            models.CheckConstraint(
                condition=Q(approved_at=None) | Q(discarded_at=None), name="import_batch_approved_or_discarded"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_name} ({self.at:%Y-%m-%d})"

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has approved or discarded it yet."""
        return self.approved_at is None and self.discarded_at is None


class ImportLine(Guarded):
    """One line of the spreadsheet as it was read, and what approval makes of its document.

    Publication and file are empty only where they went after the batch was approved or discarded.
    """

    batch = models.ForeignKey(ImportBatch, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField("line")
    publication = models.ForeignKey(
        "publications.Publication", null=True, on_delete=models.SET_NULL, related_name="import_lines"
    )
    version = models.ForeignKey("publications.FileVersion", null=True, on_delete=models.SET_NULL, related_name="+")
    outcome = models.CharField(max_length=20, choices=Outcome)
    state = models.CharField("announced as", max_length=20, choices=AnnouncedState, blank=True)
    released = PartialDateField("first public on", blank=True)
    source = models.CharField(max_length=300, blank=True)
    reason = models.TextField(blank=True)
    address = models.URLField(blank=True)
    makes_publication = models.BooleanField(default=False)
    makes_review = models.BooleanField(default=False)

    class Meta:
        ordering = ["batch", "number"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="import_line_once_per_batch"),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.ANNOUNCE) ^ Q(state=""), name="import_line_announces_a_state"
            ),
        ]

    def __str__(self) -> str:
        return f"Line {self.number} of {self.batch}"
