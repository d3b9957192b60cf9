"""Documents of ordinary pages: dark until marked public, dark at once without the mark, never another file."""

import hashlib
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.test.utils.form_data import querydict_from_html

from lscb_site.models import BoardDocument, BriefingPage, HomePage, StandardPage
from tests.lscb_site.people import logged_in
from tests.lscb_site.samples import document
from tests.publications import pdfs

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PDF, NEW = pdfs.page("procedures"), pdfs.page("new")


def upload(name: str, content: bytes) -> ContentFile:
    return ContentFile(content, name=name)


def archive(**entries: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in entries.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return made.getvalue()


DOCX = archive(**{"[Content_Types]_xml": b"<Types/>", "word__document_xml": b"<w/>"})
MACROS = archive(**{"[Content_Types]_xml": b"<Types/>", "word__document_xml": b"<w/>", "word__vbaProject.bin": b"x"})
ODT = archive(mimetype=b"application/vnd.oasis.opendocument.text")


@pytest.fixture
def editor() -> Client:
    return logged_in("Editors")


def read(client: Client, address: str, **headers: str) -> tuple[int, bytes]:
    """Status and bytes of an answer."""
    answer = client.get(address, headers=headers)
    return answer.status_code, b"".join(answer)


def send(editor: Client, address: str, **typed: Any) -> Any:
    return editor.post(address, {name: value for name, value in typed.items() if value != ""}, follow=True)


def add(editor: Client, file: ContentFile, **typed: Any) -> Any:
    return send(editor, reverse("wagtaildocs:add"), title="Procedures", file=file, **typed)


class TestTheMark:
    """Private until somebody ticks the box; who and when are kept; dark again at once."""

    def test_an_upload_answers_nobody_outside(self, client: Client, editor: Client) -> None:
        add(editor, upload("Procedures 2026.pdf", PDF))
        added = BoardDocument.objects.get()
        assert not added.is_public
        assert added.address_name == "procedures-2026.pdf"
        for address in (
            f"/documents/{added.pk}/procedures-2026.pdf",
            f"/media/{added.file.name}",
            f"/{added.file.name}",
        ):
            for method in (client.get, client.head):
                assert method(address, follow=True).status_code == 404

    def test_marked_in_the_form_it_is_public_and_unmarked_it_is_gone(self, client: Client, editor: Client) -> None:
        add(editor, upload("Procedures.pdf", PDF), is_public="on")
        added = BoardDocument.objects.get()
        assert (added.marked_by.username, added.marked_for) == ("one of the Editors", "choice")
        answer = client.get(added.url)
        assert b"".join(answer) == PDF
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["Cache-Control"] == "no-cache"
        send(editor, reverse("wagtaildocs:edit", args=[added.pk]), title="Procedures", is_public="")
        added.refresh_from_db()
        assert (added.is_public, added.marked_by, added.marked_at) == (False, None, None)
        assert client.get(f"/documents/{added.pk}/procedures.pdf").status_code == 404

    def test_dark_answers_do_not_tell_that_there_is_something(self, client: Client) -> None:
        private = document(public=False)
        real = client.get(f"/documents/{private.pk}/framework.pdf", headers={"if-none-match": f'"{private.file_hash}"'})
        none = client.get(f"/documents/{private.pk + 1}/framework.pdf")
        assert (real.status_code, real.content) == (none.status_code, none.content)
        assert {*real.headers} == {*none.headers}

    def test_who_and_when_belong_to_the_mark(self) -> None:
        held = document()
        for broken in ({"marked_by": None}, {"marked_at": None}, {"is_public": False}, {"marked_for": ""}):
            with pytest.raises(IntegrityError, match="mark_is_whole"), transaction.atomic():
                BoardDocument.objects.filter(pk=held.pk).update(**broken)

    def test_a_private_collection_is_dark_and_no_error(self, client: Client) -> None:
        held = document()
        for kind in ("login", "password", "groups"):
            restriction = CollectionViewRestriction.objects.create(
                collection=Collection.get_first_root_node(), restriction_type=kind, password="x"
            )
            assert client.get(held.url).status_code == 404
            restriction.delete()
        assert read(client, held.url)[0] == 200


class TestInTheAdmin:
    """Those who look after files see the private ones, and nobody else does."""

    def test_the_admins_links_lead_there(self, editor: Client) -> None:
        private = document(public=False)
        assert private.url == f"/admin/files/document/{private.pk}/"
        listed = editor.get(reverse("wagtaildocs:index")).text
        assert private.url in listed
        assert "Public" in listed
        assert editor.get(reverse("wagtaildocs:index_results") + "?ordering=is_public").status_code == 200
        answer = editor.get(private.url)
        assert b"".join(answer).startswith(b"%PDF")
        assert "no-store" in answer.headers["Cache-Control"]

    def test_not_for_others(self, client: Client) -> None:
        private = document(public=False)
        assert client.get(private.url).status_code == 302
        refused = logged_in("Approvers").get(private.url, follow=True)
        assert b"%PDF" not in refused.content
        assert refused.redirect_chain == [("/admin/", 302)]


class TestKinds:
    """The content must be what the name says, and of a kind that readers can open."""

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("a.pdf", PDF),
            ("A.PDF", PDF),
            ("a.docx", DOCX),
            ("a.odt", ODT),
            ("a.csv", b"\xef\xbb\xbfyear,number\r\n2026,3"),
            ("a.txt", "Straße".encode()),
        ],
    )
    def test_taken(self, editor: Client, name: str, content: bytes) -> None:
        add(editor, upload(name, content))
        assert BoardDocument.objects.get().address_name == name.lower()

    @pytest.mark.parametrize(
        ("name", "content", "sentence"),
        [
            ("a.pdf", b"<!doctype html><script>1</script>", "its content is not of that kind"),
            ("a.pdf", b"", "empty"),
            ("a.pdf", b"\n%PDF-1.7", "its content is not of that kind"),
            ("a.pdf", DOCX, "its content is not of that kind"),
            ("a.docx", PDF, "its content is not of that kind"),
            ("a.docx", DOCX[:-30], "its content is not of that kind"),
            ("a.docx", MACROS, "its content is not of that kind"),
            ("a.xlsx", DOCX, "its content is not of that kind"),
            ("a.odt", DOCX, "its content is not of that kind"),
            ("a.csv", b"a\x00b", "its content is not of that kind"),
            ("a.csv", b"\xff\xfea\x00", "its content is not of that kind"),
            ("a.txt", b" <HTML><body>", "its content is not of that kind"),
            ("a.txt", PDF, "its content is not of that kind"),
            ("a.html", b"<p>", "Documents of these kinds can be kept here"),
            ("a.svg", b"<svg/>", "Documents of these kinds can be kept here"),
            ("a.doc", b"\xd0\xcf\x11\xe0", "Documents of these kinds can be kept here"),
            ("pdf", PDF, "Documents of these kinds can be kept here"),
        ],
    )
    def test_refused_with_what_to_do(self, editor: Client, name: str, content: bytes, sentence: str) -> None:
        answer = add(editor, upload(name, content))
        assert answer.status_code == 200
        assert sentence in str(answer.context["form"].errors["file"])
        assert not BoardDocument.objects.exists()

    def test_refused_from_code_too(self) -> None:
        with pytest.raises(ValidationError):
            BoardDocument.objects.create(title="Trojan", file=upload("a.pdf", b"<html>"))

    def test_only_a_pdf_opens_in_the_browser(self, client: Client, editor: Client) -> None:
        add(editor, upload("a.csv", b"a,b"), is_public="on")
        answer = client.get(BoardDocument.objects.get().url)
        assert b"".join(answer) == b"a,b"
        assert answer.headers["Content-Disposition"] == 'attachment; filename="a.csv"'
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


