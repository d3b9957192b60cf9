"""`import_reviews`: reviews and reports from before this site, from a spreadsheet."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from publications import clock, importing
from publications.errors import Refused
from publications.importing import people, table
from publications.models import ImportBatch


class Command(BaseCommand):
    """Read reviews and their documents in from a CSV file, to be made public once a second person approves them."""

    help = __doc__ + " Safe to run again: lines that are here already change nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file and what to do with it."""
        parser.add_argument("file", type=Path, help="the spreadsheet, saved as CSV; docs/import.md names its columns")
        parser.add_argument("--files", type=Path, metavar="FOLDER", help="where the PDFs that it names are")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done, and what is wrong")
        parser.add_argument(
            "--by", metavar="USER", help=f"who imports; left out, the account “{people.HOST}”, which cannot sign in"
        )
        parser.add_argument(
            "--approve-as", metavar="USER",
            help="for demonstrations only: approve at once in this person's name; on a real site that person approves "
            "on the import's screen, where every date is shown",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, or say in full why not; CommandError then, and nothing was changed."""
        try:
            with transaction.atomic():
                self.run_import(**options)
        except importing.ImportRefused as refused:
            raise CommandError(described(refused)) from refused
        except Refused as refused:
            raise CommandError(f"{refused.sentence} Nothing was imported.") from refused
        except LookupError as unknown:
            raise CommandError(str(unknown.args[0])) from unknown

    def run_import(
        self, *, file: Path, files: Path | None, dry_run: bool, by: str | None, approve_as: str | None, **_others: Any
    ) -> None:
        """Plan, and unless it is a dry run save and perhaps approve."""
        planned = importing.plan(table.read(file), folder=files, at=clock.now())
        self.stdout.write(summary(planned))
        if dry_run:
            self.stdout.write("This was a dry run: nothing was imported.")
            return
        approver = people.person(approve_as) if approve_as else None
        importer = people.person(by) if by else people.host()
        with progress("Importing", len(planned.new)) as step:
            batch = importing.save(planned, by=importer, on_line=step)
        if batch and approver:
            with progress("Approving", len(planned.new)) as step:
                importing.approve(batch, by=approver, on_line=step)
        self.stdout.write(outcome(batch, approver))


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[object], None]]:
    """A bar on a terminal, nothing elsewhere; gives the function that is told of each line."""
    with tqdm(total=total, desc=what, unit=" lines", disable=None) as bar:

        def step(_line: object) -> None:
            bar.update()

        yield step


def summary(planned: importing.Plan) -> str:
    """What would change, in a sentence."""
    reviews = len({(line.board, line.review) for line in planned.new})
    files = sum(line.path is not None for line in planned.new)
    sentence = f"New: {len(planned.new)} documents of {reviews} reviews, {files} files."
    return f"{sentence} Here already and unchanged: {len(planned.unchanged)}." if planned.unchanged else sentence


def outcome(batch: ImportBatch | None, approver: Any) -> str:
    """What became of it, in a sentence."""
    if batch is None:
        return "Everything is here already; nothing was changed."
    if approver:
        return f"Imported, and approved as {approver.get_username()}."
    return "Imported. Nothing of it is public until a second person approves it in the admin, under Imports."


def described(refused: importing.ImportRefused) -> str:
    """Every problem on its line, and what to do."""
    number = len(refused.problems)
    count = "1 problem" if number == 1 else f"{number} problems"
    lines = "\n".join(f"  {problem}" for problem in refused.problems)
    return f"{count}; nothing was imported. Correct the spreadsheet and run it again.\n{lines}"
