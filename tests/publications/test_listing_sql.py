"""The listing rule in Python and in SQL say the same (rule R6), over many histories put past the guards."""

import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection

from publications import clock
from publications.listing import LONDON
from publications.models import Announcement, ListingDecision, Publication, Release, Review, Suspension
from publications.terms import AnnouncedState, MinimumPolicy, SuspensionCategory
from tests.publications import factories as make

pytestmark = pytest.mark.slow

TABLES = ("release", "suspension", "listingdecision", "announcement", "fileversion")


@pytest.fixture
def unguarded(db: None) -> None:
    """The ledger as its owner can make it: with the guards off, until the test's transaction is rolled back."""
    connection.check_constraints()
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE publications_{table} DISABLE TRIGGER USER")


class Histories:
    """Random facts, often at local midnight, where the rules are decided."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.people = [make.editor(), make.approver()]

    def instant(self) -> datetime:
        """An instant between 2024 and 2028: half of them within a second of a local midnight."""
        day = date(2024, 1, 1) + timedelta(days=self.random.randrange(1600))
        midnight = datetime.combine(day, time(), LONDON)
        near = self.random.random() < 0.5
        return midnight + timedelta(seconds=self.random.choice([-1, 0, 1]) if near else self.random.randrange(86400))

    def some(self, most: int) -> range:
        return range(self.random.randrange(most + 1))

    def make(self, review: Review | None = None) -> Publication:
        """A publication with a history, and one of its review."""
        target = make.publication(review or make.review())
        self._releases(target)
        for owner in ({"publication": target}, {"review": target.review}):
            for _ in self.some(2):
                self._suspension(owner)
        for _ in self.some(2):
            ListingDecision.objects.create(
                publication=target, at=self.instant(), by=self.people[0], policy=self.policy(),
                keep_until=self.random.choice([None, self.instant().date()]), moves_now=self.random.random() < 0.2,
            )  # fmt: skip
        for _ in self.some(2):
            state = self.random.choice([AnnouncedState.DELAYED, AnnouncedState.UNDER_WAY])
            Announcement.objects.create(publication=target, state=state, at=self.instant(), by=self.people[0])
        return target

    def policy(self) -> str:
        return self.random.choice(MinimumPolicy.values)

    def _releases(self, target: Publication) -> None:
        for _ in self.some(3):
            at, unit = self.instant(), self.random.choice(["months", "weeks"])
            version = target.versions.create(
                sha256=f"{next(make.numbers):064x}", size=1, uploaded_by=self.people[0], uploaded_at=at
            )
            cancelled = {"cancelled_by": self.people[0], "cancelled_at": at - timedelta(minutes=1)}
            Release.objects.create(
                publication=target, version=version, at=at, requested_at=at - timedelta(hours=1), by=self.people[0],
                period_number=self.random.choice([1, 2, 6, 12]), period_unit=unit, policy=self.policy(),
                counted_from=self.random.choice([None, None, self.instant().date(), date(2024, 2, 29)]),
                **(cancelled if self.random.random() < 0.15 else {}),
            )  # fmt: skip

    def _suspension(self, owner: dict[str, Publication | Review]) -> None:
        began = self.instant()
        ended = began + timedelta(minutes=self.random.randrange(60 * 24 * 40))
        a, b = self.people
        facts: dict[str, Any] = self.random.choice(
            [
                {},
                {"lifted_by": b, "lifted_at": ended},
                {"confirmed_by": b, "confirmed_at": ended},
                {
                    "confirmed_by": b, "confirmed_at": began, "reinstatement_by": a, "reinstatement_at": began,
                    "reinstated_by": b, "reinstated_at": ended,
                },
            ]
        )  # fmt: skip
        Suspension.objects.create(
            **owner, category=SuspensionCategory.COURT_ORDER, reason="for the test", by=a, at=began, **facts
        )


def test_r6_python_and_sql_agree(unguarded: None, count: Callable[..., int]) -> None:
    histories = Histories(seed=20260703)
    made = [histories.make().pk for _ in range(count(120, full=4000))]
    compared = 0
    with connection.cursor() as cursor:
        for publication in Publication.objects.with_facts().filter(pk__in=made):
            for instant in sorted(histories.instant() for _ in range(6)):
                cursor.execute(
                    "SELECT ledger_state(%s, %s), ledger_protected_through(%s, %s)",
                    [publication.pk, instant, publication.pk, instant],
                )
                ours = (publication.state_at(instant).value, publication.protected_through_at(instant))
                assert cursor.fetchone() == ours, (publication.facts, instant)
                compared += 1
    assert compared == 6 * len(made)


@pytest.mark.parametrize("known", ["2016", "2016-02", "2017-02", "2017-12", "2017-06-14", "2016-02-29"])
def test_r2_the_last_possible_day_is_the_same(db: None, known: str) -> None:
    from lscb_site.partial_dates import PartialDate

    with connection.cursor() as cursor:
        cursor.execute("SELECT ledger_last_day(%s)", [known])
        assert cursor.fetchone() == (PartialDate(known).last_day(),)


def test_the_clock_is_the_databases(db: None) -> None:
    from tests.publications.clock import at, london

    with at("2026-07-03 10:00"):
        assert clock.now() == london("2026-07-03 10:00")