class TestHash:
    """A document is known by its SHA-256, which also answers conditional requests."""

    def test_sha256_however_it_was_made(self, editor: Client) -> None:
        add(editor, upload("a.pdf", PDF))
        assert BoardDocument.objects.get().file_hash == hashlib.sha256(PDF).hexdigest()
        assert len(document().file_hash) == 64

    def test_a_304_for_the_same_bytes_only(self, client: Client) -> None:
        held = document()
        answer = client.get(held.url)
        assert b"".join(answer)
        assert answer.headers["ETag"] == f'"{held.file_hash}"'
        for sent, status in ((held.file_hash, 304), ("", 200), ("da39a3ee5e6b4b0d3255bfef95601890afd80709", 200)):
            assert read(client, held.url, **{"if-none-match": f'"{sent}"'})[0] == status

    def test_none_without_one(self) -> None:
        held = document()
        with pytest.raises(IntegrityError, match="sha256"), transaction.atomic():
            BoardDocument.objects.filter(pk=held.pk).update(file_hash="")


class TestReplacing:
    """The address stays, and the old file goes only when the row has the new one."""

    def replace(self, editor: Client, held: BoardDocument, file: ContentFile) -> Any:
        return send(editor, reverse("wagtaildocs:edit", args=[held.pk]), title=held.title, file=file, is_public="on")

    def test_the_same_address_gives_the_new_bytes(
        self, client: Client, editor: Client, django_capture_on_commit_callbacks: Any
    ) -> None:
        held = document()
        old = Path(held.file.path)
        with django_capture_on_commit_callbacks(execute=True):
            self.replace(editor, held, upload("quite-another-name.pdf", NEW))
        assert read(client, held.url) == (200, NEW)
        assert not old.exists()

    def test_the_old_file_is_there_until_the_row_is_saved(
        self, editor: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        held = document()

        def fail(*_args: Any, **_kwargs: Any) -> None:
            raise RuntimeError("the database went away")

        monkeypatch.setattr(BoardDocument, "save_base", fail)
        with pytest.raises(RuntimeError):
            self.replace(editor, held, upload("b.pdf", NEW))
        assert Path(held.file.path).read_bytes().startswith(b"%PDF-1.7")

    def test_a_refused_file_changes_nothing(self, client: Client, editor: Client) -> None:
        held = document()
        answer = self.replace(editor, held, upload("b.pdf", b"<html>"))
        assert "its content is not of that kind" in str(answer.context["form"].errors)
        assert read(client, held.url)[1].startswith(b"%PDF-1.7")

    def test_another_kind_is_a_document_of_its_own(self, editor: Client) -> None:
        answer = self.replace(editor, document(), upload("b.docx", DOCX))
        assert "ends in .pdf and stays as it is" in str(answer.context["form"].errors)

    def test_two_rows_with_the_same_bytes_do_not_share_a_file(self, client: Client) -> None:
        one, other = document(), document()
        assert one.file.name != other.file.name
        storages["documents"].delete(one.file.name)
        assert read(client, other.url)[0] == 200
        assert client.get(one.url).status_code == 404


class TestSeveralAtOnce:
    """The screen for many files asks the same questions."""

    def post(self, editor: Client, name: str, content: bytes) -> Any:
        files = {"files[]": upload(name, content), "title": "T", "collection": Collection.get_first_root_node().pk}
        return editor.post(reverse("wagtaildocs:add_multiple"), files).json()

    def test_private_and_looked_into(self, editor: Client) -> None:
        assert self.post(editor, "a.pdf", PDF)["success"]
        assert not BoardDocument.objects.get().is_public
        refused = self.post(editor, "a.pdf", b"<html>")
        assert not refused["success"]
        assert "its content is not of that kind" in refused["error_message"]

    def test_marked_in_its_little_form(self, editor: Client) -> None:
        held = document(public=False)
        typed = {f"doc-{held.pk}-{name}": value for name, value in {"title": "T", "is_public": "on"}.items()}
        assert editor.post(reverse("wagtaildocs:edit_multiple", args=[held.pk]), typed).json()["success"]
        held.refresh_from_db()
        assert held.marked_by is not None

    def test_a_file_set_aside_is_never_taken_unseen(self, editor: Client) -> None:
        files = {"files[]": upload("a.pdf", b"<html>"), "title": "T" * 300, "collection": 99}
        editor.post(reverse("wagtaildocs:add_multiple"), files)
        waiting = editor.post(
            reverse("wagtaildocs:add_multiple"), {"files[]": upload("a.pdf", PDF), "title": "T" * 300}
        ).json()
        address = reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[waiting["uploaded_file_id"]])
        answer = editor.post(address, {f"uploaded-document-{waiting['uploaded_file_id']}-title": "T"}).json()
        assert not answer["success"]
        assert "Upload this file again" in answer["form"]
        assert not BoardDocument.objects.exists()


