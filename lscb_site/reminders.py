"""Notices of which staff are to be reminded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast
from wagtail.models import get_page_models

from lscb_site.models import BasePage


@dataclass(frozen=True)
class Reminder:
    """A notice on a page whose day has come."""

    page: BasePage
    title: str
    on: date


def notices_due(today: date) -> list[Reminder]:
    """The notices of all live pages whose day is today or past, the oldest first."""
    found = (reminder for page in _pages_with_notices() for reminder in _due_on(page, today))
    return sorted(found, key=lambda reminder: (reminder.on, reminder.page.title))


def _pages_with_notices() -> Iterator[Any]:
    for model in get_page_models():
        if issubclass(model, BasePage):
            bodies = model.objects.live().annotate(as_text=Cast("body", TextField()))
            yield from bodies.filter(as_text__contains='"type": "notice"')


def _due_on(page: Any, today: date) -> Iterator[Reminder]:
    for block in page.body.blocks_by_name("notice"):
        if block.value.due_on(today):
            yield Reminder(page, block.value.title or "Notice", block.value["remind_on"])
