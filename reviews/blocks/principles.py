"""The principles that reviews keep to."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks

from reviews.blocks.sources import SourceBlock
from reviews.blocks.texts import GROUP, SectionBlock, one_line, text

QUOTED_FROM_WHERE = "These are quoted words: name the act or other source they come from, or choose an edition above."


class PrincipleBlock(blocks.StructBlock):
    """One principle, in the board's words or quoted."""

    title = one_line("Name", "A few words, such as Families take part. May be empty.")
    text = blocks.TextBlock(label="Principle", rows=3)
    quoted = blocks.BooleanBlock(
        required=False,
        label="These are the source's own words",
        help_text="Shows the principle as a quotation. Then name the source, with the page.",
    )
    source = SourceBlock(required=False, label="Source")

    class Meta:
        icon = "pick"
        label = "Principle"
        label_format = "{title} {text}"

    def clean(self, value: Any) -> Any:
        """A quotation needs its source."""
        cleaned = super().clean(value)
        if cleaned["quoted"] and not cleaned["source"].words:
            missing = blocks.StructBlockValidationError(block_errors={"act": ValidationError(QUOTED_FROM_WHERE)})
            raise blocks.StructBlockValidationError(block_errors={"source": missing})
        return cleaned


class PrinciplesBlock(SectionBlock):
    """An introduction and principles."""

    introduction = text("Introduction")
    principles = blocks.ListBlock(PrincipleBlock(), label="Principles")
    source = SourceBlock(required=False, label="Source of all of them")

    class Meta:
        icon = "list-ol"
        group = GROUP
        label = "Principles"
        label_format = "{heading}"
        template = "reviews/blocks/principles.html"
        description = "The principles reviews keep to, in your words or quoted with source and page."
        preview_value = {
            "heading": "The principles we keep to",
            "principles": [
                {"title": "Learning first", "text": "A review looks for what can be done better."},
                {"title": "Families take part", "text": "They are asked early, and told what came of it."},
            ],
        }
