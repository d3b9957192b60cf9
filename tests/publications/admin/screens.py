"""A person at the admin's screens: opens a form as it is shown, fills it in, sends it."""

import re
from contextlib import ExitStack
from html import unescape
from html.parser import HTMLParser
from typing import Any
from unittest import mock

from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from publications.models import SignOffSettings


class Fields(HTMLParser):
    """The fields of the last form of a page that posts, with the values they would send."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, Any] = {}
        self.textarea = self.select = ""
        self.in_form = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collects one field."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("method", "").lower() == "post":
            self.in_form, self.values = True, {}
        if not self.in_form:
            return
        if tag == "input" and given.get("name"):
            self._input(given)
        elif tag == "textarea":
            self.textarea = given["name"]
            self.values[self.textarea] = ""
        elif tag == "select":
            self.select = given["name"]
        elif tag == "option" and self.select and ("selected" in given or self.select not in self.values):
            self.values[self.select] = given.get("value", "")

    def _input(self, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind in {"radio", "checkbox"} and "checked" not in given:
            return
        if kind == "checkbox" and given["name"] in self.values:
            self.values[given["name"]] = [*self.values[given["name"]], given.get("value", "on")]
        elif kind == "checkbox":
            self.values[given["name"]] = [given.get("value", "on")]
        elif kind not in {"file", "submit"}:
            self.values[given["name"]] = given.get("value", "")

    def handle_data(self, data: str) -> None:
        """The text of a textarea."""
        if self.textarea and self.in_form:
            self.values[self.textarea] += data

    def handle_endtag(self, tag: str) -> None:
        """Leaves what ends."""
        if tag == "textarea":
            self.values[self.textarea] = self.values[self.textarea].removeprefix("\n")
            self.textarea = ""
        elif tag == "select":
            self.select = ""
        elif tag == "form":
            self.in_form = False


class Desk:
    """One person signed in."""

    def __init__(self, person: Any) -> None:
        self.person, self.client = person, Client()
        self.client.force_login(person)

    def open(self, name: str, *args: Any) -> str:
        """The text of a screen."""
        response = self.client.get(reverse(name, args=args))
        assert response.status_code == 200, (name, args, response.status_code)
        return plain(response)

    def fill_in(self, address: str, **typed: Any) -> Any:
        """Open a form, type into it, send it; the answer, redirects followed."""
        page = self.client.get(address)
        assert page.status_code == 200, (address, page.status_code)
        fields = Fields()
        fields.feed(page.content.decode())
        unknown = [name for name in typed if name not in page.content.decode()]
        assert not unknown, f"{address} has no {unknown}"
        return self.client.post(address, fields.values | typed, follow=True)

    def fill_in_with(self, address: str, typed: dict[str, str]) -> Any:
        """The same with rows that the browser adds to the form."""
        fields = Fields()
        fields.feed(self.client.get(address).content.decode())
        return self.client.post(address, fields.values | typed, follow=True)

    def act(self, kind: str, target: Any, action: str, **typed: Any) -> str:
        """Do an action by its form; the text of what is shown then."""
        return plain(self.fill_in(reverse(f"publications_actions:{kind}", args=[target.pk, action]), **typed))


def do_jobs() -> None:
    """Do the jobs that wait, as the worker beside the site does, in this process and in the test's transaction."""
    with ExitStack() as stack:
        for worker in ("django_tasks_db.management.commands.db_worker", "publications.management.commands.work"):
            stack.enter_context(mock.patch(f"{worker}.close_old_connections"))
        call_command("work", "--once")


def signing(answer: str = "yes", **more: str) -> dict[str, str]:
    """What an approver types to sign off: the file read, and each question of the checklist answered."""
    questions = SignOffSettings.load().asked
    return {"read": "on"} | {f"answer_{number}": answer for number in range(len(questions))} | more


def plain(response: Any) -> str:
    """A page as one reads it."""
    assert response.status_code == 200, response.status_code
    text = re.sub(r"(?s)<(script|style|template)\b.*?</\1>", " ", response.content.decode())
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", text)))
