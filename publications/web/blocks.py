"""The blocks of which a draft is written."""

from typing import Any

from wagtail import blocks

from lscb_site.blocks.streams import WholeStreamBlock
from lscb_site.blocks.tables import TableBlock

IN_TEXT = ["bold", "italic", "ol", "ul", "link", "superscript", "subscript", "blockquote"]
IN_NOTES = ["bold", "italic", "link"]
MARK_HINT = "Where a footnote belongs, write its name as [^1]."


class HeadingBlock(blocks.StructBlock):
    """A heading; the list of contents is made of them."""

    text = blocks.CharBlock(max_length=200, label="Heading")
    level = blocks.ChoiceBlock(
        choices=[("2", "Chapter"), ("3", "Section of a chapter"), ("4", "Part of a section")], default="2", label="Of a"
    )

    class Meta:
        icon = "title"
        label = "Heading"
        label_format = "{text}"


class TextBlock(blocks.RichTextBlock):
    """Paragraphs and lists."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": IN_TEXT, "help_text": MARK_HINT, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = "Text"


class FigureBlock(blocks.StructBlock):
    """One of the draft's pictures."""

    number = blocks.IntegerBlock(
        min_value=1, label="Picture", help_text="Its number in the list of pictures on the screen of this text."
    )
    caption = blocks.CharBlock(required=False, max_length=300, label="Caption")

    class Meta:
        icon = "image"
        label = "Figure"
        label_format = "Picture {number}"


class NoteBlock(blocks.StructBlock):
    """A footnote: shown at the end, and linked from its mark."""

    label = blocks.RegexBlock(
        regex=r"^[A-Za-z0-9]{1,10}$",
        label="Name",
        help_text="Such as 1. In the text it is written [^1]; readers see them numbered in the order of the text.",
        error_messages={"invalid": "Use up to ten letters and figures only, such as 1 or a."},
    )
    text = blocks.RichTextBlock(features=IN_NOTES, label="Footnote")

    class Meta:
        icon = "superscript"
        label = "Footnote"
        label_format = "Footnote {label}"


class DraftBlock(WholeStreamBlock):
    """A whole text."""

    heading = HeadingBlock()
    text = TextBlock()
    table = TableBlock()
    figure = FigureBlock()
    note = NoteBlock()
