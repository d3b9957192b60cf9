"""A report as a web page through the admin's own forms: from Word to release, corrected, and what is refused."""

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from publications.listing import State
from publications.models import DraftPicture, FileVersion, Publication, WebDraft
from publications.terms import Medium
from tests.publications import factories as make
from tests.publications.admin.screens import Desk, Fields, do_jobs, plain, signing
from tests.publications.checks.docx_files import SPACES, docx, paragraph, run
from tests.publications.clock import set_clock
from tests.publications.test_file import Visitor
from tests.publications.web import samples
from tests.publications.web.word_files import REPORT, picture, styled, word

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("morning"), pytest.mark.slow]
UNTOLD = word(styled("H1", run("What happened")), paragraph(run("Nobody asked the quokka.")), paragraph(picture()))
PAGE = "/publications/child-g/overview-report/"


@pytest.fixture
def pdf() -> Publication:
    """The report as a file, on the site."""
    return make.released(make.publication(make.review("Child G", slug="child-g"), slug="overview-report"))


@pytest.fixture
def page(pdf: Publication) -> Publication:
    """The same report as a page, without a text."""
    return samples.web(beside=pdf)


def screen(desk: Desk, name: str, publication: Publication, *more: int) -> str:
    """A screen of a text as one reads it."""
    return desk.open(f"publications_web:{name}", publication.pk, *more)


def address(name: str, publication: Publication, *more: int) -> str:
    return reverse(f"publications_web:{name}", args=[publication.pk, *more])


def bring(desk: Desk, publication: Publication, content: bytes, name: str = "report.docx", **typed: Any) -> str:
    """Take a text from a Word file, by the form; what is shown then."""
    file = ContentFile(content, name=name)
    return plain(desk.client.post(address("word", publication), {"file": file, **typed}, follow=True))


def save(desk: Desk, publication: Publication, *blocks: tuple[str, Any], based_on: str = "") -> Any:
    """Write these blocks in the editor; the answer."""
    fields = Fields()
    fields.feed(desk.client.get(address("edit", publication)).content.decode())
    typed = nested_form_data({"body": streamfield(list(blocks))})
    token = {"based_on": based_on} if based_on else {}
    return desk.client.post(address("edit", publication), fields.values | typed | token, follow=True)


def through(editor: Desk, approver: Desk, publication: Publication, action: str = "freeze") -> FileVersion:
    """Freeze, check and sign off, each by its form."""
    shown = editor.act("publication", publication, action)
    assert "rozen. Now a colleague signs it off." in shown or "is frozen." in shown, shown
    do_jobs()
    version = publication.versions.last()
    assert version
    assert "Release the signed-off file" in approver.act("version", version, "sign_off", **signing())
    return version


def release(editor: Desk, publication: Publication, **typed: Any) -> str:
    where = reverse("publications_actions:publication", args=[publication.pk, "release"])
    assert "Yes, release" in plain(editor.fill_in(where, when="now", **typed))
    return plain(editor.client.post(where, {"when": "now", "checked": "now", **typed}, follow=True))


def test_a_report_becomes_a_page_beside_its_file_and_is_corrected(
    editor: Desk, approver: Desk, pdf: Publication
) -> None:
    assert "Add it as a web page" in editor.open("publications_admin:inspect", pdf.pk)
    shown = plain(editor.fill_in(f"{reverse('publications_admin:add')}?beside={pdf.pk}"))
    assert "Next: write its text" in shown
    page = Publication.objects.get(medium=Medium.WEB)
    assert (page.slug, page.kind, page.review) == (pdf.slug, pdf.kind, pdf.review)

    shown = bring(editor, page, UNTOLD)
    assert "The text is taken over." in shown
    assert "Say of picture 1 what it shows" in shown
    assert "can't be frozen yet" in plain(editor.fill_in(freezing(page)))
    assert not page.versions.exists()
    shown = plain(editor.fill_in(address("edit_picture", page, 1), alternative=" "))
    assert "Say what it shows, or tick that it says nothing." in shown
    editor.fill_in(address("edit_picture", page, 1), alternative="A plan of the house")
    assert "Nobody asked the quokka." in screen(approver, "preview", page)

    version = through(editor, approver, page)
    assert Visitor().get(PAGE).status_code == 404
    assert "Nobody asked the quokka." in plain(approver.client.get(file_of(version)))
    assert "Released: it is public now." in release(editor, page)
    text = Visitor().get(PAGE).content.decode()
    for part in ("Nobody asked the quokka.", 'alt="A plan of the house"', f'href="{pdf.get_absolute_url()}"'):
        assert part in text
    assert "On this site" in plain(Visitor().get("/publications/child-g/"))

    set_clock("2026-08-01 10:00")
    save(editor, page, ("text", rich_text("<p>Somebody asked the quokka.</p>")))
    assert "Nobody asked" in Visitor().get(PAGE).content.decode(), "a draft changes nothing"
    through(editor, approver, page, "freeze_correction")
    assert "Nobody asked" in Visitor().get(PAGE).content.decode()
    release(editor, page, correction="It was asked after all.")
    text = Visitor().get(PAGE).content.decode()
    assert "Somebody asked the quokka." in text
    assert "Nobody asked" not in text
    assert "It was asked after all." in text
    assert page.versions.count() == 2


