"""A publication in each state, all at the same instant: noon on 3 July 2026."""

from collections.abc import Callable
from typing import Any

from publications import actions
from publications.listing import State
from publications.models import Publication, Review
from publications.terms import MinimumPolicy
from tests.publications import factories as make
from tests.publications.clock import at, london, set_clock

NOW = "2026-07-03 12:00"
TITLE = "Learning from Willow"
REASON = "Criminal proceedings"
ELSEWHERE = "https://example.org/report"


def draft(of: Publication) -> None:
    """A file waits for its release."""
    make.signed_off(of)


def scheduled(of: Publication) -> None:
    """Released tomorrow."""
    make.released(of, at=london("2026-07-04 10:00"))


def protected(of: Publication) -> None:
    """Released last year, on the same day: on its last protected day."""
    with at("2025-07-03 10:00"):
        make.released(of)


def listed(of: Publication) -> None:
    """Released a day earlier than that: its minimum has passed, and nothing takes it off."""
    with at("2025-07-02 10:00"):
        make.released(of)


def on_request(of: Publication) -> None:
    """The same, of a board that moves its reports after the minimum."""
    with at("2025-07-01 10:00"):
        make.released(of)
    with at("2025-07-02 10:00"):
        actions.decide(of, by=make.editor(), policy=MinimumPolicy.MOVE)


def suspended(of: Publication) -> Any:
    """Released, and taken dark this morning."""
    protected(of)
    with at("2026-07-03 09:00"):
        return actions.suspend(of, category="court_order", reason="A secret reason", by=make.editor())


def withdrawn(of: Publication) -> None:
    """The same, confirmed by a second person."""
    suspension = suspended(of)
    with at("2026-07-03 10:00"):
        actions.confirm(suspension, by=make.approver())


def announced(state: State, **said: str) -> Callable[[Publication], None]:
    """What makes a publication be announced in a state."""

    def announce(of: Publication) -> None:
        with at("2026-05-01 10:00"):
            actions.announce(of, state=state, by=make.editor(), **said)

    return announce


MAKE: dict[State, Callable[[Publication], Any]] = {
    State.DRAFT: draft,
    State.SCHEDULED: scheduled,
    State.PROTECTED: protected,
    State.LISTED: listed,
    State.ON_REQUEST: on_request,
    State.SUSPENDED: suspended,
    State.WITHDRAWN: withdrawn,
    State.UNDER_WAY: announced(State.UNDER_WAY),
    State.DELAYED: announced(State.DELAYED, reason=REASON),
    State.NOT_PUBLISHED: announced(State.NOT_PUBLISHED, reason=REASON),
    State.PUBLISHED_ELSEWHERE: announced(State.PUBLISHED_ELSEWHERE, address=ELSEWHERE),
}


def in_state(state: State, **review: Any) -> Publication:
    """The only publication of a review "Child G", in this state now; the clock stands at NOW afterwards."""
    fields = {"label": "Child G", "slug": "child-g", "summary": "About a quokka."} | review
    publication = make.publication(make.review(**fields), title=TITLE)
    set_clock("2026-07-03 11:00")
    MAKE[state](publication)
    set_clock(NOW)
    return Publication.objects.with_facts().get(pk=publication.pk)


def leave_no_trace(review: Review) -> None:
    """What two people can make of a review that was public."""
    actions.confirm(
        actions.suspend(review, category="identification", reason="x", by=make.editor()), by=make.approver()
    )
    Review.objects.filter(pk=review.pk).update(no_trace=True)
