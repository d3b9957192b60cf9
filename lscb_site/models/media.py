"""Images and documents of ordinary pages; nobody outside sees one until it is marked (docs/decisions/documents.md)."""

from typing import Any, ClassVar, Self
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Image, ImageQuerySet

from lscb_site import file_types
from lscb_site.members.reader import current
from lscb_site.models.marks import Marked
from lscb_site.storage import document_storage, sha256_of
from lscb_site.virus_scan import refuse_virus

OWN_ADDRESSES = "private_files"  # of the admin, for those who look after files


class BoardImageManager(models.Manager.from_queryset(ImageQuerySet)):  # type: ignore[misc]
    """Brings the sizes along: a page shows many images and must not ask for each."""

    def get_queryset(self) -> Any:
        """All images, each with its sizes."""
        return super().get_queryset().prefetch_related("renditions")


class BoardImage(Marked, AbstractImage):
    """A picture for pages; its description is the default alternative text."""

    objects: ClassVar[Any] = BoardImageManager()

    admin_form_fields = (*Image.admin_form_fields, "is_public")

    @property
    def is_shown(self) -> bool:
        """Whether whoever reads now sees it: it is public, or a member's."""
        reader = current()
        return self.is_public or (reader is not None and reader.may_have(self))

    class Meta(Marked.Meta, AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class BoardRendition(AbstractRendition):
    """An image in one size."""

    image = models.ForeignKey(BoardImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_of_each_size"
            )
        ]

    @property
    def url(self) -> str:
        """Its address: the public one while the image is public, a member's, or the one in the admin."""
        if self.image.is_public:
            return str(self.file.url)
        return reverse("members_image", args=[self.pk]) if self.image.is_shown else own_address("rendition", self.pk)


def stored_as(_document: "BoardDocument", _name: str) -> str:
    """A new name in the store for each upload, so that none replaces or takes along another's file."""
    return uuid4().hex


class BoardDocument(Marked, AbstractDocument):
    """A file for ordinary pages, such as a procedure or a form; reports of reviews are publications instead."""

    file = models.FileField("file", upload_to=stored_as, storage=document_storage)
    file_hash = models.CharField("SHA-256", max_length=64, blank=True, editable=False)
    address_name = models.CharField(
        max_length=120, blank=True, editable=False, help_text="The end of its address, kept when its file is replaced."
    )

    reason = models.TextField(
        "why it may be public all the same",
        max_length=500,
        blank=True,
        help_text="Only asked for if the checks find something that stops it. The public does not see it.",
    )

    admin_form_fields = ("title", "file", "is_public", "reason", "collection", "tags")
    _seen = ""  # the stored file that `file_hash` and `address_name` were made from
    _scanned = ""  # the hash of the content that the virus scanner has seen

    class Meta(Marked.Meta, AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="document_has_a_sha256", condition=models.Q(file_hash__regex=r"^[0-9a-f]{64}$")
            ),
        ]

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        """Remembers which file the row was read with."""
        document: Self = super().from_db(*args, **kwargs)
        document.remember_file()
        return document

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        """Remembers it again."""
        super().refresh_from_db(*args, **kwargs)
        self.remember_file()

    def clean(self) -> None:
        """ValidationError if its file is new and is not what it must be."""
        super().clean()
        self.look_at_file()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves it; ValidationError for a file that a form would refuse."""
        self.look_at_file()
        super().save(*args, **kwargs)
        self.remember_file()

    def remember_file(self) -> None:
        """Note which stored file the row has, if that was read at all."""
        self._seen = "" if "file" in self.get_deferred_fields() else self.file.name or ""

    def has_new_file(self) -> bool:
        """Whether its file is not the stored one."""
        if "file" in self.get_deferred_fields() or not self.file:
            return False
        file: Any = self.file
        return bool(file.name != self._seen or not file._committed)  # noqa: SLF001 - Django has no other word for it

    def look_at_file(self) -> None:
        """Note size, hash and address of a file that is new; ValidationError, beside `file`, if it may not be here."""
        if not self.has_new_file():
            return
        try:
            kind = file_types.recognised(self.file)
            file_types.refuse_other_kind(self.address_name, kind)
            self._set_document_file_metadata()
            file_types.refuse_known(self.file_hash)
            self.scan_once()
        except ValidationError as error:
            raise ValidationError({"file": error}) from error
        self.address_name = self.address_name or file_types.address_name(self.file.name or "", kind)

    def scan_once(self) -> None:
        """ValidationError for a new file with a virus; the scanner is not asked again when the row is saved."""
        if self._scanned != self.file_hash:
            refuse_virus(self.file)
            self._scanned = self.file_hash

    def _set_file_hash(self) -> None:
        with self.open_file() as stored:
            self.file_hash = sha256_of(stored)

    @property
    def filename(self) -> str:
        """What readers save it as: the end of its address."""
        return self.address_name

    @property
    def public_url(self) -> str:
        """Where the public reads it; empty while it is not public."""
        return reverse("wagtaildocs_serve", args=[self.pk, self.filename]) if self.is_public else ""

    @property
    def readable_url(self) -> str:
        """Where whoever reads now can read it: the public address, a member's, or none."""
        reader = current()
        if self.public_url or reader is None or not reader.may_have(self):
            return self.public_url
        return reverse("members_document", args=[self.pk, self.filename])

    @property
    def url(self) -> str:
        """The public address, or while there is none the one in the admin."""
        return self.public_url or own_address("document", self.pk)


def own_address(view: str, pk: int) -> str:
    """Where those who look after files see one that is not public; empty on a server without the admin."""
    try:
        return reverse(f"{OWN_ADDRESSES}:{view}", args=[pk])
    except NoReverseMatch:
        return ""
