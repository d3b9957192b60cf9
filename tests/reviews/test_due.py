"""What is due for review: the list, the report and the start page of the admin."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from lscb_site.models import StandardPage
from reviews.due import due_items
from reviews.models import CriteriaPage, ProcessPage, PurposePage
from tests.reviews.test_pages import made

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TODAY = date(2026, 7, 3)
REPORT = "/admin/reports/due-for-review/"


@pytest.fixture
def pages() -> dict[str, Page]:
    """Pages and notices of every nearness, and one that is not published."""
    home = Page.objects.get(depth=2)
    local = [
        ("notice", {"title": "Form is being redrawn", "last_day": "2026-07-10"}),
        ("notice", {"title": "For ever"}),
    ]
    in_body = [("notice", {"kind": "updating", "heading": "New plan soon", "remind_on": "2026-06-30"})]
    return {
        "overdue": made(CriteriaPage, home, slug="overdue", title="Overdue page", review_by=date(2026, 7, 2)),
        "soon": made(PurposePage, home, slug="soon", title="Page due soon", review_by=date(2026, 8, 2)),
        "later": made(PurposePage, home, slug="later", title="Page due later", review_by=date(2026, 8, 3)),
        "draft": made(PurposePage, home, slug="draft", title="Draft", review_by=date(2026, 1, 1), live=False),
        "process": made(ProcessPage, home, slug="process", title="Process page", notices=local),
        "standard": made(StandardPage, home, slug="standard", title="Standard page", body=in_body),
    }


@pytest.mark.usefixtures("pages")
def test_what_is_due_the_oldest_first() -> None:
    found = [(item.page.title, item.what, item.on.isoformat(), str(item.due)) for item in due_items(TODAY)]
    assert found == [
        ("Standard page", "Look at the notice “New plan soon”", "2026-06-30", "overdue"),
        ("Overdue page", "Check that this page is still right", "2026-07-02", "overdue"),
        (
            "Process page",
            "The notice “Form is being redrawn” ends: see whether it is still needed",
            "2026-07-10",
            "due soon",
        ),
        ("Page due soon", "Check that this page is still right", "2026-08-02", "due soon"),
    ]


@time_machine.travel(datetime(2026, 7, 3, 9, tzinfo=UTC), tick=False)
def test_the_report_leads_to_the_pages(admin_client: Client, pages: dict[str, Page]) -> None:
    shown = admin_client.get(REPORT).text
    for name in ("overdue", "soon", "process", "standard"):
        assert reverse("wagtailadmin_pages:edit", args=[pages[name].pk]) in shown
    assert "Page due later" not in shown


def test_the_report_says_when_nothing_is_due(admin_client: Client) -> None:
    assert "Nothing is due." in admin_client.get(REPORT).text


@time_machine.travel(datetime(2026, 7, 3, 9, tzinfo=UTC), tick=False)
@pytest.mark.usefixtures("pages")
def test_the_start_page_names_what_is_overdue(admin_client: Client) -> None:
    shown = admin_client.get("/admin/").text
    assert "Overdue for review" in shown
    assert "Overdue page" in shown
    assert "Page due soon" not in shown
    assert shown.count("New plan soon") == 1, "notices have a panel of their own"
    assert REPORT in shown


def test_somebody_who_may_change_no_page_does_not_see_it(client: Client) -> None:
    client.force_login(User.objects.create_user("guest", password="a long enough password"))
    assert client.get(REPORT).status_code == 302
