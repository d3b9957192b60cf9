"""Time: the application's clock, transactions held open, and two at once. These use the real clock of the database."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import psycopg
import pytest
import time_machine
from django.db import connection, connections
from django.test import Client

from publications import actions, clock
from publications.models import Publication, Release
from tests.publications import factories as make
from tests.publications.attacks.judge import Sight
from tests.publications.attacks.scene import SUMMARY, Scene, Ways, recorded

CLOCKS = Ways("Clocks")
OLD = Ways("Old transactions")
GUARD = "a guard that knows what time it is"
NO_TRACE = "UPDATE publications_review SET no_trace = true WHERE id = {review}"
RENAME = "UPDATE publications_review SET slug = 'gone' WHERE id = {review}"
MOVE = (
    "INSERT INTO publications_listingdecision (publication_id, at, by_id, policy, moves_now)"
    " VALUES ({publication}, lscb_now(), {third}, 'move', true)"
)

for year in (1999, 2025, 2027, 2068):

    @CLOCKS.of(f"sets the clock of the application's server to {year}", "time is the database's, asked once a request")
    def travel(scene: Scene, year: int = year) -> None:
        with time_machine.travel(f"{year}-01-01T00:00:00+00:00", tick=False):
            answer = Client().get(scene.the_publication().get_absolute_url())
            assert answer.status_code == 200
            answer.close()


@contextmanager
def real_time() -> Iterator[None]:
    """Nobody has set the ledger's clock."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM test_clock")
    assert abs(clock.now().timestamp() - time.time()) < 60
    yield


def scheduled_soon(of: Any = None, *, seconds: float) -> Publication:
    """A publication that will be released by itself."""
    target = make.publication(of or make.review(summary=SUMMARY))
    return make.released(target, at=clock.now() + timedelta(seconds=seconds))


# Every way is begun before a release and finished after it, when the public has it.
STALE: dict[str, tuple[str, str]] = {
    "lets the review leave no trace": ("READ COMMITTED", NO_TRACE),
    "renames the review": ("READ COMMITTED", RENAME),
    "moves it to on request": ("READ COMMITTED", MOVE),
    "lets the review leave no trace, by a snapshot": ("REPEATABLE READ", NO_TRACE),
    "renames the review, by a snapshot": ("SERIALIZABLE", RENAME),
    "renames the publication, by a snapshot": (
        "REPEATABLE READ", "UPDATE publications_publication SET slug = 'gone' WHERE id = {publication}",
    ),
    "dates its first publication back, by a snapshot": ("REPEATABLE READ", (
        "UPDATE publications_publication SET first_public = '2019', first_public_source = 'x' WHERE id = {publication}"
    )),
    "deletes the publication, by a snapshot": (
        "REPEATABLE READ", "DELETE FROM publications_publication WHERE id = {publication}",
    ),
}  # fmt: skip
for name, (isolation, statement) in STALE.items():

    @OLD.of(f"begun before the release: {name}", GUARD, spoils=True)
    def begun_before(scene: Scene, isolation: str = isolation, statement: str = statement) -> None:
        with real_time(), scene.sql() as attacker:
            draft = make.publication(make.review(summary=SUMMARY))
            attacker.execute(f"SET TRANSACTION ISOLATION LEVEL {isolation}")
            attacker.execute("SELECT now(), count(*) FROM publications_release")
            released = make.released(draft)
            sight = Sight.of(released)
            values = vars(scene) | {"publication": released.pk, "review": released.review_id}
            with pytest.raises(psycopg.Error, check=lambda error: error.sqlstate == "23L01"):
                attacker.execute(statement.format(**values))
            attacker.rollback()
            sight.still_there()


@OLD.of("begun before the release: cancels it once it is public", GUARD, spoils=True)
def cancel_late(scene: Scene) -> None:
    with real_time(), scene.sql() as attacker:
        soon = scheduled_soon(seconds=1)
        attacker.execute("SELECT now()")
        time.sleep(1.2)
        sight = Sight.of(soon)
        with pytest.raises(psycopg.Error, check=lambda error: error.sqlstate == "23L01"):
            attacker.execute(
                "UPDATE publications_release SET cancelled_at = now(), cancelled_by_id = %s WHERE publication_id = %s",
                [scene.third, soon.pk],
            )
        attacker.rollback()
        sight.still_there()


@OLD.of("cancelled before the release, committed once it is public", GUARD, spoils=True)
def commit_late(scene: Scene) -> None:
    with real_time(), scene.sql() as attacker:
        soon = scheduled_soon(seconds=1)
        attacker.execute(
            "UPDATE publications_release SET cancelled_at = now(), cancelled_by_id = %s WHERE publication_id = %s",
            [scene.third, soon.pk],
        )
        values = vars(scene) | {"publication": soon.pk, "review": soon.review_id, "version": soon.versions.get().pk}
        attacker.execute(recorded("unschedule").format(**values).replace("lscb_now()", "now()"))
        time.sleep(1.2)
        sight = Sight.of(soon)
        with pytest.raises(psycopg.Error, check=lambda error: error.sqlstate == "23L01"):
            attacker.commit()
        sight.still_there()


@OLD.of("held open over midnight: decides as of the day before", GUARD, spoils=True)
def over_midnight(scene: Scene) -> None:
    """The day ends while the transaction is open: its clock is set so that this takes a second."""
    with scene.sql() as attacker:
        attacker.execute("SELECT now()")
        with connection.cursor() as cursor:
            cursor.execute("UPDATE test_clock SET at = '2026-07-03 22:59:59.5+00'")
        time.sleep(0.7)
        with pytest.raises(psycopg.Error, check=lambda error: error.sqlstate == "23L01"):
            attacker.execute(
                "UPDATE publications_suspension SET lifted_at = lscb_now(), lifted_by_id = %s WHERE id = %s",
                [scene.third, scene.suspension],
            )


@OLD.of(
    "renames the review while a release waits to be committed",
    "a release waits for whoever changes its review",
    spoils=True,
)
def rename_meanwhile(scene: Scene) -> None:
    with real_time(), scene.sql() as attacker:
        draft = make.publication(make.review(summary=SUMMARY))
        version = make.signed_off(draft)
        attacker.execute("UPDATE publications_review SET slug = 'other-name' WHERE id = %s", [draft.review_id])
        releasing = in_thread(lambda: actions.release(draft, by=version.uploaded_by))
        time.sleep(0.5)
        assert not Release.objects.filter(publication=draft).exists()
        attacker.commit()
        releasing.join(10)
        Sight.of(Publication.objects.get(pk=draft.pk)).still_there()
        assert Publication.objects.get(pk=draft.pk).review.slug == "other-name"


@OLD.of("holds a lock on every table of the ledger, until its session ends", "a lock ends with its session")
def lock(scene: Scene) -> None:
    with scene.sql() as attacker:
        attacker.execute("LOCK TABLE publications_release, publications_publication IN ACCESS EXCLUSIVE MODE")


def in_thread(act: Callable[[], Any]) -> threading.Thread:
    """Does it beside this thread, on a connection of its own."""

    def run() -> None:
        try:
            act()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


ATTACKS = [*CLOCKS, *OLD]
