"""Findings as a spreadsheet: what goes out comes in again, and what can't be used is said line by line."""

import csv
import io
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lscb_site.partial_dates import PartialDate
from publications.importing.problems import ImportRefused
from publications.learning import sheet
from publications.learning.lines import ActionLine, FindingLine
from publications.models.learning import MOST_TOGETHER, tidy
from publications.terms import ActionStatus, FindingKind
from tests.publications.learning.samples import FINDINGS

HEADER = "Type,Number,Finding or recommendation,For whom,Response,Action,Owner,Status,Status since,By when,Impact"

texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\ufffd")
    | st.sampled_from("=+-@'\",;\n\t"),
    max_size=60,
)
texts = texts.map(tidy)
dates = st.none() | st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(
    lambda day: PartialDate(day.isoformat()[: (4, 7, 10)[day.day % 3]])
)
actions = st.builds(ActionLine, texts.filter(bool), texts, st.sampled_from(ActionStatus), dates, dates, texts)
findings = st.lists(
    st.builds(
        FindingLine,
        st.sampled_from(FindingKind),
        st.from_regex(r"[A-Za-z]{0,3}[0-9]{1,3}(\.[0-9]{1,2})?[a-z]?", fullmatch=True).filter(str.isascii),
        texts.filter(bool), texts, texts, st.lists(actions, max_size=3).map(tuple),
    ),
    min_size=1, max_size=5, unique_by=lambda line: line.key,
)  # fmt: skip


@given(findings)
def test_a_round_trip_loses_nothing(lines: list[FindingLine]) -> None:
    assert sheet.read(sheet.text_of(sheet.written(lines))) == lines


@given(findings)
def test_nor_does_one_through_a_program_that_sets_semicolons_and_no_mark(lines: list[FindingLine]) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows(
        csv.reader(io.StringIO(sheet.written(lines).decode("utf-8-sig"), newline=""))
    )
    assert sheet.read(out.getvalue()) == lines


def test_a_letter_that_was_lost_on_the_way_is_refused() -> None:
    lost = sheet.written([FindingLine(FindingKind.FINDING, "1", "A letter: \ufffd.", "", "", ())])
    with pytest.raises(ImportRefused, match="Some letters of this file can't be read"):
        sheet.text_of(lost)


def test_the_file_as_a_spreadsheet_program_shows_it() -> None:
    rows = list(csv.reader(io.StringIO(sheet.written(FINDINGS).decode("utf-8-sig"), newline="")))
    assert ",".join(rows[0]) == HEADER
    assert rows[2] == ["Finding", "1", "", "", "", "Write it down.", "Head of Writing", "Under way", "", "", ""]
    assert rows[3][:3] == ["Recommendation", "'3.10", "'=Share what is known"]


def lines_of(*lines: str, header: str = HEADER) -> list[FindingLine]:
    return sheet.read("\n".join([header, *lines]))


def test_only_three_columns_are_needed_in_any_order_and_case() -> None:
    header = "finding or recommendation,TYPE,Number"
    assert lines_of("Nobody asked,finding,2", header=header) == [FindingLine(FindingKind.FINDING, "2", "Nobody asked")]


def test_lines_that_a_spreadsheet_sorted_still_belong_together() -> None:
    [first, second] = lines_of(
        "Finding,1,,,,Write,,Done,,,", "Finding,2,Something else,,,,,,,,", "Finding,1,Nobody asked,,,Ask,,,,,"
    )
    assert (first.text, [action.text for action in first.actions]) == ("Nobody asked", ["Write", "Ask"])
    assert second.text == "Something else"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("2025", "2025"), ("June 2025", "2025-06"), ("14/06/2025", "2025-06-14"), ("14-Jun-25", "2025-06-14"),
     ("Jun-25", "2025-06"), ("14-Jun-2025", "2025-06-14"), ("Sept 2025", "2025-09")],
)  # fmt: skip
def test_dates_as_people_and_spreadsheets_write_them(typed: str, meant: str) -> None:
    [finding] = lines_of(f"Finding,1,Text,,,Ask,,Done,{typed},,")
    assert str(finding.actions[0].status_on) == meant


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_what_spreadsheet_programs_save_is_read(encoding: str) -> None:
    content = f"{HEADER}\nFinding,1,Zoë\u2019s \u2013 own words,,,,,,,,".encode(encoding)
    assert sheet.read(sheet.text_of(content))[0].text == "Zoë\u2019s \u2013 own words"
    assert sheet.is_unicode(content) is (encoding != "cp1252")


