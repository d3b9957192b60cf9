"""The admin's forms of documents and images: they mark them public, and look into what is uploaded."""

import struct
import zlib
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from PIL import Image as PillowImage
from PIL import UnidentifiedImageError
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from lscb_site import document_checks, file_types, logos
from lscb_site.virus_scan import refuse_virus

AGAIN = "Upload this file again, with a shorter name (at most 255 characters) and into a collection that you may use."
FORMATS = ("GIF", "JPEG", "PNG", "WEBP")
MEGAPIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
TOO_LARGE = (
    f"This picture has too many pixels. Make it smaller in an image program, to {MEGAPIXELS} million at most: no"
    " screen shows more."
)
DAMAGED = "This picture is damaged or not complete. Open it in an image program, save it again and upload that."


FOUND = (
    "The checks found what follows. Mend the document and upload it again; or take the tick “public” away; or say here"
    " why it may be public all the same."
)
CHOOSE_AGAIN = "Browsers forget a chosen file: choose it again, too."
FOR_MEMBERS = "Its collection is for members, so it can't be public. Take this tick away, or choose another collection."


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
        collection = cleaned.get("collection")
        if self.instance.is_public and collection and collection.get_view_restrictions().exists():
            self.add_error("is_public", ValidationError(FOR_MEMBERS, code="for_members"))
        return cleaned

    def full_clean(self) -> None:
        """Where something is wrong the stored file stands: the screen would say that the chosen one is missing."""
        super().full_clean()
        if self.errors and self.instance.pk and "file" in self.changed_data:
            self.instance.file = self.original_file  # type: ignore[attr-defined]  # set by both of Wagtail's forms

    def change_mark(self, *, public: bool) -> None:
        """Mark it, or take the mark away."""
        if public:
            self.instance.mark(by=self.user, at=timezone.now())
        else:
            self.instance.unmark()


class DocumentForm(MarkingForm, BaseDocumentForm):
    """A document: the model looks at its file; here the old file stays until the row has the new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asked := self.fields.get("reason"):
            asked.widget.attrs["rows"] = 3
        if self.instance.pk and "is_public" in self.fields:
            self.fields["is_public"].help_text = marking_help(self.fields["is_public"].help_text, self.instance)

    def _post_clean(self) -> None:
        """Looks into a file that is to be public once everything else is right: that takes longest."""
        super()._post_clean()  # type: ignore[misc]  # Django's, which its stubs leave out
        document = self.instance
        if not document.is_public:
            document.reason = ""
        elif not self.errors and {"is_public", "file", "reason"} & {*self.changed_data}:
            self.refuse_unless_looked_into(document)

    def refuse_unless_looked_into(self, document: Any) -> None:
        """What the checks find that would stop a report needs a reason here."""
        try:
            stopping = document_checks.stopping(document)
        except ValidationError as refused:
            self.add_error("is_public", refused)
            return
        if stopping:
            again = [CHOOSE_AGAIN] if "file" in self.changed_data else []
            self.add_error("reason", ValidationError(as_lines(FOUND, *stopping, *again), code="found"))

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


def as_lines(first: str, *others: str) -> str:
    """Sentences as one error of the admin, which would put a list of errors into one paragraph."""
    lines = format_html_join("", '<span class="w-block w-mt-4 w-font-normal">{}</span>', ([each] for each in others))
    return format_html("{}{}", first, lines)


def marking_help(usual: object, document: Any) -> str:
    """The help of the tick, with what the checks found in the stored file, if they have seen it."""
    seen = document_checks.known(document)
    if seen is None:
        return format_html("{} The file is looked into first, as reports are; that can take a minute.", usual)
    found = [*seen.stopping, *seen.others]
    if not found:
        return format_html("{}<br>The checks found nothing in this file.", usual)
    points = format_html_join("", "<li>{}</li>", ([each] for each in found))
    return format_html("{}<br>The checks found this in the file:<ul>{}</ul>", usual, points)


class ImageForm(MarkingForm, BaseImageForm):
    """An image: read to its last pixel, so that a damaged one is refused and not found out when a page needs it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if given := self.fields.get("file"):
            self.fields["file"] = PictureField(label=given.label, required=given.required, widget=given.widget)

    def change_mark(self, *, public: bool) -> None:
        """Refuses to take away what is in use as a logo."""
        used = None if public else logos.use_of(self.instance)
        if used:
            sentence = f"This picture is the logo of “{used}”. Give that another logo, or none, first."
            self.add_error("is_public", ValidationError(sentence, code="logo"))
        else:
            super().change_mark(public=public)


class PictureField(WagtailImageField):
    """Wagtail's field takes the picture apart before it counts the pixels, and stumbles over a damaged one."""

    def to_python(self, data: Any) -> Any:
        """The picture; ValidationError if it is too large, can't be read or has a virus."""
        if data:
            refuse_bad_picture(data, most_pixels=self.max_image_pixels)
            refuse_virus(data)
        return super().to_python(data)


def refuse_bad_picture(data: Any, *, most_pixels: int) -> None:
    """ValidationError unless every frame can be read; what is no picture at all is left to the field."""
    data.seek(0)
    try:
        with PillowImage.open(data, formats=FORMATS) as picture:
            look_at_frames(picture, most_pixels)
    except UnidentifiedImageError:
        return
    except (PillowImage.DecompressionBombError, PillowImage.DecompressionBombWarning) as error:
        raise ValidationError(TOO_LARGE, code="pixels") from error
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error, zlib.error) as error:
        raise ValidationError(DAMAGED, code="damaged") from error
    finally:
        data.seek(0)


def look_at_frames(picture: PillowImage.Image, most_pixels: int) -> None:
    """Read each, once it is known that there are not too many."""
    frames = getattr(picture, "n_frames", 1)
    if picture.width * picture.height * frames > most_pixels:
        raise PillowImage.DecompressionBombError
    for frame in range(frames):
        picture.seek(frame)
        picture.load()
