"""Taking dark while somebody else is in the middle of something: it waits for them, and is never turned away."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, current_thread
from time import sleep
from typing import Any

import pytest
from django.db import connection, transaction

from lscb_site.models import Topic
from publications import actions, page_texts, policy
from publications.learning import saving
from publications.learning.lines import stored
from publications.listing import State
from publications.models import Publication, ReviewFinding
from publications.terms import MinimumPolicy
from tests.publications import factories as make
from tests.publications.clock import set_clock
from tests.publications.learning.samples import FINDINGS
from tests.publications.states import NOW, in_state

pytestmark = pytest.mark.slow

UNDER_WAY: dict[str, Callable[[Publication, Any], Any]] = {
    "a release": lambda of, by: actions.release(of.review.publications.get(title="Ready"), by=by),
    "an announcement": lambda of, by: actions.announce(make.publication(of.review), state=State.UNDER_WAY, by=by),
    "a decision": lambda of, by: actions.decide(of, by=by, policy=MinimumPolicy.MOVE),
    "an upload": lambda of, by: actions.correct(of, file=make.pdf("another"), by=by),
    "a text read": lambda of, _: page_texts.replace(of.versions.get(), ["Nobody asked the wombat."]),
    "a topic": lambda of, _: of.review.topics.add(Topic.objects.create(name="Wombats")),
    "a publication": lambda of, _: make.publication(of.review),
    "a finding": lambda of, _: ReviewFinding.objects.create(review=of.review, number="9", text="A wombat."),
    "a spreadsheet of findings": lambda of, by: saving.replace(
        of.review, FINDINGS, by=by, based_on=saving.mark_of(stored(of.review))
    ),
    "findings hidden": lambda of, by: actions.show_findings(of.review, shown=False, by=by),
    "a new address": lambda of, by: actions.change_slug(of.review, slug="other", by=by),
    "the other suspended": lambda of, by: actions.suspend(
        of.review.publications.get(title="Other"), category="court_order", reason="x", by=by
    ),
}
TARGETS: dict[str, Callable[[Publication], Any]] = {"report": lambda of: of, "review": lambda of: of.review}


class Pause:
    """A place at which one thread stops until another waits for what it holds, or has got through."""

    def __init__(self, *, of: Callable[..., Any] | None = None) -> None:
        self.of, self.thread, self.reached, self.through = of, "", Event(), Event()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """What stands here, after the pause."""
        if current_thread().name == self.thread and not self.reached.is_set():
            self.reached.set()
            self.wait()
        return self.of(*args, **kwargs) if self.of else None

    def wait(self) -> None:
        """Until somebody waits for this one."""
        for _ in range(3000):
            if self.through.is_set() or is_waited_for():
                return
            sleep(0.02)
        raise AssertionError("Nobody came.")


def is_waited_for() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))")
        return cursor.rowcount > 0


@pytest.fixture
def report(committed_database: str) -> Publication:
    """A report that is on the site with another, in a review whose findings are shown and in which a third is ready."""
    found = in_state(State.PROTECTED)
    saving.replace(found.review, FINDINGS[:1], by=make.editor(), based_on=saving.mark_of([]))
    actions.show_findings(found.review, shown=True, by=make.editor())
    make.signed_off(make.publication(found.review, title="Ready"))
    make.released(make.publication(found.review, title="Other"))
    return found


def together(first: Callable[[], Any], second: Callable[[], Any], pause: Pause) -> None:
    """The second begins while the first pauses; what either raises is raised."""

    def begin() -> None:
        pause.thread = current_thread().name
        try:
            first()
        finally:
            pause.reached.set()
            connection.close()

    def follow() -> None:
        pause.reached.wait(60)
        try:
            second()
        finally:
            pause.through.set()
            connection.close()

    with ThreadPoolExecutor(2) as both:
        for each in [both.submit(begin), both.submit(follow)]:
            each.result()


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("under_way", UNDER_WAY)
def test_before_the_first_commits(report: Publication, under_way: str, target: str) -> None:
    pause, by = Pause(), make.editor()

    def first() -> None:
        with transaction.atomic():
            UNDER_WAY[under_way](report, by)
            pause()

    check(report, first, target, pause)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(
    "under_way", ["a release", "an announcement", "a decision", "an upload", "the other suspended"]
)
def test_before_the_first_writes(
    report: Publication, under_way: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pause, by = Pause(of=policy.refusal), make.editor()
    monkeypatch.setattr(policy, "refusal", pause)
    check(report, lambda: UNDER_WAY[under_way](report, by), target, pause)


def check(report: Publication, first: Callable[[], Any], target: str, pause: Pause) -> None:
    second = make.approver()
    together(
        first,
        lambda: actions.suspend(TARGETS[target](report), category="identification", reason="x", by=second),
        pause,
    )
    set_clock(NOW)
    assert Publication.objects.with_facts().get(pk=report.pk).state is State.SUSPENDED
