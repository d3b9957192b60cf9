"""A worker that was killed leaves no job behind, and nobody takes a job from one that lives."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import call_command
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from publications import actions, checking, jobs
from publications.demo import bad
from publications.models import Check
from tests import databases
from tests.publications import factories as make

pytestmark = pytest.mark.slow


def wait_for(what: str, seconds: float = 30) -> None:
    """Until the check is where a test wants it."""
    end = time.monotonic() + seconds
    while not Check.objects.filter(**{what: False}).exists():
        assert time.monotonic() < end, f"no check with {what}"
        time.sleep(0.05)


@pytest.fixture
def worker(committed_database: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A worker in a process of its own, on the test's database."""
    address = databases.owner_url(committed_database)
    store = Path(storages["reports"].path("")).as_uri()
    environment = os.environ | {"DATABASE_URL": address, "DATABASE_OWNER_URL": address, "FILES_URL": store}
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "work"]
    process = subprocess.Popen(command, env=environment, start_new_session=True)
    yield process
    process.kill()
    process.wait()


def test_the_job_of_a_killed_worker_is_done_by_the_next(
    worker: "subprocess.Popen[bytes]", monkeypatch: pytest.MonkeyPatch
) -> None:
    flaws = ["box", "white"] * 60
    file = ContentFile(bad.drawn(*flaws), name="long.pdf")
    version = actions.upload(make.publication(), file=file, by=make.editor())
    wait_for("started_at__isnull")
    job = DBTaskResult.objects.get(task_path="publications.checking.check_version")
    monkeypatch.setattr(jobs, "GRACE", jobs.GRACE * 0)
    assert jobs.is_held(job.pk)
    assert jobs.is_anybody_working()
    assert jobs.put_back() == 0, "its worker lives"

    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    job.refresh_from_db()
    assert job.status == TaskResultStatus.RUNNING
    while jobs.is_held(job.pk):
        time.sleep(0.05)
    assert not jobs.is_anybody_working()
    call_command("work", "--once")
    job.refresh_from_db()
    assert (job.status, len(job.worker_ids)) == (TaskResultStatus.SUCCESSFUL, 2)
    assert version.checks.get().findings.filter(severity="blocking").exists()


@pytest.mark.django_db
def test_two_workers_with_the_same_check_write_it_down_once() -> None:
    version = actions.upload(make.publication(), file=make.pdf(), by=make.editor())
    check = version.checks.get()
    report = checking.examine(version)
    for _worker in range(2):
        checking.begin(check)
        checking.finish(check, report)
    assert version.checks.count() == 1


@pytest.mark.parametrize("job", ["a", "b" * 36])
def test_the_number_of_a_lock_fits_the_database(job: str) -> None:
    assert -(2**63) <= jobs.lock_number(job) < 2**63
    assert jobs.lock_number(job) == jobs.lock_number(job)
