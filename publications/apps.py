"""Wiring of the app."""

from django.apps import AppConfig
from django.core import checks


class PublicationsConfig(AppConfig):
    """The ledger: reviews, publications and what was decided about them."""

    name = "publications"
    verbose_name = "Publications"

    def ready(self) -> None:
        """Register the check of the guards."""
        from publications.system_checks import guards_hold

        checks.register(guards_hold, checks.Tags.database)
