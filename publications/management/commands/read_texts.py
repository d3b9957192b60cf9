"""`read_texts`: the text of every file that nobody has read yet. A worker does this by itself; for after an upgrade."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from publications import page_texts


class Command(BaseCommand):
    """Prints a line a file; ends with an error if one could not be read, after all others were."""

    help = "Read the text inside every file whose text has not been read yet, so that search finds it."

    def handle(self, *args: Any, **options: Any) -> None:
        """Read them, one after the other; safe to run again."""
        failed = 0
        for version in page_texts.missing():
            reading = page_texts.read(version)
            failed += bool(reading.problem)
            said = reading.get_problem_display() if reading.problem else f"{reading.pages} pages"
            self.stdout.write(f"File {version.pk} of publication {version.publication_id}: {said}")
        if failed:
            raise CommandError(f"The text of {failed} files could not be read: see the lines above.")