def freezing(page: Publication, action: str = "freeze") -> str:
    return reverse("publications_actions:publication", args=[page.pk, action])


def file_of(version: FileVersion) -> str:
    return reverse("publications_actions:file", args=[version.pk])


INSERTED = '<w:ins w:id="1" w:author="A">' + run("new") + "</w:ins>"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (docx(paragraph(INSERTED)), "change"),
        (docx(word__comments_xml=f"<w:comments {SPACES}><w:comment w:id='1'/></w:comments>"), "comment"),
        (docx(paragraph(run("secretly", "<w:vanish/>"))), "hidden"),
    ],
)
def test_a_word_file_with_more_in_it_than_one_sees_is_refused(
    editor: Desk, page: Publication, content: bytes, sentence: str
) -> None:
    shown = bring(editor, page, content)
    assert "Nothing was taken over: there is more in this file than one sees." in shown
    assert sentence in shown.lower()
    assert "secretly" not in shown
    assert not WebDraft.objects.get().body
    assert not DraftPicture.objects.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7 a report", "This is not a Word file (.docx)."),
        (b"\xd0\xcf\x11\xe0 an old one", "This is not a Word file (.docx)."),
        (b"PK\x03\x04 nothing more", "Nothing was taken over"),
        (b"", "This file is empty"),
    ],
)
def test_what_is_no_word_file_is_refused(editor: Desk, page: Publication, content: bytes, sentence: str) -> None:
    assert sentence in bring(editor, page, content)
    assert not WebDraft.objects.get().body


def test_the_text_that_is_there_goes_only_if_one_says_so(editor: Desk, page: Publication) -> None:
    bring(editor, page, REPORT)
    assert "Tick this, or go back and keep what is here." in bring(editor, page, UNTOLD)
    assert "numbat" in screen(editor, "preview", page)
    bring(editor, page, UNTOLD, replace="on")
    shown = screen(editor, "preview", page)
    assert "quokka" in shown
    assert "numbat" not in shown
    assert WebDraft.objects.get().pictures.count() == 1


def test_who_saves_second_is_shown_what_the_first_wrote(editor: Desk, page: Publication) -> None:
    samples.draft(page, ("text", "<p>Old.</p>"))
    other = Desk(make.in_group("Edgar", "Editors"))
    opened = Fields()
    opened.feed(other.client.get(address("edit", page)).content.decode())
    save(editor, page, ("text", rich_text("<p>The first one's.</p>")))
    shown = plain(save(other, page, ("text", rich_text("<p>Mine.</p>")), based_on=opened.values["based_on"]))
    assert "Somebody else changed this" in shown
    assert "The first one's." in shown
    assert "The first one's." in screen(editor, "preview", page)


def test_a_form_that_is_not_whole_is_refused(editor: Desk, page: Publication) -> None:
    samples.draft(page, ("text", "<p>Old.</p>"))
    assert editor.client.post(address("edit", page), {}).status_code == 400
    assert "Old." in screen(editor, "preview", page)


def test_what_is_frozen_is_what_was_looked_at(editor: Desk, page: Publication) -> None:
    samples.draft(page, ("text", "<p>Old.</p>"))
    form = Fields()
    form.feed(editor.client.get(freezing(page)).content.decode())
    samples.draft(page, ("text", "<p>New.</p>"))
    shown = plain(editor.client.post(freezing(page), form.values, follow=True))
    assert "The text was changed since you looked at it." in shown
    assert not page.versions.exists()
    editor.fill_in(freezing(page))
    assert "Exactly this text is frozen already." in plain(editor.fill_in(freezing(page)))
    assert page.versions.count() == 1


def test_an_empty_text_is_not_frozen(editor: Desk, page: Publication) -> None:
    assert "There is no text yet." in screen(editor, "draft", page)
    editor.fill_in(freezing(page))
    assert not page.versions.exists()


def test_a_file_is_uploaded_and_a_text_is_frozen(editor: Desk, page: Publication, pdf: Publication) -> None:
    for of, name in ((pdf, "freeze"), (pdf, "freeze_correction"), (page, "upload"), (page, "correct")):
        assert editor.client.get(freezing(of, name)).status_code == 404, (of.medium, name)
        assert editor.client.post(freezing(of, name), {"file": make.pdf("other")}).status_code == 404
    assert not page.versions.exists()
    assert not WebDraft.objects.filter(publication=pdf).exists()


