"""The chain over the record, attacked as the owner of the database (rule R12)."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from publications import actions, record
from publications.models import RecordDigest, RecordEntry
from tests.publications import factories as make
from tests.publications.clock import set_clock

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def outside(tmp_path: Path, settings: Any) -> Path:
    """Three days of the record, a digest each, with the file kept outside."""
    settings.RECORD_DIGESTS = tmp_path / "kept" / "digests.txt"
    for day in ("2026-07-03 10:00", "2026-07-04 10:00", "2026-07-05 10:00"):
        set_clock(day)
        make.released()
        call_command("digest_record")
    return settings.RECORD_DIGESTS


def as_owner(sql: str, *parameters: Any) -> None:
    """SQL with the guards switched off, as only the owner can."""
    connection.check_constraints()
    with connection.cursor() as cursor:
        for table in ("recordentry", "recorddigest"):
            cursor.execute(f"ALTER TABLE publications_{table} DISABLE TRIGGER USER")
        cursor.execute(sql, parameters)


def test_an_untouched_record_is_proven(outside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("verify_record")
    assert "3 digests and the 3 lines" in capsys.readouterr().out


def test_nothing_new_needs_no_link(outside: Path) -> None:
    assert record.write_digest(outside) is None
    assert len(outside.read_text().splitlines()) == 3


def entry(number: int) -> int:
    """The number of an entry in the second day."""
    return RecordEntry.objects.order_by("pk")[3 + number].pk


TAMPERING = {
    "altered": lambda: as_owner("UPDATE publications_recordentry SET by_id = 1 + by_id WHERE id = %s", entry(0)),
    "dated back": lambda: as_owner(
        "UPDATE publications_recordentry SET at = at - interval '1 second' WHERE id = %s", entry(1)
    ),
    "removed": lambda: as_owner("DELETE FROM publications_recordentry WHERE id = %s", entry(2)),
    "inserted": lambda: as_owner(
        "INSERT INTO publications_recordentry (id, event, at, sha256, data)"
        " VALUES (-1, 'lifting', lscb_now(), '', '{}');"
        "UPDATE publications_recordentry SET id = %s WHERE id = %s;"
        "UPDATE publications_recordentry SET id = %s WHERE id = -1",
        -2, entry(0), entry(0),
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", TAMPERING)
def test_a_row_touched_is_found(outside: Path, how: str) -> None:
    TAMPERING[how]()
    with pytest.raises(CommandError, match="a row was altered, removed or inserted"):
        call_command("verify_record")


def test_a_chain_made_again_over_a_touched_row_is_found_by_the_lines_outside(outside: Path) -> None:
    TAMPERING["altered"]()
    after, previous = 0, record.START
    for digest in RecordDigest.objects.all():
        previous = record.link(previous, record.entries(after, digest.through))
        as_owner("UPDATE publications_recorddigest SET sha256 = %s WHERE id = %s", previous, digest.pk)
        after = digest.through
    assert not list(record.faults())
    with pytest.raises(CommandError, match="kept outside"):
        call_command("verify_record", digests=outside)


def test_a_removed_end_is_found_by_the_lines_outside(outside: Path) -> None:
    last_two = RecordDigest.objects.order_by("-pk")[:1].values_list("through", flat=True)
    as_owner("DELETE FROM publications_recordentry WHERE id = %s", last_two[0])
    as_owner("DELETE FROM publications_recorddigest WHERE through = %s", last_two[0])
    with pytest.raises(CommandError, match="kept outside"):
        call_command("verify_record", digests=outside)


def test_a_missing_file_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no file"):
        call_command("verify_record", digests=tmp_path / "none.txt")


def test_the_record_holds_no_words(outside: Path) -> None:
    released = make.released(make.publication(make.review("Child Quiet"), title="A quiet title"))
    actions.suspend(released, category="court_order", reason="A private reason", by=make.editor())
    everything = b"".join(record.canonical(entry) for entry in RecordEntry.objects.all())
    for words in (b"Quiet", b"quiet", b"private", b"Some name"):
        assert words not in everything
