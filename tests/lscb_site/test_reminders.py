"""Notices whose day has come, on the admin's start page."""

from datetime import date

import pytest
import time_machine
from django.test import Client

from lscb_site.models import HomePage, StandardPage
from lscb_site.reminders import notices_due

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def _pages() -> None:
    home = HomePage.objects.get()
    for title, day, live in [
        ("Later", "2026-03-02", True),
        ("Never", None, True),
        ("Due", "2026-03-01", True),
        ("Old", "2026-02-01", True),
        ("Draft", "2026-01-01", False),
    ]:
        notice = {"type": "notice", "value": {"kind": "updating", "remind_on": day}}
        page = StandardPage(title=title, live=live)
        page.body = StandardPage._meta.get_field("body").to_python([notice])
        home.add_child(instance=page)
        home.refresh_from_db()


@pytest.mark.parametrize(
    ("today", "pages"),
    [(date(2026, 1, 31), []), (date(2026, 3, 1), ["Old", "Due"]), (date(2026, 3, 2), ["Old", "Due", "Later"])],
)
def test_a_notice_is_due_from_its_day_on(today: date, pages: list[str]) -> None:
    assert [reminder.page.title for reminder in notices_due(today)] == pages


@pytest.mark.parametrize(("now", "listed"), [("2026-01-01T12:00Z", False), ("2026-03-01T12:00Z", True)])
def test_the_start_page_lists_them(admin_client: Client, now: str, *, listed: bool) -> None:
    with time_machine.travel(now, tick=False):
        assert ("Notices to look at" in admin_client.get("/admin/").text) == listed
