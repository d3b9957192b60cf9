"""The text inside a file on its screen: pages without any, why it could not be read, and the text an editor gives."""

import pytest
from django.test import Client
from django.urls import reverse

from publications import actions, checking, page_texts, verdicts
from publications.errors import Refused
from publications.models import CheckFinding, FileText, FileVersion, PageText, Publication, RecordEntry
from publications.models.record import Event
from publications.models.texts import Problem
from tests.publications import factories
from tests.publications.admin.screens import Desk, do_jobs, signing
from tests.publications.clock import set_clock
from tests.publications.search.test_files import links

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("morning"), pytest.mark.slow]
SCANNED = ("The first page says xylophone.", "", "", "The last one says trombone.", "")


@pytest.fixture
def version(editor: Desk) -> FileVersion:
    """A file of five pages, of which three are scanned, not signed off."""
    publication = factories.publication(factories.review("Child G"))
    made = actions.upload(publication, file=factories.pdf(), by=editor.person)
    checking.check_now(made)
    factories.with_text(publication, *SCANNED)
    return made


def screen(editor: Desk, version: FileVersion) -> str:
    return editor.open("publications_admin:inspect", version.publication_id)


def give(editor: Desk, version: FileVersion, **typed: str) -> str:
    return editor.act("version", version, "give_text", **typed)


def texts(version: FileVersion) -> list[tuple[int, str]]:
    return list(PageText.objects.filter(version=version).values_list("number", "text"))


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"without_text": [2, 3, 5]}, "No text on pages 2 to 3, 5, such as scanned ones."),
        ({"without_text": [1, 2, 3, 4, 5]}, "None of its pages holds text, such as scanned ones."),
        ({"without_text": []}, "All of its text can be searched."),
        ({"finished_at": None, "pages_read": 2}, "Its text is being read. Page 2 of 5."),
        ({"problem": Problem.CRASH}, "Its text could not be read, so no search finds it: the file is damaged."),
        (
            {"problem": Problem.TIME, "finished_at": None, "attempts": 2},
            "so no search finds it: reading it takes too long. This was attempt 2 of 3.",
        ),
    ],
)
def test_the_screen_says_what_came_of_the_reading(
    editor: Desk, version: FileVersion, facts: dict[str, object], says: str
) -> None:
    assert says not in screen(editor, version) or facts == {"without_text": [2, 3, 5]}
    FileText.objects.filter(version=version).update(**facts)
    assert says in screen(editor, version)


def test_an_editor_gives_the_text_of_pages_that_hold_none(editor: Desk, version: FileVersion) -> None:
    assert "Give the text of scanned pages" in screen(editor, version)
    shown = give(editor, version, page_2="Here somebody\nmentions a bassoon.", page_5="")
    assert "The text is kept" in shown
    assert "Given by an editor: page 2" in shown
    assert texts(version) == [(1, SCANNED[0]), (2, "Here somebody\nmentions a bassoon."), (4, SCANNED[3])]
    entry = RecordEntry.objects.get(event=Event.TEXT)
    assert (entry.by_id, entry.version_id) == (editor.person.pk, version.pk)
    assert entry.data == {"given": page_texts.mark_of_given(version), "text_of_pages": [2]}
    assert "of page 2" in shown
    give(editor, version, page_2="", page_3="An oboe.")
    assert [number for number, _text in texts(version)] == [1, 3, 4]


def test_nothing_typed_is_told_from_a_text_taken_away(editor: Desk, version: FileVersion) -> None:
    assert "Type or change the text of a page" in give(editor, version, page_2="", page_3=" ")
    assert not RecordEntry.objects.filter(event=Event.TEXT).exists()
    give(editor, version, page_2="A bassoon.")
    assert "The text is taken away." in give(editor, version, page_2="")
    assert not page_texts.given(version)


def test_pages_with_a_text_of_their_own_take_no_other(editor: Desk, version: FileVersion) -> None:
    actions.give_text(version, texts={1: "Another.", 2: "A bassoon.", 9: "No such page."}, by=editor.person)
    assert [number for number, _text in texts(version)] == [1, 2, 4]
    assert texts(version)[0] == (1, SCANNED[0])


