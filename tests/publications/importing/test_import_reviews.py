"""`import_reviews` from spreadsheet to public page: nothing before approval, everything as the lines say after it."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError, transaction

from lscb_site.models import BoardSettings
from lscb_site.partial_dates import PartialDate
from publications import actions, clock, importing
from publications.errors import Refused
from publications.listing import State
from publications.models import FileVersion, ImportBatch, ImportLine, Publication, RecordEntry, Review
from publications.models.record import Event
from publications.terms import MinimumPolicy
from tests.publications import factories as make
from tests.publications.clock import set_clock
from tests.publications.importing.sheets import found, line, pdf, run, sheet

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SAMPLE = Path(__file__).resolve().parents[4] / "shared" / "data" / "reviews_sample.csv"


@pytest.fixture(autouse=True)
def _summer(db: None) -> None:
    set_clock("2026-07-03 10:00")


def state(label: str, kind: str = "overview_report", *, by: str = "") -> State:
    return found(label, kind, by=by).state_at(clock.now())


def approved(path: Path) -> ImportBatch:
    """The spreadsheet imported by an editor and approved by somebody else."""
    batch = run(path, by=make.editor().username)
    assert batch is not None
    importing.approve(batch, by=make.approver())
    return batch


def counts() -> tuple[int, ...]:
    models = (Review, Publication, FileVersion, ImportBatch, ImportLine, RecordEntry)
    return tuple(model._default_manager.count() for model in models)


# --- before and after approval ------------------------------------------------------------------------------


def test_everything_is_dark_until_it_is_approved(tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        line(file=pdf(tmp_path, "a.pdf"), released="2026-03-01"),
        line(document="learning briefing", state="delayed", reason="Criminal proceedings"),
        line(document="statement", state="on request"),
    )
    batch = run(path, by=make.editor().username)
    kinds = ("overview_report", "learning_briefing", "statement")
    assert {state("Child Alder", kind) for kind in kinds} == {State.DRAFT}
    assert not Review.objects.known_at(clock.now()).exists()
    importing.approve(batch, by=make.approver())
    assert state("Child Alder") is State.PROTECTED
    assert state("Child Alder", "learning_briefing") is State.DELAYED
    assert state("Child Alder", "statement") is State.ON_REQUEST


@pytest.mark.parametrize(
    ("released", "after", "through"),
    [
        ("2026-03-01", State.PROTECTED, date(2027, 3, 1)),
        ("2025-07-03", State.PROTECTED, date(2026, 7, 3)),
        ("2025-07-02", State.LISTED, date(2026, 7, 2)),
        ("2025-07", State.PROTECTED, date(2026, 7, 31)),
        ("2025", State.PROTECTED, date(2026, 12, 31)),
        ("2024", State.LISTED, date(2025, 12, 31)),
        ("2012-11", State.LISTED, date(2013, 11, 30)),
        ("", State.PROTECTED, date(2027, 7, 3)),
    ],
)
def test_r2_the_clock_counts_from_the_last_possible_day(
    tmp_path: Path, released: str, after: State, through: date
) -> None:
    approved(sheet(tmp_path, line(file=pdf(tmp_path, "a.pdf"), released=released, source="Minutes")))
    publication = found("Child Alder")
    assert publication.state_at(clock.now()) is after
    assert publication.protected_through_at(clock.now()) == through
    assert publication.first_public_source == ("Minutes" if released else "")


@pytest.mark.parametrize(("released", "policy"), [("2019", MinimumPolicy.KEEP), ("2026-05", MinimumPolicy.MOVE)])
def test_what_was_published_stays_whatever_the_boards_policy(tmp_path: Path, released: str, policy: str) -> None:
    board = BoardSettings.load()
    board.minimum_policy = MinimumPolicy.MOVE
    board.save()
    approved(sheet(tmp_path, line(file=pdf(tmp_path, "a.pdf"), released=released)))
    assert found("Child Alder").releases.get().policy == policy
    assert state("Child Alder").serves_file


def test_r9_the_importer_can_not_approve_neither_in_python_nor_in_the_database(tmp_path: Path) -> None:
    both = make.person("both", "manage", "approve")
    batch = run(sheet(tmp_path, line(state="on request")), by=both.username)
    with pytest.raises(Refused, match="somebody else"):
        importing.approve(batch, by=both)
    with pytest.raises(IntegrityError), transaction.atomic():
        ImportBatch.objects.filter(pk=batch.pk).update(approved_by=both, approved_at=clock.now())
    assert state("Child Alder") is State.DRAFT


@pytest.mark.parametrize("rights", [(), ("manage",), ("suspend",)])
def test_approving_needs_the_right(tmp_path: Path, rights: tuple[str, ...]) -> None:
    batch = run(sheet(tmp_path, line(state="on request")), by=make.editor().username)
    with pytest.raises(Refused):
        importing.approve(batch, by=make.person("passer-by", *rights))


def test_r7_a_file_of_a_waiting_import_is_not_released_otherwise(tmp_path: Path) -> None:
    run(sheet(tmp_path, line(file=pdf(tmp_path, "a.pdf"), released="2012")), by=make.editor().username)
    publication = found("Child Alder")
    actions.sign_off(publication.versions.get(), by=make.approver())
    with pytest.raises(Refused, match="import that waits"):
        actions.release(publication, by=make.editor())


def test_approving_twice_is_refused(tmp_path: Path) -> None:
    batch = approved(sheet(tmp_path, line(state="on request")))
    with pytest.raises(Refused, match="already"):
        importing.approve(batch, by=make.approver())


def test_r12_the_record_tells_of_the_import_and_its_approval_without_a_name(tmp_path: Path) -> None:
    approved(sheet(tmp_path, line(file=pdf(tmp_path, "a.pdf"), released="2026-03")))
    events = list(RecordEntry.objects.order_by("pk").values_list("event", flat=True))
    assert events == [
        Event.UPLOAD,
        Event.IMPORT,
        Event.CHECK,
        Event.IMPORT_APPROVAL,
        Event.SIGN_OFF,
        Event.RELEASE,
    ]
    assert "Alder" not in str(list(RecordEntry.objects.values_list("data", flat=True)))


def test_one_line_that_can_not_be_approved_stops_all(tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        line(file=pdf(tmp_path, "a.pdf")),
        line(review="Child Birch", file=pdf(tmp_path, "b.pdf"), released="2020"),
    )
    batch = run(path, by=make.editor().username)
    actions.upload(found("Child Birch"), file=make.pdf("another"), by=make.editor())
    with pytest.raises(Refused, match=r"Line 3 \(Child Birch: Overview report\): A second person has not signed off"):
        importing.approve(batch, by=make.approver())
    assert {state("Child Alder"), state("Child Birch")} == {State.DRAFT}
    assert ImportBatch.objects.get(pk=batch.pk).is_waiting


# --- discarding -----------------------------------------------------------------------------------------------


def test_discarding_takes_away_what_the_import_made_and_no_more(tmp_path: Path) -> None:
    make.publication(make.review("Child Birch", review_type="scr"), kind="statement")
    path = sheet(tmp_path, line(file=pdf(tmp_path, "a.pdf")), line(review="Child Birch", state="under way"))
    batch = run(path, by=make.editor().username)
    importing.discard(batch, by=make.approver())
    assert list(Review.objects.values_list("label", flat=True)) == ["Child Birch"]
    assert list(Publication.objects.values_list("kind", flat=True)) == ["statement"]
    assert not FileVersion.objects.exists()
    with pytest.raises(Refused, match="discarded already"):
        importing.approve(batch, by=make.approver())
    assert run(path, by=make.editor().username) != batch


# --- the command ------------------------------------------------------------------------------------------------


def test_all_or_nothing(tmp_path: Path) -> None:
    path = sheet(tmp_path, line(file=pdf(tmp_path, "a.pdf")), line(review="Child Birch", released="2017-13"))
    with pytest.raises(CommandError) as refused:
        run(path, by=make.editor().username)
    assert "1 problem; nothing was imported" in str(refused.value)
    assert "line 3, released: “2017-13” is not a date" in str(refused.value)
    assert counts() == (0, 0, 0, 0, 0, 0)


def test_a_dry_run_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(sheet(tmp_path, line(file=pdf(tmp_path, "a.pdf")), line(document="statement")), dry_run=True)
    assert "New: 2 documents of 1 reviews, 1 files." in capsys.readouterr().out
    assert counts() == (0, 0, 0, 0, 0, 0)


def test_without_a_name_it_is_the_host_who_imports(tmp_path: Path) -> None:
    batch = run(sheet(tmp_path, line(file=pdf(tmp_path, "a.pdf"), released="2019")))
    assert batch is not None
    assert batch.by.username == "import"
    assert not batch.by.has_usable_password()
    importing.approve(batch, by=make.approver())
    assert state("Child Alder") is State.LISTED


@pytest.mark.parametrize("option", ["by", "approve_as"])
def test_an_unknown_account_is_named(tmp_path: Path, option: str) -> None:
    with pytest.raises(CommandError, match="no account “nobody”"):
        run(sheet(tmp_path, line()), **{option: "nobody"})
    assert not Review.objects.exists()


def test_the_importer_needs_the_right_to_upload(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="needs a right"):
        run(sheet(tmp_path, line()), by=make.approver().username)


def test_approve_as_is_another_person_too(tmp_path: Path) -> None:
    both = make.person("both", "manage", "approve").username
    with pytest.raises(CommandError, match="somebody else"):
        run(sheet(tmp_path, line(state="on request")), by=both, approve_as=both)
    assert not Review.objects.exists()
    run(sheet(tmp_path, line(state="on request")), by=both, approve_as=make.approver().username)
    assert state("Child Alder") is State.ON_REQUEST


# --- again ---------------------------------------------------------------------------------------------------------


def test_the_same_lines_again_change_nothing(tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        line(file=pdf(tmp_path, "a.pdf"), released="2026-03"),
        line(document="learning briefing", released="2024"),
        line(document="statement", state="not published", reason="The family asked for this"),
    )
    run(path, by=make.editor().username)
    before = counts()
    run(path, by=make.editor().username)
    assert counts() == before
    importing.approve(ImportBatch.objects.get(), by=make.approver())
    before = counts()
    run(path, by=make.editor().username)
    assert counts() == before


def test_new_lines_among_known_ones_are_a_batch_of_their_own(tmp_path: Path) -> None:
    approved(sheet(tmp_path, line(state="on request")))
    batch = run(sheet(tmp_path, line(state="on request"), line(document="statement", state="under way")))
    assert batch is not None
    assert [entry.number for entry in batch.lines.all()] == [3]


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"released": "2017-06-15"}, "released"),
        ({"state": "under way", "released": "", "file": ""}, "state"),
        ({"state": "on request"}, "state"),
        ({"review_type": "LCSPR"}, "review_type"),
        ({"file": "other.pdf"}, "file"),
        ({"reason": "Another one"}, "reason"),
    ],
)
def test_a_changed_line_is_told_and_stops_the_import(tmp_path: Path, change: dict[str, str], column: str) -> None:
    pdf(tmp_path, "other.pdf")
    before = {"file": pdf(tmp_path, "a.pdf"), "released": "2017-06-14"}
    approved(sheet(tmp_path, line(**before)))
    with pytest.raises(CommandError, match=f"line 2, {column}: "):
        run(sheet(tmp_path, line(**(before | change))))


def test_a_file_may_follow_later(tmp_path: Path) -> None:
    approved(sheet(tmp_path, line(released="2026-03-01", source="Minutes")))
    assert state("Child Alder") is State.DRAFT
    approved(sheet(tmp_path, line(released="2026-03-01", source="Minutes", file=pdf(tmp_path, "a.pdf"))))
    assert found("Child Alder").protected_through_at(clock.now()) == date(2027, 3, 1)


def test_a_file_that_follows_waits_for_the_first_approval(tmp_path: Path) -> None:
    run(sheet(tmp_path, line(released="2026-03-01")))
    with pytest.raises(CommandError, match="Approve or discard the import"):
        run(sheet(tmp_path, line(released="2026-03-01", file=pdf(tmp_path, "a.pdf"))))


def test_what_was_entered_by_hand_is_left_alone(tmp_path: Path) -> None:
    make.publication(make.review("Child Alder", review_type="scr"))
    with pytest.raises(CommandError, match="line 2, document: It is here already, not from an import"):
        run(sheet(tmp_path, line()))


# --- the awkward cases of real lists ---------------------------------------------------------------------------------


def test_a_briefing_20_months_before_its_report_each_with_its_own_clock(tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        line(file=pdf(tmp_path, "report.pdf"), released="2026-06-14"),
        line(document="learning briefing", file=pdf(tmp_path, "briefing.pdf"), released="2024-10-15"),
    )
    approved(path)
    assert (state("Child Alder"), state("Child Alder", "learning_briefing")) == (State.PROTECTED, State.LISTED)


def test_a_report_gone_while_its_briefing_stays(tmp_path: Path) -> None:
    approved(
        sheet(
            tmp_path,
            line(state="on request"),
            line(document="learning briefing", title="Summary", file=pdf(tmp_path, "b.pdf"), released="2015-11-19"),
            line(review="Child Birch", file=pdf(tmp_path, "r.pdf"), released="2015", state="on request"),
        )
    )
    assert (state("Child Alder"), state("Child Alder", "learning_briefing")) == (State.ON_REQUEST, State.LISTED)
    birch = found("Child Birch")
    assert birch.state_at(clock.now()) is State.ON_REQUEST
    assert birch.version_at(clock.now()) == birch.versions.get()


def test_the_same_document_of_three_reviews(tmp_path: Path) -> None:
    file = pdf(tmp_path, "shared.pdf")
    labels = ("Child Alder", "Children Birch and Cedar", "Family D")
    shared = {
        "document": "board response",
        "title": "Learning shared by three reviews",
        "file": file,
        "released": "2014-05-29",
    }
    approved(sheet(tmp_path, *(line(review=label, **shared) for label in labels)))
    assert {state(label, "board_response") for label in labels} == {State.LISTED}
    assert FileVersion.objects.values("sha256").distinct().count() == 1


def test_one_report_on_two_children(tmp_path: Path) -> None:
    approved(sheet(tmp_path, line(review="Children Birch and Cedar", file=pdf(tmp_path, "a.pdf"), released="2018")))
    assert Review.objects.get().slug == "children-birch-and-cedar"


def test_the_same_label_at_several_boards(tmp_path: Path) -> None:
    board = BoardSettings.load()
    board.area = "Anyshire"
    board.save()
    approved(sheet(tmp_path, *(line(board=board, state="on request") for board in ("", "Overthere", "Yonder"))))
    assert {(r.published_by, r.slug) for r in Review.objects.all()} == {
        ("", "child-alder"), ("Overthere", "child-alder-2"), ("Yonder", "child-alder-3"),
    }  # fmt: skip
    with pytest.raises(CommandError, match="is the same document"):
        run(sheet(tmp_path, line(board="ANYSHIRE"), line()))


@pytest.mark.parametrize("known", ["2012", "2012-11", "2012-11-05"])
def test_dates_keep_the_precision_they_have(tmp_path: Path, known: str) -> None:
    approved(sheet(tmp_path, line(released=known, file=pdf(tmp_path, "a.pdf"))))
    assert found("Child Alder").first_public == PartialDate(known)


def test_not_published_without_a_reason_as_old_lists_have_it(tmp_path: Path) -> None:
    approved(sheet(tmp_path, line(state="not published"), line(review="Online safety/self-care", state="delayed")))
    assert state("Child Alder") is State.NOT_PUBLISHED
    assert state("Online safety/self-care") is State.DELAYED


def test_published_elsewhere_leads_there(tmp_path: Path) -> None:
    approved(sheet(tmp_path, line(state="published elsewhere", address="https://example.org/report")))
    assert found("Child Alder").announcements.get().address == "https://example.org/report"


def test_published_without_a_file_waits_for_it_and_keeps_its_date(tmp_path: Path) -> None:
    approved(sheet(tmp_path, line(released="2018-03")))
    publication = found("Child Alder")
    assert publication.state_at(clock.now()) is State.DRAFT
    version = actions.upload(publication, file=make.pdf(), by=make.editor())
    actions.sign_off(version, by=make.approver())
    actions.release(publication, by=make.editor())
    assert state("Child Alder") is State.LISTED
    assert found("Child Alder").releases.get().counted_from == date(2018, 3, 31)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the real sample is not part of the project")
def test_the_real_sample_imports_without_loss_and_again_without_change() -> None:
    call_command("import_reviews", str(SAMPLE), by=make.editor().username, verbosity=0)
    importing.approve(ImportBatch.objects.get(), by=make.approver())
    rows = SAMPLE.read_text(encoding="utf-8-sig").splitlines()[1:]
    assert Publication.objects.count() == len(rows)
    assert Review.objects.count() == len({tuple(row.split(",")[:2]) for row in rows})
    dated = [row.split(",")[6] for row in rows if row.split(",")[6]]
    kept = Publication.objects.exclude(first_public="").values_list("first_public", flat=True)
    assert sorted(map(str, kept)) == sorted(dated)
    before = counts()
    call_command("import_reviews", str(SAMPLE), by=make.editor().username, verbosity=0)
    assert counts() == before