def test_a_picture_loses_what_it_tells_and_needs_words(editor: Desk, page: Publication) -> None:
    where = Image.Exif()
    where[0x010F] = "A camera"
    content = samples.png(exif=where)

    def add(data: bytes, **typed: str) -> str:
        file = ContentFile(data, name="IMG_2041 Jamie.png")
        return plain(editor.client.post(address("add_picture", page), {"file": file, **typed}, follow=True))

    assert "Say what it shows, or tick that it says nothing." in add(content)
    assert "This picture can't be read." in add(b"GIF89a nothing more", alternative="A plan")
    assert not DraftPicture.objects.exists()
    assert "It is picture 1." in add(content, alternative="A plan")
    assert "Jamie" not in screen(editor, "draft", page)
    answer = editor.client.get(address("picture", page, 1))
    assert "no-store" in answer.headers["Cache-Control"]
    kept = Image.open(io.BytesIO(b"".join(answer.streaming_content)))
    assert dict(kept.getexif()) == {}
    assert "is taken out" in plain(editor.client.post(address("edit_picture", page, 1), {"remove": "yes"}, follow=True))
    assert not DraftPicture.objects.exists()


def test_the_checks_hold_for_a_text_as_for_a_file(editor: Desk, approver: Desk, page: Publication) -> None:
    samples.draft(page, ("text", "<p>Write to Zoë Quokka-Smith at zoe@example.org.</p>"))
    editor.fill_in(freezing(page))
    version = page.versions.get()
    sign_off = reverse("publications_actions:version", args=[version.pk, "sign_off"])
    approver.client.post(sign_off, signing())
    assert not version.sign_offs.exists(), "the checks have not run"
    do_jobs()
    shown = approver.open("publications_actions:checks", version.pk)
    assert "Look at this" in shown
    assert "Page 1" not in shown
    finding = version.checks.get().findings.get(kind="email")
    shown = plain(editor.client.post(reverse("publications_actions:finding", args=[version.pk, finding.pk])))
    assert "z••@e••••••.o••" in shown
    assert "zoe@example" not in shown
    shown = plain(editor.client.post(reverse("publications_actions:watch", args=[version.pk]), {"words": "Zoe Smith"}))
    assert "line 1 of what you typed, on the page" in shown
    shown = plain(editor.client.post(reverse("publications_actions:watch", args=[version.pk]), {"words": "Adam"}))
    assert "Nothing of your list was found in its text" in shown
    approver.act("version", version, "sign_off", **signing())
    assert version.sign_offs.get().by == approver.person


def test_the_editor_who_froze_it_does_not_sign_it_off(page: Publication) -> None:
    both = Desk(make.in_group("Bo", "Editors"))
    both.person.groups.add(*make.in_group("Cy", "Approvers").groups.all())
    samples.draft(page, ("text", "<p>Old.</p>"))
    both.fill_in(freezing(page))
    do_jobs()
    version = page.versions.get()
    shown = plain(both.client.post(reverse("publications_actions:version", args=[version.pk, "sign_off"]), signing()))
    assert "Two people must agree" in shown
    assert not version.sign_offs.exists()


def test_suspending_the_file_takes_its_page_with_it_and_both_screens_say_so(
    editor: Desk, approver: Desk, pdf: Publication, page: Publication
) -> None:
    samples.released(page)
    form = editor.open("publications_actions:publication", pdf.pk, "suspend")
    assert "goes dark with it" in form
    editor.act("publication", pdf, "suspend", category="identification", reason="A first name")
    for each in (pdf, page):
        assert Visitor().get(each.get_absolute_url()).status_code == 410
        assert "A second person confirms or lifts the suspension" in editor.open("publications_admin:inspect", each.pk)
    approver.act("suspension", page.suspensions.get(), "confirm")
    assert Publication.objects.with_facts().get(pk=page.pk).state is State.WITHDRAWN


def test_both_forms_keep_one_name(editor: Desk, page: Publication, pdf: Publication) -> None:
    other = make.publication(pdf.review, slug="summary")
    editor.fill_in(reverse("publications_admin:edit", args=[page.pk]), title="The report")
    fields = Fields()
    fields.feed(editor.client.get(reverse("publications_admin:edit", args=[page.pk])).content.decode())
    editor.client.post(reverse("publications_admin:edit", args=[page.pk]), fields.values | {"slug": other.slug})
    page.refresh_from_db()
    assert (page.slug, page.title) == (pdf.slug, "The report")
