"""Calendar months back."""

from datetime import date

import pytest

from lscb_site.months import months_before


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 7, 3), 1, date(2026, 6, 3)),
        (date(2026, 7, 3), 12, date(2025, 7, 3)),
        (date(2026, 1, 31), 1, date(2025, 12, 31)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 12, 31), 36, date(2023, 12, 31)),
    ],
)
def test_the_same_day_or_the_last_there_is(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before
