"""From the upload to the sign-off with the findings in view, by the admin's own screens and forms (R9, R13)."""

import logging
from io import BytesIO
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from publications import actions, checking
from publications.admin import results
from publications.checks.findings import Finding, Place, Report
from publications.checks.kinds import KINDS
from publications.checks.tasks import TASKS
from publications.demo import bad
from publications.models import CheckFinding, FileVersion, Publication, SignOff, SignOffSettings
from tests.publications import factories
from tests.publications.admin.screens import Desk, do_jobs, plain, signing
from tests.publications.clock import set_clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("morning"), pytest.mark.slow]
HIDDEN = bad.HIDDEN_NAME.split()


@pytest.fixture
def publication() -> Publication:
    """A document without a file."""
    return factories.publication(factories.review("Child G"))


def upload(editor: Desk, publication: Publication, *flaws: str) -> FileVersion:
    """A file by the form; with flaws, one that is really looked into."""
    file = ContentFile(bad.drawn(*flaws), name="report.pdf") if flaws else factories.pdf()
    editor.act("publication", publication, "upload", file=file)
    version = publication.versions.last()
    assert version
    return version


def screen(desk: Desk, publication: Publication) -> str:
    """The publication's screen as one reads it."""
    return desk.open("publications_admin:inspect", publication.pk)


def found(monkeypatch: pytest.MonkeyPatch, *findings: Finding) -> None:
    """Let the checks find this."""
    report = Report(findings, pages=40)
    monkeypatch.setattr(checking, "examine", lambda *_args, **_named: report)


def test_a_name_under_a_box_is_found_shown_and_keeps_the_file_back(
    editor: Desk, approver: Desk, publication: Publication
) -> None:
    """The real way: the form, the worker, the process that looks into the file, and the screens."""
    version = upload(editor, publication, "box", "comment")
    shown = screen(editor, publication)
    assert "The file is being checked" in shown
    assert "The file waits to be checked." in shown
    assert progress(editor, version) == {"sentence": results.WAITING, "finished": False, "stalled": False}

    do_jobs()
    shown = screen(approver, publication)
    assert progress(approver, version)["finished"] is True
    assert "Look at what the checks found" in shown
    for words in ("Stops the release", KINDS["text_under_box"].sentence, "Page 1", "Page 2"):
        assert words in shown
    assert results.LOOKED_FOR in shown
    assert "Sign off the file The checks found something in this file that stops its release." in shown
    address = reverse("publications_actions:version", args=[version.pk, "sign_off"])
    for answer in (approver.client.get(address), approver.client.post(address, signing())):
        assert "The checks found something in this file that stops its release." in plain(answer)
    assert not SignOff.objects.exists()

    finding = CheckFinding.objects.get(kind="text_under_box")
    page = picture(editor, version, finding)
    assert page.size[0] == 1000
    assert (212, 53, 28) in {color for _count, color in page.convert("RGB").getcolors(1_000_000)}


