"""Texts that become web pages: drafts, their pictures, and the pictures of what was frozen."""

from typing import IO, Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from wagtail.fields import StreamField

from publications import storage
from publications.models.files import SHA256
from publications.models.guarded import Guarded
from publications.web.frozen import MEDIA_TYPES


class DraftField(StreamField):
    """The blocks of a draft, kept out of migrations: a new block is no change of the schema."""

    def __init__(self, **kwargs: Any) -> None:
        from publications.web.blocks import DraftBlock

        kwargs.pop("block_lookup", None)
        kwargs.setdefault("blank", True)
        super().__init__(DraftBlock(), **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """The field without its blocks."""
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs


class WebDraft(models.Model):
    """The text of a publication while people write it. Nobody outside sees it; freezing makes a file version of it."""

    publication = models.OneToOneField("publications.Publication", on_delete=models.CASCADE, related_name="web_draft")
    body = DraftField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.publication}: draft"


class StoredPicture(models.Model):
    """The bytes of a picture in the private store."""

    number = models.PositiveIntegerField()
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveIntegerField(help_text="In bytes.")
    media_type = models.CharField(max_length=20, choices=[(kind, kind) for kind in MEDIA_TYPES])
    width = models.PositiveIntegerField(help_text="In pixels.")
    height = models.PositiveIntegerField(help_text="In pixels.")

    class Meta:
        abstract = True
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=SHA256), name="%(class)s_sha256"),
            models.CheckConstraint(condition=Q(media_type__in=MEDIA_TYPES), name="%(class)s_media_type"),
        ]

    def open(self) -> IO[bytes]:
        """The stored bytes, opened for reading; FileNotFoundError if they are not there."""
        return storage.opened(self.sha256)


class DraftPicture(StoredPicture):
    """A picture of a draft, which figures name by its number."""

    draft = models.ForeignKey(WebDraft, on_delete=models.CASCADE, related_name="pictures")
    alternative = models.TextField(
        "what it shows",
        blank=True,
        help_text="For people who can't see it: what they would miss without it, in a sentence or two. No names.",
    )
    is_decorative = models.BooleanField(
        "it says nothing",
        default=False,
        help_text="Only for a picture that nobody would miss, such as a line between chapters.",
    )

    class Meta(StoredPicture.Meta):
        constraints = [
            *StoredPicture.Meta.constraints,
            models.UniqueConstraint(fields=["draft", "number"], name="draft_picture_number_once"),
        ]

    def __str__(self) -> str:
        return f"Picture {self.number}"

    @property
    def is_described(self) -> bool:
        """Whether readers who can't see it know what it shows, or that it shows nothing."""
        return self.is_decorative or bool(self.alternative.strip())


class FrozenPicture(StoredPicture, Guarded):
    """A picture of a frozen text; like its version it never changes."""

    version = models.ForeignKey("publications.FileVersion", on_delete=models.CASCADE, related_name="pictures")

    class Meta(StoredPicture.Meta):
        constraints = [
            *StoredPicture.Meta.constraints,
            models.UniqueConstraint(fields=["version", "number"], name="frozen_picture_number_once"),
        ]

    def __str__(self) -> str:
        return f"Picture {self.number} ({self.sha256[:12]})"
