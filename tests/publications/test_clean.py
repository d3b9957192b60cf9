"""A clean copy through the ledger: a version of its own, checked and signed off anew, with what was removed."""

import io
from typing import Any

import pikepdf
import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.urls import reverse

from publications import actions, checking, clock
from publications.errors import Refused
from publications.models import FileVersion, Publication, RecordEntry
from tests.publications import factories
from tests.publications.admin.screens import Desk, plain

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SECRET = b"Jamie Invented-Example"


def report(mark: str = "") -> ContentFile:
    """A PDF with an attached list, an author and a comment."""
    made, written = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    made.pages[0].contents_add(f"% {mark}".encode())
    made.attachments["a.csv"] = SECRET
    made.docinfo["/Author"] = "S. Caseworker"
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents="Is it so?"
    )
    made.pages[0].Annots = pikepdf.Array([made.make_indirect(note)])
    made.save(written)
    return ContentFile(written.getvalue(), name="report.pdf")


def uploaded(of: Publication | None = None, mark: str = "") -> FileVersion:
    return actions.upload(of or factories.publication(), file=report(mark), by=factories.editor())


def opened(version: FileVersion) -> pikepdf.Pdf:
    with version.open() as stored:
        return pikepdf.open(io.BytesIO(stored.read()))


def test_a_new_version_without_what_travelled_in_it() -> None:
    before, officer = uploaded(), factories.editor()
    after = actions.clean(before, by=officer)
    assert (after.publication, after.uploaded_by, after.original_name) == (before.publication, officer, "report.pdf")
    assert after.sha256 != before.sha256
    assert not after.sign_offs.exists()
    with opened(after) as pdf:
        assert dict(pdf.attachments) == {}
        assert str(pdf.docinfo["/Title"]) == str(before.publication)
        assert "/Author" not in pdf.docinfo
        assert len(pdf.pages[0].Annots) == 1


def test_the_record_says_what_was_removed_in_codes() -> None:
    before = uploaded()
    after = actions.clean(before, by=factories.editor(), comments=True)
    entry = RecordEntry.objects.get(version_id=after.pk)
    assert (entry.event, entry.data["cleaned_from"]) == ("clean", before.pk)
    assert {"attachment", "information", "comment"} <= set(entry.data["removed"])
    assert all(isinstance(count, int) for count in entry.data["removed"].values())


def test_of_a_released_one_it_waits_for_its_own_release() -> None:
    publication = factories.publication()
    written = io.BytesIO()
    with pikepdf.open(report()) as pdf:
        del pdf.attachments["a.csv"], pdf.pages[0].Annots  # the checks would stop those
        pdf.save(written)
    file = ContentFile(written.getvalue(), name="a.pdf")
    version = actions.upload(publication, file=file, by=factories.editor())
    actions.sign_off(version, by=factories.approver())
    actions.release(publication, by=factories.editor())
    after = actions.clean(version, by=factories.editor())
    assert not after.releases.exists()
    assert Publication.objects.with_facts().get(pk=publication.pk).version_at(clock.now()) == version


def test_of_a_clean_copy_there_is_none() -> None:
    after = actions.clean(uploaded(), by=factories.editor(), comments=True)
    with pytest.raises(Refused, match="There is nothing in this file"):
        actions.clean(after, by=factories.editor(), comments=True)


def test_not_of_a_file_that_was_destroyed() -> None:
    version = factories.signed_off()
    actions.release(version.publication, by=factories.editor())
    suspension = actions.suspend(version.publication, category="wrong_file", reason="The draft", by=factories.editor())
    actions.confirm(suspension, by=factories.approver())
    actions.destroy(version, by=factories.editor())
    actions.destroy(version, by=factories.approver())
    version.refresh_from_db()
    with pytest.raises(Refused) as refused:
        actions.clean(version, by=factories.editor())
    assert refused.value.code == "already_done"


def test_not_where_the_checks_found_nothing_to_take_out() -> None:
    clean = actions.clean(uploaded(), by=factories.editor(), comments=True)
    checking.check_now(clean)
    with pytest.raises(Refused, match="The checks found nothing in this file"):
        actions.clean(clean, by=factories.editor())


def test_only_of_the_newest() -> None:
    first = uploaded()
    uploaded(first.publication, "better")
    with pytest.raises(Refused) as refused:
        actions.clean(first, by=factories.editor())
    assert refused.value.code == "not_newest"


@pytest.mark.parametrize("rights", [(), ("approve",), ("suspend",)])
def test_only_by_those_who_prepare_files(rights: tuple[str, ...]) -> None:
    version = uploaded()
    with pytest.raises(Refused) as refused:
        actions.clean(version, by=factories.person("other", *rights))
    assert refused.value.code == "not_allowed"


def test_what_can_not_be_read_is_refused_with_what_to_do() -> None:
    file = ContentFile(b"%PDF-1.7 no more", name="a.pdf")
    broken = actions.upload(factories.publication(), file=file, by=factories.editor())
    with pytest.raises(Refused, match="damaged") as refused:
        actions.clean(broken, by=factories.editor())
    assert refused.value.code == "broken"
    assert broken.publication.versions.count() == 1


def test_by_the_form_with_what_was_removed_told_and_kept_in_the_history() -> None:
    version = uploaded()
    desk = officer_at_desk()
    shown = desk.act("version", version, "clean", title="An overview report", comments="on")
    assert "The clean copy is made. Taken out: properties: author" in shown
    assert "attached files" in shown
    assert "without: properties: author" in shown
    after = FileVersion.objects.latest("pk")
    with opened(after) as pdf:
        assert str(pdf.docinfo["/Title"]) == "An overview report"


def test_the_form_asks_for_a_title() -> None:
    version = uploaded()
    desk = officer_at_desk()
    assert "Give the file a title." in desk.act("version", version, "clean", title="")
    assert version.publication.versions.count() == 1


def officer_at_desk() -> Desk:
    person: Any = factories.editor()
    entering = Permission.objects.filter(codename__in=["access_admin", "view_publication"])
    person.user_permissions.add(*entering)
    return Desk(person)


def test_the_screen_offers_it() -> None:
    version = uploaded()
    desk = officer_at_desk()
    answer = desk.client.get(reverse("publications_admin:inspect", args=[version.publication_id]))
    assert "Make a clean copy" in plain(answer)
