"""The admin's forms of documents and images: they mark them public, and look into what is uploaded."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from PIL import Image as PillowImage
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from lscb_site import file_types, logos

AGAIN = "Upload this file again, with a shorter name (at most 255 characters) and into a collection that you may use."
DAMAGED = "This picture is damaged or not complete. Open it in an image program, save it again and upload that."


class MarkingForm(forms.ModelForm):  # type: ignore[type-arg]
    """What both have in common."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.user = kwargs.get("user")
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Binds who and when to the mark; refuses what may not change and a file that no form looked into."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk is None and "file" not in self.fields:
            raise ValidationError(AGAIN, code="again")
        if "is_public" in self.changed_data and "is_public" in cleaned:
            self.change_mark(public=cleaned["is_public"])
        return cleaned

    def change_mark(self, *, public: bool) -> None:
        """Mark it, or take the mark away."""
        if public:
            self.instance.mark(by=self.user, at=timezone.now())
        else:
            self.instance.unmark()


class DocumentForm(MarkingForm, BaseDocumentForm):
    """A document: the model looks at its file; here the old file stays until the row has the new one."""

    def change_mark(self, *, public: bool) -> None:
        """Refuses to make public what another part of the site keeps."""
        super().change_mark(public=public)
        if public and "file" not in self.changed_data and (sentence := file_types.refusal(self.instance.file_hash)):
            self.add_error("is_public", ValidationError(sentence, code="kept_elsewhere"))

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 - Django's signature
        """Save, and only then delete the file that was replaced."""
        replaced = self.original_file if "file" in self.changed_data else None
        self.original_file = None  # Wagtail's own form would delete it before the row is saved
        document = super().save(commit=commit)
        if commit and replaced:
            transaction.on_commit(lambda: replaced.storage.delete(replaced.name))
        return document


class ImageForm(MarkingForm, BaseImageForm):
    """An image: read to its last pixel, so that a damaged one is refused and not found out when a page needs it."""

    def clean_file(self) -> Any:
        """The picture; ValidationError if it can't be read."""
        picture = self.cleaned_data["file"]
        if isinstance(picture, UploadedFile):
            refuse_damaged(picture)
        return picture

    def change_mark(self, *, public: bool) -> None:
        """Refuses to take away what is in use as a logo."""
        used = None if public else logos.use_of(self.instance)
        if used:
            sentence = f"This picture is the logo of “{used}”. Give that another logo, or none, first."
            self.add_error("is_public", ValidationError(sentence, code="logo"))
        else:
            super().change_mark(public=public)


def refuse_damaged(picture: "UploadedFile[Any]") -> None:
    """ValidationError unless every frame can be read; the number of pixels was looked at before."""
    picture.seek(0)
    try:
        with PillowImage.open(picture) as opened:
            for frame in range(getattr(opened, "n_frames", 1)):
                opened.seek(frame)
                opened.load()
    except Exception as error:  # whatever the library stumbles over is a reason not to take the picture
        raise ValidationError(DAMAGED, code="damaged") from error
    finally:
        picture.seek(0)
