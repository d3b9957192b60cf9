"""Findings and actions in the search: found while the record shows them, and at no other instant (R6, R8)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db.models import F
from django.test import Client

from publications import actions
from publications.learning.lines import ActionLine, FindingLine
from publications.listing import State
from publications.models import Review, ReviewAction, ReviewFinding, ReviewSpan
from publications.models.learning import MOST_TOGETHER
from publications.terms import FindingKind
from tests.publications import factories as make
from tests.publications.clock import london, set_clock
from tests.publications.learning.samples import add_findings
from tests.publications.states import in_state, leave_no_trace

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LINES = [
    FindingLine(
        FindingKind.FINDING, "1", "Nobody asked the wombat.", "Every xylophone", "Trombones agreed.",
        (ActionLine("Ask the numbat.", "Head of Bassoons", impact="Piccolos are asked."),),
    )
]  # fmt: skip
WORDS = ("wombat", "xylophone", "trombones", "numbat", "bassoons", "piccolos")
UNTOLD = {State.DRAFT, State.SCHEDULED, State.SUSPENDED, State.WITHDRAWN}


def found(*words: str) -> list[str]:
    """Those of the words for which a search gives the record, with the word marked."""
    pages = {word: Client().get("/search/", {"q": word}).text.lower() for word in words or WORDS}
    return [word for word, page in pages.items() if "/publications/child-g/" in page and f">{word}</mark>" in page]


def shown(review: Review) -> Review:
    actions.show_findings(add_findings(review, LINES), shown=True, by=make.editor())
    return review


@pytest.mark.parametrize("state", State)
def test_found_where_the_record_shows_them(state: State) -> None:
    review = add_findings(in_state(state).review, LINES)
    assert found() == []
    if state not in {State.DRAFT, State.SCHEDULED}:
        actions.show_findings(review, shown=True, by=make.editor())
        assert found() == ([] if state in UNTOLD else list(WORDS))
        actions.show_findings(review, shown=False, by=make.editor())
        assert found() == []


def test_gone_with_the_review_at_once() -> None:
    review = shown(in_state(State.PROTECTED).review)
    suspension = actions.suspend(review, category="identification", reason="x", by=make.editor())
    assert found() == []
    assert "wombat" not in Client().get("/search/?q=womtab").text, "not even as a suggestion"
    actions.lift(suspension, by=make.approver())
    assert found() == list(WORDS)
    leave_no_trace(review)
    assert found() == []


def test_at_the_instant_of_release_and_not_before() -> None:
    set_clock("2026-07-03 10:00")
    publication = make.signed_off(make.publication(make.review("Child G", slug="child-g"))).publication
    shown(publication.review)
    actions.release(publication, at=london("2026-07-04 09:00"), by=make.editor())
    set_clock("2026-07-04 08:59:59")
    assert found() == []
    set_clock("2026-07-04 09:00")
    assert found() == list(WORDS)


def test_each_change_of_them_is_known_at_once() -> None:
    shown(in_state(State.PROTECTED).review)
    ReviewAction.objects.update(owner="Head of Oboes")
    assert found("bassoons", "oboes") == ["oboes"]
    ReviewAction.objects.get().delete()
    assert found("numbat", "oboes", "wombat") == ["wombat"]
    ReviewAction.objects.create(finding=ReviewFinding.objects.get(), text="Ask the echidna.")
    assert found("echidna") == ["echidna"]
    ReviewFinding.objects.all().delete()
    assert found("wombat", "echidna") == []


def told_anew(what: Callable[[], Any]) -> int:
    """How often the database worked out anew what may be known of the only review."""
    before = ReviewSpan.objects.latest("pk").pk
    what()
    return (ReviewSpan.objects.latest("pk").pk - before) // ReviewSpan.objects.count()


def test_many_are_told_in_a_few_goes_and_what_nobody_reads_in_none() -> None:
    """Whoever takes the review dark waits for that."""
    review = in_state(State.PROTECTED).review
    lines = [
        FindingLine(
            FindingKind.FINDING, str(number), f"Wombat {number}.", actions=(ActionLine("Ask."), ActionLine("Act."))
        )
        for number in range(1, 41)
    ]
    assert told_anew(lambda: add_findings(review, lines)) == 0, "not shown"
    actions.show_findings(review, shown=True, by=make.editor())
    changed = [replace(line, text=line.text.upper(), actions=line.actions[:1]) for line in reversed(lines[5:])]
    new = FindingLine(FindingKind.RECOMMENDATION, "1", "Ask the numbat.")
    assert 0 < told_anew(lambda: add_findings(review, [new, *changed])) <= 6
    assert found("numbat") == ["numbat"]
    assert told_anew(lambda: ReviewFinding.objects.update(sort_order=F("sort_order") + 1)) == 0
    assert told_anew(lambda: ReviewFinding.objects.update(response="")) == 0, "it was empty"


def test_all_that_there_may_be_of_them_is_found() -> None:
    review = in_state(State.PROTECTED).review
    Review.objects.filter(pk=review.pk).update(summary="Word " * 30_000)
    long = [FindingLine(FindingKind.FINDING, str(number), "Kangaroo " * 500) for number in range(MOST_TOGETHER // 4500)]
    actions.show_findings(
        add_findings(review, [*long, FindingLine(FindingKind.FINDING, "999", "Ask the numbat.")]),
        shown=True, by=make.editor(),
    )  # fmt: skip
    assert found("kangaroo", "numbat") == ["kangaroo", "numbat"]


def test_what_has_most_of_the_words_is_shown() -> None:
    review = shown(in_state(State.PROTECTED).review)
    Review.objects.filter(pk=review.pk).update(summary="A koala was there.")
    assert "koala</mark> was there" in Client().get("/search/?q=koala").text
    page = Client().get("/search/?q=ask+numbat").text
    assert '>Ask</mark> the <mark class="app-mark">numbat</mark>' in page, "not only one of them"
    assert "/publications/child-g/#findings" in page
