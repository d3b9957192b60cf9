"""Checks of files: asked for with the upload, done once, seen by whoever signs off, and never past them (R9, R13)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from publications import actions, checking, clock, jobs, sandboxed, verdicts
from publications.checks.findings import VERSION, Finding, Place, Report
from publications.demo import bad
from publications.errors import Refused
from publications.models import Check, CheckFinding, CheckOutcome, FileVersion, Overruling, RecordEntry
from publications.models.record import Event
from publications.terms import Answer
from publications.verdicts import Verdict
from tests.publications import factories as make
from tests.publications.admin.screens import do_jobs
from tests.publications.clock import set_clock

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
BLOCKED = Finding("text_under_box", 1, Place(10, 20, 30, 40))
LOOK = Finding("postcode", 2)
UNREADABLE = Finding("encrypted")


@pytest.fixture(autouse=True)
def _morning() -> None:
    set_clock("2026-07-03 10:00")


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets the checks find what a test says, of the checks' version that it says."""

    def find(*findings: Finding, version: int = VERSION) -> None:
        report = Report(findings, pages=3, version=version)
        monkeypatch.setattr(checking, "examine", lambda *_args, **_named: report)

    return find


def refused(code: str) -> Any:
    """A context in which a refusal with this code must be raised."""
    return pytest.raises(Refused, check=lambda error: error.code == code and error.sentence.endswith("."))


def uploaded(by: Any = None) -> FileVersion:
    """A file that nobody has looked into."""
    return actions.upload(make.publication(), file=make.pdf(), by=by or make.editor())


def checked(*findings: Finding, find: Callable[..., None]) -> FileVersion:
    """A file in which the checks found this."""
    version = uploaded()
    find(*findings)
    checking.check_now(version)
    return version


# --- asked for, and done once ----------------------------------------------------------------------------------


def test_an_upload_asks_for_a_check_and_its_job_in_the_same_transaction() -> None:
    version = uploaded()
    check = version.checks.get()
    assert (check.sha256, check.started_at, check.outcome) == (version.sha256, None, "")
    job = DBTaskResult.objects.get(task_path="publications.checking.check_version")
    assert job.args_kwargs == {"args": [version.pk], "kwargs": {}}
    assert verdicts.verdict(version) is Verdict.PENDING


def test_what_is_found_is_written_down_once_with_its_row_in_the_record(found: Callable[..., None]) -> None:
    version = uploaded()
    found(BLOCKED, LOOK)
    do_jobs()
    check = version.checks.get()
    assert (check.outcome, check.pages, check.checks_version) == (CheckOutcome.BLOCKING, 3, VERSION)
    assert [row.value for row in check.findings.all()] == [BLOCKED, LOOK]
    entry = RecordEntry.objects.get(event=Event.CHECK)
    assert (entry.by_id, entry.sha256) == (None, version.sha256)
    assert entry.data == {"check": check.pk, "checks": VERSION, "outcome": "blocking", "blocking": 1, "look": 1}
    assert checking.check_version.call(version.pk) == "nothing to do"
    checking.finish(check, Report((), pages=3))
    assert check.findings.count() == 2


def test_a_check_of_what_was_discarded_meanwhile_does_nothing(found: Callable[..., None]) -> None:
    version, editor = uploaded(), make.editor()
    found(BLOCKED)
    actions.discard(version, by=editor)
    do_jobs()
    assert not Check.objects.exists()


def test_progress_is_written_a_few_times_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    check = uploaded().checks.get()
    checking.begin(check)
    now = iter([100.0, 100.0, 100.1, 100.6, 100.6])
    monkeypatch.setattr(sandboxed.time, "monotonic", lambda: next(now))
    note, seen = sandboxed.now_and_then(checking.noting(check)), []
    for page in (1, 2, 3):
        note(page, 40)
        check.refresh_from_db()
        seen.append((check.pages_done, check.pages))
    assert seen == [(1, 40), (1, 40), (3, 40)]


