"""Wiring of the app."""

from django.apps import AppConfig
from django.core import checks
from django_tasks.signals import task_finished, task_started


class PublicationsConfig(AppConfig):
    """The ledger: reviews, publications and what was decided about them."""

    name = "publications"
    verbose_name = "Publications"

    def ready(self) -> None:
        """Register the check of the guards, and what workers do before and after each job."""
        from publications import jobs
        from publications.system_checks import guards_hold

        checks.register(guards_hold, checks.Tags.database)
        task_started.connect(jobs.hold)
        task_finished.connect(jobs.let_go)
