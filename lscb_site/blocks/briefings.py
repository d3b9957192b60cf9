"""The boxes of a briefing: seven to begin with, which editors rename, reorder, add to and take away."""

from typing import Any

from wagtail import blocks

from lscb_site.blocks.streams import WholeStreamBlock

SEVEN = (
    "Background",
    "Why it matters",
    "What happened",
    "What was found",
    "What to do",
    "Talk about it in your team",
    "Find out more",
)
# No headings: each box has one. Links to reviews and publications are there if the app that knows them is.
FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "review-link", "publication-link"]


class BoxBlock(blocks.StructBlock):
    """One box: a heading and a few sentences. Without a text readers don't see it."""

    heading = blocks.CharBlock(max_length=80, label="Heading")
    text = blocks.RichTextBlock(required=False, features=FEATURES, label="Text")

    class Meta:
        icon = "form"
        label = "Box"
        label_format = "{heading}"


class BoxesBlock(WholeStreamBlock):
    """All boxes of a briefing."""

    box = BoxBlock()


def seven_boxes() -> list[tuple[str, dict[str, Any]]]:
    """What a new briefing begins with: the boxes of a seven-minute briefing, to be filled in."""
    return [("box", {"heading": heading, "text": ""}) for heading in SEVEN]
