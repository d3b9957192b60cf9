"""Notices that go by themselves."""

from datetime import datetime

from wagtail import blocks

from reviews.blocks.texts import GROUP, TEXT_FEATURES
from reviews.dates import is_shown, london_day


class LocalNoticeValue(blocks.StructValue):
    """A notice that knows whether it is still shown."""

    def shown_at(self, now: datetime) -> bool:
        """Whether readers see it at an instant."""
        return is_shown(self.get("last_day"), london_day(now))


class LocalNoticeBlock(blocks.StructBlock):
    """A passing notice, such as that a process is being updated."""

    title = blocks.CharBlock(max_length=120, label="Notice", help_text="Such as: This process is being updated.")
    text = blocks.RichTextBlock(required=False, features=TEXT_FEATURES, label="More about it")
    last_day = blocks.DateBlock(
        required=False,
        label="Last day it is shown",
        help_text="It disappears by itself at the end of this day. If empty, it stays until you take it away.",
    )

    class Meta:
        icon = "warning"
        group = GROUP
        label_format = "{title} {last_day}"
        template = "reviews/blocks/local_notice.html"
        value_class = LocalNoticeValue
        description = "A notice, such as “being updated”, that disappears by itself after a day you choose."
        preview_value = {
            "title": "This process is being updated",
            "text": "<p>Until the new version is here, please ask the business manager.</p>",
        }
