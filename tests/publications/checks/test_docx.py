"""What must not get out of a Word file is found, and its clean twin gives nothing: a table."""

import time
from pathlib import Path

import pytest

from publications.checks import sandbox
from publications.checks.docx.examine import examine_docx
from publications.checks.findings import Report
from publications.checks.kinds_docx import DOCX
from publications.checks.report import report_on
from tests.publications.checks.docx_cases import OLD, TABLE
from tests.publications.checks.docx_files import docx, packed, paragraph, run, written


def report(folder: Path, content: bytes) -> Report:
    return Report.from_json(examine_docx(written(folder, content), {}, lambda _done, _of: None))


def kinds(folder: Path, content: bytes) -> set[str]:
    return {finding.kind for finding in report(folder, content).findings}


@pytest.mark.parametrize(("kind", "content"), [(kind, each) for kind, found, _ in TABLE for each in found])
def test_found(kind: str, content: bytes, tmp_path: Path) -> None:
    assert kind in kinds(tmp_path, content)


@pytest.mark.parametrize(("kind", "content"), [(kind, each) for kind, _, clean in TABLE for each in clean])
def test_the_clean_twin_is_not(kind: str, content: bytes, tmp_path: Path) -> None:
    assert kind not in kinds(tmp_path, content)


def test_the_table_is_whole() -> None:
    assert {*DOCX} <= {kind for kind, _, _ in TABLE}


def test_an_ordinary_file_gives_nothing(tmp_path: Path) -> None:
    assert kinds(tmp_path, docx()) == set()


def test_findings_are_counted(tmp_path: Path) -> None:
    told = report(tmp_path, docx(paragraph(f"<w:ins>{run('a')}</w:ins><w:ins>{run('b')}</w:ins>")))
    assert [(each.kind, each.count, each.page) for each in told.findings] == [("docx_changes", 2, None)]


BOMB = "<!DOCTYPE x [<!ENTITY a '" + "a" * 1000 + "'><!ENTITY b '" + "&a;" * 1000 + "'>]><x>" + "&b;" * 1000 + "</x>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def lying_about_its_size() -> bytes:
    """A part of 60 MB that says it has 10 bytes."""
    content = bytearray(docx(**{"word/big.xml": b" " * 60_000_000}))
    real = (60_000_000).to_bytes(4, "little")
    return bytes(content.replace(real, (10).to_bytes(4, "little")))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (docx()[:-40], "broken"),
        (b"PK\x03\x04 nothing else", "broken"),
        (docx(word__document_xml="<w:document"), "broken"),
        (docx(word__document_xml=BOMB), "broken"),
        (docx(word__document_xml=OUTSIDE), "broken"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (docx(word__big_xml=b" " * 60_000_000), "too_much_inside"),
        (packed({f"{number}.xml": "" for number in range(10_001)}), "too_much_inside"),
        (lying_about_its_size(), "broken"),
    ],
)
def test_what_is_broken_or_hostile_is_unreadable(content: bytes, kind: str, tmp_path: Path) -> None:
    told = report(tmp_path, content)
    assert [each.kind for each in told.findings] == [kind]
    assert told.unreadable


def test_a_package_that_grows_too_large_is_unreadable(tmp_path: Path) -> None:
    file = written(tmp_path, docx(**{"word/media/image1.png": b" " * 6_000}))
    told = Report.from_json(examine_docx(file, {"expanded": 8_000}, lambda _done, _of: None))
    assert [each.kind for each in told.findings] == ["too_much_inside"]


def test_deep_trees_end_with_the_process(tmp_path: Path) -> None:
    file = written(tmp_path, docx("<w:p>" * 30_000 + "</w:p>" * 30_000))
    told = Report.from_json(sandbox.run("examine_docx", file))
    assert not told.unreadable


@pytest.mark.parametrize(
    ("content", "kind"),
    [(docx(paragraph(run("hidden", "<w:vanish/>"))), "docx_hidden_text"), (OLD, "not_a_docx"), (b"%PDF-1.7", "broken")],
)
def test_content_and_not_its_name_says_how_a_file_is_looked_into(content: bytes, kind: str, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(content)
    assert [each.kind for each in report_on(file).findings] == [kind]


def test_what_takes_too_long_is_ended_at_once(tmp_path: Path) -> None:
    file = written(tmp_path, docx(*["<w:p/>"] * 200_000))
    began = time.monotonic()
    told = report_on(file, limits=sandbox.Limits(seconds=0.5, most_seconds=30))
    assert [each.kind for each in told.findings] == ["out_of_time"]
    assert time.monotonic() - began < 5
