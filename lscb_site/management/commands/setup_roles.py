"""`setup_roles`: the rights of the application's role, said again."""

from typing import Any

import psycopg
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from lscb_site import roles
from lscb_site.database import denied_privileges


class Command(BaseCommand):
    """Give the application's role its rights, no more; run it at set-up, at install and after a restore."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Grant in the database of DATABASE_OWNER_URL to the role of DATABASE_URL."""
        application = settings.DATABASES["default"]["USER"]
        if settings.DATABASE_OWNER_URL == settings.DATABASE_URL:
            self.stderr.write("DATABASE_OWNER_URL is not set: one role owns and writes, so the guards are weak.")
            return
        try:
            roles.grant(settings.DATABASE_OWNER_URL, application=application, denied=denied_privileges(apps))
        except psycopg.Error as error:
            raise CommandError(f"The rights of {application} could not be set: {error}") from error
        if options["verbosity"]:
            self.stdout.write(f"The role {application} has its rights, no more.")
