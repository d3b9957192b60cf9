"""CSV that runs nothing in a spreadsheet."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lscb_site.spreadsheets import FORMULA_SIGNS, csv_lines, plain_cell, read_cell


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('=HYPERLINK("https://example.org")', '\'=HYPERLINK("https://example.org")'),
        ("+44 1632 960120", "'+44 1632 960120"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),  # noqa: RUF001
        ("Child G", "Child G"),
        ("a=b", "a=b"),
        ("", ""),
        (-5, -5),
        (None, None),
    ],
)
def test_a_formula_becomes_text(value: object, written: object) -> None:
    assert plain_cell(value) == written


def test_what_was_written_is_read_again() -> None:
    rows = [["Zoë, “Child G”", 'a "quoted" word', "two\nlines", 7], ["=1", "", "x", 0]]
    text = b"".join(csv_lines(["a", "b", "c", "d"], rows))
    assert text.startswith(b"\xef\xbb\xbfa,b,c,d\r\n")
    read = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    assert read[1:] == [["Zoë, “Child G”", 'a "quoted" word', "two\nlines", "7"], ["'=1", "", "x", "0"]]


@given(
    st.text(max_size=20)
    | st.text("'=+-@ \t\r\n", max_size=4).flatmap(lambda signs: st.text(max_size=5).map(signs.__add__))
)
def test_what_is_written_is_never_run_and_can_be_read_again(text: str) -> None:
    cell = plain_cell(text)
    assert isinstance(cell, str)
    assert not cell.lstrip(" ").startswith(FORMULA_SIGNS)
    assert read_cell(cell) == text