@pytest.mark.skipif("evidence" not in TASKS, reason="the task that masks words is not there yet")
def test_what_is_hidden_is_shown_masked_to_who_asks_and_is_nowhere_else(
    editor: Desk, publication: Publication, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    version = upload(editor, publication, "box", "comment")
    do_jobs()
    finding = CheckFinding.objects.get(kind="text_under_box")
    address = reverse("publications_actions:finding", args=[version.pk, finding.pk])
    assert "•" not in plain(editor.client.get(address))
    answer = editor.client.post(address)
    assert "no-store" in answer.headers["Cache-Control"]
    shown = plain(answer)
    assert "J•••••" in shown or "J••••" in shown
    for word in HIDDEN:
        assert word not in shown
        assert word not in caplog.text
        assert word not in everything_stored()


def progress(desk: Desk, version: FileVersion) -> dict[str, Any]:
    """What the script is told."""
    answer = desk.client.get(reverse("publications_actions:progress", args=[version.pk]))
    assert "no-store" in answer.headers["Cache-Control"]
    told: dict[str, Any] = answer.json()
    return told


def picture(desk: Desk, version: FileVersion, finding: CheckFinding | None = None) -> Image.Image:
    """The page of a finding, or the first one small."""
    address = reverse("publications_actions:page", args=[version.pk, finding.page if finding else 1])
    answer = desk.client.get(address, {"finding": finding.pk} if finding else {"size": "small"})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/png"
    assert "no-store" in answer.headers["Cache-Control"]
    return Image.open(BytesIO(answer.content))


def everything_stored() -> str:
    """All rows of all tables as text."""
    texts = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model._meta.managed and not model._meta.proxy:
                cursor.execute(f'SELECT t::text FROM "{model._meta.db_table}" t')
                texts += [row[0] for row in cursor.fetchall()]
    return "\n".join(texts)


def test_overruling_takes_two_people_two_forms_and_two_reasons(
    editor: Desk, approver: Desk, publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(monkeypatch, Finding("text_under_box", 3, Place(1, 2, 3, 4)), Finding("text_under_box", 7, Place(1, 2, 3, 4)))
    version = upload(editor, publication)
    do_jobs()
    first, second = CheckFinding.objects.order_by("page")

    assert "Tick what you looked at" in editor.act("version", version, "overrule", reason="A heading.")
    shown = editor.act("version", version, "overrule", findings=[first.pk], reason="A heading of a table.")
    assert "Look at what the checks found" in shown, "the other one still stops it"
    editor.act("version", version, "overrule", findings=[second.pk], reason="A heading of a table.")
    shown = screen(editor, publication)
    assert "A second person looks at what was overruled" in shown
    assert "A heading of a table." in shown

    form = approver.open("publications_actions:version", version.pk, "sign_off")
    assert "Why you agree that this does not stop the release" in form
    assert "(page 3, 7)" in form
    assert f"{editor.person.username} wrote: “A heading of a table.”" in form
    assert "Give your own reason" in approver.act("version", version, "sign_off", **signing())
    shown = approver.act("version", version, "sign_off", **signing(agree_0="I compared it with the table."))
    assert "Signed off." in shown
    assert "Release the signed-off file" in shown
    assert "I compared it with the table." in shown
    assert results.AGREED in shown


def test_an_approver_does_not_overrule_and_an_editor_does_not_sign_off(
    editor: Desk, approver: Desk, publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(monkeypatch, Finding("text_under_box", 3))
    version = upload(editor, publication)
    do_jobs()
    for desk, action in ((approver, "overrule"), (editor, "sign_off"), (editor, "return")):
        address = reverse("publications_actions:version", args=[version.pk, action])
        assert desk.client.get(address).status_code == 302
        assert desk.client.post(address, {"reason": "x"}).status_code == 302
    assert not SignOff.objects.exists()
    assert not version.returns.exists()


def test_the_second_person_has_everything_before_them(
    editor: Desk, approver: Desk, publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(monkeypatch, Finding("postcode", 2, Place(1, 2, 3, 4)))
    version = upload(editor, publication)
    do_jobs()
    form = approver.open("publications_actions:version", version.pk, "sign_off")
    who_and_when = (editor.person.username, "10:00am on 3 July 2026")
    for words in (version.sha256, *who_and_when, "Look at this", "Page 2", "Page 40"):
        assert words in form
    for question in SignOffSettings.load().asked:
        assert question in form
    assert form.count("Does not apply here") == 6
    page = approver.client.get(reverse("publications_actions:version", args=[version.pk, "sign_off"])).text
    assert page.count('loading="lazy"') == 40
    assert picture(approver, version).size[0] == 180


def test_the_checklist_is_answered_and_kept(editor: Desk, approver: Desk, publication: Publication) -> None:
    version = upload(editor, publication)
    do_jobs()
    assert "Choose an answer." in approver.act("version", version, "sign_off", read="on")
    shown = approver.act("version", version, "sign_off", **signing(answer_2="no"))
    assert "You answered a question with no. Send the file back" in shown
    assert not SignOff.objects.exists()
    approver.act("version", version, "sign_off", **signing(answer_2="not_applicable"))
    kept = [each["answer"] for each in SignOff.objects.get().answers]
    assert kept == ["yes", "yes", "not_applicable", "yes", "yes", "yes"]
    shown = editor.open("publications_actions:checks", version.pk)
    assert "Do the family know what it says and when it will be published? Does not apply here" in shown


def test_administrators_write_the_checklist_and_nobody_else(
    editor: Desk, approver: Desk, publication: Publication
) -> None:
    chief = Desk(get_user_model().objects.create_superuser("chief", password=None))
    address = reverse("wagtailsettings:edit", args=["publications", "signoffsettings"])
    for desk in (editor, approver):
        assert desk.client.get(address).status_code == 302
    typed = {"count": "1", "0-deleted": "", "0-order": "0", "0-type": "question", "0-value": "Did the chair read it?"}
    edit = reverse("wagtailsettings:edit", args=["publications", "signoffsettings", SignOffSettings.load().pk])
    answer = chief.client.post(edit, {f"questions-{name}": value for name, value in typed.items()}, follow=True)
    assert answer.status_code == 200
    assert SignOffSettings.load().asked == ["Did the chair read it?"]
    version = upload(editor, publication)
    do_jobs()
    approver.act("version", version, "sign_off", **signing())
    assert SignOff.objects.get().answers == [{"question": "Did the chair read it?", "answer": "yes"}]


def test_a_file_goes_back_with_a_reason_and_a_better_one_comes(
    editor: Desk, approver: Desk, publication: Publication, mailoutbox: list[Any]
) -> None:
    version = upload(editor, publication)
    do_jobs()
    assert "Say what has to be mended." in approver.act("version", version, "return")
    shown = approver.act("version", version, "return", reason="The street is named on page 4.")
    assert "Sent back." in shown
    shown = screen(editor, publication)
    assert "It came back from the second person: read why, and upload a better file" in shown
    assert "The street is named on page 4." in shown
    better = ContentFile(factories.pdf("better").read(), name="better.pdf")
    editor.act("publication", publication, "upload", file=better)
    do_jobs()
    assert "A second person signs off the file" in screen(editor, publication)


def test_after_a_while_the_screen_says_that_nothing_is_checking(editor: Desk, publication: Publication) -> None:
    version = upload(editor, publication)
    set_clock("2026-07-03 10:00:30")
    assert progress(editor, version)["stalled"] is False
    set_clock("2026-07-03 10:01")
    told = progress(editor, version)
    assert told == {"sentence": results.STALLED, "finished": False, "stalled": True}
    shown = screen(editor, publication)
    assert "Ask whoever runs the site to start its worker (manage.py work)" in shown
    assert "Look again" in shown
    do_jobs()
    assert progress(editor, version)["finished"] is True


def test_the_page_that_is_being_looked_at_is_told(editor: Desk, publication: Publication) -> None:
    version = upload(editor, publication)
    check = version.checks.get()
    checking.begin(check)
    assert progress(editor, version)["sentence"] == "Checking the file."
    checking.noting(check)(12, 40)
    assert progress(editor, version)["sentence"] == "Checking: page 12 of 40."
    assert "Checking: page 12 of 40." in screen(editor, publication)


def test_a_file_that_can_not_be_read_is_uploaded_anew_or_checked_again(
    editor: Desk, publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        found(patch, Finding("out_of_time"))
        version = upload(editor, publication)
        do_jobs()
    shown = screen(editor, publication)
    assert "The checks can't read the file: upload another" in shown
    assert "Overrule what the checks found" not in shown
    assert "It is being checked again." in editor.act("version", version, "check")
    do_jobs()
    assert "A second person signs off the file" in screen(editor, publication)


def test_what_was_overruled_is_offered_only_while_it_stops_something(editor: Desk, publication: Publication) -> None:
    upload(editor, publication)
    do_jobs()
    shown = screen(editor, publication)
    assert "Overrule what the checks found" not in shown
    assert "Check the file again" not in shown


@pytest.mark.parametrize("page", [0, 2, 9999])
def test_a_page_that_is_not_there_is_not_found(editor: Desk, publication: Publication, page: int) -> None:
    version = upload(editor, publication)
    assert editor.client.get(reverse("publications_actions:page", args=[version.pk, page])).status_code == 404


@pytest.mark.parametrize("finding", ["999999", "x", "-1", "1" * 30, "²"])
def test_the_finding_of_another_file_is_not_found(editor: Desk, publication: Publication, finding: str) -> None:
    version = upload(editor, publication)
    address = reverse("publications_actions:page", args=[version.pk, 1])
    assert editor.client.get(address, {"finding": finding}).status_code == 404


def test_nothing_is_drawn_of_a_destroyed_file(editor: Desk, approver: Desk) -> None:
    released = factories.released()
    version = released.versions.get()
    suspension = actions.suspend(released, category="court_order", reason="x", by=editor.person)
    actions.confirm(suspension, by=approver.person)
    actions.destroy(version, by=editor.person)
    actions.destroy(version, by=approver.person)
    for name, more in (("page", [1]), ("checks", [])):
        assert editor.client.get(reverse(f"publications_actions:{name}", args=[version.pk, *more])).status_code == 404
    screen(editor, released)


def test_the_screens_of_one_and_of_many_findings_ask_the_same(editor: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = []
    for number in (1, 30):
        publication = factories.publication()
        found(monkeypatch, *(Finding("text_under_box", page + 1, Place(1, 2, 3, 4)) for page in range(number)))
        upload(editor, publication)
        do_jobs()
        screen(editor, publication)
        with CaptureQueriesContext(connection) as queries:
            screen(editor, publication)
        counts.append(len(queries))
    assert counts[0] == counts[1]
