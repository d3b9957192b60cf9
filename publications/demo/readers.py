"""What readers of the demo have left: downloads counted by day, and answers to “Was this page useful?”."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from lscb_site.models import HomePage, PageRating, Topic
from lscb_site.models.ratings import Answer
from publications.listing import local_day
from publications.models import DownloadCount, FileVersion, Publication
from publications.terms import Medium

DAYS = 60
WEEKDAY, WEEKEND = (9, 4, 7, 5, 3, 6, 8), (1, 0, 2)
SUNDAY = 6
RATINGS = (
    (2, Answer.YES, ""),
    (3, Answer.YES, "I printed the page with the questions for our team meeting."),
    (5, Answer.NO, "I was looking for the short version. It is further down than I thought."),
    (9, Answer.YES, ""),
    (12, Answer.PROBLEM, "On my phone the second table is hard to read."),
    (17, Answer.YES, "Clear, and short enough to read between two visits."),
    (26, Answer.NO, ""),
    (40, Answer.YES, ""),
)


def make_readers(*, at: datetime) -> None:
    """The last weeks of downloads, and a few answers, as of one instant."""
    today, shown = local_day(at), list(on_the_site(at))
    DownloadCount.objects.bulk_create(
        count for place, (version, since) in enumerate(shown) for count in counts(version, since, today, place)
    )
    paths = rated(shown)
    PageRating.objects.bulk_create(
        PageRating(path=paths[place % len(paths)], answer=answer, comment=comment, day=today - timedelta(days=days))
        for place, (days, answer, comment) in enumerate(RATINGS)
    )


def on_the_site(at: datetime) -> Iterator[tuple[FileVersion, date]]:
    """The PDFs that anybody can download, each with the day since which it is public.

    All of the demo came to this site on the day it was made; what was public before counts as if it had been here.
    """
    for publication in Publication.objects.with_facts().filter(medium=Medium.PDF).order_by("pk"):
        version = publication.version_at(at)
        if version and publication.is_public_at(at):
            earlier = publication.first_public
            yield version, earlier.first_day() if earlier else local_day(at)


def counts(version: FileVersion, since: date, today: date, place: int) -> Iterator[DownloadCount]:
    """A file's downloads of each day: more in its first week, few at the weekend, fewer the further down the list."""
    for back in range(DAYS):
        day = today - timedelta(days=back)
        usual = WEEKEND if day.weekday() >= SUNDAY - 1 else WEEKDAY
        number = (
            usual[(back + 3 * place) % len(usual)] * (3 if (day - since).days in range(7) else 1) // (1 + place % 4)
        )
        if day >= since and number:
            yield DownloadCount(version=version, day=day, number=number)


def rated(shown: list[tuple[FileVersion, date]]) -> list[str]:
    """The addresses of pages that were rated: the first page, the lists, and records."""
    records = dict.fromkeys(version.publication.review.get_absolute_url() for version, _since in shown)
    topics = [topic.get_absolute_url() for topic in Topic.objects.order_by("name")[:1]]
    return [HomePage.objects.get().url, "/publications/", *list(records)[:3], *topics]
