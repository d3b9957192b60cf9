"""Dates known to the day, the month or only the year, as reports often give them."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

HINT = "For example 2017, June 2017 or 14 June 2017."
NOT_A_DATE = "“%(text)s” is not a date that can be used. Type a year, a month and year, or a day. " + HINT
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ISO = re.compile(r"(?P<year>[12]\d{3})(-(?P<month>\d{1,2})(-(?P<day>\d{1,2}))?)?", re.ASCII)
IN_WORDS = re.compile(
    r"((?P<day>\d{1,2})(st|nd|rd|th)?\s+)?(?P<month>[a-z]{3,9})\.?,?\s+(?P<year>\d{4})", re.ASCII | re.IGNORECASE
)
IN_FIGURES = re.compile(r"((?P<day>\d{1,2})[/.])?(?P<month>\d{1,2})[/.](?P<year>\d{4})", re.ASCII)


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date of known precision, made from "2017", "2017-06" or "2017-06-14"; ValueError for anything else.

    Its text sorts as its date does: a year before its months, a month before its days.
    """

    text: str

    def __post_init__(self) -> None:
        if not ISO.fullmatch(self.text) or len(self.text) not in (4, 7, 10):
            raise ValueError(f"{self.text!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
        self.first_day()

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """The date a person typed, "14 June 2017" or "6/2017" as well; ValueError if it is none."""
        for pattern in (ISO, IN_WORDS, IN_FIGURES):
            if found := pattern.fullmatch(text.strip()):
                return cls(_iso(**{name: found[name] for name in ("year", "month", "day")}))
        raise ValueError(f"{text!r} is not a date")

    @property
    def precision(self) -> str:
        """ "year", "month" or "day": what is known."""
        return {4: "year", 7: "month", 10: "day"}[len(self.text)]

    def first_day(self) -> date:
        """The earliest day it may be."""
        return date.fromisoformat(self.text + "-01-01"[len(self.text) - 4 :])

    def last_day(self) -> date:
        """The latest day it may be: a month counts from its last day, a year from 31 December."""
        first = self.first_day()
        if self.precision == "year":
            return first.replace(month=12, day=31)
        if self.precision == "month":
            return first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return first

    def words(self) -> str:
        """As people write it: "2017", "June 2017", "14 June 2017"."""
        first = self.first_day()
        known = {"year": [], "month": [MONTHS[first.month - 1]], "day": [str(first.day), MONTHS[first.month - 1]]}
        return " ".join([*known[self.precision], str(first.year)])


def _iso(year: str, month: str | None, day: str | None) -> str:
    """The parts a pattern found, as ISO 8601 text."""
    parts = [year, _month_number(month) if month else "", day.zfill(2) if day else ""]
    return "-".join(part for part in parts if part)


def _month_number(month: str) -> str:
    """ "06" for "6", "June", "jun" or "Sept"; ValueError if no month begins like that."""
    if month.isdigit():
        return month.zfill(2)
    for number, name in enumerate(MONTHS, start=1):
        if name.lower().startswith(month.lower()):
            return f"{number:02}"
    raise ValueError(f"{month!r} is not a month")


def to_partial_date(value: Any) -> PartialDate | None:
    """A PartialDate from text, a date or nothing; ValidationError, saying what to type, for anything else."""
    if value is None or value == "":
        return None
    if isinstance(value, PartialDate):
        return value
    try:
        return PartialDate.parse(str(value))
    except ValueError as error:
        raise ValidationError(NOT_A_DATE, code="partial_date", params={"text": value}) from error


class PartialDateFormField(forms.CharField):
    """Takes a date as people write it and shows it again in words."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", HINT)
        super().__init__(**{**kwargs, "max_length": None, "empty_value": None})

    def to_python(self, value: Any) -> Any:
        """The date that was typed."""
        return to_partial_date(super().to_python(value))

    def prepare_value(self, value: Any) -> Any:
        """The date as people write it."""
        return value.words() if isinstance(value, PartialDate) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another date was typed; the same date written another way is no change."""
        try:
            return bool(to_partial_date(initial) != self.to_python(data))
        except ValidationError:
            return True


if TYPE_CHECKING:
    _Text = models.CharField[PartialDate | str | None, PartialDate | None]
else:
    _Text = models.CharField


class PartialDateField(_Text):
    """A PartialDate or None; stored as text that sorts, the empty one as an empty string."""

    empty_strings_allowed = False
    # What a model may be given, for mypy's plugin, which reads this name.
    _pyi_private_set_type: PartialDate | str | None  # type: ignore[assignment]  # a text has others

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 10
        super().__init__(*args, **kwargs)
        self.validators.clear()  # the length is that of the text in the database, which a PartialDate always fits

    def deconstruct(self) -> Any:
        """The field without its length, which is always the same."""
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        """What the database checks, so that no text gets in by another way that pages could not read."""
        column = connection.ops.quote_name(self.column or "")
        day = f"make_date(left({column}, 4)::integer, substr({column}, 6, 2)::integer, substr({column}, 9)::integer)"
        return (
            f"CASE WHEN {column} ~ '^[12][0-9]{{3}}-[0-9]{{2}}-[0-9]{{2}}$' THEN {day} IS NOT NULL"
            f" ELSE {column} ~ '^([12][0-9]{{3}}(-(0[1-9]|1[0-2]))?)?$' END"
        )

    def from_db_value(self, value: str | None, *_: object) -> PartialDate | None:
        """What the database holds, which has checked that it is a date."""
        return PartialDate(value) if value else None

    def to_python(self, value: Any) -> Any:
        """A date from text; ValidationError if it is none."""
        return to_partial_date(value)

    def get_prep_value(self, value: Any) -> str:
        """The text that is stored."""
        return str(to_partial_date(value) or "")

    def value_to_string(self, obj: models.Model) -> str:
        """The text that a serializer writes."""
        return self.get_prep_value(self.value_from_object(obj))

    def formfield(self, **kwargs: Any) -> Any:
        """A form field that takes a date as people write it."""
        given = {"form_class": PartialDateFormField, **kwargs}
        given["help_text"] = " ".join(filter(None, [str(self.help_text), HINT]))
        return models.Field.formfield(self, **given)
