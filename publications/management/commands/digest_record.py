"""Add today's link to the chain of digests over the record; to be run daily."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from publications import record


class Command(BaseCommand):
    """`manage.py digest_record`."""

    help = "Add a link to the chain of digests over the record, in the database and in the file RECORD_DIGESTS."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it, and print it so that whoever runs this can keep it elsewhere too."""
        digest = record.write_digest(settings.RECORD_DIGESTS)
        self.stdout.write(str(digest) if digest else "Nothing was recorded since the last digest.")
