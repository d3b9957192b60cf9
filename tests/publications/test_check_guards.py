"""The database itself holds the checks, and what was decided on them, against the application's own role (R9, R13)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import RestrictedError

from publications import actions, checking, clock, verdicts
from publications.actions.base import write_record
from publications.checks.findings import Finding, Place, Report
from publications.errors import ListingProtected
from publications.models import Check, CheckFinding, FileVersion, Overruling, Release, Returned, SignOff
from publications.models.record import Event
from tests.publications import factories as make
from tests.publications.clock import set_clock

pytestmark = pytest.mark.django_db
BLOCKED = Finding("text_under_box", 1, Place(10, 20, 30, 40))


@pytest.fixture(autouse=True)
def _application(as_application: None) -> None:
    assert as_application is None
    set_clock("2026-07-03 10:00")


@pytest.fixture
def blocked(monkeypatch: pytest.MonkeyPatch) -> FileVersion:
    """A file in which the checks found something that stops it."""
    return checked(monkeypatch, BLOCKED)


def sqlstate(state: str) -> Any:
    """Whatever is inside ends in the database with this state of SQL, told as it is or as a refusal."""
    return pytest.raises((DatabaseError, ListingProtected), check=lambda error: state_of(error) == state)


def state_of(error: BaseException | None) -> str:
    while error is not None and not hasattr(error, "sqlstate"):
        error = error.__cause__
    return str(getattr(error, "sqlstate", ""))


def checked(monkeypatch: pytest.MonkeyPatch, *findings: Finding) -> FileVersion:
    version = actions.upload(make.publication(), file=make.pdf(), by=make.editor())
    with monkeypatch.context() as patch:
        patch.setattr(checking, "examine", lambda *_args, **_named: Report(findings, pages=1))
        checking.check_now(version)
    return version


def check_of(version: FileVersion) -> Check:
    check = verdicts.last_check(version)
    assert check
    return check


def whole(check: Check, **changed: Any) -> Check:
    for name, value in changed.items():
        setattr(check, name, value)
    return check


# --- a finished check ---------------------------------------------------------------------------------------------

CHANGES: dict[str, Callable[[Check], Any]] = {
    "its outcome": lambda check: Check.objects.filter(pk=check.pk).update(outcome="clear"),
    "its hash": lambda check: Check.objects.filter(pk=check.pk).update(sha256="0" * 64),
    "its file": lambda check: whole(check, version=make.signed_off()).save(),
    "back to unfinished": lambda check: Check.objects.filter(pk=check.pk).update(
        finished_at=None, outcome="", checks_version=None
    ),
    "a finding less": lambda check: delete(check.findings.all()),
    "a finding more": lambda check: CheckFinding.objects.create(check_run=check, kind="postcode", severity="look"),
    "the check gone": lambda check: delete(Check.objects.filter(pk=check.pk)),
}


def delete(rows: Any) -> None:
    """At once and, as at the end of a transaction, for good."""
    rows.delete()
    at_the_end()


def at_the_end() -> None:
    """Ask what is asked when a transaction ends."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.mark.parametrize("what", CHANGES)
def test_a_finished_check_stays_as_it_is(blocked: FileVersion, what: str) -> None:
    with sqlstate("23L01"), transaction.atomic():
        CHANGES[what](check_of(blocked))


def test_the_severity_of_a_finding_is_nobodys_to_change(blocked: FileVersion) -> None:
    with sqlstate("42501"), transaction.atomic():
        CheckFinding.objects.filter(check_run=check_of(blocked)).update(severity="note")


def test_the_check_that_a_sign_off_saw_can_not_go() -> None:
    version = make.signed_off()
    with pytest.raises(RestrictedError):
        check_of(version).delete()


def test_they_go_with_a_file_that_is_discarded(blocked: FileVersion) -> None:
    finding = check_of(blocked).findings.get()
    editor, approver = make.editor(), make.approver()
    actions.overrule(blocked, findings=[finding], reason="A heading.", by=editor)
    actions.return_file(blocked, reason="No.", by=approver)
    actions.sign_off(blocked, by=approver, said=actions.Said(agreed={finding.pk: "A heading."}))
    at_the_end()
    actions.discard(blocked, by=editor)
    at_the_end()
    for model in (Check, CheckFinding, Overruling, Returned, SignOff):
        assert not model._default_manager.exists()


