"""Times of day in London as people type them: one hour a year does not exist, one comes twice."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from publications import words
from publications.listing import LONDON


class NoSuchTimeError(ValueError):
    """The clocks skip it; the message says what to choose."""


class TwoSuchTimesError(ValueError):
    """The clocks show it twice; the message says which two."""


@dataclass(frozen=True)
class WallTime:
    """A day and a time of day in Europe/London."""

    day: date
    time: time

    def instants(self) -> list[datetime]:
        """The instants at which clocks in London show it: usually one, none in spring's gap, two in autumn."""
        shown = datetime.combine(self.day, self.time)
        both = [shown.replace(tzinfo=LONDON, fold=fold).astimezone(LONDON) for fold in (0, 1)]
        real = [moment for moment in both if _round_trip(moment).replace(tzinfo=None) == shown]
        return [real[0]] if len({moment.timestamp() for moment in real}) == 1 else real

    def instant(self, which: str = "") -> datetime:
        """The one instant, `which` being "first" or "second" where there are two.

        NoSuchTimeError, TwoSuchTimesError: their messages say what to choose.
        """
        found = self.instants()
        if not found:
            later = (datetime.combine(self.day, self.time) + timedelta(hours=1)).time()
            raise NoSuchTimeError(
                f"On {words.day(self.day)} the clocks go forward, and {clock_time(self.time)} does not exist."
                f" Choose {clock_time(later)} or another time."
            )
        if len(found) == 1:
            return found[0]
        if which in ("first", "second"):
            return found[which == "second"]
        raise TwoSuchTimesError(
            f"On {words.day(self.day)} the clocks go back, and {clock_time(self.time)} comes twice."
            " Say which one you mean."
        )


def _round_trip(moment: datetime) -> datetime:
    """What clocks in London show at that instant."""
    return datetime.fromtimestamp(moment.timestamp(), LONDON)


def clock_time(when: time | datetime) -> str:
    """A time of day in words: "9:30am", "midday", "midnight"."""
    if (when.hour, when.minute) in {(0, 0), (12, 0)}:
        return "midday" if when.hour else "midnight"
    return f"{when.hour % 12 or 12}:{when:%M}{'pm' if when.hour >= 12 else 'am'}"


def moment(when: datetime) -> str:
    """An instant in words, as clocks in London show it: "9:30am on 3 July 2026"."""
    local = when.astimezone(LONDON)
    comes_twice = len(WallTime(local.date(), local.time().replace(microsecond=0, second=0)).instants()) > 1
    which = f" ({'summer' if local.dst() else 'winter'} time)" if comes_twice else ""
    return f"{clock_time(local)}{which} on {words.day(local.date())}"
