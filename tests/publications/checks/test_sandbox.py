"""A task runs apart from the site, within its limits."""

import zlib
from pathlib import Path

import pytest

from publications.checks import sandbox
from publications.checks.findings import Report
from publications.checks.report import report_on
from publications.demo import bad
from tests.publications.checks import hidden_cases, raw

pytestmark = pytest.mark.slow

BOX = bad.drawn("box")


@pytest.fixture
def boxed(tmp_path: Path) -> Path:
    file = tmp_path / "boxed.pdf"
    file.write_bytes(BOX)
    return file


def processes() -> list[int]:
    """The processes for reading files that this one started and that are still there; a browser test has others."""
    tasks = Path("/proc/self/task").iterdir()
    children = [child for task in tasks for child in (task / "children").read_text().split()]
    return [int(child) for child in children if b"/child.py" in Path(f"/proc/{child}/cmdline").read_bytes()]


def test_a_report_comes_back_with_progress(boxed: Path) -> None:
    heard: list[tuple[int, int]] = []
    report = report_on(boxed, on_progress=lambda done, of: heard.append((done, of)))
    assert report.pages == 1
    assert [(each.page, each.severity) for each in report.blocking] == [(1, "blocking")]
    assert Report.from_json(report.as_json()) == report
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


def test_evidence_is_masked(boxed: Path) -> None:
    (finding,) = report_on(boxed).blocking
    assert sandbox.run("evidence", boxed, options={"finding": finding.as_json()}) == ["J•••• I•••••••-E••••••"]


def test_nothing_of_ours_reaches_the_process(boxed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "not for parsers")
    seen: list[tuple[bytes, bytes, set[str]]] = []

    def look(*_: int) -> None:
        (process,) = (Path("/proc") / str(number) for number in processes())
        files = {str(each.readlink()) for each in (process / "fd").iterdir()}
        seen.append(((process / "environ").read_bytes(), (process / "cmdline").read_bytes(), files))

    sandbox.run("text", boxed, options={"words": "Kingfisher"}, on_progress=look)
    environment, command, files = seen[0]
    assert b"not for parsers" not in environment
    assert b"Kingfisher" not in command
    assert str(boxed).encode() not in command
    assert {each for each in files if not each.startswith(("pipe:", "/dev/null"))} <= {str(boxed)}


SLOW = raw.file(raw.one_page("q 1 0 0 1 0 0 cm 0 0 m 500 700 l 9 300 l f Q\n" * 400_000))
COUNT = raw.file({**raw.one_page(""), 2: "<< /Type /Pages /Kids [3 0 R] /Count 9999999999 >>"})
ENDLESS = raw.file({**raw.one_page(""), 2: "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>"})
DEEP = raw.file({**raw.one_page(""), 6: "[" * 100_000})
WIDE = raw.file({**raw.one_page(""), 3: raw.one_page("")[3].replace("[0 0 595 842]", "[0 0 2000000000 842]")})


def packed(times: int, size: int = 3_000_000) -> bytes:
    """A page whose drawing is packed so many times over."""
    content, filters = bytes(size), "/FlateDecode " * times
    for _ in range(times):
        content = zlib.compress(content)
    return raw.file({**raw.one_page(""), 4: raw.stream(content.decode("latin-1"), f"/Filter [{filters}]")})


@pytest.mark.parametrize(
    ("kinds", "content", "options", "limits"),
    [
        ({"out_of_time"}, SLOW, {}, sandbox.Limits(seconds=1, most_seconds=1)),
        ({"out_of_memory", "crashed"}, hidden_cases.CASES["scan"].bad(), {}, sandbox.Limits(memory=70 * sandbox.MB)),
        ({"too_much_inside"}, packed(1), {"expanded": 1_000_000}, sandbox.Limits()),
        ({"too_much_inside"}, packed(2), {"expanded": 1_000_000}, sandbox.Limits()),
        ({"too_many_pages"}, bad.everything(), {"pages": 3}, sandbox.Limits()),
        ({"no_pages", "broken"}, ENDLESS, {}, sandbox.Limits()),
        ({"page_too_large"}, WIDE, {}, sandbox.Limits()),
    ],
    ids=["time", "memory", "packed", "packed twice", "pages", "endless", "wide"],
)
def test_too_much(
    kinds: set[str], content: bytes, options: dict[str, int], limits: sandbox.Limits, tmp_path: Path
) -> None:
    file = tmp_path / "bomb.pdf"
    file.write_bytes(content)
    report = report_on(file, options=options, limits=limits)
    assert {each.kind for each in report.findings} <= kinds
    assert report.unreadable
    assert processes() == []


@pytest.mark.parametrize("content", [COUNT, DEEP], ids=["count", "deep"])
def test_what_only_looks_large_is_read(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "odd.pdf"
    file.write_bytes(content)
    assert report_on(file).pages <= 1


def test_a_worker_that_ends_leaves_nothing(boxed: Path) -> None:
    def give_up(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sandbox.run("text", boxed, on_progress=give_up)
    assert processes() == []
