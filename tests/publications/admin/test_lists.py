"""Lists, the dashboard's panel and choosers: what they show, and with how many queries."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from publications import actions
from publications.listing import State
from publications.models import Publication
from tests.publications import factories
from tests.publications.admin.screens import Desk, do_jobs, plain
from tests.publications.clock import london, set_clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("morning"), pytest.mark.slow]


def one_of_each() -> dict[str, Publication]:
    """Publications that wait for something, or do not, by the label of their review."""
    made = {
        "Draft": factories.publication(factories.review("Draft")),
        "Sign": factories.publication(factories.review("Sign")),
        "Ready": factories.publication(factories.review("Ready")),
        "Sched": factories.released(factories.publication(factories.review("Sched")), at=london("2026-07-10 09:30")),
        "Shown": factories.released(factories.publication(factories.review("Shown"))),
        "Dark": factories.released(factories.publication(factories.review("Dark"))),
        "Late": factories.publication(factories.review("Late")),
    }
    actions.upload(made["Sign"], file=factories.pdf(), by=factories.editor())
    factories.signed_off(made["Ready"])
    actions.suspend(made["Dark"], category="wrong_file", reason="The draft", by=factories.editor())
    actions.announce(made["Late"], state="delayed", reason="A trial.", by=factories.editor())
    return made


def test_the_dashboard_says_what_waits(editor: Desk) -> None:
    one_of_each()
    assert "Being checked Sign: Overview report : The file is being checked" in editor.open("wagtailadmin_home")
    do_jobs()
    shown = editor.open("wagtailadmin_home")
    for words in (
        "Waiting for a second person Dark: Overview report : A second person confirms or lifts the suspension",
        "Waiting for sign-off Sign: Overview report : A second person signs off the file",
        "Signed off, ready for release Ready: Overview report : Release the signed-off file",
        "Scheduled Sched: Overview report : Public by itself at 9:30am on 10 July 2026",
        "Without a file yet Draft: Overview report : Upload its file Late: Overview report",
    ):
        assert words in shown
    assert "Minimum ends" not in shown
    set_clock("2027-04-03 10:00")
    assert "Minimum ends within three months Shown: Overview report" in editor.open("wagtailadmin_home")


def test_others_minimums_are_no_duty_of_ours(editor: Desk) -> None:
    factories.released(factories.publication(factories.review("Theirs", published_by="Another board")))
    set_clock("2027-06-03 10:00")
    assert "Minimum ends within" not in editor.open("wagtailadmin_home")


def test_the_dashboard_says_nothing_to_those_without_rights() -> None:
    visitor = factories.person("visitor")
    visitor.user_permissions.add(Group.objects.get(name="Approvers").permissions.get(codename="access_admin"))
    one_of_each()
    assert "Waiting for sign-off" not in Desk(visitor).open("wagtailadmin_home")


@pytest.mark.parametrize(
    ("state", "labels"),
    [
        (State.DRAFT, {"Draft", "Sign", "Ready"}),
        (State.SCHEDULED, {"Sched"}),
        (State.PROTECTED, {"Shown"}),
        (State.SUSPENDED, {"Dark"}),
        (State.DELAYED, {"Late"}),
        (State.WITHDRAWN, set()),
    ],
)
def test_lists_filter_by_state(editor: Desk, state: State, labels: set[str]) -> None:
    one_of_each()
    found = editor.client.get(reverse("publications_admin:index"), {"state": state.value}).context["object_list"]
    assert {publication.review.label for publication in found} == labels
    found = editor.client.get(reverse("reviews_admin:index"), {"state": state.value}).context["object_list"]
    assert {review.label for review in found} == labels


@pytest.mark.parametrize(
    ("words", "found"), [("child", {"Child G"}), ("FAMILY", {"Family K"}), ("k", {"Family K"}), ("nothing", set())]
)
def test_search_in_the_admin_finds_drafts(editor: Desk, words: str, found: set[str]) -> None:
    for label in ("Child G", "Family K"):
        factories.publication(factories.review(label))
    for name in ("reviews_admin:index_results", "publications_admin:index_results"):
        shown = plain(editor.client.get(reverse(name), {"q": words}))
        assert {label for label in ("Child G", "Family K") if label in shown} == found


@pytest.mark.parametrize(
    "name", ["reviews_admin:index", "publications_admin:index", "wagtailadmin_home", "publication_chooser:choose"]
)
def test_more_rows_take_no_more_queries(editor: Desk, name: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert editor.client.get(reverse(name)).status_code == 200
        return len(captured)

    factories.signed_off(factories.released())
    queries()
    one = queries()
    for _more in range(2):
        factories.signed_off(factories.released())
    assert queries() == one


@pytest.mark.parametrize("kind", ["review", "publication"])
def test_choosers_find_and_choose(editor: Desk, kind: str) -> None:
    publication = factories.publication(factories.review("Child G"))
    factories.publication(factories.review("Family K"))
    target: Any = publication.review if kind == "review" else publication
    answer = editor.client.get(reverse(f"{kind}_chooser:choose_results"), {"q": "child"})
    assert "Child G" in plain(answer)
    assert "Family K" not in plain(answer)
    chosen = editor.client.get(reverse(f"{kind}_chooser:chosen", args=[target.pk])).json()
    assert chosen["result"]["id"] == str(target.pk)
