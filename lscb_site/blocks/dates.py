"""A date of known precision inside a block."""

from typing import Any

from wagtail import blocks

from lscb_site.partial_dates import HINT, PartialDate, PartialDateFormField


class PartialDateBlock(blocks.FieldBlock):
    """A year, a month or a day; its value is a PartialDate or None."""

    def __init__(self, *, required: bool = True, help_text: str = HINT, **kwargs: Any) -> None:
        self.field = PartialDateFormField(required=required, help_text=help_text)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> PartialDate | None:
        """The stored text as a date; text that is none, from an older or foreign body, as nothing."""
        if not value or isinstance(value, PartialDate):
            return value or None
        try:
            return PartialDate.parse(str(value))
        except ValueError:
            return None

    def normalize(self, value: Any) -> PartialDate | None:
        """A date from what code or a default gave."""
        return self.to_python(value)

    def get_prep_value(self, value: Any) -> str | None:
        """The text that is stored."""
        return str(value) if value else None

    def value_from_form(self, value: Any) -> Any:
        """What was typed; `clean` makes the date, so that a mistake can be told."""
        return value

    class Meta:
        icon = "date"
