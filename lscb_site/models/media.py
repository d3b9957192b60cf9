"""Images and documents as models of our own, so that they can gain fields without being swapped later."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image, ImageQuerySet


class BoardImageManager(models.Manager.from_queryset(ImageQuerySet)):  # type: ignore[misc]
    """Brings the sizes along: a page shows many images and must not ask for each."""

    def get_queryset(self) -> Any:
        """All images, each with its sizes."""
        return super().get_queryset().prefetch_related("renditions")


class BoardImage(AbstractImage):
    """A picture for pages; its description is the default alternative text."""

    objects: ClassVar[Any] = BoardImageManager()

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
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


class BoardDocument(AbstractDocument):
    """A file for ordinary pages, such as a procedure or a form; reports of reviews are publications instead."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
