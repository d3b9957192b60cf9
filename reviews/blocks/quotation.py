"""Words of others."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks

from reviews.blocks.sources import SourceBlock
from reviews.blocks.texts import GROUP, QUOTED_FEATURES, one_line

FROM_WHERE = "Name the act or other source the words come from, or choose an edition above."


class QuotationBlock(blocks.StructBlock):
    """A quotation with headings, paragraphs and lists, and where it comes from."""

    lead_in = one_line("Words before the quotation", "Such as: The guidance puts it like this:")
    text = blocks.RichTextBlock(
        features=QUOTED_FEATURES,
        label="Quotation",
        help_text="The exact words, with their own headings and lists. No quotation marks are needed.",
    )
    source = SourceBlock(label="Where it comes from")

    class Meta:
        icon = "openquote"
        group = GROUP
        label_format = "{lead_in}"
        template = "reviews/blocks/quotation.html"
        description = "The exact words of guidance, an act or somebody else, with source and page."
        preview_value = {
            "lead_in": "The procedures put it like this:",
            "text": "<p>Everyone who worked with the family is asked what they saw.</p>",
            "source": {"act": "Board procedures", "place": "page 12"},
        }

    def clean(self, value: Any) -> Any:
        """A quotation needs its source."""
        cleaned = super().clean(value)
        if not cleaned["source"].words:
            missing = blocks.StructBlockValidationError(block_errors={"act": ValidationError(FROM_WHERE)})
            raise blocks.StructBlockValidationError(block_errors={"source": missing})
        return cleaned
