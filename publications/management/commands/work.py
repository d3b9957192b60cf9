"""`work`: does the jobs that wait in the database, such as checks of files and e-mails, until it is stopped."""

import logging
import signal
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from publications import checking, jobs

EVERY = 1.0  # seconds between two looks for jobs
MISSING_EVERY = 600.0  # seconds between two looks for files that nobody asked to check
logger = logging.getLogger(__name__)


class SteadyWorker(Worker):
    """A worker that takes up again what killed ones left, and that outlives a restart of the database."""

    looked_at: float | None = None

    def run(self) -> None:
        """Work until stopped."""
        while self.running:
            try:
                self.keep_up()
                super().run()
            except DatabaseError as error:
                logger.warning("The database did not answer; trying again. %s", error)
                close_old_connections()
            if self.running:
                time.sleep(self.interval)

    def keep_up(self) -> None:
        """Put back what killed workers left; now and then, ask for the checks that are missing."""
        close_old_connections()
        jobs.put_back()
        if self.looked_at is None or time.monotonic() - self.looked_at > MISSING_EVERY:
            self.looked_at = time.monotonic()
            checking.ask_where_missing()


class OnceWorker(SteadyWorker):
    """The same, until nothing is left to do."""

    def run(self) -> None:
        """Work off what there is."""
        self.keep_up()
        Worker.run(self)


class Command(BaseCommand):
    """`manage.py work [--once]`."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to stay."""
        parser.add_argument("--once", action="store_true", help="End when nothing is left to do.")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        """Returns when nothing is left, or does not return."""
        worker = (OnceWorker if once else SteadyWorker)(
            queue_names=["*"],
            interval=EVERY,
            batch=True,  # each run ends when nothing is left; ours goes on
            backend_name=jobs.BACKEND,
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        if not once:
            signal.signal(signal.SIGINT, worker.shutdown)
            signal.signal(signal.SIGTERM, worker.shutdown)
        worker.run()
