"""One document in two forms goes dark as one (rules R8 and R10), and comes back by a decision about each."""

from types import SimpleNamespace
from typing import Any

import pytest

from publications import actions
from publications.errors import Refused
from publications.listing import State
from publications.models import Publication, RecordEntry, Suspension, WebDraft
from publications.models.record import Event
from tests.publications import factories as make
from tests.publications.clock import london, set_clock
from tests.publications.states import NOW
from tests.publications.test_file import Visitor
from tests.publications.web import samples

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SUSPENDED = {"category": "identification", "reason": "x"}


@pytest.fixture
def forms() -> tuple[Publication, Publication]:
    """The PDF and the web page of one report, neither of them released."""
    set_clock(NOW)
    pdf = make.publication(make.review("Child G", slug="child-g"), slug="overview-report")
    return pdf, samples.web(beside=pdf)


def states(*publications: Publication) -> list[State]:
    return [Publication.objects.with_facts().get(pk=each.pk).state for each in publications]


def answers(*publications: Publication) -> list[int]:
    return [Visitor().get(each.get_absolute_url()).status_code for each in publications]


@pytest.mark.parametrize("first", [0, 1])
def test_r8_both_are_dark_from_the_same_instant(forms: Any, first: int) -> None:
    pdf, page = make.released(forms[0]), samples.released(forms[1])
    assert answers(pdf, page) == [200, 200]
    suspension = actions.suspend(forms[first], by=make.editor(), **SUSPENDED)
    assert suspension.publication_id == forms[first].pk
    assert answers(pdf, page) == [410, 410]
    assert states(pdf, page) == [State.SUSPENDED] * 2
    made = Suspension.objects.order_by("pk")
    assert {(each.publication_id, each.at, each.category, each.reason) for each in made} == {
        (each.pk, suspension.at, "identification", "x") for each in forms
    }
    recorded = RecordEntry.objects.filter(event=Event.SUSPENSION)
    assert {each.publication_id for each in recorded} == {pdf.pk, page.pk}


def test_a_release_to_come_is_dark_when_it_comes(forms: Any) -> None:
    pdf = make.released(forms[0])
    page = samples.released(forms[1], at=london("2026-07-04 10:00"))
    actions.suspend(pdf, by=make.editor(), **SUSPENDED)
    set_clock("2026-07-04 10:00")
    assert answers(pdf, page) == [410, 410]
    assert states(page) == [State.SUSPENDED]


def test_each_is_lifted_by_itself_by_another_person(forms: Any) -> None:
    pdf, page = make.released(forms[0]), samples.released(forms[1])
    editor = make.editor()
    actions.suspend(pdf, by=editor, **SUSPENDED)
    with pytest.raises(Refused, match="Two people"):
        actions.lift(page.suspensions.get(), by=editor)
    actions.lift(pdf.suspensions.get(), by=make.approver())
    assert answers(pdf, page) == [200, 410]
    actions.lift(page.suspensions.get(), by=make.approver())
    assert answers(pdf, page) == [200, 200]


@pytest.mark.parametrize("first", [0, 1])
def test_nothing_of_it_is_released_or_announced_while_the_other_form_is_dark(forms: Any, first: int) -> None:
    dark, other = forms[first], forms[1 - first]
    release = [make.released, samples.released]
    release[first](dark)
    actions.suspend(dark, by=make.editor(), **SUSPENDED)
    assert not other.suspensions.exists(), "nothing of it was public"
    with pytest.raises(Refused) as refused:
        release[1 - first](other)
    assert refused.value.code == "other_form_dark"
    with pytest.raises(Refused, match="other form"):
        actions.announce(other, state="under_way", by=make.editor())
    actions.lift(dark.suspensions.get(), by=make.approver())
    actions.release(other, by=make.editor())
    assert answers(dark, other) == [200, 200]


def test_a_document_of_another_name_or_review_stays(forms: Any) -> None:
    pdf = make.released(forms[0])
    others = [
        make.released(make.publication(pdf.review, slug="summary")),
        make.released(make.publication(make.review("Child H"), slug=pdf.slug)),
    ]
    actions.suspend(pdf, by=make.editor(), **SUSPENDED)
    assert answers(*others) == [200, 200]


def test_others_are_told_once(forms: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    notices = SimpleNamespace(tell_of_suspension=SimpleNamespace(enqueue=told.append))
    monkeypatch.setattr("publications.actions.darkness.notices", notices)
    pdf, _page = make.released(forms[0]), samples.released(forms[1])
    assert told == [actions.suspend(pdf, by=make.editor(), **SUSPENDED).pk]


def test_destroying_the_text_destroys_its_draft(forms: Any, django_capture_on_commit_callbacks: Any) -> None:
    page = forms[1]
    draft = samples.draft(page, ("text", "<p>A numbat.</p>"), ("figure", {"number": 1, "caption": ""}))
    picture = samples.picture(draft, samples.png("olive"))
    version = samples.freeze(draft)
    actions.sign_off(version, by=make.approver())
    actions.release(page, by=make.editor())
    actions.confirm(actions.suspend(page, by=make.editor(), **SUSPENDED), by=make.approver())
    actions.destroy(version, by=make.editor())
    assert WebDraft.objects.exists(), "one person has only asked"
    with django_capture_on_commit_callbacks(execute=True):
        actions.destroy(version, by=make.approver())
    assert not WebDraft.objects.exists()
    assert not any(map(samples.is_stored, (version.sha256, picture.sha256)))
