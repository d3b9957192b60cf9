"""Who is told by e-mail of what, and that no message names anything (rule R10)."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from publications import actions, checking, clock, notices
from publications.checks.findings import Finding, Report
from publications.models import AccountHandled, Suspension
from tests.publications import factories as make
from tests.publications.admin.screens import do_jobs
from tests.publications.clock import set_clock
from tests.publications.importing.sheets import line, pdf, run, sheet

pytestmark = pytest.mark.slow


def suspend() -> Suspension:
    """A suspension by one of several people."""
    set_clock("2026-07-03 10:32")
    released = make.released(make.publication(make.review("Child Quiet"), title="A quiet title"))
    by = make.person("finder", "suspend", email="finder@example.org")
    make.person("approver", "approve", "suspend", email="approver@example.org")
    make.person("editor", "manage", email="editor@example.org")
    make.person("gone", "manage", email="gone@example.org", is_active=False)
    make.person("nobody", email="nobody@example.org")
    make.person("without address", "manage")
    return actions.suspend(released, category="court_order", reason="A private reason.", by=by)


def test_r10_the_others_are_told_by_a_job_without_naming_it(committed_database: str, mailoutbox: list[Any]) -> None:
    suspend()
    assert not mailoutbox
    call_command("db_worker", "--backend=background", "--batch", "--no-startup-delay", verbosity=0)
    assert [message.to for message in mailoutbox] == [["approver@example.org"], ["editor@example.org"]]
    for message in mailoutbox:
        whole = message.subject + message.body
        assert "10:32 on 3 July 2026" in whole
        assert "/admin/" in whole
        for secret in ("Quiet", "quiet", "private", "court", "Overview"):
            assert secret not in whole


@pytest.mark.django_db
def test_the_job_is_part_of_the_transaction_and_holds_a_number_only() -> None:
    suspended = suspend()
    job = DBTaskResult.objects.get(task_path="publications.notices.tell_of_suspension")
    assert job.args_kwargs == {"args": [suspended.pk], "kwargs": {}}


def emails(mailoutbox: list[Any]) -> list[tuple[str, list[str]]]:
    """Who was told what, all jobs done; the mailbox is empty afterwards."""
    do_jobs()
    told = sorted((message.subject, message.to) for message in mailoutbox)
    for message in mailoutbox:
        for secret in ("Quiet", "Some name", "Overview", "street", "overview"):
            assert secret not in message.subject + message.body
    mailoutbox.clear()
    return told


@pytest.fixture
def people() -> dict[str, Any]:
    """An uploader, two approvers, of whom one has the uploader to thank for the account, and others."""
    set_clock("2026-07-03 10:00")
    made = {
        "uploader": make.person("uploader", "manage", email="uploader@example.org"),
        "approver": make.person("approver", "approve", email="approver@example.org"),
        "puppet": make.person("puppet", "approve", email="puppet@example.org"),
        "other": make.person("other", "manage", email="other@example.org"),
    }
    AccountHandled.objects.create(user=made["puppet"], by=made["uploader"], at=clock.now())
    return made


@pytest.mark.django_db
def test_approvers_are_told_of_a_file_that_waits_and_the_uploader_of_what_becomes_of_it(
    people: dict[str, Any], mailoutbox: list[Any]
) -> None:
    target = make.publication(make.review("Child Quiet"))
    version = actions.upload(target, file=make.pdf(), by=people["uploader"])
    assert emails(mailoutbox) == [(notices.WAITING[0], ["approver@example.org"])]
    actions.return_file(version, reason="A street is named.", by=people["approver"])
    assert emails(mailoutbox) == [(notices.RETURNED[0], ["uploader@example.org"])]
    better = actions.upload(target, file=make.pdf("better"), by=people["uploader"])
    assert emails(mailoutbox) == [(notices.WAITING[0], ["approver@example.org"])]
    actions.sign_off(better, by=people["approver"])
    assert emails(mailoutbox) == [(notices.SIGNED_OFF[0], ["uploader@example.org"])]


@pytest.mark.django_db
def test_nobody_is_told_of_a_file_that_is_stopped_until_it_is_overruled(
    people: dict[str, Any], mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = Report((Finding("text_under_box", 1),), pages=1)
    monkeypatch.setattr(checking, "examine", lambda *_args, **_named: blocked)
    version = actions.upload(make.publication(), file=make.pdf(), by=people["uploader"])
    assert emails(mailoutbox) == []
    findings = version.checks.get().findings.all()
    actions.overrule(version, findings=findings, reason="A heading.", by=people["other"])
    assert emails(mailoutbox) == [(notices.WAITING[0], ["approver@example.org"])]


@pytest.mark.django_db
def test_everybody_is_told_when_a_signed_file_turns_out_to_be_flawed(
    people: dict[str, Any], mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    version = make.signed_off(by=people["uploader"])
    emails(mailoutbox)
    blocked = Report((Finding("text_under_box", 1),), pages=1)
    monkeypatch.setattr(checking, "examine", lambda *_args, **_named: blocked)
    checking.ask(version, at=clock.now())
    everybody = [[f"{name}@example.org"] for name in sorted(people)]
    assert emails(mailoutbox) == [(notices.STOPPED[0], to) for to in everybody]


@pytest.mark.django_db
def test_an_import_of_many_files_is_one_duty_and_sends_nothing(
    people: dict[str, Any], mailoutbox: list[Any], tmp_path: Path
) -> None:
    lines = [line(review=f"Child {number}", file=pdf(tmp_path, f"{number}.pdf")) for number in range(3)]
    run(sheet(tmp_path, *lines), by=people["uploader"].username)
    assert emails(mailoutbox) == []
