"""Real files, where they are to be had: every failed redaction is found, and nothing of a good one is blocking."""

import re
from pathlib import Path

import pytest

from publications.checks.examine import examined

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
ROW = re.compile(r"^\| (?P<files>[^|]+\.pdf[^|]*) \| (?P<is>[^|]+) \|$", re.MULTILINE)


def labels() -> dict[str, bool]:
    """Each file, and whether its redaction failed, as the README there says."""
    readme = DATA / "README.md"
    rows = ROW.finditer(readme.read_text()) if readme.exists() else ()
    return {file: "failed" in row["is"] for row in rows for file in re.findall(r"\S+\.pdf", row["files"])}


@pytest.mark.skipif(not labels(), reason="the real files are not here")
def test_there_are_both() -> None:
    assert set(labels().values()) == {True, False}


@pytest.mark.parametrize(("name", "failed"), labels().items())
def test_redactions(name: str, failed: bool) -> None:
    report = examined(DATA / "redaction" / name, {}, lambda *_: None)
    assert bool(report.blocking) is failed
    assert not report.unreadable
    if failed:
        assert {each.kind for each in report.blocking} <= {"text_under_box", "text_in_background_colour"}
