"""Jobs that a killed worker left, and whether anybody is doing jobs at all.

Every job is safe to run again. A worker holds a lock in the database for as long as it is at a job; when it dies,
however it dies, the lock is free and the job is put back (django-tasks-db alone leaves it "running" for ever).
"""

import hashlib
from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

BACKEND = "background"
GRACE = timedelta(seconds=10)  # between the taking of a job and of its lock
RECENT = timedelta(minutes=1)
AFTER_A_FAILURE = timedelta(minutes=10)
MOST_ATTEMPTS = 5
KILLER = "Every worker that began this job died of it."


def lock_number(job: Any) -> int:
    """The number of a job's lock, of the 64 bits that PostgreSQL's advisory locks have."""
    return int.from_bytes(hashlib.sha256(f"lscb job {job}".encode()).digest()[:8], signed=True)


def hold(*, task_result: Any, **_kwargs: Any) -> None:
    """At the start of a job: hold its lock."""
    if task_result.backend == BACKEND:
        _ask("SELECT pg_advisory_lock(%s)", task_result.id)


def let_go(*, task_result: Any, **_kwargs: Any) -> None:
    """At the end of a job: let its lock go; it may have gone with the connection."""
    if task_result.backend == BACKEND:
        _ask("SELECT pg_advisory_unlock(%s)", task_result.id)


def _ask(statement: str, job: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, [lock_number(job)])
        return cursor.fetchone()[0]


def is_held(job: Any) -> bool:
    """Whether a living worker is at this job, this process not counted."""
    if not _ask("SELECT pg_try_advisory_lock(%s)", job):
        return True
    _ask("SELECT pg_advisory_unlock(%s)", job)
    return False


def put_back() -> int:
    """Put back every job whose worker is gone, to be done again; their number.

    One that has killed several workers is given up: it is "failed" then, with the reason.
    """
    running = DBTaskResult.objects.running().filter(backend_name=BACKEND, started_at__lt=timezone.now() - GRACE)
    left = [job for job in running if not is_held(job.pk)]
    for job in left:
        mine = DBTaskResult.objects.running().filter(pk=job.pk, worker_ids=job.worker_ids)
        if len(job.worker_ids) < MOST_ATTEMPTS:
            mine.update(status=TaskResultStatus.READY, started_at=None)
        else:
            mine.update(status=TaskResultStatus.FAILED, finished_at=timezone.now(), traceback=KILLER)
    return len(left)


def is_waiting_or_running(task: Any, *args: Any) -> bool:
    """Whether a job for exactly this is waiting, is being done, or has failed so lately that it is left to rest."""
    jobs = DBTaskResult.objects.filter(task_path=task.module_path, args_kwargs={"args": list(args), "kwargs": {}})
    alive = jobs.filter(status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING])
    return alive.exists() or jobs.failed().filter(finished_at__gt=timezone.now() - AFTER_A_FAILURE).exists()


def is_anybody_working() -> bool:
    """Whether a worker is at a job now, or has finished one within the last minute."""
    of_ours = DBTaskResult.objects.filter(backend_name=BACKEND)
    if of_ours.finished().filter(finished_at__gt=timezone.now() - RECENT).exists():
        return True
    return any(is_held(job.pk) for job in of_ours.running())