def test_what_was_given_is_there_after_another_reading(editor: Desk, version: FileVersion) -> None:
    actions.give_text(version, texts={2: "A bassoon.", 3: "An oboe."}, by=editor.person)
    page_texts.keep(FileText.objects.get(version=version), [*SCANNED[:2], "Now it has its own.", *SCANNED[3:]])
    assert texts(version)[1:3] == [(2, "A bassoon."), (3, "Now it has its own.")]


def test_whoever_signs_off_reads_it_and_signs_just_that(editor: Desk, version: FileVersion) -> None:
    actions.give_text(version, texts={2: "A bassoon."}, by=editor.person)
    checking.check_now(version)
    approver = Desk(factories.in_group("Ada", "Approvers"))
    address = reverse("publications_actions:version", args=[version.pk, "sign_off"])
    assert "A bassoon." in approver.client.get(address).text
    old = page_texts.mark_of_given(version)
    actions.give_text(version, texts={2: "An oboe."}, by=editor.person)
    checking.check_now(version)
    with pytest.raises(Refused, match="changed meanwhile"):
        actions.sign_off(version, by=approver.person, said=actions.Said(text=old))
    approver.act("version", version, "sign_off", **signing())
    assert version.sign_offs.exists()
    with pytest.raises(Refused, match="signed off with the text it has"):
        actions.give_text(version, texts={2: "A bassoon."}, by=editor.person)


def test_r9_the_checks_look_into_it_before_anybody_signs(editor: Desk, version: FileVersion) -> None:
    approver = Desk(factories.in_group("Ada", "Approvers"))
    shown = give(editor, version, page_2="Ask Jamie's aunt: jamie@example.org.", page_3="NHS number 943 476 5919")
    assert "the checks look into it too" in shown
    assert verdicts.verdict(version) is verdicts.Verdict.PENDING
    with pytest.raises(Refused, match="have not finished"):
        actions.sign_off(version, by=approver.person, may_wait=False)
    do_jobs()
    found = CheckFinding.objects.filter(check_run=verdicts.last_check(version), page__in=[2, 3])
    assert sorted(found.values_list("page", "kind")) == [(2, "email"), (3, "nhs_number")]
    assert "On page 2 it is not in the file but in the text that was given. Change it there" in screen(editor, version)
    one = editor.open("publications_actions:finding", version.pk, found.get(page=2).pk)
    assert "It is in the text that was given for this page." in one
    assert "masked words" not in one
    checked = verdicts.last_check(version)
    same = give(editor, version, page_2="Ask Jamie's aunt: jamie@example.org.", page_3="NHS number 943 476 5919")
    assert "Nothing here is other than what is kept already." in same
    do_jobs()
    assert verdicts.last_check(version) == checked, "the same text asks for nothing"
    give(editor, version, page_2="Ask the aunt.", page_3="")
    do_jobs()
    assert not CheckFinding.objects.filter(check_run=verdicts.last_check(version), page__in=[2, 3]).exists()


def released(editor: Desk, version: FileVersion) -> Publication:
    actions.give_text(version, texts={2: "Here a bassoon plays."}, by=editor.person)
    actions.sign_off(version, by=factories.approver())
    assert links(Client(), "bassoon") == []
    actions.release(version.publication, by=editor.person)
    return version.publication


def test_r8_it_is_found_on_its_page_while_the_file_is_served_and_at_no_other_time(
    editor: Desk, version: FileVersion
) -> None:
    publication = released(editor, version)
    assert links(Client(), "bassoon") == [f"{publication.get_absolute_url()}#page=2"]
    set_clock("2026-07-04 10:00")
    actions.suspend(publication, category="court_order", reason="x", by=editor.person)
    set_clock("2026-07-04 10:01")
    assert links(Client(), "bassoon") == []
    assert "bassoon" not in Client().get("/search/?q=basoon").text


def test_it_is_given_by_those_who_prepare_files_alone(version: FileVersion) -> None:
    with pytest.raises(Refused, match="right"):
        actions.give_text(version, texts={2: "A bassoon."}, by=factories.approver())


def test_a_file_with_text_on_every_page_takes_none(editor: Desk, version: FileVersion) -> None:
    FileText.objects.update(without_text=[])
    assert "Give the text of scanned pages" not in screen(editor, version)
    with pytest.raises(Refused, match="No page of this file"):
        actions.give_text(version, texts={2: "A bassoon."}, by=editor.person)
    assert not RecordEntry.objects.filter(event=Event.TEXT).exists()
