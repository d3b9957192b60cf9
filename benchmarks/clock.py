"""The listing rule over many publications: what pauses and corrections cost, against a plain release."""

import statistics
import time
from datetime import UTC, datetime, timedelta

from publications.listing import Facts, Pause, Period, Release, state_at

MANY, ROUNDS = 1000, 15
DAY = timedelta(days=1)
RELEASED = datetime(2026, 7, 3, 9, tzinfo=UTC)
ASKED = RELEASED + 300 * DAY
YEAR = Period(months=12)

PLAIN = Facts([Release(RELEASED, YEAR)])
PAUSED = Facts(
    [Release(RELEASED, YEAR)], [Pause(RELEASED + n * 30 * DAY, RELEASED + (n * 30 + 3) * DAY) for n in range(3)]
)
CORRECTED = Facts([Release(RELEASED + n * 60 * DAY, YEAR) for n in range(3)], PAUSED.pauses)


def median(facts: Facts) -> float:
    """Seconds for the states of `MANY` publications with these facts."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for _publication in range(MANY):
            state_at(facts, ASKED)
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def main() -> None:
    """Print the table."""
    plain = median(PLAIN)
    for name, facts in (("plain", PLAIN), ("three pauses", PAUSED), ("three corrections, three pauses", CORRECTED)):
        took = median(facts)
        print(f"{name:32} {took * 1000:8.1f} ms for {MANY} {took / plain:8.1f} x plain")  # noqa: T201


if __name__ == "__main__":
    main()