def test_files_of_which_the_bytes_are_gone_stay_unchecked_and_are_tried_again() -> None:
    version = uploaded()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "examine", missing)
        do_jobs()
        assert DBTaskResult.objects.get(task_path="publications.checking.check_version").status == "FAILED"
        assert checking.ask_where_missing() == 0, "what failed just now is left to rest"
    job = DBTaskResult.objects.filter(task_path="publications.checking.check_version")
    job.update(finished_at="2026-01-01T00:00:00Z")
    assert checking.ask_where_missing() == 1
    do_jobs()
    assert verdicts.verdict(version) is Verdict.OPEN


def missing(*_args: Any, **_named: Any) -> Report:
    raise FileNotFoundError


# --- by the checks' version --------------------------------------------------------------------------------------


def test_a_new_version_of_the_checks_looks_again_into_what_is_not_released(
    found: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, signed, released = uploaded(), make.signed_off(), make.released().versions.get()
    older = uploaded()
    newer = actions.upload(older.publication, file=make.pdf("newer"), by=make.editor())
    do_jobs()
    assert checking.ask_where_missing() == 0
    for module in (verdicts, checking):
        monkeypatch.setattr(module, "VERSION", VERSION + 1)
    found(BLOCKED, version=VERSION + 1)
    assert verdicts.verdict(draft) is Verdict.PENDING
    assert checking.ask_where_missing() == 3
    assert checking.ask_where_missing() == 0, "they are on their way"
    do_jobs()
    latest = {
        version: verdicts.last_check(version).checks_version for version in (draft, signed, released, older, newer)
    }
    assert latest == {draft: VERSION + 1, signed: VERSION + 1, newer: VERSION + 1, released: VERSION, older: VERSION}


def test_what_a_later_check_finds_stops_a_release_until_it_is_signed_off_again(found: Callable[..., None]) -> None:
    version, editor = make.signed_off(), make.editor()
    found(BLOCKED)
    check_again(version)
    with refused("blocked"):
        actions.release(version.publication, by=editor)
    finding = overruled(version, by=editor)
    actions.sign_off(version, by=make.approver(), said=actions.Said(agreed={finding.pk: "A heading."}))
    actions.release(version.publication, by=editor)
    assert version.sign_offs.count() == 2


def check_again(version: FileVersion) -> None:
    """As a worker does when the checks' version rises."""
    checking.ask(version, at=clock.now())
    checking.check_version.call(version.pk)


# --- what a sign-off needs ---------------------------------------------------------------------------------------


def test_a_form_is_refused_while_the_checks_run_and_a_command_waits_for_them() -> None:
    version, approver = uploaded(), make.approver()
    with refused("not_checked"):
        actions.sign_off(version, by=approver, may_wait=False)
    signed = actions.sign_off(version, by=approver)
    assert signed.check_run == version.checks.get()
    assert signed.answers == []


@pytest.mark.parametrize(
    ("findings", "code"), [((BLOCKED,), "blocked"), ((LOOK, BLOCKED), "blocked"), ((UNREADABLE,), "unreadable")]
)
def test_r13_what_was_found_stops_the_sign_off(
    found: Callable[..., None], findings: tuple[Finding, ...], code: str
) -> None:
    version = checked(*findings, find=found)
    with refused(code):
        actions.sign_off(version, by=make.approver())
    assert not version.sign_offs.exists()


def test_what_is_only_to_be_looked_at_does_not_stop_it(found: Callable[..., None]) -> None:
    actions.sign_off(checked(LOOK, find=found), by=make.approver())


def overruled(version: FileVersion, *, by: Any = None) -> CheckFinding:
    """The only blocking finding of its last check, overruled by a manager."""
    finding = CheckFinding.objects.get(check_run=verdicts.last_check(version), severity="blocking")
    actions.overrule(version, findings=[finding], reason="It is the heading of a table.", by=by or make.editor())
    return finding


def test_r13_overruling_takes_a_reason_of_both(found: Callable[..., None]) -> None:
    version, approver = checked(BLOCKED, find=found), make.approver()
    finding = overruled(version)
    assert verdicts.verdict(version) is Verdict.OVERRULED
    for said, code in (
        (actions.Said(), "blocked"),
        (actions.Said(agreed={finding.pk: "  "}), "reason_missing"),
        (actions.Said(agreed={finding.pk + 1: "Another one."}), "reason_missing"),
    ):
        with refused(code):
            actions.sign_off(version, by=approver, said=said)
    actions.sign_off(version, by=approver, said=actions.Said(agreed={finding.pk: "I looked: a heading."}))
    row = Overruling.objects.get()
    assert (row.reason, row.agreed_reason) == ("It is the heading of a table.", "I looked: a heading.")
    assert verdicts.verdict(version) is Verdict.OPEN
    events = RecordEntry.objects.filter(version_id=version.pk).values_list("event", "data__findings", "data__overruled")
    assert list(events) == [
        ("upload", None, None), ("check", None, None), ("overruling", [finding.pk], None),
        ("sign_off", None, [finding.pk]),
    ]  # fmt: skip


def test_r13_the_record_holds_no_reason(found: Callable[..., None]) -> None:
    version = checked(BLOCKED, find=found)
    finding = overruled(version)
    actions.return_file(version, reason="Remove the street.", by=make.approver())
    actions.sign_off(version, by=make.approver(), said=actions.Said(agreed={finding.pk: "A heading."}))
    told = str(list(RecordEntry.objects.values_list("data", flat=True)))
    assert not any(words in told for words in ("heading", "street", "Remove"))


def test_r9_nobody_agrees_with_themselves(found: Callable[..., None]) -> None:
    version = checked(BLOCKED, find=found)
    both = make.person("both", "manage", "approve")
    finding = overruled(version, by=both)
    with refused("same_person"):
        actions.sign_off(version, by=both, said=actions.Said(agreed={finding.pk: "Fine."}))


def test_r13_what_can_not_be_read_can_not_be_overruled(found: Callable[..., None]) -> None:
    version = checked(UNREADABLE, find=found)
    with refused("unreadable"):
        actions.overrule(version, findings=CheckFinding.objects.all(), reason="Trust me.", by=make.editor())


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_overruling_and_returning_want_a_reason(found: Callable[..., None], reason: str) -> None:
    version = checked(BLOCKED, find=found)
    with refused("reason_missing"):
        actions.overrule(version, findings=CheckFinding.objects.all(), reason=reason, by=make.editor())
    with refused("reason_missing"):
        actions.return_file(version, reason=reason, by=make.approver())


def test_only_what_stops_this_very_file_is_overruled(found: Callable[..., None]) -> None:
    version, other, editor = checked(BLOCKED, LOOK, find=found), checked(BLOCKED, find=found), make.editor()
    look, theirs = CheckFinding.objects.get(severity="look"), other.checks.get().findings.get()
    for wrong in ([look], [theirs], []):
        with refused("nothing_to_overrule"):
            actions.overrule(version, findings=wrong, reason="Fine.", by=editor)
    overruled(version, by=editor)
    with refused("nothing_to_overrule"):
        overruled(version, by=editor)


def test_a_no_on_the_checklist_signs_nothing_off() -> None:
    version = uploaded()
    said = actions.Said(answers=[("Do the family know?", Answer.NO), ("Read?", Answer.YES)])
    with refused("answered_no"):
        actions.sign_off(version, by=make.approver(), said=said)
    said = actions.Said(answers=[("Do the family know?", Answer.NOT_APPLICABLE), ("Read?", Answer.YES)])
    signed = actions.sign_off(version, by=make.approver(), said=said)
    assert signed.answers[0] == {"question": "Do the family know?", "answer": "not_applicable"}
    assert RecordEntry.objects.get(event="sign_off").data["answers"] == ["not_applicable", "yes"]


def test_what_was_shown_is_what_is_signed_off() -> None:
    version = uploaded()
    checking.check_now(version)
    seen = version.checks.get().pk
    actions.check_again(version, by=make.editor())
    checking.check_version.call(version.pk)
    with refused("changed_meanwhile"):
        actions.sign_off(version, by=make.approver(), said=actions.Said(seen=seen))


def test_a_file_goes_back_and_may_be_signed_off_after_all() -> None:
    version = uploaded()
    actions.return_file(version, reason="The family don't know yet.", by=make.approver())
    actions.sign_off(version, by=make.approver())
    with refused("already_done"):
        actions.return_file(version, reason="Too late.", by=make.approver())


def test_r9_the_uploader_neither_signs_off_nor_returns() -> None:
    both = make.person("both", "manage", "approve")
    version = uploaded(by=both)
    with refused("same_person"):
        actions.return_file(version, reason="I was wrong.", by=both)


def test_a_new_version_needs_a_new_check_and_a_new_sign_off() -> None:
    version, editor = make.signed_off(), make.editor()
    actions.upload(version.publication, file=make.pdf("better"), by=editor)
    with refused("not_signed_off"):
        actions.release(version.publication, by=editor)


def test_r12_destruction_takes_the_findings_and_leaves_that_it_was_checked(found: Callable[..., None]) -> None:
    version, editor, approver = checked(LOOK, find=found), make.editor(), make.approver()
    actions.sign_off(version, by=approver)
    actions.release(version.publication, by=editor)
    actions.confirm(actions.suspend(version.publication, category="court_order", reason="x", by=editor), by=approver)
    actions.destroy(version, by=editor)
    actions.destroy(version, by=approver)
    connection.check_constraints()
    assert version.checks.get().outcome == CheckOutcome.CLEAR
    assert not CheckFinding.objects.exists()


# --- really looked into ------------------------------------------------------------------------------------------


def test_several_files_are_really_looked_into_side_by_side_and_by_few_processes() -> None:
    publications = [make.publication() for _ in range(3)]
    editor = make.editor()
    flaws = (["box"], ["comment", "white"], ["attachment"])
    versions = [
        actions.upload(publication, file=ContentFile(bad.drawn(*names), name="a.pdf"), by=editor)
        for publication, names in zip(publications, flaws, strict=True)
    ]
    one_by_one, together = checking.examine_all(versions), checking.examine_ours(versions)
    assert one_by_one == together
    kinds = [{finding.kind for finding in report.blocking} for report in together]
    assert [bool(found) for found in kinds] == [True, True, True]
    assert "text_under_box" in kinds[0]
    assert [report.pages for report in together] == [1, 2, 1]


# --- jobs --------------------------------------------------------------------------------------------------------


def running(started: str = "2026-01-01T00:00:00Z", workers: int = 1) -> DBTaskResult:
    """A job that a worker has taken."""
    checking.check_version.enqueue(4711)
    job = DBTaskResult.objects.get(args_kwargs__args=[4711])
    DBTaskResult.objects.filter(pk=job.pk).update(
        status=TaskResultStatus.RUNNING, started_at=started, worker_ids=[f"w{number}" for number in range(workers)]
    )
    return job


@pytest.mark.parametrize(
    ("workers", "becomes"), [(1, "READY"), (4, "READY"), (5, "FAILED")], ids=["once", "four times", "five times"]
)
def test_the_job_of_a_worker_that_is_gone_is_put_back_but_not_for_ever(workers: int, becomes: str) -> None:
    job = running(workers=workers)
    assert jobs.put_back() == 1
    job.refresh_from_db()
    assert job.status == becomes


def test_a_job_that_was_taken_just_now_is_left_alone() -> None:
    running(started=timezone.now().isoformat())
    assert jobs.put_back() == 0
