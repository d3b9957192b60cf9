"""An import that waits stays dark whoever asks, down to the statements of the application's own database user (R7)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import Error, connection, transaction

from publications import actions, importing
from publications.errors import ListingProtected, Refused
from publications.models import AccountHandled, ImportBatch, ImportLine, Publication
from tests.publications import factories
from tests.publications.clock import at
from tests.publications.importing.sheets import found, line, pdf, run, sheet

pytestmark = pytest.mark.slow

RELEASE = (
    "INSERT INTO publications_release (publication_id, version_id, at, by_id, requested_at, period_number, period_unit,"
    " policy, correction, counted_from)"
    " SELECT publication_id, id, lscb_now(), uploaded_by_id, lscb_now(), 12, 'months', 'keep', '', '2019-12-31'"
    " FROM publications_fileversion"
)
STATEMENTS = {
    "releases what waits": RELEASE,
    "announces what waits": (
        "INSERT INTO publications_announcement (publication_id, state, reason, address, at, by_id)"
        " SELECT publication_id, 'under_way', '', '', lscb_now(), uploaded_by_id FROM publications_fileversion"
    ),
    "puts what waits on request": (
        "INSERT INTO publications_listingdecision (publication_id, at, by_id, policy, moves_now)"
        " SELECT publication_id, lscb_now(), uploaded_by_id, 'move', true FROM publications_fileversion"
    ),
    "takes the line away": "DELETE FROM publications_importline",
    "takes the import away": "DELETE FROM publications_importbatch",
    "puts another date into the line": "UPDATE publications_importline SET released = '2010'",
    "takes the line off its publication": "UPDATE publications_importline SET publication_id = NULL",
    "approves as of last year": (
        "UPDATE publications_importbatch SET approved_at = lscb_now() - interval '1 year', approved_by_id = {approver}"
    ),
    "approves by the importer's own hand": (
        "UPDATE publications_importbatch SET approved_at = lscb_now(), approved_by_id = by_id"
    ),
    "approves with the account that the importer made": (
        "UPDATE publications_importbatch SET approved_at = lscb_now(), approved_by_id = {puppet}"
    ),
    "adds an import that is approved already": (
        "INSERT INTO publications_importbatch (source_name, sha256, by_id, at, approved_at, approved_by_id)"
        " SELECT 'x', sha256, by_id, lscb_now(), lscb_now(), {approver} FROM publications_importbatch"
    ),
    "gives the import to somebody else": "UPDATE publications_importbatch SET by_id = {puppet}",
}


@pytest.fixture(autouse=True)
def _morning(as_application: None) -> Iterator[None]:
    with at("2026-07-03 10:00"):
        yield


@pytest.fixture
def batch(tmp_path: Path) -> ImportBatch:
    made = run(
        sheet(tmp_path, line(file=pdf(tmp_path, "report.pdf"), released="2019", source="Minutes")),
        by=factories.editor().username,
    )
    assert made
    return made


@pytest.mark.parametrize("attack", STATEMENTS)
def test_no_statement_goes_round_the_approval(batch: ImportBatch, attack: str) -> None:
    approver, puppet = factories.approver(), factories.approver()
    AccountHandled.objects.create(user=puppet, by=batch.by, at=batch.at)
    actions.sign_off(batch.lines.get().version, by=approver)
    statement = STATEMENTS[attack].format(approver=approver.pk, puppet=puppet.pk)
    with pytest.raises(Error) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert getattr(refused.value.__cause__, "sqlstate", "") in {"23L01", "23514", "42501"}


def test_what_was_approved_is_not_changed_and_not_approved_again(batch: ImportBatch) -> None:
    importing.approve(batch, by=factories.approver())
    with pytest.raises(ListingProtected), transaction.atomic():
        ImportLine.objects.update(released="2010")
    with pytest.raises(ListingProtected), transaction.atomic():
        ImportBatch.objects.update(approved_by=factories.approver())
    with pytest.raises(ListingProtected), transaction.atomic():
        ImportBatch.objects.update(approved_by=None, approved_at=None)


def test_an_approval_without_its_row_in_the_record_is_refused(batch: ImportBatch) -> None:
    with pytest.raises(Error, match="row in the record"), transaction.atomic():
        approve_past_the_action(batch)


def test_nothing_of_it_can_be_announced_before(batch: ImportBatch) -> None:
    with pytest.raises(Refused) as refused:
        actions.announce(found("Child Alder"), state="under_way", by=factories.editor())
    assert refused.value.code == "import_waits"


def test_the_date_a_second_person_saw_with_the_file_stays(tmp_path: Path) -> None:
    publication = factories.publication(first_public="2025-03", first_public_source="Minutes")
    version = factories.signed_off(publication)
    for change in ({"first_public": "2010"}, {"first_public": ""}, {"first_public_source": "Another"}):
        with pytest.raises(ListingProtected, match="signed off with this date"), transaction.atomic():
            Publication.objects.filter(pk=publication.pk).update(**change)
    actions.discard(version, by=factories.editor())
    assert Publication.objects.filter(pk=publication.pk).update(first_public="2025-04") == 1


def approve_past_the_action(batch: ImportBatch) -> None:
    ImportBatch.objects.update(approved_by=factories.approver(), approved_at=batch.at)
    connection.check_constraints()
