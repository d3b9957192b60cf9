"""`manage.py check_file FILE` prints findings as JSON and nothing else, and ends with a number that scripts can use."""

import io
import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.management import call_command

from publications.demo import bad
from tests.publications.checks import inside_cases
from tests.publications.checks.drawing import changed

pytestmark = pytest.mark.slow


def checked(file: Path) -> tuple[int, dict[str, Any]]:
    """What it ends with, and what it prints."""
    printed = io.StringIO()
    try:
        call_command("check_file", str(file), stdout=printed)
    except SystemExit as end:
        return int(str(end.code)), json.loads(printed.getvalue())
    return 0, json.loads(printed.getvalue())


def written(folder: Path, content: bytes) -> Path:
    file = folder / "Ó Brien, 50% 'final'.pdf"
    file.write_bytes(content)
    return file


def test_nothing_blocking(tmp_path: Path) -> None:
    status, told = checked(written(tmp_path, inside_cases.PLAIN))
    assert status == 0
    assert told["pages"] == 1
    assert {each["severity"] for each in told["findings"]} <= {"look", "note"}


def test_something_blocking(tmp_path: Path) -> None:
    status, told = checked(written(tmp_path, bad.drawn("box", "properties")))
    assert status == 1
    (box,) = [each for each in told["findings"] if each["kind"] == "text_under_box"]
    assert box["severity"] == "blocking"
    assert box["page"] == 1
    assert box["place"].keys() == {"left", "top", "right", "bottom"}
    assert box["sentence"].endswith(".")
    assert box["advice"].endswith(".")
    assert bad.HIDDEN_NAME.split()[0] not in json.dumps(told)


def encrypted(**passwords: str) -> bytes:
    return changed(inside_cases.PLAIN, lambda _: None, encryption=pikepdf.Encryption(**passwords))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("not_a_pdf", b"Only a text that says %PD"),
        ("not_a_pdf", b""),
        ("broken", b"%PDF-1.7\nnothing follows"),
        ("broken", inside_cases.PLAIN[:400]),
        ("encrypted", encrypted(user="secret", owner="secret")),
        ("encrypted", encrypted(user="", owner="secret")),
    ],
)
def test_what_can_t_be_read(kind: str, content: bytes, tmp_path: Path) -> None:
    status, told = checked(written(tmp_path, content))
    assert status == 2
    assert [each["kind"] for each in told["findings"]] == [kind]


def test_as_large_as_an_upload_may_be_and_no_larger(tmp_path: Path, settings: Any) -> None:
    settings.REPORT_LIMIT_MB = 1
    status, told = checked(written(tmp_path, b"%PDF-1.7" + bytes(1_000_001)))
    assert (status, [each["kind"] for each in told["findings"]]) == (2, ["too_many_bytes"])


def test_more_pages_than_are_taken_in(tmp_path: Path, settings: Any) -> None:
    settings.REPORT_LIMIT_PAGES = 2
    status, told = checked(written(tmp_path, bad.drawn("box", "box", "box")))
    assert (status, [each["kind"] for each in told["findings"]]) == (2, ["too_many_pages"])


def test_a_file_that_is_called_after_somebody(tmp_path: Path) -> None:
    file = tmp_path / "SCR_JamieInvented-Example_draft.pdf"
    file.write_bytes(inside_cases.PLAIN)
    status, told = checked(file)
    assert status == 0
    assert {"name_in_file_name", "marking_in_file_name"} <= {each["kind"] for each in told["findings"]}
    assert "Jamie" not in json.dumps(told)


def test_what_is_not_there(tmp_path: Path) -> None:
    status, told = checked(tmp_path / "nothing.pdf")
    assert status == 2
    assert [each["kind"] for each in told["findings"]] == ["missing"]
    assert checked(tmp_path)[0] == 2
