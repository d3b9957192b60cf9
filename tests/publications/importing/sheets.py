"""Spreadsheets and folders of files for the tests of imports."""

from pathlib import Path
from typing import Any

from django.core.management import call_command

from publications.models import ImportBatch, Publication
from tests.publications import pdfs

HEADER = "board,review,review_type,document,title,file,released,state,reason,address,source"
DEFAULTS = {"review": "Child Alder", "review_type": "SCR", "document": "overview report", "state": "published"}


def line(**cells: str) -> str:
    """One line: a published overview report of Child Alder, but for the cells given."""
    values = DEFAULTS | cells
    return ",".join(f'"{values.get(name, "")}"' for name in HEADER.split(","))


def sheet(folder: Path, *lines: str, name: str = "reviews.csv", encoding: str = "utf-8", header: str = HEADER) -> Path:
    """A CSV file of these lines."""
    path = folder / name
    path.write_bytes("\r\n".join([header, *lines, ""]).encode(encoding))
    return path


def pdf(folder: Path, name: str, text: str = "") -> str:
    """A small whole PDF; its name."""
    (folder / name).write_bytes(pdfs.page(text or name))
    return name


def run(path: Path, **options: Any) -> ImportBatch | None:
    """`import_reviews` with the folder of the spreadsheet as that of the files; the newest batch."""
    call_command("import_reviews", str(path), files=path.parent, verbosity=0, **options)
    return ImportBatch.objects.order_by("pk").last()


def found(label: str, kind: str = "overview_report", *, by: str = "") -> Publication:
    """One document, with what its state follows from."""
    return Publication.objects.with_facts().get(review__label=label, review__published_by=by, kind=kind)
