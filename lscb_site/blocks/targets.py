"""What links and documents have in common: they lead to exactly one thing."""

from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from lscb_site.members.reader import shown_address

FILE_TYPES = {"pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "zip"}


class Target(blocks.StructValue):
    """Something that leads to a page, a document or an address."""

    @property
    def url(self) -> str:
        """Where it leads; empty if what it led to is gone, or not for whoever reads."""
        if page := self.get("page"):
            return shown_address(page.url or "") if page.live else ""
        if document := self.get("document"):
            return str(document.readable_url)
        return self.get("address") or ""

    @property
    def text(self) -> str:
        """Its title, or that of what it leads to."""
        led_to = self.get("page") or self.get("document")
        return self.get("title") or (led_to.title if led_to else self.url)

    @property
    def file_type(self) -> str:
        """ "PDF", "DOCX" and the like; empty for a web page."""
        document = self.get("document")
        name = document.filename if document else urlsplit(self.url).path
        ending = PurePosixPath(name).suffix.lstrip(".").lower()
        return ending.upper() if document or ending in FILE_TYPES else ""

    @property
    def file_size(self) -> int | None:
        """In bytes; None if it is not ours."""
        document = self.get("document")
        return document.file_size if document else None


class SentencesAboutTargets(blocks.StructBlock):
    """A block of which exactly one of `one_of` must be filled in, and the title if that has none of its own."""

    one_of: tuple[str, str] = ("address", "page")

    def clean(self, value: Any) -> Any:
        """Refuses none or both of the two, and an address without a title, beside the field to change."""
        cleaned = super().clean(value)
        filled = [name for name in self.one_of if cleaned.get(name)]
        labels = [self.child_blocks[name].label.lower() for name in self.one_of]
        if len(filled) != 1:
            message = f"Give either the {labels[0]} or the {labels[1]}, not both and not neither."
            raise StructBlockValidationError(block_errors={self.one_of[0]: ValidationError(message)})
        if filled == ["address"] and not cleaned.get("title"):
            message = "Give the title: an address alone tells readers too little."
            raise StructBlockValidationError(block_errors={"title": ValidationError(message)})
        return cleaned
