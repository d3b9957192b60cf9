"""`migrate` as the owner of the tables; the application's role may not change them."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.commands import migrate

from lscb_site.database import as_owner


class Command(migrate.Command):
    """Django's own command, run as the owner's role, and the roles' rights said again after it."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate the default database; any other as Django does."""
        if options["database"] != "default" or settings.DATABASE_OWNER_URL == settings.DATABASE_URL:
            super().handle(*args, **options)
            return
        with as_owner():
            super().handle(*args, **options)
        call_command("setup_roles", verbosity=0)
