"""Every upload is shown to the scanner where there is one; what it finds, and its silence, are plain sentences."""

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django.fixtures import Settings

from lscb_site.models import BoardDocument, BoardImage
from lscb_site.virus_scan import DOWN, FOUND, TOO_LARGE, refuse_virus
from tests.lscb_site.clamd import EICAR, clamd
from tests.lscb_site.people import logged_in

pytestmark = pytest.mark.django_db


def upload(content: bytes, name: str = "a.txt") -> ContentFile:
    return ContentFile(content, name=name)


def pdf(*attachments: bytes, encrypted: bool = False) -> bytes:
    """A PDF of one page with files attached."""
    made, written = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    for number, content in enumerate(attachments):
        made.attachments[f"{number}.bin"] = content
    made.save(written, encryption=pikepdf.Encryption(owner="secret", user="secret") if encrypted else None)
    return written.getvalue()


def refusal(content: bytes, name: str = "a.txt") -> ValidationError | None:
    file = upload(content, name)
    try:
        refuse_virus(file)
    except ValidationError as refused:
        return refused
    finally:
        assert file.tell() == 0
    return None


class TestTheProtocol:
    """INSTREAM, over a network or a socket."""

    def test_nothing_found(self, settings: Settings) -> None:
        with clamd(settings) as daemon:
            assert refusal(b"x" * 200_000) is None
        assert daemon.seen == [b"x" * 200_000]

    def test_over_a_socket(self, settings: Settings, tmp_path: Path) -> None:
        with clamd(settings, socket_file=tmp_path / "clamd.ctl") as daemon:
            assert refusal(b"harmless") is None
        assert daemon.seen == [b"harmless"]

    def test_found(self, settings: Settings) -> None:
        with clamd(settings):
            refused = refusal(b"before " + EICAR)
        assert refused is not None
        assert (refused.code, refused.messages) == ("virus", [FOUND])

    def test_longer_than_it_takes(self, settings: Settings) -> None:
        with clamd(settings, most=1000):
            refused = refusal(b"x" * 5000)
        assert refused is not None
        assert refused.messages == [TOO_LARGE]

    @pytest.mark.parametrize("says", [b"", b"stream: lstat() failed ERROR\0", b"nonsense\0"])
    def test_an_answer_that_is_none_is_silence(self, settings: Settings, says: bytes) -> None:
        with clamd(settings, says=says):
            refused = refusal(b"x")
        assert refused is not None
        assert (refused.code, refused.messages) == ("scanner_down", [DOWN])

    @pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "unix:///no/such/socket"])
    def test_nobody_there(self, settings: Settings, address: str) -> None:
        settings.CLAMD_URL = address
        refused = refusal(b"x")
        assert refused is not None
        assert refused.messages == [DOWN]

    def test_without_one_nothing_is_asked(self) -> None:
        assert refusal(EICAR) is None


class TestInsidePdf:
    """Clamd passes encrypted files, and not all that is attached is seen by it."""

    def test_attachments_are_taken_out(self, settings: Settings) -> None:
        with clamd(settings) as daemon:
            assert refusal(pdf(b"one", b"two"), "a.pdf") is None
        assert sorted(daemon.seen[1:]) == [b"one", b"two"]

    @pytest.mark.parametrize(
        "file", [pdf(b"harmless", EICAR), pdf(pdf(EICAR))], ids=["attached", "attached to attached"]
    )
    def test_a_virus_in_one_is_found(self, settings: Settings, file: bytes) -> None:
        assert EICAR not in file
        with clamd(settings):
            refused = refusal(file, "a.pdf")
        assert refused is not None
        assert refused.code == "virus"

    @pytest.mark.parametrize("file", [pdf(encrypted=True), pdf(pdf(EICAR, encrypted=True))])
    def test_what_is_encrypted_is_refused(self, settings: Settings, file: bytes) -> None:
        with clamd(settings):
            refused = refusal(file, "a.pdf")
        assert refused is not None
        assert "Save it without a password" in refused.messages[0]

    def test_so_is_what_can_not_be_taken_apart(self, settings: Settings) -> None:
        with clamd(settings):
            refused = refusal(b"%PDF-1.7 no more", "a.pdf")
        assert refused is not None
        assert refused.code == "broken"


class TestInTheAdmin:
    """Documents, images and the start page."""

    def send(self, kind: str, file: ContentFile) -> Any:
        typed = {"title": "T", "file": file}
        return logged_in("Editors", kind).post(reverse(f"{kind}:add"), typed, follow=True)

    def picture(self) -> bytes:
        written = io.BytesIO()
        Image.new("RGB", (50, 50)).save(written, "PNG")
        return written.getvalue()

    def test_a_document_with_a_virus_is_not_kept(self, settings: Settings) -> None:
        with clamd(settings):
            answer = self.send("wagtaildocs", upload(EICAR))
        assert FOUND in str(answer.context["form"].errors)
        assert not BoardDocument.objects.exists()

    def test_an_image_with_a_virus_is_not_kept(self, settings: Settings) -> None:
        with clamd(settings):
            answer = self.send("wagtailimages", upload(self.picture() + EICAR, "a.png"))
        assert FOUND in str(answer.context["form"].errors)
        assert not BoardImage.objects.exists()

    def test_harmless_ones_are(self, settings: Settings) -> None:
        with clamd(settings) as daemon:
            self.send("wagtaildocs", upload(b"words"))
            self.send("wagtailimages", upload(self.picture(), "a.png"))
        assert (BoardDocument.objects.count(), BoardImage.objects.count()) == (1, 1)
        assert daemon.seen == [b"words", self.picture()]

    def test_while_it_is_silent_nothing_is_kept(self, settings: Settings) -> None:
        settings.CLAMD_URL = "tcp://127.0.0.1:1"
        answer = self.send("wagtaildocs", upload(b"words"))
        assert "Try again in a few minutes" in str(answer.context["form"].errors)
        assert not BoardDocument.objects.exists()

    def test_the_start_page_says_when_nothing_is_scanned(self, settings: Settings) -> None:
        editor: Client = logged_in("Editors")
        assert "Files are not scanned for viruses" in editor.get("/admin/").text
        settings.CLAMD_URL = "tcp://127.0.0.1:1"
        assert "Files are not scanned for viruses" not in editor.get("/admin/").text

    def test_the_check_for_hosts_says_so_too(self, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("check", deploy=True, tags=["security"])
        assert "lscb_site.I001" in capsys.readouterr().err
        settings.CLAMD_URL = "tcp://127.0.0.1:1"
        call_command("check", deploy=True, tags=["security"])
        assert "lscb_site.I001" not in capsys.readouterr().err
