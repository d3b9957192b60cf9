"""The actions and what they refuse, with their rows in the record (rules R1, R2, R5 to R7, R9 to R12)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile

from lscb_site.models import BoardSettings
from lscb_site.partial_dates import PartialDate
from publications import actions, clock, storage
from publications.errors import ListingProtected, Refused
from publications.listing import State
from publications.models import FileVersion, FormerSlug, Publication, RecordEntry, Review
from publications.models.record import Event
from reviews.models import StatutoryGuidance
from tests.publications import factories as make
from tests.publications.clock import london, set_clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today() -> None:
    set_clock("2026-07-03 10:00")


def fresh(publication: Publication) -> Publication:
    return Publication.objects.with_facts().get(pk=publication.pk)


def refused(code: str) -> Any:
    """A context in which a refusal with this code must be raised."""
    return pytest.raises(Refused, check=lambda error: error.code == code and error.sentence.endswith("."))


def test_r9_two_people_release() -> None:
    draft, editor, approver = make.publication(), make.editor(), make.approver()
    version = actions.upload(draft, file=make.pdf(), by=editor)
    with refused("not_signed_off"):
        actions.release(draft, at=None, by=editor)
    actions.sign_off(version, by=approver)
    actions.release(draft, at=None, by=editor)
    assert fresh(draft).state is State.PROTECTED
    assert fresh(draft).protected_through == london("2027-07-03 12:00").date()
    assert fresh(draft).version_at(clock.now()) == version
    events = list(RecordEntry.objects.values_list("event", "sha256"))
    assert events == [(event, version.sha256) for event in (Event.UPLOAD, Event.CHECK, Event.SIGN_OFF, Event.RELEASE)]


def test_r9_the_uploader_does_not_sign_off() -> None:
    both = make.person("both", "manage", "approve")
    version = actions.upload(make.publication(), file=make.pdf(), by=both)
    with refused("same_person"):
        actions.sign_off(version, by=both)


def test_r9_a_new_file_needs_a_new_sign_off() -> None:
    draft, editor = make.publication(), make.editor()
    make.signed_off(draft, by=editor)
    actions.upload(draft, file=make.pdf("a better draft"), by=editor)
    with refused("not_signed_off"):
        actions.release(draft, by=editor)


def test_r9_release_at_a_chosen_minute_and_not_before() -> None:
    scheduled = make.released(at=london("2026-07-10 09:30"))
    assert scheduled.state is State.SCHEDULED
    assert not scheduled.is_public_at(london("2026-07-10 09:30") - timedelta(microseconds=1))
    assert scheduled.is_public_at(london("2026-07-10 09:30"))
    assert scheduled.protected_through_at(london("2026-07-10 09:30")) == london("2027-07-10 12:00").date()


def test_r9_unschedule_only_before_the_instant() -> None:
    scheduled, editor = make.released(at=london("2026-07-10 09:30")), make.editor()
    actions.unschedule(scheduled, by=editor)
    assert fresh(scheduled).state is State.DRAFT
    actions.release(scheduled, at=london("2026-07-10 09:30"), by=editor)
    set_clock("2026-07-10 09:30")
    with refused("nothing_scheduled"):
        actions.unschedule(scheduled, by=editor)


def test_r7_release_in_the_past_is_refused() -> None:
    draft = make.publication()
    make.signed_off(draft)
    with refused("in_the_past"):
        actions.release(draft, at=london("2026-07-03 09:59"), by=make.editor())


def test_r3_the_period_is_copied_from_the_edition_at_release() -> None:
    edition = StatutoryGuidance.objects.create(title="Test edition", year=2031, minimum_number=12, minimum_unit="weeks")
    released = make.released(make.publication(make.review(guidance=edition)))
    edition.minimum_number = 1
    edition.save()
    assert fresh(released).protected_through == london("2026-09-25 12:00").date()


def test_r5_the_boards_policy_is_copied_at_release() -> None:
    board = BoardSettings.load()
    board.minimum_policy = "move"
    board.save()
    released = make.released()
    board.minimum_policy = "keep"
    board.save()
    assert released.state_at(london("2027-07-03 23:59")) is State.PROTECTED
    assert released.state_at(london("2027-07-04 00:00")) is State.ON_REQUEST
    assert make.released().state_at(london("2030-01-01 00:00")) is State.LISTED


def test_r5_a_decision_after_release_is_in_the_record() -> None:
    released, editor = make.released(), make.editor()
    with refused("too_early"):
        actions.decide(released, policy="keep", keep_until=london("2027-07-02 12:00").date(), by=editor)
    actions.decide(released, policy="keep", keep_until=london("2027-12-24 12:00").date(), by=editor)
    assert fresh(released).state_at(london("2027-12-24 23:59")) is State.LISTED
    assert fresh(released).state_at(london("2027-12-25 00:00")) is State.ON_REQUEST
    assert RecordEntry.objects.last().data == {"policy": "keep", "keep_until": "2027-12-24"}


def test_r5_moving_to_request_only_after_the_minimum() -> None:
    released, editor = make.released(), make.editor()
    with pytest.raises(ListingProtected, match="3 July 2027"):
        actions.move_to_request(released, by=editor)
    set_clock("2027-07-04 00:00")
    actions.move_to_request(released, by=editor)
    assert fresh(released).state is State.ON_REQUEST


def test_r2_a_first_public_date_from_before_this_site() -> None:
    draft = make.publication(first_public=PartialDate("2025-09"), first_public_source="The board's minutes")
    released = make.released(draft)
    assert released.protected_through == london("2026-09-30 12:00").date()
    released.first_public = PartialDate("2020")
    with pytest.raises(ListingProtected):
        released.save()


@pytest.mark.parametrize(
    ("state", "extra", "code"),
    [
        ("delayed", {}, "reason_missing"),
        ("not_published", {}, "reason_missing"),
        ("published_elsewhere", {}, "address_missing"),
    ],
)
def test_r6_announcements_say_what_the_public_needs(state: str, extra: dict[str, str], code: str) -> None:
    with refused(code):
        actions.announce(make.publication(), state=state, by=make.editor(), **extra)


def test_r6_announcing_leaves_the_file_dark() -> None:
    draft, editor = make.publication(), make.editor()
    make.signed_off(draft, by=editor)
    actions.announce(draft, state="delayed", reason="Criminal proceedings.", by=editor)
    assert fresh(draft).state is State.DELAYED
    assert not fresh(draft).is_public_at(clock.now())
    actions.release(draft, at=london("2026-08-01 09:00"), by=editor)
    assert fresh(draft).state is State.SCHEDULED


def test_r10_one_person_darkens_and_another_confirms() -> None:
    released, editor, approver = make.released(), make.editor(), make.approver()
    suspension = actions.suspend(released, category="court_order", reason="An order was made.", by=editor)
    assert fresh(released).state is State.SUSPENDED
    with refused("same_person"):
        actions.confirm(suspension, by=editor)
    actions.confirm(suspension, by=approver)
    assert fresh(released).state is State.WITHDRAWN
    with refused("already_withdrawn"):
        actions.lift(suspension, by=approver)


def test_r10_another_person_lifts_and_the_clock_is_paused() -> None:
    released = make.released()
    suspension = actions.suspend(released, category="risk_of_harm", reason="A call came in.", by=make.editor())
    set_clock("2026-07-05 12:00")
    actions.lift(suspension, by=make.approver())
    assert fresh(released).state is State.PROTECTED
    assert fresh(released).protected_through == london("2027-07-06 12:00").date()


def test_r10_a_withdrawn_file_returns_only_by_two_people() -> None:
    released, editor, approver = make.released(), make.editor(), make.approver()
    suspension = actions.suspend(released, category="wrong_file", reason="Draft three.", by=editor)
    with refused("not_withdrawn"):
        actions.reinstate(suspension, by=approver)
    actions.confirm(suspension, by=approver)
    actions.reinstate(suspension, by=editor)
    assert fresh(released).state is State.WITHDRAWN
    with refused("same_person"):
        actions.reinstate(suspension, by=editor)
    set_clock("2026-07-04 10:00")
    actions.reinstate(suspension, by=approver)
    assert fresh(released).state is State.PROTECTED


def test_r10_a_whole_review_goes_dark() -> None:
    report = make.released()
    briefing = make.released(make.publication(report.review, kind="learning_briefing"))
    actions.suspend(report.review, category="identification", reason="A name in the label.", by=make.editor())
    assert {fresh(report).state, fresh(briefing).state} == {State.SUSPENDED}


def test_r10_nothing_public_is_not_suspended() -> None:
    with refused("wrong_state"):
        actions.suspend(make.publication(), category="court_order", reason="No.", by=make.editor())


def test_r11_a_correction_swaps_at_its_instant() -> None:
    released, editor = make.released(), make.editor()
    old = released.version_at(clock.now())
    new = actions.correct(released, file=make.pdf("corrected"), by=editor)
    assert fresh(released).version_at(clock.now()) == old
    actions.sign_off(new, by=make.approver())
    with refused("correction_missing"):
        actions.release(released, at=london("2026-09-01 09:00"), by=editor)
    actions.release(released, at=london("2026-09-01 09:00"), by=editor, correction="A date on page 3 was wrong.")
    at = london("2026-09-01 09:00")
    assert fresh(released).version_at(at - timedelta(seconds=1)) == old
    assert fresh(released).version_at(at) == new
    assert fresh(released).protected_through_at(at) == london("2027-09-01 12:00").date()


def test_r11_correcting_a_suspended_one_does_not_lift_it() -> None:
    released, editor = make.released(), make.editor()
    actions.suspend(released, category="wrong_file", reason="Draft three.", by=editor)
    new = actions.correct(released, file=make.pdf("corrected"), by=editor)
    actions.sign_off(new, by=make.approver())
    actions.release(released, by=editor, correction="The final report replaces a draft.")
    assert fresh(released).state is State.SUSPENDED


def test_r12_a_draft_file_is_discarded_with_its_bytes(django_capture_on_commit_callbacks: Any) -> None:
    draft, editor = make.publication(), make.editor()
    version = actions.upload(draft, file=make.pdf("a bad draft"), by=editor)
    with django_capture_on_commit_callbacks(execute=True):
        actions.discard(version, by=editor)
    assert not draft.versions.exists()
    with pytest.raises(FileNotFoundError):
        storage.opened(version.sha256)
    assert RecordEntry.objects.last().event == Event.DISCARD


def test_r12_a_released_file_is_not_discarded() -> None:
    released = make.released()
    with pytest.raises(ListingProtected, match="3 July 2027"):
        actions.discard(released.versions.get(), by=make.editor())


def test_r12_destruction_takes_two_people_and_a_withdrawal(django_capture_on_commit_callbacks: Any) -> None:
    released, editor, approver = make.released(), make.editor(), make.approver()
    version = released.versions.get()
    with refused("wrong_state"):
        actions.destroy(version, by=editor)
    suspension = actions.suspend(released, category="court_order", reason="An order.", by=editor)
    actions.confirm(suspension, by=approver)
    actions.destroy(version, by=editor)
    with refused("same_person"):
        actions.destroy(version, by=editor)
    with version.open() as stored:
        assert stored.read().startswith(b"%PDF-")
    with django_capture_on_commit_callbacks(execute=True):
        actions.destroy(version, by=approver)
    with pytest.raises(FileNotFoundError):
        version.open()
    kept = FileVersion.objects.get(pk=version.pk)
    assert (kept.sha256, kept.original_name) == (version.sha256, "")


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"<html><script>", "not_a_pdf"), (b"", "not_a_pdf"), (b"%PD", "not_a_pdf"), (b"PK\x03\x04", "word_file")],
)
def test_only_a_pdf_is_taken(content: bytes, code: str) -> None:
    with refused(code):
        actions.upload(make.publication(), file=ContentFile(content, name="report.pdf"), by=make.editor())


def test_r1_a_changed_address_is_kept_and_cannot_be_taken() -> None:
    released, editor = make.released(make.publication(make.review("Child G"))), make.editor()
    review = released.review
    actions.change_slug(review, slug="child-h", by=editor)
    actions.change_slug(review, slug="child-i", by=editor)
    assert set(review.former_slugs.values_list("slug", flat=True)) == {"child-g", "child-h"}
    with refused("slug_taken"):
        actions.change_slug(make.review(), slug="child-g", by=editor)
    assert make.review("Child-G").slug == "child-g-2"
    actions.change_slug(review, slug="child-g", by=editor)
    assert Review.objects.get(pk=review.pk).slug == "child-g"


def test_r1_an_identifying_address_is_erased_and_never_used_again() -> None:
    released, editor = make.released(make.publication(make.review("Jane Roe"))), make.editor()
    actions.change_slug(released.review, slug="child-g", by=editor)
    actions.erase_former_slug(FormerSlug.objects.get(slug="jane-roe"), by=editor)
    assert not FormerSlug.objects.filter(slug="jane-roe").exists()
    with refused("slug_taken"):
        actions.change_slug(make.review(), slug="jane-roe", by=editor)


def test_r1_no_trace_before_release_and_only_withdrawn_after() -> None:
    editor, approver = make.editor(), make.approver()
    hidden = make.publication()
    actions.leave_no_trace(hidden.review, by=editor)
    make.signed_off(hidden)
    with refused("no_trace"):
        actions.release(hidden, by=editor)
    released = make.released()
    with refused("not_withdrawn"):
        actions.leave_no_trace(released.review, by=editor)
    suspension = actions.suspend(released.review, category="court_order", reason="An order.", by=editor)
    actions.confirm(suspension, by=approver)
    actions.leave_no_trace(released.review, by=editor)
    assert not Review.objects.known_at(clock.now()).filter(pk=released.review_id).exists()


NO_RIGHTS: list[tuple[str, Callable[[Publication, Any], Any]]] = [
    ("upload", lambda target, by: actions.upload(target, file=make.pdf("x"), by=by)),
    ("announce", lambda target, by: actions.announce(target, state="under_way", by=by)),
    ("release", lambda target, by: actions.release(target, by=by)),
    ("unschedule", lambda target, by: actions.unschedule(target, by=by)),
    ("suspend", lambda target, by: actions.suspend(target, category="court_order", reason="x", by=by)),
    (
        "suspend the review",
        lambda target, by: actions.suspend(target.review, category="court_order", reason="x", by=by),
    ),
    ("correct", lambda target, by: actions.correct(target, file=make.pdf("x"), by=by)),
    ("move", lambda target, by: actions.move_to_request(target, by=by)),
    ("decide", lambda target, by: actions.decide(target, policy="keep", by=by)),
    ("change the address", lambda target, by: actions.change_slug(target.review, slug="x", by=by)),
    ("no trace", lambda target, by: actions.leave_no_trace(target.review, by=by)),
    ("sign off", lambda target, by: actions.sign_off(target.versions.get(), by=by)),
    ("discard", lambda target, by: actions.discard(target.versions.get(), by=by)),
    ("destroy", lambda target, by: actions.destroy(target.versions.get(), by=by)),
]


@pytest.mark.parametrize(("name", "act"), NO_RIGHTS, ids=[name for name, _ in NO_RIGHTS])
@pytest.mark.parametrize("kind", ["nobody", "deactivated"])
def test_without_the_right_everything_is_refused(name: str, act: Callable[[Publication, Any], Any], kind: str) -> None:
    rights = ("manage", "approve", "suspend") if kind == "deactivated" else ()
    somebody = make.person(kind, *rights, is_active=kind != "deactivated")
    released = make.released()
    with refused("not_allowed"):
        act(released, somebody)
    assert fresh(released).state is State.PROTECTED
