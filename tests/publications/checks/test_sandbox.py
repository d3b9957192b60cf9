"""A task runs apart from the site, within its limits."""

from pathlib import Path

import pytest

from publications.checks import sandbox
from publications.checks.report import report_on
from publications.demo import bad

BOX = bad.drawn("box")


@pytest.fixture
def boxed(tmp_path: Path) -> Path:
    file = tmp_path / "boxed.pdf"
    file.write_bytes(BOX)
    return file


def test_a_report_comes_back_with_progress(boxed: Path) -> None:
    heard: list[tuple[int, int]] = []
    report = report_on(boxed, on_progress=lambda done, of: heard.append((done, of)))
    assert report.pages == 1
    assert [(each.page, each.severity) for each in report.blocking] == [(1, "blocking")]
    assert heard == [(1, 1)]


def test_the_text_leaves_out_what_is_hidden(boxed: Path) -> None:
    (text,) = sandbox.run("text", boxed)
    assert "The child's name is" in text
    assert bad.HIDDEN_NAME not in text


def test_a_picture_is_png(boxed: Path) -> None:
    frame = {"left": 100.0, "top": 100.0, "right": 200.0, "bottom": 120.0}
    picture = sandbox.run("picture", boxed, options={"page": 1, "width": 300, "frame": frame})
    assert picture.startswith(b"\x89PNG")
    assert picture != sandbox.run("picture", boxed, options={"page": 1, "width": 300})
