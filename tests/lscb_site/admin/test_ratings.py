"""The private list of ratings: who sees it, how it is narrowed down, what a spreadsheet of it says, erasing one."""

import csv
import io
from datetime import date
from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from lscb_site.models import BoardSettings, PageRating
from tests.lscb_site.people import logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LIST = "/admin/reports/page-ratings/"
MADE: dict[str, dict[str, Any]] = {
    "new": {"path": "/", "answer": "yes", "day": date(2026, 7, 3)},
    "formula": {"path": "/publications/", "answer": "problem", "day": date(2026, 7, 2), "comment": "=1+1"},
    "month": {"path": "/reviews/", "answer": "no", "day": date(2026, 6, 10), "comment": "Too long a page"},
    "old": {"path": "/long-ago/", "answer": "no", "day": date(2025, 7, 3), "comment": "Ancient"},
}


@pytest.fixture(autouse=True)
def _some() -> Any:
    for fields in MADE.values():
        PageRating.objects.create(**fields)
    with time_machine.travel("2026-07-03 12:00", tick=False):
        yield


@pytest.fixture
def editor() -> Client:
    return logged_in("Editors")


def shown(client: Client, **asked: str) -> list[str]:
    """Which of them an answer of the list has."""
    answer = client.get(LIST, asked)
    assert answer.status_code == 200
    paths = [rating.path for rating in answer.context["object_list"]]
    names = {fields["path"]: name for name, fields in MADE.items()}
    return [names[path] for path in paths]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["new", "formula", "month"]),
        ({"answer": "no"}, ["month"]),
        ({"answer": "problem"}, ["formula"]),
        ({"path": "review"}, ["month"]),
        ({"words": "LONG"}, ["month"]),
        ({"words": "Ancient"}, []),
        ({"commented": "true"}, ["formula", "month"]),
        ({"commented": "false"}, ["new"]),
        ({"since": "2026-07-02"}, ["new", "formula"]),
        ({"until": "2026-07-02"}, ["formula", "month"]),
        ({"ordering": "path"}, ["new", "formula", "month"]),
    ],
)
def test_the_list_can_be_narrowed_down(editor: Client, asked: dict[str, str], found: list[str]) -> None:
    assert shown(editor, **asked) == found


def test_it_is_shown_for_as_long_as_the_board_says(editor: Client) -> None:
    BoardSettings.objects.update_or_create(defaults={"rating_retention_months": 13})
    assert shown(editor) == ["new", "formula", "month", "old"]


def test_only_board_staff_see_it(editor: Client) -> None:
    assert "Page ratings" in editor.get(LIST).text
    assert LIST in editor.get("/admin/").text
    approver = logged_in("Approvers")
    assert approver.get(LIST).status_code == 302
    assert LIST not in approver.get("/admin/").text
    assert Client().get(LIST).status_code == 302


def test_a_spreadsheet_runs_nothing(editor: Client) -> None:
    answer = editor.get(LIST, {"export": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert rows[0] == ["Day", "Answer", "Page", "Comment"]
    assert rows[2] == ["2026-07-02", "A problem", "/publications/", "'=1+1"]
    book = b"".join(editor.get(LIST, {"export": "xlsx"}).streaming_content)
    cell = load_workbook(BytesIO(book)).active["D3"]
    assert (cell.value, cell.data_type) == ("'=1+1", "s")
    assert "Ancient" not in str(rows)


def test_one_is_erased_by_its_button(editor: Client) -> None:
    rating = PageRating.objects.get(path="/reviews/")
    address = reverse("erase_page_rating", args=[rating.pk])
    assert address in editor.get(LIST).text
    assert "erased for ever" in editor.get(address).text
    assert editor.post(address).headers["Location"] == LIST
    assert not PageRating.objects.filter(pk=rating.pk).exists()


def test_those_without_the_right_erase_nothing() -> None:
    rating = PageRating.objects.get(path="/reviews/")
    logged_in("Approvers").post(reverse("erase_page_rating", args=[rating.pk]))
    assert PageRating.objects.filter(pk=rating.pk).exists()


def test_what_is_too_old_can_not_be_opened_either(editor: Client) -> None:
    old = PageRating.objects.get(path="/long-ago/")
    assert editor.get(reverse("erase_page_rating", args=[old.pk])).status_code == 404


def test_a_page_that_wants_to_be_a_script_is_text(editor: Client) -> None:
    PageRating.objects.create(path='/"><script>1</script>', answer="no", comment="<b>x</b>", day=date(2026, 7, 3))
    text = editor.get(LIST).text
    assert "<script>1" not in text
    assert "<b>x</b>" not in text
