"""Drafts of texts and their pictures: nobody outside sees them."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.db.models import Max

from publications import clock, storage
from publications.checks import sandbox
from publications.errors import Refused
from publications.models import DraftPicture, Publication, WebDraft

MOST_PICTURE_BYTES = 25_000_000
UNUSABLE = "This picture can't be read. Save it as PNG or JPEG in another program, and try again."


def draft_of(publication: Publication, *, by: Any) -> WebDraft:
    """The draft of a publication that is a web page; an empty one if nobody has begun it."""
    draft, _is_new = WebDraft.objects.get_or_create(
        publication=publication, defaults={"changed_by": by, "changed_at": clock.now()}
    )
    return draft


def cleaned_picture(file: "File[Any]") -> Mapping[str, Any]:
    """The picture as PNG or JPEG with nothing in it but what one sees: `content`, `media_type`, `width`, `height`.

    It is read in a process of its own. Refused if it can't be read, or is too large.
    """
    if (file.size or 0) > MOST_PICTURE_BYTES:
        raise Refused("too_large", "This picture is larger than 25 MB. Save it smaller, and try again.")
    with NamedTemporaryFile(prefix="lscb-picture-") as copy:
        for chunk in file.chunks():
            copy.write(chunk)
        copy.flush()
        try:
            found: Mapping[str, Any] | None = sandbox.run("clean_picture", Path(copy.name))
        except sandbox.Failed as failed:
            raise Refused("unusable", UNUSABLE) from failed
    if found is None:
        raise Refused("unusable", UNUSABLE)
    return found


def add_picture(
    draft: WebDraft, picture: Mapping[str, Any], *, alternative: str = "", is_decorative: bool = False
) -> DraftPicture:
    """Add a cleaned picture under the next number."""
    file = ContentFile(picture["content"])
    measured = storage.Measured(file)
    with transaction.atomic():
        Publication.objects.select_for_update().get(pk=draft.publication_id)
        storage.keep(file, measured)
        last = draft.pictures.aggregate(last=Max("number"))["last"] or 0
        return DraftPicture.objects.create(
            draft=draft,
            number=last + 1,
            sha256=measured.sha256,
            size=measured.size,
            media_type=picture["media_type"],
            width=picture["width"],
            height=picture["height"],
            alternative=alternative,
            is_decorative=is_decorative,
        )


def remove_picture(picture: DraftPicture) -> None:
    """Take a picture out of its draft; its bytes go too, unless a frozen text needs them."""
    from publications.actions.files import forget_bytes_on_commit

    with transaction.atomic():
        Publication.objects.select_for_update().get(pk=picture.draft.publication_id)
        picture.delete()
        forget_bytes_on_commit(picture.sha256)
