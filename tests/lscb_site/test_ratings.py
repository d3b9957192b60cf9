"""Was this page useful? One press of a button, a comment for those who like, and nothing of who it was."""

import re
from datetime import date
from html import unescape
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client

from lscb_site.models import BoardSettings, BriefingPage, HomePage, PageRating, StandardPage
from lscb_site.models.ratings import Answer
from lscb_site.views import ratings

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NOON = "2026-07-03 12:00"
TOKEN = re.compile(r'<input type="hidden" name="page" value="([^"]*)">')


class Reader(Client):
    """Somebody without cookies, who takes five seconds over everything."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.clock: Any = None

    def answer(self, address: str, answer: str = "yes", *, seconds: float = 5, **more: str) -> Any:
        """Press a button of the page at an address, after so many seconds."""
        page = token_in(self.get(address).text)
        self.clock.shift(seconds)
        return self.post("/rate-this-page/", {"page": page, "subject": "", "answer": answer, **more})

    def comment(self, address: str, comment: str, *, seconds: float = 5, **more: str) -> Any:
        """Send a comment by the form at an address."""
        page = token_in(self.get(address).text)
        self.clock.shift(seconds)
        return self.post(address, {"page": page, "subject": "", "comment": comment, **more})


def token_in(text: str) -> str:
    found = TOKEN.search(text)
    assert found, "the page does not ask"
    return unescape(found[1])


@pytest.fixture
def reader() -> Any:
    with time_machine.travel(NOON, tick=False) as clock:
        made = Reader()
        made.clock = clock
        yield made


def asks(client: Client, address: str) -> bool:
    return bool(TOKEN.search(client.get(address).text))


@pytest.mark.parametrize("answer", Answer)
def test_one_press_is_kept_and_nothing_else(reader: Reader, answer: str) -> None:
    sent = reader.answer("/", answer)
    rating = PageRating.objects.get()
    assert (sent.status_code, sent.headers["Location"]) == (303, f"/rate-this-page/{rating.pk}/")
    assert (rating.path, rating.answer, rating.comment, rating.day) == ("/", answer, "", date(2026, 7, 3))
    assert {field.name for field in PageRating._meta.get_fields()} == {"id", "path", "answer", "comment", "day"}
    assert not sent.cookies
    assert not reader.cookies


def test_a_comment_can_be_added_once(reader: Reader) -> None:
    there = reader.answer("/publications/?q=somebody", "problem").headers["Location"]
    page = reader.get(there).text
    assert "What went wrong?" in page
    assert "Do not write anything about a child" in page
    assert 'href="/publications/"' in page
    sent = reader.comment(there, "The button\r\ndoes nothing. Zoë")
    assert (sent.status_code, sent.headers["Location"]) == (303, "/rate-this-page/thank-you/")
    rating = PageRating.objects.get()
    assert (rating.path, rating.comment) == ("/publications/", "The button\ndoes nothing. Zoë")
    assert reader.get(there).headers["Location"] == "/rate-this-page/thank-you/"
    assert "Thank you" in reader.get("/rate-this-page/thank-you/").text


@pytest.mark.parametrize(("length", "kept"), [(500, True), (501, False)])
def test_a_comment_has_at_most_500_characters_as_people_count_them(reader: Reader, length: int, kept: bool) -> None:
    there = reader.answer("/", "no").headers["Location"]
    sent = reader.comment(there, "é\r\n" * 10 + "x" * (length - 20))
    assert (sent.status_code == 303) is kept
    assert bool(PageRating.objects.get().comment) is kept
    if not kept:
        assert "must be 500 characters or fewer" in sent.text
        assert 'href="#id_comment"' in sent.text


def test_an_empty_comment_is_asked_for_again(reader: Reader) -> None:
    there = reader.answer("/", "no").headers["Location"]
    assert "Write your comment" in reader.comment(there, "  ").text


def test_a_comment_can_be_added_on_the_same_day_only(reader: Reader) -> None:
    there = reader.answer("/", "no").headers["Location"]
    reader.clock.shift(12 * 3600)
    assert reader.get(there).headers["Location"] == "/rate-this-page/thank-you/"


def test_a_number_that_never_was_is_thanked_alike(client: Client) -> None:
    sent = client.get("/rate-this-page/00000000-0000-4000-8000-000000000000/")
    assert (sent.status_code, sent.headers["Location"]) == (303, "/rate-this-page/thank-you/")


@pytest.mark.parametrize("trap", [{"subject": "Cheap watches"}, {"seconds": 1}], ids=str)
def test_a_program_is_thanked_and_nothing_is_kept(reader: Reader, trap: dict[str, Any]) -> None:
    sent = reader.answer("/", **trap)
    assert (sent.status_code, sent.headers["Location"]) == (303, "/rate-this-page/thank-you/")
    assert not PageRating.objects.exists()
    there = reader.answer("/", "no").headers["Location"]
    assert reader.comment(there, "words", **trap).headers["Location"] == "/rate-this-page/thank-you/"
    assert PageRating.objects.get().comment == ""


@pytest.mark.parametrize(
    "wrong",
    [{"page": "/"}, {"page": "/:1x:forged"}, {"page": ""}, {"answer": "maybe"}, {"answer": ""}, {"seconds": 200_000}],
    ids=str,
)
def test_what_was_not_made_here_or_is_too_old_is_not_kept(reader: Reader, wrong: dict[str, Any]) -> None:
    sent = reader.answer("/", **wrong)
    assert sent.status_code == 400
    assert "Please try once more" in sent.text
    assert not PageRating.objects.exists()


def test_one_answers_token_is_no_other_comments(reader: Reader) -> None:
    first, second = (reader.answer("/", "no").headers["Location"] for _ in range(2))
    page = token_in(reader.get(first).text)
    reader.clock.shift(5)
    reader.post(second, {"page": page, "comment": "x"})
    assert not PageRating.objects.exclude(comment="").exists()


def test_another_site_can_not_send_it(reader: Reader) -> None:
    page = token_in(reader.get("/").text)
    reader.clock.shift(5)
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert reader.post("/rate-this-page/", {"page": page, "answer": "no"}, headers=headers).status_code == 403
    assert reader.get("/rate-this-page/").status_code == 405
    assert not PageRating.objects.exists()


def test_one_network_answers_so_often_and_no_more(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ratings, "MOST_IN_AN_HOUR", 2)
    sent = [reader.answer("/").status_code for _ in range(3)]
    assert sent == [303, 303, 429]
    assert PageRating.objects.count() == 2
    assert "from your network" in reader.answer("/").text
    reader.clock.shift(3600)
    assert reader.answer("/").status_code == 303


def test_every_kind_of_page_asks_but_errors_and_the_way_out(client: Client) -> None:
    home = HomePage.objects.get()
    for page in (StandardPage(title="Standard", slug="standard"), BriefingPage(title="Brief", slug="brief")):
        home.add_child(instance=page)
    shown = ["/", "/standard/", "/brief/", "/contact-us/", "/publications/", "/topics/", "/search/?q=x"]
    assert [address for address in shown if not asks(client, address)] == []
    hidden = ["/nowhere/", "/exit-this-page/", "/rate-this-page/thank-you/", "/?x=%00"]
    assert [address for address in hidden if asks(client, address)] == []


def test_a_board_that_does_not_ask(reader: Reader) -> None:
    page = token_in(reader.get("/").text)
    BoardSettings.objects.update(asks_for_ratings=False)
    assert not asks(reader, "/")
    reader.clock.shift(5)
    assert reader.post("/rate-this-page/", {"page": page, "answer": "no"}).status_code == 404


def test_asking_costs_no_query(client: Client, django_assert_num_queries: Any) -> None:
    client.get("/topics/")
    BoardSettings.objects.update(asks_for_ratings=False)
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as without:
        client.get("/topics/")
    BoardSettings.objects.update(asks_for_ratings=True)
    with django_assert_num_queries(len(without)):
        client.get("/topics/")


@pytest.mark.parametrize(("day", "kept"), [("2026-06-04", True), ("2026-06-03", False), ("2025-01-01", False)])
def test_what_is_too_old_is_shown_to_nobody_and_erased(day: str, kept: bool) -> None:
    BoardSettings.objects.update_or_create(defaults={"rating_retention_months": 1})
    PageRating.objects.create(path="/", answer="no", day=date.fromisoformat(day))
    with time_machine.travel(NOON, tick=False):
        assert PageRating.objects.kept(date(2026, 7, 3), 1).exists() is kept
        said = StringIO()
        call_command("erase_ratings", stdout=said)
    assert said.getvalue() == f"Ratings of pages erased: {int(not kept)}\n"
    assert PageRating.objects.exists() is kept