def problems(*lines: str, header: str = HEADER) -> Iterator[tuple[int, str]]:
    with pytest.raises(ImportRefused) as refused:
        lines_of(*lines, header=header)
    for problem in refused.value.problems:
        assert problem.sentence.endswith(".")
        yield problem.line, problem.column


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("Insight,1,Text,,,,,,,,", "Type"),
        (",1,Text,,,,,,,,", "Type"),
        ("Finding,,Text,,,,,,,,", "Number"),
        ("Finding,first,Text,,,,,,,,", "Number"),
        ("Finding,1,,All,,,,,,,", "Finding or recommendation"),
        (f"Finding,1,{'x' * 5001},,,,,,,,", "Finding or recommendation"),
        (f"Finding,1,Text,{'x' * 301},,,,,,,", "For whom"),
        ("Finding,1,Text,,,,Somebody,,,,", "Action"),
        ("Finding,1,Text,,,Ask,,Nearly,,,", "Status"),
        ("Finding,1,Text,,,Ask,,Done,soon,,", "Status since"),
        ("Finding,1,Text,,,Ask,,Done,,17-Jun,", "By when"),
    ],
)
def test_what_can_t_be_used_is_said_with_its_line_and_column(line: str, column: str) -> None:
    assert list(problems("Finding,9,Fine,,,,,,,,", "", line)) == [(4, column)]


def test_every_mistake_is_said_at_once() -> None:
    assert list(problems("Finding,x,Text,,,Ask,,Nearly,,,", "Insight,1,Text,,,,,,,,")) == [
        (2, "Number"), (2, "Status"), (3, "Type"),
    ]  # fmt: skip


def test_two_lines_that_contradict_each_other() -> None:
    wanted = [(3, "Finding or recommendation")]
    assert list(problems("Finding,1,Nobody asked,,,,,,,,", "Finding,1,Somebody asked,,,,,,,,")) == wanted


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("Type,Number", [(1, "Finding or recommendation")]),
        (HEADER + ",Colour", [(1, "colour")]),
        (HEADER + ",Impact", [(1, "Impact")]),
    ],
)
def test_columns_that_are_missing_unknown_or_there_twice(header: str, wanted: list[tuple[int, str]]) -> None:
    assert list(problems("Finding,1,Text", header=header)) == wanted


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04" + b"x" * 50, "Type".encode("utf-16"), b"Type,\x81", b"x" * 1_000_001, HEADER.encode(), b"\n", b""],
    ids=["a workbook", "utf-16", "no letters", "too large", "no line", "an empty line", "empty"],
)
def test_what_is_no_spreadsheet_at_all(content: bytes) -> None:
    with pytest.raises(ImportRefused):
        sheet.read(sheet.text_of(content))


def test_no_more_text_than_a_search_looks_into() -> None:
    fits = [f"Finding,{number},{'x' * 188},All,Yes,Ask,Me,,,,Z" for number in range(1, 401)]
    assert sum(finding.size for finding in lines_of(*fits)) == MOST_TOGETHER
    assert list(problems(*fits, "Finding,401,x,,,,,,,,")) == [(0, "")]


def test_more_lines_than_a_review_has() -> None:
    assert list(problems(*[f"Finding,{number},Text,,,,,,,," for number in range(1, 502)])) == [(0, "")]
