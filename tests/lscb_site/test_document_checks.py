"""A document is looked into before it may be public, as reports are; what would stop a report asks for a reason."""

import io
import zipfile
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from lscb_site.models import BoardDocument, DocumentCheck
from publications import sandboxed
from publications.demo import bad
from tests.lscb_site.people import logged_in
from tests.publications.checks.docx_cases import changed
from tests.publications.checks.docx_files import docx, paragraph, run
from tests.publications.checks.inside_cases import PLAIN

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

BOXED = bad.drawn("box")
REASON = "The name is invented; it is an exercise."


@pytest.fixture
def editor() -> Client:
    return logged_in("Editors")


def add(editor: Client, name: str, content: bytes, **typed: str) -> str:
    file = ContentFile(content, name=name)
    answer = editor.post(reverse("wagtaildocs:add"), {"title": "Procedures", "file": file, **typed}, follow=True)
    return answer.content.decode()


def kept(editor: Client, name: str = "procedures.pdf", content: bytes = BOXED) -> BoardDocument:
    add(editor, name, content)
    return BoardDocument.objects.get()


def edit(editor: Client, document: BoardDocument, **typed: Any) -> str:
    address = reverse("wagtaildocs:edit", args=[document.pk])
    form = {"title": "Procedures", "is_public": "on" if document.is_public else "", "reason": document.reason}
    sent = {**form, **typed}
    answer = editor.post(address, {name: value for name, value in sent.items() if value != ""}, follow=True)
    document.refresh_from_db()
    return answer.content.decode()


class TestWhatStopsAReport:
    """It asks for a reason, and says what it is."""

    def test_without_one_it_stays_dark_and_says_why(self, editor: Client, client: Client) -> None:
        document = kept(editor)
        shown = edit(editor, document, is_public="on")
        assert "The checks found what follows" in shown
        assert "Page 1: " in shown
        assert bad.HIDDEN_NAME.split()[0] not in shown
        assert not document.is_public
        assert client.get(f"/documents/{document.pk}/procedures.pdf").status_code == 404

    def test_with_one_it_is_public_and_the_reason_is_kept_from_the_public(self, editor: Client, client: Client) -> None:
        document = kept(editor)
        edit(editor, document, is_public="on", reason=REASON)
        assert document.is_public
        assert document.reason == REASON
        answer = client.get(document.url)
        assert b"".join(answer) == BOXED
        assert REASON not in str(answer.headers)

    def test_the_reason_goes_with_the_mark(self, editor: Client) -> None:
        document = kept(editor)
        edit(editor, document, is_public="on", reason=REASON)
        edit(editor, document, is_public="")
        assert (document.is_public, document.reason) == (False, "")

    def test_it_can_not_be_taken_back_while_the_document_is_public(self, editor: Client) -> None:
        document = kept(editor)
        edit(editor, document, is_public="on", reason=REASON)
        assert "The checks found what follows" in edit(editor, document, reason=" ")
        assert document.reason == REASON

    def test_the_reason_was_for_the_file_that_was_there(self, editor: Client, client: Client) -> None:
        document = kept(editor)
        edit(editor, document, is_public="on", reason=REASON)
        worse = ContentFile(bad.drawn("box", "white"), name="new.pdf")
        assert "The checks found what follows" in edit(editor, document, file=worse)
        assert b"".join(client.get(document.url)) == BOXED
        worse.seek(0)
        edit(editor, document, file=worse, reason="The white words are invented, too.")
        assert b"".join(client.get(document.url)) != BOXED

    def test_what_is_on_several_pages_is_said_once(self, editor: Client) -> None:
        shown = edit(editor, kept(editor, content=bad.drawn("box", "box", "white")), is_public="on")
        assert shown.count("Pages 1 and 2: Words lie under") == 1
        assert shown.count("Page 3: ") == 1

    def test_the_stored_file_is_not_said_to_be_missing(self, editor: Client) -> None:
        shown = edit(editor, kept(editor), is_public="on", file=ContentFile(bad.drawn("white"), name="new.pdf"))
        assert "The checks found what follows" in shown
        assert "could not be found" not in shown

    def test_at_once_with_the_upload(self, editor: Client) -> None:
        shown = add(editor, "procedures.pdf", BOXED, is_public="on")
        assert "The checks found what follows" in shown
        assert "choose it again" in shown
        assert not BoardDocument.objects.exists()
        add(editor, "procedures.pdf", BOXED, is_public="on", reason=REASON)
        assert BoardDocument.objects.get().is_public

    def test_a_better_looking_file_is_not_swapped_for_a_bad_one(self, editor: Client, client: Client) -> None:
        document = kept(editor, content=PLAIN)
        edit(editor, document, is_public="on")
        shown = edit(editor, document, file=ContentFile(BOXED, name="new.pdf"))
        assert "The checks found what follows" in shown
        assert b"".join(client.get(document.url)) == PLAIN


def office(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("[Content_Types].xml", b"<Types/>")
        file.writestr(name, b"<x/>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "stops"),
    [
        ("plain.pdf", PLAIN, False),
        ("broken.pdf", b"%PDF-1.7 no more", True),
        ("changes.docx", changed("<w:ins/>"), True),
        ("clean.docx", docx(paragraph(run("Words"))), False),
        ("numbers.csv", b"name,number\nA,943 476 5919\n", False),
        ("plain.csv", b"year,reviews\n2025,3\n", False),
        ("plain.txt", b"Ring the bell.", False),
        ("sheet.xlsx", office("xl/workbook.xml"), True),
        ("slides.pptx", office("ppt/presentation.xml"), True),
    ],
)
def test_every_kind(editor: Client, name: str, content: bytes, *, stops: bool) -> None:
    document = kept(editor, name, content)
    shown = edit(editor, document, is_public="on")
    assert document.is_public is not stops
    assert ("The checks found what follows" in shown) is stops


def test_what_was_found_is_shown_on_the_form_from_then_on(editor: Client) -> None:
    document = kept(editor)
    address = reverse("wagtaildocs:edit", args=[document.pk])
    assert "The file is looked into first" in editor.get(address).content.decode()
    edit(editor, document, is_public="on", reason=REASON)
    assert "The checks found this in the file" in editor.get(address).content.decode()


def test_the_same_file_is_looked_into_once(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    document = kept(editor)
    edit(editor, document, is_public="on")
    monkeypatch.setattr("publications.documents.report_on", None)
    edit(editor, document, is_public="on", reason=REASON)
    assert document.is_public
    assert DocumentCheck.objects.count() == 1


def test_what_does_not_stop_it_is_shown_too(editor: Client) -> None:
    document = kept(editor, "numbers.csv", b"name,number\nA,943 476 5919\n")
    edit(editor, document, is_public="on")
    shown = editor.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    assert "An NHS number" in shown
    assert "943" not in shown


def test_no_word_of_the_file_is_kept(editor: Client) -> None:
    edit(editor, kept(editor), is_public="on")
    assert bad.HIDDEN_NAME.split()[0] not in str(DocumentCheck.objects.values())


def test_when_too_many_wait_it_says_so(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    document = kept(editor)
    monkeypatch.setattr(sandboxed, "PATIENCE", 0.01)
    with sandboxed.one_of_few(), sandboxed.one_of_few():
        shown = edit(editor, document, is_public="on", reason=REASON)
    assert "Try again in a minute" in shown
    assert not document.is_public
