"""The whole life of a publication through the admin's own forms, by two people."""

from typing import Any

import pytest
from django.urls import reverse

from publications.listing import State
from publications.models import Publication, Review
from tests.publications import factories
from tests.publications.admin.screens import Desk, do_jobs, plain, signing
from tests.publications.clock import set_clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("morning"), pytest.mark.slow]


def state_of(publication: Publication) -> State:
    """As everybody derives it."""
    from publications import clock

    return Publication.objects.with_facts().get(pk=publication.pk).state_at(clock.now())


def add_publication(editor: Desk, label: str = "Child G") -> Publication:
    """A review and its overview report, by their forms."""
    shown = plain(editor.fill_in(reverse("reviews_admin:add"), label=label, review_type="scr"))
    assert "Next: add its first document" in shown
    review = Review.objects.get(label=label)
    address = f"{reverse('publications_admin:add')}?review={review.pk}"
    shown = plain(editor.fill_in(address, kind="overview_report"))
    assert "Next: upload its file" in shown
    assert "Upload the file" in shown
    return Publication.objects.get(review=review)


def bring_to_sign_off(editor: Desk, approver: Desk, publication: Publication, action: str = "upload") -> None:
    """Upload a file and have it signed off."""
    shown = editor.act("publication", publication, action, file=factories.pdf(f"{action} {publication.pk}"))
    assert "The file is being checked" in shown
    do_jobs()
    shown = editor.open("publications_admin:inspect", publication.pk)
    assert "A second person signs off the file" in shown
    assert approver.person.get_username() in shown
    version = publication.versions.last()
    assert version.sha256 in approver.open("publications_actions:version", version.pk, "sign_off")
    assert "Release the signed-off file" in approver.act("version", version, "sign_off", **signing())


def release(editor: Desk, publication: Publication, **typed: Any) -> str:
    """Release it, by both looks at the form."""
    address = reverse("publications_actions:publication", args=[publication.pk, "release"])
    checked = editor.fill_in(address, when="now", **typed)
    text = plain(checked)
    assert "Yes, release" in text, text
    return plain(editor.client.post(address, {"when": "now", "checked": "now", **typed}, follow=True))


def test_a_report_is_published_corrected_and_taken_dark_by_forms(editor: Desk, approver: Desk) -> None:
    publication = add_publication(editor)
    bring_to_sign_off(editor, approver, publication)

    shown = release(editor, publication)
    assert "Released: it is public now." in shown
    assert "Protected through: 3 July 2027" in shown

    set_clock("2026-08-01 09:00")
    bring_to_sign_off(editor, approver, publication, action="correct")
    release(editor, publication, correction="A date on page 12 was corrected.")
    shown = editor.open("publications_admin:inspect", publication.pk)
    assert "Corrected: 1 August 2026" in shown
    assert "Older, dark" in shown
    assert "Protected through: 1 August 2027" in shown

    set_clock("2026-09-01 09:00")
    shown = editor.act("publication", publication, "suspend", category="identification", reason="A first name")
    assert "Taken dark" in shown
    assert "A second person confirms or lifts the suspension" in shown
    suspension = publication.suspensions.get()
    assert "you were the first" in editor.open("publications_actions:suspension", suspension.pk, "confirm")

    approver.act("suspension", suspension, "confirm")
    assert state_of(publication) is State.WITHDRAWN

    editor.act("suspension", suspension, "reinstate")
    assert state_of(publication) is State.WITHDRAWN
    approver.act("suspension", suspension, "reinstate")
    assert state_of(publication) is State.PROTECTED
    shown = editor.open("publications_admin:inspect", publication.pk)
    assert "Reinstated" in shown
    assert "Protected through: 2 August 2027" in shown, "the dark day is added"


def test_a_scheduled_release_appears_by_itself_and_can_be_cancelled_before(editor: Desk, approver: Desk) -> None:
    publication = add_publication(editor)
    bring_to_sign_off(editor, approver, publication)
    address = reverse("publications_actions:publication", args=[publication.pk, "release"])
    typed = {"when": "later", "day": "2026-07-10", "time": "09:30"}
    shown = plain(editor.fill_in(address, **typed))
    assert "public at 9:30am on 10 July 2026, and protected through 10 July 2027" in shown
    shown = plain(editor.client.post(address, typed | {"checked": "2026-07-10T09:30:00+01:00"}, follow=True))
    assert "it appears by itself at 9:30am on 10 July 2026" in shown
    assert state_of(publication) is State.SCHEDULED
    assert "Cancelled." in editor.act("publication", publication, "unschedule")
    assert state_of(publication) is State.DRAFT


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"day": "2026-07-03", "time": "09:59"}, "That time has passed"),
        ({"day": "2027-03-28", "time": "01:30"}, "1:30am does not exist. Choose 2:30am"),
        ({"day": "2026-10-25", "time": "01:30"}, "1:30am comes twice"),
        ({"day": "", "time": "09:30"}, "Choose the day."),
        ({"day": "2026-07-10", "time": ""}, "Choose the time."),
        ({"day": "2026-07-10", "time": "25:00"}, "Type the time like 09:30"),
    ],
)
def test_times_that_cannot_be_are_refused_in_words(
    editor: Desk, approver: Desk, typed: dict[str, str], sentence: str
) -> None:
    publication = add_publication(editor)
    bring_to_sign_off(editor, approver, publication)
    address = reverse("publications_actions:publication", args=[publication.pk, "release"])
    shown = plain(editor.fill_in(address, when="later", **typed))
    assert sentence in shown
    assert not publication.releases.exists()


