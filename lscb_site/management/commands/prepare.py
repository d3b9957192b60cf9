"""`prepare`: everything the site needs before it is served."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from lscb_site.database import as_owner
from lscb_site.sites import follow_public_url


class Command(BaseCommand):
    """Migrate, set the roles' rights and collect the static files, each only if something has changed."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what is done; safe to run again."""
        if migrations_wait():
            self.stdout.write("Making the tables of the database ...")
            call_command("migrate", verbosity=0)
        else:
            follow_public_url()
        if settings.DATABASE_OWNER_URL != settings.DATABASE_URL:
            call_command("setup_roles", verbosity=0)
        if not static_is_current():
            self.stdout.write("Collecting style sheets, scripts and pictures ...")
            call_command("collectstatic", interactive=False, clear=True, verbosity=0)
            static_stamp().write_text(state_of_static())


def migrations_wait() -> bool:
    """Whether the database lacks a migration."""
    with as_owner():
        executor = MigrationExecutor(connection)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def static_stamp() -> Path:
    """The note of what was collected."""
    return Path(settings.STATIC_ROOT) / ".collected"


def static_is_current() -> bool:
    """Whether what was collected is what there is."""
    return static_stamp().exists() and static_stamp().read_text() == state_of_static()


def state_of_static() -> str:
    """A hash of our own static files and of the list of packages that bring theirs."""
    digest = hashlib.sha256((settings.BASE_DIR / "deploy/requirements.txt").read_bytes())
    for path in sorted((settings.BASE_DIR / "static").rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(settings.BASE_DIR)}\0".encode() + path.read_bytes())
    return digest.hexdigest()
