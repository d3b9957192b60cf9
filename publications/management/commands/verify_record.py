"""Find a row of the record that was altered, removed or inserted."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from publications import record
from publications.models import RecordDigest


class Command(BaseCommand):
    """`manage.py verify_record [--digests FILE]`."""

    help = "Hold the record against its chain of digests and against the lines kept outside the database."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where the lines kept outside are."""
        parser.add_argument(
            "--digests", type=Path, help="A copy of the digests kept elsewhere. Without it: the file RECORD_DIGESTS."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 1 and say what is wrong, or say how far the record is proven."""
        file: Path = options["digests"] or settings.RECORD_DIGESTS
        if options["digests"] and not file.exists():
            raise CommandError(f"There is no file {file}. Give the file to which the daily digests are written.")
        outside = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        found = list(record.faults(outside))
        if found:
            raise CommandError("\n".join(found))
        links = RecordDigest.objects.count()
        self.stdout.write(f"The record is as its {links} digests and the {len(outside)} lines of {file.name} say.")