@pytest.mark.parametrize(
    ("which", "instant"), [("first", "2026-10-25T00:30:00+00:00"), ("second", "2026-10-25T01:30:00+00:00")]
)
def test_the_hour_that_comes_twice_is_asked_for(editor: Desk, approver: Desk, which: str, instant: str) -> None:
    publication = add_publication(editor)
    bring_to_sign_off(editor, approver, publication)
    address = reverse("publications_actions:publication", args=[publication.pk, "release"])
    typed = {"when": "later", "day": "2026-10-25", "time": "01:30", "which": which}
    answer = editor.client.post(address, typed)
    mark = answer.context["form"].data["checked"]
    editor.client.post(address, typed | {"checked": mark})
    assert publication.releases.get().at.isoformat() == instant


def test_what_was_seen_is_what_is_released(editor: Desk, approver: Desk) -> None:
    """A time changed after the second look is shown again before it counts."""
    publication = add_publication(editor)
    bring_to_sign_off(editor, approver, publication)
    address = reverse("publications_actions:publication", args=[publication.pk, "release"])
    typed = {"when": "later", "day": "2026-07-11", "time": "09:30", "checked": "2026-07-10T09:30:00+01:00"}
    assert "public at 9:30am on 11 July 2026" in plain(editor.client.post(address, typed))
    assert not publication.releases.exists()


def test_an_announcement_is_made_and_shown(editor: Desk) -> None:
    publication = add_publication(editor)
    shown = editor.act("publication", publication, "announce", state="delayed")
    assert "Give the reason" in shown
    shown = editor.act("publication", publication, "announce", state="delayed", reason="A trial is under way.")
    assert "The public is told: Delayed" in shown
    assert state_of(publication) is State.DELAYED


def test_a_decision_and_the_move_to_on_request(editor: Desk, approver: Desk) -> None:
    publication = add_publication(editor)
    bring_to_sign_off(editor, approver, publication)
    release(editor, publication)
    shown = editor.act("publication", publication, "decide", policy="keep", keep_until="2027-01-01")
    assert "Choose 3 July 2027 or a later day" in shown
    shown = editor.act("publication", publication, "decide", policy="keep", keep_until="2027-12-31")
    assert "Kept until: 31 December 2027" in shown
    assert "protected through 3 July 2027" in editor.open(
        "publications_actions:publication", publication.pk, "move_to_request"
    )
    set_clock("2027-07-04 00:00")
    editor.act("publication", publication, "move_to_request")
    assert state_of(publication) is State.ON_REQUEST


def test_a_whole_review_is_suspended_and_lifted(editor: Desk, approver: Desk) -> None:
    publication = add_publication(editor)
    bring_to_sign_off(editor, approver, publication)
    release(editor, publication)
    shown = editor.act("review", publication.review, "suspend", category="court_order", reason="Order of today")
    assert "The whole review is dark" in shown
    assert state_of(publication) is State.SUSPENDED
    approver.act("suspension", publication.review.suspensions.get(), "lift")
    assert state_of(publication) is State.PROTECTED


def test_a_withdrawn_file_is_destroyed_by_two(editor: Desk, approver: Desk) -> None:
    publication = add_publication(editor)
    bring_to_sign_off(editor, approver, publication)
    release(editor, publication)
    editor.act("publication", publication, "suspend", category="identification", reason="A name")
    approver.act("suspension", publication.suspensions.get(), "confirm")
    version = publication.versions.get()
    editor.act("version", version, "destroy", sure="on")
    assert "you were the first" in editor.open("publications_actions:version", version.pk, "destroy")
    approver.act("version", version, "destroy", sure="on")
    assert "Destroyed" in editor.open("publications_admin:inspect", publication.pk)
    assert editor.client.get(reverse("publications_actions:file", args=[version.pk])).status_code == 404


def test_a_draft_is_discarded(editor: Desk) -> None:
    publication = add_publication(editor)
    editor.act("publication", publication, "upload", file=factories.pdf())
    assert "Discarded." in editor.act("version", publication.versions.get(), "discard")
    assert not publication.versions.exists()


def test_addresses_change_and_are_erased_by_forms(editor: Desk, approver: Desk) -> None:
    publication = add_publication(editor)
    bring_to_sign_off(editor, approver, publication)
    release(editor, publication)
    review = publication.review
    editor.act("review", review, "change_slug", slug="child-h")
    former = review.former_slugs.get()
    assert former.slug == "child-g"
    editor.act("review", review, "erase_slug", former=former.pk)
    former.refresh_from_db()
    assert former.slug is None
    assert "It was public" in editor.open("publications_actions:review", review.pk, "leave_no_trace")
