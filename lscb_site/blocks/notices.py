"""A notice on a page, of which staff are reminded and which may go by itself."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

LONDON = ZoneInfo("Europe/London")
# What kind of notice: its name for editors, its title for readers, its colour.
KINDS = {
    "updating": ("Being updated", "This is being updated", "amber"),
    "important": ("Important", "Important", "red"),
    "new": ("New", "New", "green"),
    "information": ("For your information", "", "blue"),
}


class NoticeValue(blocks.StructValue):
    """A notice that knows its title, its colour and whether it is still there."""

    @property
    def title(self) -> str:
        """The editor's heading, or the one of its kind."""
        return str(self.get("heading") or KINDS.get(self.get("kind") or "", ("", "", ""))[1])

    @property
    def colour(self) -> str:
        """The colour of its kind."""
        return KINDS.get(self.get("kind") or "", KINDS["information"])[2]

    def due_on(self, day: date) -> bool:
        """Whether staff should look at it by that day; never if it has no date."""
        remind_on: date | None = self.get("remind_on")
        return remind_on is not None and remind_on <= day

    def shown_at(self, now: datetime | None) -> bool:
        """Whether readers see it: until the day begins on which it goes, if the editor chose that it goes."""
        if not self.get("vanishes") or now is None:
            return True
        return not self.due_on(now.astimezone(LONDON).date())


class NoticeBlock(blocks.StructBlock):
    """A passing notice, such as that something is being updated."""

    kind = blocks.ChoiceBlock(
        choices=[(kind, name) for kind, (name, _title, _colour) in KINDS.items()], default="updating", label="Kind"
    )
    heading = blocks.CharBlock(
        required=False, max_length=120, label="Heading", help_text="Left empty, it says what the kind says."
    )
    text = blocks.RichTextBlock(required=False, label="Text")
    remind_on = blocks.DateBlock(
        required=False, label="Remind us on", help_text="From that day the start page of this admin lists this notice."
    )
    vanishes = blocks.BooleanBlock(
        required=False, label="Take it off the page on that day", help_text="Otherwise it stays until you remove it."
    )

    class Meta:
        template = "lscb_site/blocks/notice.html"
        value_class = NoticeValue
        icon = "warning"
        group = "Text"
        label = "Notice"
        label_format = "{kind} {heading}"
        description = "A notice such as “being updated”, with a day on which you are reminded of it."
        preview_value: Any = {"kind": "updating", "text": "<p>New guidance is out and we are working through it.</p>"}

    def clean(self, value: Any) -> Any:
        """Refuses a notice that goes on a day which it does not have."""
        cleaned = super().clean(value)
        if cleaned.get("vanishes") and not cleaned.get("remind_on"):
            message = "Give the day on which the notice is taken off the page, or untick the box."
            raise StructBlockValidationError(block_errors={"remind_on": _error(message)})
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Adds `shown`, as of the page's own instant."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        return context | {"shown": value.shown_at(context.get("now"))}


def _error(message: str) -> Any:
    from django.core.exceptions import ValidationError

    return ValidationError(message)
