"""Dates known to the year, the month or the day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from lscb_site.blocks.dates import PartialDateBlock
from lscb_site.partial_dates import PartialDate, PartialDateFormField, to_partial_date

TYPED = [
    # typed, stored, precision, in words, first day, last day
    ("2017", "2017", "year", "2017", date(2017, 1, 1), date(2017, 12, 31)),
    ("2012-11", "2012-11", "month", "November 2012", date(2012, 11, 1), date(2012, 11, 30)),
    ("February 2024", "2024-02", "month", "February 2024", date(2024, 2, 1), date(2024, 2, 29)),
    ("feb 2023", "2023-02", "month", "February 2023", date(2023, 2, 1), date(2023, 2, 28)),
    ("6/2017", "2017-06", "month", "June 2017", date(2017, 6, 1), date(2017, 6, 30)),
    ("2017-06-14", "2017-06-14", "day", "14 June 2017", date(2017, 6, 14), date(2017, 6, 14)),
    ("14 June 2017", "2017-06-14", "day", "14 June 2017", date(2017, 6, 14), date(2017, 6, 14)),
    ("  3rd Sept 2017 ", "2017-09-03", "day", "3 September 2017", date(2017, 9, 3), date(2017, 9, 3)),
    ("14/6/2017", "2017-06-14", "day", "14 June 2017", date(2017, 6, 14), date(2017, 6, 14)),
    ("29.2.2024", "2024-02-29", "day", "29 February 2024", date(2024, 2, 29), date(2024, 2, 29)),
]
REFUSED = ["x", "17", "2017-13", "31 June 2017", "29 February 2023", "2017-06-14T10:00", "June", "0000", "14 ju 2017"]


@pytest.mark.parametrize("case", TYPED, ids=lambda case: case[0])
def test_a_date_as_people_write_it(case: tuple[str, str, str, str, date, date]) -> None:
    typed, *expected = case
    known = PartialDate.parse(typed)
    assert [str(known), known.precision, known.words(), known.first_day(), known.last_day()] == expected


@pytest.mark.parametrize("typed", REFUSED)
def test_what_is_no_date_is_refused_with_what_to_type(typed: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        to_partial_date(typed)
    assert "For example 2017, June 2017 or 14 June 2017." in refusal.value.messages[0]
    assert typed in refusal.value.messages[0]


@pytest.mark.parametrize("nothing", [None, "", "   "])
def test_nothing_typed_is_no_date(nothing: str | None) -> None:
    assert PartialDateFormField(required=False).clean(nothing) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)), st.sampled_from([4, 7, 10]))
def test_what_is_shown_can_be_typed_again(day: date, length: int) -> None:
    known = PartialDate(day.isoformat()[:length])
    assert PartialDate.parse(known.words()) == known
    assert known.first_day() <= day <= known.last_day()


def test_they_sort_by_what_is_known() -> None:
    texts = ["2018", "2017-06", "2017", "2017-06-14", "2016-12-31"]
    assert [str(each) for each in sorted(map(PartialDate, texts))] == [
        "2016-12-31",
        "2017",
        "2017-06",
        "2017-06-14",
        "2018",
    ]


def test_writing_the_same_date_another_way_is_no_change() -> None:
    field = PartialDateFormField(required=False)
    assert not field.has_changed(PartialDate("2017-06"), "June 2017")
    assert field.has_changed(PartialDate("2017-06"), "July 2017")
    assert field.has_changed(PartialDate("2017-06"), "nonsense")
    assert field.prepare_value(PartialDate("2017-06")) == "June 2017"


def test_a_block_keeps_it_as_text() -> None:
    block = PartialDateBlock(required=False)
    assert block.get_prep_value(block.clean("June 2017")) == "2017-06"
    assert block.to_python("2017-06") == PartialDate("2017-06")
    assert block.to_python("from another system") is None