class TestOnPages:
    """Blocks, texts and briefings show public documents only, and the editor is told."""

    @pytest.fixture
    def page(self) -> StandardPage:
        private = document("A private form", public=False)
        body = [
            ("documents", {"heading": "Forms", "documents": [{"document": private}]}),
            ("text", f'<p>See <a linktype="document" id="{private.pk}">our form</a>.</p>'),
        ]
        page = StandardPage(title="Forms", body=body)
        HomePage.objects.get().add_child(instance=page)
        return page

    def test_readers_see_nothing_of_a_private_one(self, client: Client, page: StandardPage) -> None:
        text = client.get(page.url).text
        assert "A private form" not in text
        assert "/documents/" not in text
        assert "/admin/" not in text
        assert "our form" in text

    def test_and_everything_of_a_public_one(self, client: Client, page: StandardPage) -> None:
        held = BoardDocument.objects.get()
        held.mark(by=document().marked_by, at=document().marked_at)
        held.save()
        assert client.get(page.url).text.count(held.public_url) == 2

    def test_a_briefing_without_its_file(self, client: Client) -> None:
        page = BriefingPage(title="Seven minutes", document=document("The file", public=False))
        HomePage.objects.get().add_child(instance=page)
        text = client.get(page.url).text
        assert "The file" not in text
        assert "/files/document/" not in text

    @pytest.mark.parametrize("button", [{"action-publish": "1"}, {}])
    def test_the_editor_is_told(self, editor: Client, button: dict[str, str]) -> None:
        page = BriefingPage(title="Seven minutes", document=document("The file", public=False))
        HomePage.objects.get().add_child(instance=page)
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        form = querydict_from_html(editor.get(address).text, form_id="page-edit-form").dict()
        answer = editor.post(address, form | {"body-count": "0", "boxes-count": "0"} | button, follow=True)
        assert "see these files of the page until you mark them as public" in answer.text
        assert reverse("wagtaildocs:edit", args=[page.document.pk]) in answer.text


def test_deleting_a_row_deletes_its_file(django_capture_on_commit_callbacks: Any) -> None:
    held = document()
    path = Path(held.file.path)
    with django_capture_on_commit_callbacks(execute=True):
        held.delete()
    assert not path.exists()
