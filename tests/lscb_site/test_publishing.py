"""`publish_pages`: each page by itself; what was due is done, whatever became of the others."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from lscb_site.models import HomePage, StandardPage

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NOON = datetime(2026, 7, 3, 11, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _noon(time_machine: Any) -> None:
    time_machine.move_to(NOON, tick=False)


def ending(title: str, after: timedelta) -> Page:
    page = StandardPage(title=title, expire_at=NOON + after)
    HomePage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return page


def starting(title: str, after: timedelta, time_machine: Any) -> Page:
    time_machine.move_to(NOON - timedelta(days=1))
    page = StandardPage(title=title, live=False, go_live_at=NOON + after)
    HomePage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    time_machine.move_to(NOON, tick=False)
    return page


def run() -> tuple[str, str, bool]:
    """What it printed, what it complained about, and whether it succeeded."""
    out, err = StringIO(), StringIO()
    try:
        call_command("publish_pages", stdout=out, stderr=err)
    except CommandError:
        return out.getvalue(), err.getvalue(), False
    return out.getvalue(), err.getvalue(), True


HOUR = timedelta(hours=1)


def test_what_is_due_and_nothing_else(client: Client, time_machine: Any) -> None:
    pages = [
        starting("Appears", -HOUR, time_machine),
        starting("Later", HOUR, time_machine),
        starting("Now", timedelta(0), time_machine),
        ending("Stays", HOUR),
        ending("Never", timedelta(days=900)),
    ]
    over = ending("Over", HOUR)
    Page.objects.filter(pk=over.pk).update(expire_at=NOON - HOUR)
    out, err, succeeded = run()
    assert out.splitlines() == [
        "taken down: “Over” (/home/over/)",
        "published: “Appears” (/home/appears/)",
        "published: “Now” (/home/now/)",
    ]
    assert (err, succeeded) == ("", True)
    assert [client.get(page.url_path.removeprefix("/home")).status_code for page in pages] == [200, 404, 200, 200, 200]
    assert client.get("/over/").status_code == 404
    assert run() == ("", "", True)


def fail_for_bad(instance: Page, **_kwargs: Any) -> None:
    if instance.title.startswith("Bad"):
        raise RuntimeError("no such luck")


def test_one_that_fails_stops_no_other_and_is_left_whole(time_machine: Any) -> None:
    for title in ("Bad end", "Good end"):
        page = ending(title, HOUR)
        Page.objects.filter(pk=page.pk).update(expire_at=NOON - HOUR)
    for title in ("Good start", "Better start"):
        starting(title, -HOUR, time_machine)
    bad = starting("Bad start", -2 * HOUR, time_machine)
    page_published.connect(fail_for_bad)
    page_unpublished.connect(fail_for_bad)
    try:
        out, err, succeeded = run()
    finally:
        page_published.disconnect(fail_for_bad)
        page_unpublished.disconnect(fail_for_bad)
    assert not succeeded
    assert out.count("\n") == 3
    assert err.count("no such luck") == 2
    assert Page.objects.get(title="Bad end").live
    assert not Page.objects.get(title="Good end").live
    assert not Page.objects.get(pk=bad.pk).live
    assert Page.objects.get(title="Better start").live
    assert run()[2]
    assert Page.objects.get(pk=bad.pk).live
