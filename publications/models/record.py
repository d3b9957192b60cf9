"""The append-only record of every decision (rule R12)."""

from django.db import connection, models

from publications.models.guarded import Guarded

LOCK = 7_340_212  # of the record, for PostgreSQL's advisory locks


def hold_for_writing() -> None:
    """Until this transaction ends, no digest is made: one made meanwhile would miss the row being written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [LOCK])


def hold_for_digest() -> None:
    """Wait until nobody is writing, and let nobody begin until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


class Event(models.TextChoices):
    """What the record tells of."""

    UPLOAD = "upload", "File uploaded"
    CLEAN = "clean", "Clean copy made"
    TEXT = "text", "Text of scanned pages given"
    CHECK = "check", "Checked"
    OVERRULING = "overruling", "Finding overruled"
    RETURN = "return", "Sent back to the uploader"
    ANNOUNCEMENT = "announcement", "Announced"
    SIGN_OFF = "sign_off", "Signed off"
    RELEASE = "release", "Release"
    UNSCHEDULE = "unschedule", "Release cancelled"
    SUSPENSION = "suspension", "Suspended"
    CONFIRMATION = "confirmation", "Withdrawn"
    LIFTING = "lifting", "Suspension lifted"
    REINSTATEMENT_ASKED = "reinstatement_asked", "Reinstatement asked for"
    REINSTATEMENT = "reinstatement", "Reinstated"
    CORRECTION = "correction", "Correction"
    MOVE = "move", "Moved to on request"
    DECISION = "decision", "Listing policy changed"
    FIRST_PUBLIC = "first_public", "Earlier first-public date set"
    SLUG = "slug", "Address changed"
    SLUG_ERASED = "slug_erased", "Former address erased"
    NO_TRACE = "no_trace", "No trace"
    DISCARD = "discard", "Draft discarded"
    DESTRUCTION_ASKED = "destruction_asked", "Destruction asked for"
    DESTRUCTION = "destruction", "File destroyed"
    IMPORT = "import", "Imported"
    IMPORT_APPROVAL = "import_approval", "Import approved"
    SEARCH_ENGINES = "search_engines", "Search engines"
    FINDINGS_SHOWN = "findings_shown", "Findings and actions shown to the public"
    FINDINGS_HIDDEN = "findings_hidden", "Findings and actions no longer shown"


def event_choices() -> list[tuple[str, str]]:
    """Called by migrations too, so that a new event needs none."""
    return Event.choices


class RecordEntry(Guarded):
    """One decision: ids, codes, instants and hashes only. No name, label, title, reason or sentence is in it.

    It refers by plain numbers, so that it outlives whatever it tells of.
    """

    database_denies = ("UPDATE", "DELETE")

    event = models.CharField(max_length=30, choices=event_choices)
    at = models.DateTimeField()
    by_id = models.BigIntegerField("user number", null=True)
    review_id = models.BigIntegerField("review number", null=True, db_index=True)
    publication_id = models.BigIntegerField("publication number", null=True, db_index=True)
    version_id = models.BigIntegerField("file version number", null=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    data = models.JSONField(default=dict, help_text="Further codes and instants.")

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "record entries"

    def __str__(self) -> str:
        return f"{self.get_event_display()} ({self.at:%Y-%m-%d %H:%M})"


class RecordDigest(Guarded):
    """A link of the chain over the record: the hash of the entries since the last link, and of that link."""

    database_denies = ("UPDATE", "DELETE")

    through = models.BigIntegerField("last entry", unique=True)
    sha256 = models.CharField("SHA-256", max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ["through"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.through} {self.sha256}"
