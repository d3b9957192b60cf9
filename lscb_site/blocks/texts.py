"""Headings, paragraphs, and texts that stand out or fold away."""

from typing import Any

from django.utils.text import slugify
from wagtail import blocks

GROUP = "Text"


def optional_heading(help_text: str = "Left empty, there is none.") -> blocks.CharBlock:
    """The heading that many blocks may have."""
    return blocks.CharBlock(required=False, max_length=150, label="Heading", help_text=help_text)


class HeadingValue(blocks.StructValue):
    """A heading that other pages can link to."""

    @property
    def anchor(self) -> str:
        """What stands after # in its address."""
        return slugify(self.get("anchor_text") or self.get("text") or "")


class HeadingBlock(blocks.StructBlock):
    """A heading between other blocks."""

    text = blocks.CharBlock(max_length=150, label="Heading")
    level = blocks.ChoiceBlock(
        choices=[("2", "Heading"), ("3", "Smaller heading, below another one")], default="2", label="Size"
    )
    anchor_text = blocks.RegexBlock(
        regex=r"^[a-z0-9-]*$",
        required=False,
        max_length=60,
        label="Short name for links",
        help_text="Links to this heading end with # and this. Left empty, it is made from the heading; "
        "fill it in if the heading may change.",
        error_messages={"invalid": "Use small letters, figures and hyphens only."},
    )

    class Meta:
        template = "lscb_site/blocks/heading.html"
        value_class = HeadingValue
        icon = "title"
        group = GROUP
        label = "Heading"
        description = "A heading for what follows; other pages can link straight to it."
        preview_value = {"text": "When a review is carried out", "level": "2", "anchor_text": ""}


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, lists and links."""

    class Meta:
        template = "lscb_site/blocks/text.html"
        icon = "pilcrow"
        group = GROUP
        label = "Text"
        description = "Paragraphs, lists and links."
        preview_value = (
            "<p>We bring together everyone who works with children here.</p><ul><li>Learning</li><li>Checking</li></ul>"
        )


class CallOutBlock(blocks.StructBlock):
    """A text that stands out."""

    heading = optional_heading()
    text = blocks.RichTextBlock(label="Text")

    class Meta:
        template = "lscb_site/blocks/call_out.html"
        icon = "openquote"
        group = GROUP
        label = "Call-out"
        description = "A few sentences that stand out from the text around them."
        preview_value = {
            "heading": "Remember",
            "text": "<p>Ask the child. Write down what they say in their own words.</p>",
        }


class FoldBlock(blocks.StructBlock):
    """One part of an accordion."""

    heading = blocks.CharBlock(max_length=150, label="Heading")
    text = blocks.RichTextBlock(label="Text")

    class Meta:
        icon = "collapse-down"
        label = "Part"
        label_format = "{heading}"


class AccordionBlock(blocks.StructBlock):
    """Parts that open one by one; the browser does it, so it works without JavaScript."""

    heading = optional_heading()
    parts = blocks.ListBlock(FoldBlock(), label="Parts", default=[])

    class Meta:
        template = "lscb_site/blocks/accordion.html"
        icon = "collapse-down"
        group = GROUP
        label = "Accordion"
        description = "Several parts of which readers see the headings and open what they want to read."
        preview_value: Any = {
            "heading": "Questions people ask",
            "parts": [
                {"heading": "Who takes part?", "text": "<p>Everyone who worked with the family.</p>"},
                {"heading": "How long does it take?", "text": "<p>About six months.</p>"},
            ],
        }
