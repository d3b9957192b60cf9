"""Logos are public by their use: who saves a board or a partner with one has shown it to everybody."""

from typing import Any

from django.utils import timezone

from lscb_site.models import BoardImage, BoardSettings, Partner
from lscb_site.models.marks import MarkedFor

OWNERS = (BoardSettings, Partner)


def mark_logo(instance: Any, **_kwargs: Any) -> None:
    """After a board or partner was saved: its logo is public, unless it was already."""
    if instance.logo_id:
        BoardImage.objects.filter(pk=instance.logo_id, is_public=False).update(
            is_public=True, marked_for=MarkedFor.LOGO, marked_at=timezone.now()
        )


def use_of(image: BoardImage) -> Any:
    """The board or partner whose logo an image is; None if it is nobody's."""
    return next(filter(None, (owner.objects.filter(logo=image).first() for owner in OWNERS)), None)
