"""Who is told of a suspension, and that the message names nothing (rule R10)."""

from typing import Any

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from publications import actions
from publications.models import Suspension
from tests.publications import factories as make
from tests.publications.clock import set_clock


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