LIES: dict[str, dict[str, Any]] = {
    "finished from the start": {"outcome": "clear", "checks_version": 1, "finished": True},
    "of another content": {"sha256": "0" * 64},
    "asked for yesterday": {"asked_at": "2026-07-02 10:00+01:00"},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_check_is_not_made_up(lie: str) -> None:
    version = make.signed_off()
    now, values = clock.now(), dict(LIES[lie])
    if values.pop("finished", False):
        values |= {"started_at": now, "finished_at": now}
    with sqlstate("23L01"), transaction.atomic():
        Check.objects.create(**({"version": version, "sha256": version.sha256, "asked_at": now} | values))


def test_a_check_that_found_something_is_not_clear() -> None:
    version = actions.upload(make.publication(), file=make.pdf(), by=make.editor())
    check = version.checks.get()
    CheckFinding.objects.create(check_run=check, kind="text_under_box", severity="blocking", page=1)
    now = clock.now()
    with sqlstate("23L01"), transaction.atomic():
        whole(check, started_at=now, finished_at=now, outcome="clear", checks_version=1).save()


def test_a_check_has_its_row_in_the_record() -> None:
    version = actions.upload(make.publication(), file=make.pdf(), by=make.editor())
    now = clock.now()
    with sqlstate("23L01"), transaction.atomic():
        whole(version.checks.get(), started_at=now, finished_at=now, outcome="clear", checks_version=1).save()
        at_the_end()


# --- a sign-off ---------------------------------------------------------------------------------------------------


def sign(version: FileVersion, check: Check | None, **changed: Any) -> None:
    """A sign-off by a statement, with its row in the record."""
    now, by = clock.now(), make.approver()
    values = {"version": version, "sha256": version.sha256, "check_run": check, "by": by, "at": now} | changed
    with transaction.atomic():
        SignOff.objects.create(**values)
        write_record(Event.SIGN_OFF, by=by, at=now, publication=version.publication, version=version)
        at_the_end()


def test_a_sign_off_is_possible_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    version = checked(monkeypatch)
    sign(version, check_of(version))
    assert verdicts.is_signed_off(version)


def no_check(version: FileVersion) -> Check | None:
    return None


def anothers(_version: FileVersion) -> Check:
    return check_of(make.signed_off())


def unfinished(version: FileVersion) -> Check:
    return checking.ask(version, at=clock.now())


def earlier(version: FileVersion) -> Check:
    seen = check_of(version)
    checking.ask(version, at=clock.now())
    return seen


@pytest.mark.parametrize("which", [no_check, anothers, unfinished, earlier], ids=lambda which: which.__name__)
def test_a_sign_off_saw_the_last_finished_check_of_that_file(
    monkeypatch: pytest.MonkeyPatch, which: Callable[[FileVersion], Check | None]
) -> None:
    version = checked(monkeypatch)
    with pytest.raises(ListingProtected, match="checks of this file"):
        sign(version, which(version))


def half_overruled(version: FileVersion) -> None:
    actions.overrule(version, findings=check_of(version).findings.all(), reason="A heading.", by=make.editor())


def untouched(_version: FileVersion) -> None:
    """Nobody has overruled anything."""


@pytest.mark.parametrize("so_far", [untouched, half_overruled], ids=lambda so_far: so_far.__name__)
def test_a_sign_off_needs_both_halves_of_an_overruling(
    blocked: FileVersion, so_far: Callable[[FileVersion], None]
) -> None:
    so_far(blocked)
    with pytest.raises(ListingProtected, match="checks of this file"):
        sign(blocked, check_of(blocked))


def test_what_can_not_be_read_is_never_signed_off(monkeypatch: pytest.MonkeyPatch) -> None:
    version = checked(monkeypatch, Finding("broken"))
    with pytest.raises(ListingProtected, match="checks of this file"):
        sign(version, check_of(version))
    with sqlstate("23L01"), transaction.atomic():
        ask(version, check_of(version).findings.get())


# --- an overruling ------------------------------------------------------------------------------------------------


def ask(version: FileVersion, finding: CheckFinding, **changed: Any) -> Overruling:
    """A manager's half by a statement, with its row in the record."""
    now, by = clock.now(), make.editor()
    row = Overruling.objects.create(**({"finding": finding, "asked_by": by, "asked_at": now, "reason": "x"} | changed))
    write_record(Event.OVERRULING, by=by, at=now, publication=version.publication, version=version)
    return row


HALVES: dict[str, dict[str, Any]] = {
    "without a reason": {"reason": " "},
    "yesterday": {"asked_at": "2026-07-02 10:00+01:00"},
    "both halves at once": {"agreed": True},
}


@pytest.mark.parametrize("how", HALVES)
def test_a_finding_is_overruled_now_with_a_reason_by_one_first(blocked: FileVersion, how: str) -> None:
    values = dict(HALVES[how])
    if values.pop("agreed", False):
        values = {"agreed_by": make.approver(), "agreed_at": clock.now(), "agreed_reason": "y"}
    with sqlstate("23L01"), transaction.atomic():
        ask(blocked, check_of(blocked).findings.get(), **values)


def test_only_what_blocks_is_overruled(monkeypatch: pytest.MonkeyPatch) -> None:
    version = checked(monkeypatch, Finding("postcode", 1))
    with sqlstate("23L01"), transaction.atomic():
        ask(version, check_of(version).findings.get())


@pytest.fixture
def half(blocked: FileVersion) -> Overruling:
    """A manager's half."""
    return ask(blocked, check_of(blocked).findings.get())


def test_it_is_agreed_to_by_another_with_a_reason_and_a_sign_off(half: Overruling) -> None:
    approver, now = make.approver(), clock.now()
    rows = Overruling.objects.filter(pk=half.pk)
    for values, state in (
        ({"agreed_by": half.asked_by_id, "agreed_at": now, "agreed_reason": "y"}, "23514"),
        ({"agreed_by": approver, "agreed_at": now, "agreed_reason": None}, "23514"),
        ({"agreed_by": approver, "agreed_at": now, "agreed_reason": " "}, "23L01"),
        ({"agreed_by": None, "agreed_at": now, "agreed_reason": "y"}, "23514"),
        ({"agreed_by": approver, "agreed_at": "2026-07-02 10:00+01:00", "agreed_reason": "y"}, "23L01"),
        ({"agreed_by": approver, "agreed_at": now, "agreed_reason": "y"}, "23L01"),
    ):
        with sqlstate(state), transaction.atomic():
            rows.update(**values)
            at_the_end()


@pytest.mark.parametrize("column", ["reason", "agreed_reason"])
def test_r12_reasons_are_erased_and_not_rewritten(blocked: FileVersion, column: str) -> None:
    finding = check_of(blocked).findings.get()
    actions.overrule(blocked, findings=[finding], reason="Because of Jo.", by=make.editor())
    actions.sign_off(blocked, by=make.approver(), said=actions.Said(agreed={finding.pk: "Jo agrees."}))
    rows = Overruling.objects.all()
    with sqlstate("23L01"), transaction.atomic():
        rows.update(**{column: "Something else."})
    rows.update(**{column: ""})
    assert getattr(rows.get(), column) == ""
    assert verdicts.verdict(FileVersion.objects.get(pk=blocked.pk)) is verdicts.Verdict.OPEN


def test_an_overruling_does_not_go(half: Overruling) -> None:
    with sqlstate("23L01"), transaction.atomic():
        delete(Overruling.objects.filter(pk=half.pk))


def test_a_return_stays_and_its_reason_can_be_erased() -> None:
    version = actions.upload(make.publication(), file=make.pdf(), by=make.editor())
    actions.return_file(version, reason="The street is named.", by=make.approver())
    rows = Returned.objects.all()
    with sqlstate("23L01"), transaction.atomic():
        rows.update(reason="Something else.")
    with sqlstate("23L01"), transaction.atomic():
        delete(rows)
    rows.update(reason="")


# --- a release ----------------------------------------------------------------------------------------------------


def test_what_a_later_check_found_stops_a_release_by_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    version = make.signed_off()
    checking.ask(version, at=clock.now())
    monkeypatch.setattr(checking, "examine", lambda *_args, **_named: Report((BLOCKED,), pages=1))
    checking.check_version.call(version.pk)
    now = clock.now()
    release = Release(
        publication=version.publication, version=version, at=now, requested_at=now, by=version.uploaded_by,
        period_number=12, period_unit="months", policy="keep",
    )  # fmt: skip
    with pytest.raises(ListingProtected, match="checks of this file"):
        release.save()
