"""The immutable files of publications."""

from typing import IO

from django.conf import settings
from django.db import models
from django.db.models import Q

from publications import storage
from publications.models.guarded import Guarded

SHA256 = r"^[0-9a-f]{64}$"


class FileVersion(Guarded):
    """One uploaded file of a publication, known by its SHA-256. It never changes; a correction is another one."""

    publication = models.ForeignKey("publications.Publication", on_delete=models.CASCADE, related_name="versions")
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    original_name = models.CharField(max_length=255, blank=True, help_text="What the uploaded file was called.")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        ordering = ["uploaded_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=SHA256), name="file_version_sha256"),
            models.CheckConstraint(condition=Q(size__gt=0), name="file_version_not_empty"),
            models.UniqueConstraint(
                fields=["publication", "sha256"],
                name="file_version_once_per_publication",
                violation_error_message="This very file is there already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.original_name or self.sha256[:12]} ({self.uploaded_at:%Y-%m-%d})"

    @property
    def is_destroyed(self) -> bool:
        """Whether two people destroyed its bytes."""
        asked = getattr(self, "destruction", None)
        return bool(asked and asked.confirmed_at)

    def open(self) -> IO[bytes]:
        """The stored bytes, opened for reading; FileNotFoundError if they are not there."""
        return storage.opened(self.sha256)
