"""The time of the ledger in tests: what the database's clock function answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection

from publications.listing import LONDON


def london(text: str) -> datetime:
    """An instant from its local time in London: "2026-07-03 10:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def set_clock(instant: datetime | str) -> None:
    """Make it this instant for every reader of the test's database, until set again."""
    when = london(instant) if isinstance(instant, str) else instant
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM test_clock")
        cursor.execute("INSERT INTO test_clock VALUES (%s)", [when])


@contextmanager
def at(instant: datetime | str) -> Iterator[None]:
    """Make it this instant inside the block, and the real time after it."""
    set_clock(instant)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM test_clock")
