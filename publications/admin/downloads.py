"""Downloads of a publication, or reads of a web page, over time as bars: by day, week or month, as there are many."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from publications import words
from publications.admin.steps import standing_releases
from publications.listing import local_day
from publications.models import DownloadCount, Publication

WIDTH, HEIGHT = 720, 140
MOST_DAYS, MOST_WEEKS, MOST_MONTHS = 31, 26, 36


@dataclass(frozen=True)
class Unit:
    """Into what time is cut: the word, the first day of the piece that a day is in, and what a piece is called."""

    word: str
    first_day: Callable[[date], date]
    label: Callable[[date], str]
    most: int


DAY = Unit("day", lambda day: day, words.day, MOST_DAYS)
WEEK = Unit(
    "week", lambda day: day - timedelta(days=day.weekday()), lambda day: f"week of {words.day(day)}", MOST_WEEKS
)
MONTH = Unit("month", lambda day: day.replace(day=1), lambda day: f"{day:%B %Y}", MOST_MONTHS)


@dataclass(frozen=True)
class Bar:
    """The downloads of one piece of time, and its place in the picture."""

    label: str
    number: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Plot:
    """All that the template draws."""

    bars: list[Bar]
    unit: str
    counted: str
    """What is counted: a download, or a read of a web page."""
    highest: int
    total: int
    by_version: dict[int, int]

    @property
    def heading(self) -> str:
        """Of all this."""
        return f"{self.counted.capitalize()}s"

    @property
    def summary(self) -> str:
        """The picture in one sentence."""
        top = max(self.bars, key=lambda bar: bar.number)
        return f"{self.heading} by {self.unit}. The most: {top.number}, {top.label}."


def plot_of(publication: Publication, at: datetime) -> Plot | None:
    """The plot of a publication from `steps.with_steps`; None for one that was never on this site."""
    released = [release.at for release in standing_releases(publication) if release.at <= at]
    if not released:
        return None
    by_day, by_version = counts_of(publication)
    first, today = min([local_day(released[0]), *by_day]), local_day(at)
    unit = unit_for(first, today)
    numbers = Counter[date]()
    for day, number in by_day.items():
        numbers[unit.first_day(day)] += number
    shown = [(piece, numbers[piece]) for piece in pieces_of(unit, first, today)]
    highest = max(number for _piece, number in shown)
    counted = "read" if publication.is_web else "download"
    return Plot(bars_of(unit, shown, highest), unit.word, counted, highest, by_day.total(), dict(by_version))


def counts_of(publication: Publication) -> tuple[Counter[date], Counter[int]]:
    """Its downloads by day, and by the number of the file version."""
    by_day, by_version = Counter[date](), Counter[int]()
    counts = DownloadCount.objects.filter(version__publication=publication)
    for version, day, number in counts.values_list("version_id", "day", "number"):
        by_day[day] += number
        by_version[version] += number
    return by_day, by_version


def unit_for(first: date, last: date) -> Unit:
    """The finest unit in which the whole time has room; months where none has."""
    return next((unit for unit in (DAY, WEEK) if len(pieces_of(unit, first, last)) < unit.most), MONTH)


def pieces_of(unit: Unit, first: date, last: date) -> list[date]:
    """The first days of all pieces from one day to another; the latest of them, where they are too many."""
    days = (last - timedelta(days=back) for back in range((last - first).days + 1))
    pieces = dict.fromkeys(unit.first_day(day) for day in days)
    return sorted(list(pieces)[: unit.most])


def bars_of(unit: Unit, numbers: list[tuple[date, int]], highest: int) -> list[Bar]:
    """One bar a piece, from left to right."""
    step = WIDTH / max(len(numbers), 1)
    bars = []
    for place, (piece, number) in enumerate(numbers):
        height = round(HEIGHT * number / highest, 1) if highest else 0
        bars.append(
            Bar(unit.label(piece), number, round(place * step, 1), HEIGHT - height, round(step * 0.8, 1), height)
        )
    return bars


def total_downloads() -> Coalesce:
    """The sum of all days, for each row of a queryset of publications."""
    counts = DownloadCount.objects.filter(version__publication=OuterRef("pk")).order_by()
    totals = counts.values("version__publication").annotate(total=Sum("number")).values("total")
    return Coalesce(Subquery(totals), 0)
