"""What a spreadsheet may look like, and what is said of one that can't be used."""

from pathlib import Path

import pytest

from publications import importing
from publications.importing import table
from publications.models import ImportBatch, Publication, Review
from tests.publications.clock import london
from tests.publications.importing.sheets import HEADER, line, pdf, sheet

pytestmark = pytest.mark.django_db
AT = london("2026-07-03 10:00")


def problems(path: Path, folder: Path | None = None) -> list[tuple[int, str]]:
    """The places of what is wrong."""
    with pytest.raises(importing.ImportRefused) as refused:
        importing.plan(table.read(path), folder=folder, at=AT)
    assert all(problem.sentence.endswith(".") or "http" in problem.sentence for problem in refused.value.problems)
    return [(problem.line, problem.column) for problem in refused.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_whatever_a_spreadsheet_program_saves_is_read(tmp_path: Path, encoding: str) -> None:
    reason = "The family\u2019s wish \u2013 and ours"  # an apostrophe and a dash as word processors put them
    path = sheet(tmp_path, line(reason=reason, state="delayed"), encoding=encoding)
    [read] = importing.plan(table.read(path), folder=None, at=AT).new
    assert read.reason == reason


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_are_understood(tmp_path: Path, delimiter: str) -> None:
    path = sheet(tmp_path, line().replace(",", delimiter), header=HEADER.replace(",", delimiter))
    assert len(importing.plan(table.read(path), folder=None, at=AT).new) == 1


def test_empty_lines_are_passed_over_and_counted(tmp_path: Path) -> None:
    path = sheet(tmp_path, "", ",,,,,,,,,,", line(review="", document="poem"))
    assert problems(path) == [(4, "document"), (4, "review")]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"review": ""}, "review"),
        ({"review": "x" * 121}, "review"),
        ({"review_type": "audit"}, "review_type"),
        ({"document": "poem"}, "document"),
        ({"state": "gone"}, "state"),
        ({"released": "2017-13"}, "released"),
        ({"released": "2026-07-04"}, "released"),
        ({"released": "2027"}, "released"),
        ({"released": "2017", "state": "delayed"}, "released"),
        ({"state": "published elsewhere"}, "address"),
        ({"state": "published elsewhere", "address": "our shelf"}, "address"),
        ({"file": "missing.pdf"}, "file"),
        ({"file": "../outside.pdf"}, "file"),
        ({"file": "page.pdf"}, "file"),
        ({"file": "good.pdf", "state": "under way"}, "file"),
        ({"file": "good.pdf", "state": "on request"}, "released"),
        ({"state": "on request", "released": "2025-07-03"}, "state"),
        ({"state": "on request", "released": "2025-07"}, "state"),
        ({"state": "on request", "released": "2025"}, "state"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_column(tmp_path: Path, cells: dict[str, str], column: str) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    pdf(folder, "good.pdf")
    pdf(tmp_path, "outside.pdf")
    (folder / "page.pdf").write_text("<html>")
    assert problems(sheet(tmp_path, line(review="Child Birch"), line(**cells)), folder) == [(3, column)]


def test_a_file_needs_a_folder(tmp_path: Path) -> None:
    assert problems(sheet(tmp_path, line(file="good.pdf"))) == [(2, "file")]


def test_another_bodys_report_may_have_left_any_time(tmp_path: Path) -> None:
    path = sheet(tmp_path, line(board="Elsewhere", state="on request", released="2026-06"))
    assert len(importing.plan(table.read(path), folder=None, at=AT).new) == 1


def test_lines_that_contradict_each_other(tmp_path: Path) -> None:
    path = sheet(tmp_path, line(), line(), line(document="statement", review_type="LCSPR"))
    assert problems(path) == [(3, "document"), (4, "review_type")]


@pytest.mark.parametrize(
    ("header", "places"),
    [
        ("board,review,review_type,document,released", [(1, "state")]),
        (HEADER + ",colour", [(1, "colour")]),
        (HEADER + ",state", [(1, "state")]),
    ],
)
def test_columns_missing_unknown_or_repeated(tmp_path: Path, header: str, places: list[tuple[int, str]]) -> None:
    assert problems(sheet(tmp_path, header=header)) == places


@pytest.mark.parametrize("content", [b"PK\x03\x04\0\0", b'board,"review\n'])
def test_what_is_no_spreadsheet_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "reviews.csv"
    path.write_bytes(content)
    assert problems(path)


def test_other_kinds_of_file_are_refused(tmp_path: Path) -> None:
    assert problems(tmp_path / "reviews.xlsx") == [(0, "")]
    assert problems(tmp_path / "absent.csv") == [(0, "")]


def test_more_cells_than_columns(tmp_path: Path) -> None:
    assert problems(sheet(tmp_path, line() + ",more")) == [(2, "")]


def test_planning_writes_nothing(tmp_path: Path) -> None:
    importing.plan(table.read(sheet(tmp_path, line())), folder=None, at=AT)
    assert not Review.objects.exists()
    assert not Publication.objects.exists()
    assert not ImportBatch.objects.exists()
