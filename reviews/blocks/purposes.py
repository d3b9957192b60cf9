"""What a review is for."""

from wagtail import blocks

from reviews.blocks.sources import SourceBlock
from reviews.blocks.texts import GROUP, SectionBlock, SuggestedTextBlock, several, text

LEAD_INS = ("The purpose of a review is to:", "A review aims to:", "A review helps agencies to:")
CAVEAT_LEAD_INS = ("A review is not:", "A review does not:", "It is not the purpose of a review to:")


class PurposesBlock(SectionBlock):
    """Purposes, and what a review is not."""

    introduction = text("Introduction")
    lead_in = SuggestedTextBlock(
        LEAD_INS,
        required=False,
        max_length=255,
        label="Words before the purposes",
        help_text="Type your own words or take a suggestion.",
    )
    purposes = blocks.ListBlock(blocks.TextBlock(label="Purpose", rows=2), label="Purposes")
    caveat_lead_in = SuggestedTextBlock(
        CAVEAT_LEAD_INS,
        required=False,
        max_length=255,
        label="Words before what a review is not",
        help_text="Type your own words or take a suggestion. Left out if nothing is listed below.",
    )
    caveats = several(
        blocks.TextBlock(label="Caveat", rows=2),
        "What a review is not",
        "Such as an inquiry into who is to blame.",
    )
    source = SourceBlock(required=False, label="Source")

    class Meta:
        icon = "crosshairs"
        group = GROUP
        label = "Purpose"
        label_format = "{heading}"
        template = "reviews/blocks/purposes.html"
        description = "What a review is for, as a list, and what it is not."
        preview_value = {
            "heading": "What a review is for",
            "lead_in": LEAD_INS[0],
            "purposes": ["learn how agencies worked together", "make it less likely to happen again"],
            "caveat_lead_in": CAVEAT_LEAD_INS[0],
            "caveats": ["an inquiry into who is to blame"],
        }
