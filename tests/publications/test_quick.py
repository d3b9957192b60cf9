"""What is written quickly for tests is what the actions write."""

from pathlib import Path
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult

from publications import actions, sandboxed
from publications.checks import sandbox
from publications.models import CheckFinding, FileText, FileVersion, RecordEntry
from tests.publications import factories, pdfs, quick
from tests.publications.clock import at

pytestmark = pytest.mark.django_db
OF_EACH = {"id", "identifier", "version_id", "check_run_id", "review_id", "publication_id"}


def rows(query: Any, version: FileVersion) -> list[dict[str, Any]]:
    """What the rows say, with people by what they do, and without the numbers that each has of its own."""
    people = {version.uploaded_by_id: "editor", version.sign_offs.get().by_id: "approver"}
    found = []
    for row in query.order_by("pk").values():
        told = {name: value for name, value in row.items() if name not in OF_EACH}
        found.append(
            {name: people.get(value, value) if name.endswith("by_id") else value for name, value in told.items()}
        )
        if "check" in (data := told.get("data", {})):
            assert data["check"] == version.checks.get().pk
            found[-1]["data"] = data | {"check": "its own"}
    return found


def told(version: FileVersion) -> dict[str, list[Any]]:
    """All that is there of a version."""
    jobs = DBTaskResult.objects.filter(args_kwargs__args=[version.pk]).order_by("enqueued_at")
    return {
        "version": rows(FileVersion.objects.filter(pk=version.pk), version),
        "checks": rows(version.checks.all(), version),
        "findings": rows(CheckFinding.objects.filter(check_run__version=version), version),
        "text": rows(FileText.objects.filter(version=version), version),
        "sign-offs": rows(version.sign_offs.all(), version),
        "record": rows(RecordEntry.objects.filter(version_id=version.pk), version),
        "jobs": [(job.task_path, job.status, job.priority, job.queue_name) for job in jobs],
    }


def test_the_same_rows() -> None:
    file = factories.pdf("the same")
    with at("2026-07-03 10:00"):
        quickly = quick.signed_off(
            factories.publication(), file=file, by=factories.editor(), approver=factories.approver()
        )
        file.seek(0)
        usually = actions.upload(factories.publication(), file=file, by=factories.editor())
        actions.sign_off(usually, by=factories.approver())
        assert told(quickly) == told(usually)
    assert len(told(quickly)["record"]) == 3
    with quickly.open() as stored:
        file.seek(0)
        assert stored.read() == file.read()


def test_the_same_text(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdfs.page("A report, 12"))
    version = factories.signed_off(text="A report,")
    assert sandbox.run("text", file, options=sandboxed.limits()) == ["A report, 12"]
    assert sandboxed.run("text", version) == [pdfs.made[version.sha256]]


def test_only_where_nothing_was_done_before() -> None:
    publication = factories.publication()
    assert quick.is_untouched(publication)
    factories.signed_off(publication)
    assert not quick.is_untouched(publication)
    of_suspended = factories.publication(factories.released().review)
    actions.suspend(of_suspended.review, category="court_order", reason="x", by=factories.editor())
    assert not quick.is_untouched(of_suspended)
