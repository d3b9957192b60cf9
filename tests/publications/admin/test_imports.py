"""The screens of imports: every date in sight, two people, and nothing public before the second."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from publications import clock
from publications.models import AccountHandled, ImportBatch, Publication, Review
from reviews.models import StatutoryGuidance
from tests.publications import factories
from tests.publications.admin.screens import Desk, do_jobs, plain, signing
from tests.publications.clock import at
from tests.publications.importing.sheets import found, line, pdf, run, sheet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("morning"), pytest.mark.slow]


@pytest.fixture
def batch(tmp_path: Path, editor: Desk) -> ImportBatch:
    """One line of each kind."""
    made = run(
        sheet(
            tmp_path,
            line(file=pdf(tmp_path, "report.pdf"), released="2026-03-14", source="Minutes of the board"),
            line(review="Child Birch", file=pdf(tmp_path, "old.pdf"), released="2017"),
            line(review="Child Cedar", file=pdf(tmp_path, "month.pdf"), released="2025-07"),
            line(review="Child Damson", state="on request"),
            line(review="Child Elder", state="delayed", reason="A trial is under way."),
            line(review="Child Fir", state="not published", board="Overthere"),
            line(review="Child Gorse", released="2026-01"),
            line(review="Child Hazel", file=pdf(tmp_path, "undated.pdf")),
        ),
        by=editor.person.username,
    )
    assert made
    do_jobs()
    return made


def address(batch: ImportBatch, action: str = "") -> str:
    """Of the screen, or of one action."""
    if action:
        return reverse("publications_imports:action", args=[batch.pk, action])
    return reverse("publications_imports:one", args=[batch.pk])


def test_the_screen_shows_every_line_with_its_date_and_what_it_means(batch: ImportBatch, approver: Desk) -> None:
    for shown in (
        approver.open("publications_imports:one", batch.pk),
        plain(approver.client.get(address(batch, "approve"))),
    ):
        for words in (
            "Published: 4; Available on request: 1; Announced: 2; Waits for its file: 1.",
            "2 Child Alder: Overview report This board Public at once 14 March 2026 Minutes of the board",
            "14 March 2026 Minutes of the board 14 March 2027 report.pdf",
            "2017 (known to the year) Import of reviews.csv 31 December 2018 (past) old.pdf",
            "July 2025 (known to the month) Import of reviews.csv 31 July 2026 month.pdf",
            "Child Damson: Overview report This board On request No date Nothing is counted No file",
            "Announced as delayed: A trial is under way. No date Nothing is counted",
            "Child Fir: Overview report Overthere Announced as not published, without a reason",
            "Waits for its file; nothing is public January 2026 (known to the month)",
            "January 2026 (known to the month) Import of reviews.csv 31 January 2027 No file",
            "Public at once No date From the day of approval, as no date is given undated.pdf",
        ):
            assert words in shown
    version = batch.lines.get(number=2).version
    assert version
    page = approver.client.get(address(batch)).text
    assert version.sha256[:12] in page
    assert reverse("publications_actions:file", args=[version.pk]) in page


def test_what_is_past_is_past_from_the_day_after(batch: ImportBatch, approver: Desk) -> None:
    for instant, words in [("2026-07-31 23:59", "31 July 2026 month.pdf"), ("2026-08-01 00:00", "31 July 2026 (past)")]:
        with at(instant):
            assert words in approver.open("publications_imports:one", batch.pk)


def test_nothing_is_public_before_the_approval_and_everything_after_it(
    batch: ImportBatch, approver: Desk, client: Client
) -> None:
    records = [review.get_absolute_url() for review in Review.objects.all()]
    assert [client.get(record).status_code for record in records] == [404] * 8
    assert "No reviews have been published or announced yet." in plain(client.get("/publications/"))

    text = plain(approver.fill_in(address(batch, "approve"), checked="on"))
    assert "Approved: every line is now what it says." in text
    assert f"Approved by {approver.person.username} at 10:00am on 3 July 2026" in text
    assert "What you can do now" not in text

    shown = plain(client.get("/publications/"))
    for label in ("Alder", "Birch", "Cedar", "Hazel"):
        assert f"Child {label}" in shown
    answer = client.get(found("Child Alder").get_absolute_url())
    assert b"report.pdf" in b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    waiting = found("Child Gorse")
    assert client.get(waiting.review.get_absolute_url()).status_code == 404
    through = found("Child Cedar").protected_through_at(clock.now())
    assert through
    assert through.isoformat() == "2026-07-31"


def test_an_approval_wants_a_tick(batch: ImportBatch, approver: Desk) -> None:
    assert "then tick this" in plain(approver.fill_in(address(batch, "approve")))
    assert ImportBatch.objects.get().is_waiting


WHY_NOT = {
    "importer": "You made this import, so somebody else approves it. Ask an approver.",
    "editor": "Signing off needs a right that your account does not have. Ask an administrator.",
    "protege": "Your account was made or reset by the first of them",
}


@pytest.mark.parametrize("who", WHY_NOT)
def test_who_may_not_approve_reads_why_and_cannot(tmp_path: Path, who: str) -> None:
    importer = factories.person("both", "manage", "approve")
    made = run(sheet(tmp_path, line(state="on request")), by=importer.username)
    assert made
    people = {
        "importer": importer,
        "editor": factories.in_group("editor", "Editors"),
        "protege": factories.in_group("protege", "Approvers"),
    }
    for person in people.values():
        person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    AccountHandled.objects.create(user=people["protege"], by=importer, at=clock.now())
    desk = Desk(people[who])
    screen = desk.open("publications_imports:one", made.pk)
    assert f"Approve this import: {WHY_NOT[who][:20]}" in screen or WHY_NOT[who] in screen
    assert WHY_NOT[who] in screen
    assert WHY_NOT[who] in plain(desk.client.get(address(made, "approve")))
    assert WHY_NOT[who] in plain(desk.client.post(address(made, "approve"), {"checked": "on"}))
    assert ImportBatch.objects.get().is_waiting


def test_a_discarded_import_leaves_its_line_in_the_list(batch: ImportBatch, editor: Desk, approver: Desk) -> None:
    text = plain(editor.fill_in(address(batch, "discard")))
    assert "Discarded. Nothing of it is left" in text
    assert f"Discarded by {editor.person.username}" in text
    assert "Taken away with the import." in text
    assert not Publication.objects.exists()
    for action in ("approve", "discard"):
        assert "discarded already" in plain(approver.client.post(address(batch, action), {"checked": "on"}))
    assert "reviews.csv" in approver.open("publications_imports:index")


def test_an_approved_import_can_be_neither_approved_nor_discarded_again(batch: ImportBatch, approver: Desk) -> None:
    approver.fill_in(address(batch, "approve"), checked="on")
    for action in ("approve", "discard"):
        assert "approved already" in plain(approver.client.post(address(batch, action), {"checked": "on"}))


def test_a_date_changed_after_the_import_is_seen_and_stops_the_approval(
    batch: ImportBatch, editor: Desk, approver: Desk
) -> None:
    publication = found("Child Alder")
    edit = reverse("publications_admin:edit", args=[publication.pk])
    plain(editor.fill_in(edit, first_public="2015", first_public_source="Somebody said so"))
    assert "Changed since to 2015" in approver.open("publications_imports:one", batch.pk)
    text = plain(approver.fill_in(address(batch, "approve"), checked="on"))
    assert "Line 2 (Child Alder: Overview report): Its first-public date was changed since the import." in text
    assert ImportBatch.objects.get().is_waiting
    plain(editor.fill_in(edit, first_public="2026-03-14"))
    assert "Approved: every line" in plain(approver.fill_in(address(batch, "approve"), checked="on"))


def test_a_minimum_that_changed_while_it_was_looked_at_is_looked_at_again(batch: ImportBatch, approver: Desk) -> None:
    guidance = StatutoryGuidance.objects.order_by("pk")[0]
    Review.objects.update(guidance=guidance)
    where = address(batch, "approve")
    form = querydict_from_html(approver.client.get(where).text).dict() | {"checked": "on"}
    StatutoryGuidance.objects.filter(pk=guidance.pk).update(minimum_number=6)
    answer = approver.client.post(where, form)
    assert "a minimum time in it was changed while you looked at it" in plain(answer)
    assert ImportBatch.objects.get().is_waiting
    again = querydict_from_html(answer.text).dict() | {"checked": "on"}
    assert "Approved: every line" in plain(approver.client.post(where, again, follow=True))


def test_the_screen_of_a_document_says_that_its_import_waits(batch: ImportBatch, editor: Desk) -> None:
    waits = "A second person approves the import that it came with"
    screen = editor.open("publications_admin:inspect", found("Child Alder").pk)
    assert waits in screen
    assert waits in editor.open("publications_admin:index")


def test_a_file_signed_off_on_its_own_screen_does_not_stop_the_approval(batch: ImportBatch, approver: Desk) -> None:
    do_jobs()
    approver.act("version", batch.lines.get(number=2).version, "sign_off", **signing())
    assert "Approved: every line" in plain(approver.fill_in(address(batch, "approve"), checked="on"))


def test_another_file_uploaded_meanwhile_does_not_slip_through(
    batch: ImportBatch, editor: Desk, approver: Desk
) -> None:
    publication = found("Child Alder")
    editor.act("publication", publication, "upload", file=factories.pdf("another"))
    do_jobs()
    approver.act("version", publication.versions.last(), "sign_off", **signing())
    text = plain(approver.fill_in(address(batch, "approve"), checked="on"))
    assert "Another file was uploaded to it since the import. Discard that draft first." in text
    assert ImportBatch.objects.get().is_waiting


def test_the_list_tells_where_each_stands(tmp_path: Path, batch: ImportBatch, editor: Desk, approver: Desk) -> None:
    approver.fill_in(address(batch, "approve"), checked="on")
    run(sheet(tmp_path, line(review="Child Ivy", state="under way"), name="more.csv"), by=editor.person.username)
    shown = approver.open("publications_imports:index")
    importer = editor.person.username
    assert f"more.csv 10:00am on 3 July 2026 {importer} 1 Waits for a second person" in shown
    assert f"reviews.csv 10:00am on 3 July 2026 {importer} 8 Approved by {approver.person.username}" in shown


def test_an_empty_list_explains_the_command(editor: Desk) -> None:
    shown = editor.open("publications_imports:index")
    assert "manage.py import_reviews reviews.csv --files FOLDER --dry-run" in shown


def test_the_dashboard_and_the_menu_lead_there(batch: ImportBatch, approver: Desk) -> None:
    page = approver.client.get(reverse("wagtailadmin_home"))
    assert "Imports waiting for approval reviews.csv : read in by" in plain(page)
    assert address(batch) in page.text
    assert "Waiting for sign-off" not in plain(page)
    assert "Without a file yet" not in plain(page)
    approver.fill_in(address(batch, "approve"), checked="on")
    assert "Imports waiting for approval" not in approver.open("wagtailadmin_home")


ROLES = {"anonymous": 302, "nobody": 302, "visitor": 302, "editor": 200, "approver": 200, "administrator": 200}


@pytest.mark.parametrize("role", ROLES)
def test_everybody_gets_an_answer_and_only_some_the_screens(batch: ImportBatch, role: str) -> None:
    client = Client()
    if role != "anonymous":
        client.force_login(somebody(role))
    answers = [
        client.get(each)
        for each in (
            reverse("publications_imports:index"),
            address(batch),
            address(batch, "approve"),
            address(batch, "discard"),
        )
    ]
    assert [answer.status_code for answer in answers] == [ROLES[role]] * 4
    for action in ("approve", "discard"):
        assert client.post(address(batch, action)).status_code in {200, 302}
    if ROLES[role] != 200:
        assert ImportBatch.objects.get().is_waiting


def somebody(role: str) -> Any:
    """A person with that role."""
    if role == "administrator":
        return get_user_model().objects.create_superuser("administrator")
    if role in {"editor", "approver"}:
        return factories.in_group(role, f"{role.title()}s")
    person = factories.person(role)
    if role == "visitor":
        person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return person


@pytest.mark.parametrize("path", ["999999/", "999999/approve/", "1/nonsense/"])
def test_what_is_not_there_is_not_found(approver: Desk, path: str) -> None:
    assert approver.client.get(f"/admin/imports/{path}").status_code == 404


def test_queries_do_not_grow(tmp_path: Path, approver: Desk, editor: Desk) -> None:
    counts = []
    for number in (1, 3):
        lines = [
            line(review=f"Child {number}{each}", file=pdf(tmp_path, f"{number}{each}.pdf")) for each in range(number)
        ]
        made = run(sheet(tmp_path, *lines, name=f"{number}.csv"), by=editor.person.username)
        assert made
        approver.client.get(address(made))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            approver.client.get(address(made))
            approver.client.get(reverse("publications_imports:index"))
        counts.append(len(queries))
    assert counts[0] == counts[1]
