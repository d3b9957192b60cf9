"""What the public reads of findings and actions, and when."""

import pytest
from django.test import Client

from lscb_site.partial_dates import PartialDate
from publications import actions
from publications.errors import Refused
from publications.learning.lines import ActionLine, FindingLine
from publications.learning.told import Action, Finding, Learning
from publications.listing import State
from publications.models import RecordEntry
from publications.models.record import Event
from publications.terms import ActionStatus, FindingKind
from tests.publications import factories as make
from tests.publications.clock import set_clock
from tests.publications.learning.samples import add_findings
from tests.publications.states import NOW, in_state, leave_no_trace

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
RECORD = "/publications/child-g/"
UNKNOWN = {State.DRAFT, State.SCHEDULED}
DARK = {State.SUSPENDED, State.WITHDRAWN}
WORDS = ("wombat", "Share what is known", "Head of Writing", "Four of five", "Findings and actions", "1 of 2 actions")


def told(client: Client, address: str = RECORD) -> list[str]:
    """Which of the words somebody reads there."""
    text = client.get(address, follow=True).content.decode()
    return [word for word in WORDS if word in text]


@pytest.mark.parametrize("state", State)
def test_where_the_record_tells_of_the_review_and_nowhere_else(client: Client, state: State) -> None:
    review = add_findings(in_state(state).review)
    assert told(client) == []
    actions.show_findings(review, shown=True, by=make.editor())
    assert told(client) == ([] if state in UNKNOWN | DARK else list(WORDS))
    if state not in UNKNOWN:
        actions.show_findings(review, shown=False, by=make.editor())
        assert told(client) == []


@pytest.mark.parametrize("state", sorted(UNKNOWN))
def test_before_release_as_if_the_review_never_existed(client: Client, state: State) -> None:
    actions.show_findings(add_findings(in_state(state).review), shown=True, by=make.editor())
    dark, nothing = client.get(RECORD), client.get("/publications/child-q/")
    assert dark.status_code == nothing.status_code == 404
    assert dark.content == nothing.content


def test_a_suspended_or_traceless_review_tells_none(client: Client) -> None:
    review = in_state(State.PROTECTED).review
    actions.show_findings(add_findings(review), shown=True, by=make.editor())
    suspension = actions.suspend(review, category="identification", reason="x", by=make.editor())
    assert told(client) == []
    actions.lift(suspension, by=make.approver())
    assert told(client) == list(WORDS)
    leave_no_trace(review)
    assert told(client) == []


def test_other_pages_tell_none(client: Client) -> None:
    review = in_state(State.PROTECTED).review
    actions.show_findings(add_findings(review), shown=True, by=make.editor())
    for address in ("/publications/", "/publications/?q=quokka", "/topics/", "/sitemap.xml", "/publications/child-q/"):
        assert told(client, address) == []


def test_the_switch_is_in_the_record_and_refuses_what_makes_no_sense() -> None:
    review, by = make.review("Child G"), make.editor()
    with pytest.raises(Refused) as refused:
        actions.show_findings(review, shown=True, by=by)
    assert refused.value.code == "nothing_to_show"
    add_findings(review)
    actions.show_findings(review, shown=True, by=by)
    with pytest.raises(Refused) as refused:
        actions.show_findings(review, shown=True, by=by)
    assert refused.value.code == "already_done"
    actions.show_findings(review, shown=False, by=by)
    assert list(RecordEntry.objects.filter(review_id=review.pk).values_list("event", "data")) == [
        (Event.FINDINGS_SHOWN, {}), (Event.FINDINGS_HIDDEN, {}),
    ]  # fmt: skip
    with pytest.raises(Refused) as refused:
        actions.show_findings(review, shown=True, by=make.approver())
    assert refused.value.code == "not_allowed"


def learning(*statuses: ActionStatus) -> Learning:
    return Learning((Finding("Finding 1", "Text", "", "", tuple(action(status) for status in statuses)),))


def action(status: ActionStatus, since: str = "", due: str = "") -> Action:
    dates = [PartialDate(text) if text else None for text in (since, due)]
    return Action("Ask", "", status, dates[0], dates[1], "")


S = ActionStatus


@pytest.mark.parametrize(
    ("statuses", "sentence"),
    [
        ([], ""),
        ([S.DONE], "1 of 1 action done."),
        ([S.NOT_STARTED], "0 of 1 action done (1 not started)."),
        ([S.DONE] * 3 + [S.UNDER_WAY] * 2 + [S.NOT_STARTED, S.NOT_NEEDED],
         "3 of 7 actions done (1 not started, 2 under way, 1 no longer needed)."),
    ],
)  # fmt: skip
def test_progress_in_a_plain_sentence(statuses: list[ActionStatus], sentence: str) -> None:
    assert learning(*statuses).progress == sentence


@pytest.mark.parametrize(
    ("status", "since", "due", "words"),
    [
        (S.DONE, "2025-03", "2025-06", "Done (March 2025)"),
        (S.UNDER_WAY, "2025-06-14", "2026-03", "Under way (14 June 2025), due by March 2026"),
        (S.NOT_STARTED, "", "2026", "Not started, due by 2026"),
        (S.NOT_NEEDED, "", "2026", "No longer needed"),
    ],
)
def test_a_status_with_its_dates(status: ActionStatus, since: str, due: str, words: str) -> None:
    assert action(status, since, due).progress == words


@pytest.mark.parametrize("count", [1, 3])
def test_queries(client: Client, django_assert_num_queries, count: int) -> None:
    set_clock(NOW)
    review = make.review("Child G")
    make.released(make.publication(review))
    lines = [
        FindingLine(FindingKind.FINDING, str(n), "Text", actions=(ActionLine("Ask"),) * count) for n in range(count)
    ]
    actions.show_findings(add_findings(review, lines), shown=True, by=make.editor())
    client.get(RECORD)
    with django_assert_num_queries(13):  # two more than without findings
        client.get(RECORD)


def test_everything_is_escaped(client: Client) -> None:
    review = in_state(State.PROTECTED).review
    add_findings(review, [FindingLine(FindingKind.FINDING, "1", "<script>alert(1)</script>", "<b>All</b>", "<i>x</i>")])
    actions.show_findings(review, shown=True, by=make.editor())
    text = client.get(RECORD).content.decode()
    assert "&lt;script&gt;alert" in text
    assert not [tag for tag in ("<script>alert", "<b>All", "<i>x") if tag in text]
