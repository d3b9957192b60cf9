"""What the checks find in a frozen text."""

from pathlib import Path

import pytest

from publications.checks.findings import Severity
from publications.checks.report import report_on
from publications.checks.sandbox import run
from publications.web.frozen import Document, Figure, Heading, Note, Picture, Table, Text

pytestmark = pytest.mark.slow

PICTURE = Picture(1, "a" * 64, 100, "image/png", 30, 20)


def text(folder: Path, *blocks: object, notes: tuple[Note, ...] = (), pictures: tuple[Picture, ...] = ()) -> Path:
    path = folder / "text"
    path.write_bytes(Document(blocks, notes, pictures).as_bytes())  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        (Text("<p>Write to mum@example.org</p>"), "email"),
        (Text('<p>Write to <a href="mailto:mum@example.org">her</a></p>'), "email"),
        (Heading("OFFICIAL-SENSITIVE"), "protective_marking"),
        (Table("Calls", ("Who",), (("01632 960123",),)), "phone"),
        (Table("Homes in AB10 1AB", ("Who",), ()), "postcode"),
        (Figure(1, "A plan. NHS number 943 476 5919", ""), "nhs_number"),
        (Text('<p><a href="http://intranet/x">x</a></p>'), "link_to_internal_host"),
        (Figure(1, "A plan"), "text_pictures"),
    ],
)
def test_what_a_person_would_miss_is_found(tmp_path: Path, block: object, kind: str) -> None:
    pictures = (PICTURE,) if isinstance(block, Figure) else ()
    report = report_on(text(tmp_path, block, pictures=pictures))
    assert kind in {finding.kind for finding in report.findings}
    assert report.pages == 1
    assert not report.unreadable


def test_notes_are_read_too_and_what_comes_twice_is_counted(tmp_path: Path) -> None:
    twice = (Note("1", "a@example.org"), Note("2", "A@example.org"))
    [found] = report_on(text(tmp_path, Text("<p>x</p>"), notes=twice)).findings
    assert (found.kind, found.count, found.page, found.severity) == ("email", 2, None, Severity.LOOK)


def test_an_ordinary_text_gives_nothing(tmp_path: Path) -> None:
    assert report_on(text(tmp_path, Heading("What happened"), Text("<p>Nobody asked.</p>"))).findings == ()


def test_what_only_begins_like_one_can_t_be_released(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_bytes(b'{"blocks":[<script>')
    report = report_on(path)
    assert [finding.kind for finding in report.findings] == ["not_a_text"]
    assert report.unreadable


def test_its_words_are_those_of_one_page(tmp_path: Path) -> None:
    path = text(tmp_path, Heading("What happened"), Text("<p>Nobody <b>asked</b>.</p>"))
    assert run("words_of_text", path) == ["What happened\nNobody asked."]
