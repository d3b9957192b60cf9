"""The pieces that the blocks on reviews are put together from."""

from typing import Any

from wagtail import blocks

from reviews.widgets import SuggestedTextInput

GROUP = "About reviews"
TEXT_FEATURES = ("bold", "italic", "ol", "ul", "link", "document-link", "review-link", "publication-link")
QUOTED_FEATURES = ("h3", "h4", "bold", "italic", "ol", "ul", "link")


class SuggestedTextBlock(blocks.CharBlock):
    """One line of free text with suggestions, such as the words before a list."""

    def __init__(self, suggestions: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.field.widget = SuggestedTextInput(suggestions, attrs=self.field.widget.attrs)


def text(label: str, help_text: str = "", **kwargs: Any) -> blocks.RichTextBlock:
    """Some paragraphs, which may be left out."""
    kwargs.setdefault("features", TEXT_FEATURES)
    return blocks.RichTextBlock(required=False, label=label, help_text=help_text, **kwargs)


def one_line(label: str, help_text: str = "", **kwargs: Any) -> blocks.CharBlock:
    """A line of text, which may be left out."""
    return blocks.CharBlock(required=False, max_length=255, label=label, help_text=help_text, **kwargs)


def several(block: blocks.Block, label: str, help_text: str = "", **kwargs: Any) -> blocks.ListBlock:
    """A list that starts empty; what is in it must be filled in."""
    kwargs.setdefault("default", [])
    return blocks.ListBlock(block, label=label, help_text=help_text, **kwargs)


class SectionBlock(blocks.StructBlock):
    """What all sections begin with."""

    heading = one_line(
        "Heading", "Shown above this section. May be empty, for example if the page's title says it all."
    )
