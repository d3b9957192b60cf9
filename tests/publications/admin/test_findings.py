"""Findings and actions at the admin's screens: typed, put in order, out to a spreadsheet and in again."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from publications import actions
from publications.learning import sheet
from publications.learning.lines import FindingLine, stored
from publications.models import Review, ReviewFinding
from publications.terms import ActionStatus, FindingKind
from tests.publications import factories
from tests.publications.admin.screens import Desk, Fields, plain
from tests.publications.clock import set_clock
from tests.publications.learning.samples import FINDINGS, add_findings

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def desk() -> Desk:
    return Desk(factories.in_group("Edith", "Editors"))


@pytest.fixture
def review() -> Review:
    return factories.review("Child G")


def at(name: str, *args: Any) -> str:
    return reverse(f"publications_learning:{name}", args=args)


ACTION = {
    "actions-TOTAL_FORMS": "1", "actions-0-ORDER": "1", "actions-0-text": "Ask every child.", "actions-0-impact": "",
    "actions-0-owner": "Head of Nursing", "actions-0-status": "under_way", "actions-0-status_on": "June 2025",
    "actions-0-due": "2026",
}  # fmt: skip


def typed(desk: Desk, review: Review, **more: str) -> Any:
    """A recommendation with an action, typed into the empty form."""
    text = {"text": "Ask children.", "addressed_to": "All agencies", "response": "Accepted."}
    return desk.fill_in_with(at("add", review.pk), text | more | ACTION)


def test_one_is_typed_with_its_action_and_read_by_the_public(desk: Desk, review: Review) -> None:
    set_clock("2026-01-01 10:00")
    factories.released(factories.publication(review))
    shown = plain(typed(desk, review))
    assert "Recommendation 1 is added." in shown
    assert "Under way (June 2025), due by 2026" in shown
    assert "Not shown Nobody outside can see them." in shown
    assert "The public reads them" in desk.act("review", review, "show_findings")
    public = plain(desk.client.get(review.get_absolute_url()))
    assert "0 of 1 action done (1 under way)." in public
    assert "Recommendation 1 Ask children. For: All agencies" in public
    assert "Owner: Head of Nursing" in public
    assert "The public does not see them any more." in desk.act("review", review, "hide_findings")
    assert "Ask children." not in plain(desk.client.get(review.get_absolute_url()))


def test_the_next_number_is_offered_and_no_number_comes_twice(desk: Desk, review: Review) -> None:
    typed(desk, review)
    fields = Fields()
    fields.feed(desk.client.get(at("add", review.pk)).content.decode())
    assert fields.values["number"] == "2"
    assert "Choose another number." in plain(typed(desk, review, number="1"))
    assert "Use figures" in plain(typed(desk, review, number="first"))
    assert review.findings.count() == 1
    typed(desk, review, number="1", kind="finding")
    assert review.findings.count() == 2


def test_all_together_is_no_more_than_a_search_looks_into(desk: Desk, review: Review) -> None:
    long = [FindingLine(FindingKind.FINDING, str(number), "x" * 4990) for number in range(1, 17)]
    add_findings(review, long)
    answer = typed(desk, review, text="x" * 200)
    assert "hold at most 80,000 characters together; with this they would hold 80,092. Shorten" in plain(answer)
    assert review.findings.count() == 16
    typed(desk, review)
    assert review.findings.count() == 17


def test_put_in_order_changed_and_removed(desk: Desk, review: Review) -> None:
    first, second = add_findings(review).findings.all()
    desk.client.post(at("move", second.pk, "up"))
    assert list(review.findings.all()) == [second, first]
    desk.client.post(at("move", second.pk, "up"))
    desk.client.post(at("move", second.pk, "down"))
    assert list(review.findings.all()) == [first, second]
    assert "saved" in plain(desk.fill_in(at("edit", first.pk), text="Nobody asked.", **{"actions-0-DELETE": "1"}))
    first.refresh_from_db()
    assert (first.text, [action.text for action in first.actions.all()]) == ("Nobody asked.", ["Write it down."])
    assert "Recommendation 3.10 is removed." in plain(desk.client.post(at("delete", second.pk), follow=True))
    assert list(review.findings.all()) == [first]


def test_the_second_to_save_sees_both_texts_the_actions_too(desk: Desk, review: Review) -> None:
    finding = add_findings(review).findings.first()
    assert finding
    fields = Fields()
    fields.feed(desk.client.get(at("edit", finding.pk)).content.decode())
    finding.actions.filter(text="Ask.").update(status=ActionStatus.NOT_NEEDED)
    shown = plain(desk.client.post(at("edit", finding.pk), fields.values | {"actions-0-text": "Ask again."}))
    assert "Somebody else changed this" in shown
    assert "Ask.; Head of Asking; No longer needed" in shown
    assert not finding.actions.filter(text="Ask again.").exists()


def sent(desk: Desk, review: Review, content: bytes, **more: str) -> Any:
    file = SimpleUploadedFile("findings.csv", content)
    return desk.client.post(at("upload", review.pk), {"file": file} | more, follow=True)


def confirmed(desk: Desk, review: Review, answer: Any) -> Any:
    """The button below what would change, pressed."""
    context = answer.context
    values = {"text": context["text"], "based_on": context["based_on"]}
    return desk.client.post(at("upload", review.pk), values, follow=True)


def test_a_spreadsheet_goes_out_and_comes_in_on_another_review(desk: Desk, review: Review) -> None:
    add_findings(review)
    answer = desk.client.get(at("download", review.pk))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="child-g-findings-and-actions.csv"'
    other = factories.review("Child H")
    seen = sent(desk, other, answer.content)
    assert "2 new, 0 changed, 0 removed, 0 as before." in plain(seen)
    assert not other.findings.exists()
    assert "read in" in plain(confirmed(desk, other, seen))
    assert stored(other) == stored(review) == FINDINGS
    assert "Nothing would change." in plain(sent(desk, review, answer.content))


def test_what_would_change_is_shown_before_it_does(desk: Desk, review: Review) -> None:
    first = add_findings(review).findings.first()
    text = "Type,Number,Finding or recommendation,For whom,Response,Action,Status\nFinding,2,New \u2013 and more,,,,\n"
    text += "Finding,1,Nobody asked the wombat.,All agencies,Accepted.,Ask.,Done\n"
    seen = sent(desk, review, text.encode("cp1252"))
    shown = plain(seen)
    assert "1 new, 1 changed, 1 removed, 0 as before." in shown
    assert "Changed : its text, 1 action taken away or reworded, 1 action changed" in shown
    assert "What is not in the spreadsheet is removed" in shown
    assert "not saved as “CSV UTF-8”" in shown
    assert stored(review) == FINDINGS
    confirmed(desk, review, seen)
    assert [line.title for line in stored(review)] == ["Finding 2", "Finding 1"]
    assert ReviewFinding.objects.get(review=review, number="1") == first, "it keeps its row"


def test_mistakes_are_listed_and_nothing_is_done(desk: Desk, review: Review) -> None:
    add_findings(review)
    shown = plain(sent(desk, review, b"Type,Number,Finding or recommendation,Status\nFinding,1,Text,\nIdea,2,,Done\n"))
    assert "Nothing was changed. 2 things in the spreadsheet to put right" in shown
    assert "3 Action Say what is done" not in shown.split("Columns:")[0].split("put right")[0]
    assert "3 Type “Idea” is not known here. Use one of: Finding, Recommendation." in shown
    assert stored(review) == FINDINGS


def test_a_spreadsheet_looked_at_before_somebody_else_s_change_is_looked_at_again(desk: Desk, review: Review) -> None:
    add_findings(review)
    seen = sent(desk, review, sheet.written(FINDINGS[:1]))
    review.findings.filter(number="1").update(text="What Ed wrote.")
    shown = plain(confirmed(desk, review, seen))
    assert "Somebody changed the findings while you looked at this" in shown
    assert "0 new, 1 changed, 1 removed, 0 as before." in shown
    assert review.findings.get(number="1").text == "What Ed wrote."


def test_a_crafted_text_is_read_as_strictly(desk: Desk, review: Review) -> None:
    desk.client.post(at("upload", review.pk), {"text": "Type\x00", "based_on": ""})
    assert "to put right" in plain(desk.client.post(at("upload", review.pk), {"text": "x" * 300_000, "based_on": ""}))
    assert not review.findings.exists()


def test_an_empty_spreadsheet_to_begin_with(desk: Desk, review: Review) -> None:
    assert desk.client.get(at("download", review.pk)).content.decode("utf-8-sig").strip() == ",".join(
        sheet.heading(column) for column in sheet.COLUMNS
    )


def test_the_review_s_screen_leads_there(desk: Desk, review: Review) -> None:
    assert "None yet." in desk.open("reviews_admin:inspect", review.pk)
    add_findings(review)
    assert "2 findings or recommendations, not shown to the public." in desk.open("reviews_admin:inspect", review.pk)


def test_an_approver_reads_and_changes_nothing(review: Review) -> None:
    approver = Desk(factories.in_group("Ada", "Approvers"))
    finding = add_findings(review).findings.first()
    assert finding
    assert "wombat" in approver.open("publications_learning:list", review.pk)
    for address in (at("add", review.pk), at("upload", review.pk), at("edit", finding.pk), at("delete", finding.pk)):
        assert approver.client.post(address).status_code == 302
    approver.client.post(at("move", finding.pk, "down"))
    assert stored(review) == FINDINGS
    with pytest.raises(Exception, match="right"):
        actions.show_findings(review, shown=True, by=approver.person)
