"""Images: dark until marked or used as a logo; damaged ones and bombs are refused in the form."""

import io
import struct
import zlib
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from lscb_site.models import BoardImage, BoardSettings, HomePage, Partner, StandardPage
from tests.lscb_site.people import logged_in
from tests.lscb_site.samples import image

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    return logged_in("Editors")


def png(size: tuple[int, int] = (40, 30)) -> bytes:
    made = io.BytesIO()
    Image.effect_noise(size, 60).save(made, "PNG")
    return made.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A few bytes that claim to be a very large picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00" * 99)) + chunk(b"IEND", b"")
    )


def add(editor: Client, name: str, content: bytes, **typed: str) -> Any:
    fields = {"title": "A bridge", "file": ContentFile(content, name=name)}
    return editor.post(reverse("wagtailimages:add"), fields | typed, follow=True)


def read(client: Client, address: str) -> int:
    answer = client.get(address)
    assert b"".join(answer)
    return answer.status_code


class TestTheMark:
    """The same as for documents."""

    def test_sizes_of_a_private_image_answer_nobody_outside(self, client: Client, editor: Client) -> None:
        add(editor, "bridge.png", png())
        added = BoardImage.objects.get()
        size = added.get_rendition("max-165x165")
        assert not added.is_public
        for name in (size.file.name, added.file.name):
            assert client.get(f"/media/{name}", follow=True).status_code == 404
        assert size.url == f"/admin/files/image/{size.pk}/"
        assert client.get(size.url).status_code == 302
        assert read(editor, size.url) == 200
        assert size.url in editor.get(reverse("wagtailimages:index")).text

    def test_marked_they_do_and_unmarked_they_are_gone_at_once(self, client: Client, editor: Client) -> None:
        held = image(public=False)
        address = reverse("wagtailimages:edit", args=[held.pk])
        editor.post(address, {"title": "A bridge", "is_public": "on"})
        size = BoardImage.objects.get().get_rendition("max-165x165")
        answer = client.get(size.url)
        assert b"".join(answer)
        assert answer.headers["Cache-Control"] == "no-cache"
        editor.post(address, {"title": "A bridge"})
        assert client.get(size.url).status_code == 404

    def test_a_form_with_an_error_does_not_miss_the_stored_one(self, editor: Client) -> None:
        file = ContentFile(png((50, 50)), name="other.png")
        address = reverse("wagtailimages:edit", args=[image(public=False).pk])
        answer = editor.post(address, {"title": "", "file": file})
        assert answer.context["form"].errors["title"]
        assert "could not be found" not in answer.text

    def test_a_page_leaves_a_private_one_out(self, client: Client) -> None:
        held = image(public=False)
        picture = {"image": {"image": held.pk, "alt_text": "A bridge", "decorative": False}, "caption": "Our bridge"}
        page = StandardPage(title="Pictures")
        page.body = [{"type": "image", "value": picture}]
        page.body = page.body.stream_block.to_python([{"type": "image", "value": picture}])
        HomePage.objects.get().add_child(instance=page)
        assert "Our bridge" not in client.get(page.url).text
        held.mark(by=image().marked_by, at=image().marked_at)
        held.save()
        assert "Our bridge" in client.get(page.url).text


class TestLogos:
    """A logo is public by its use."""

    @pytest.mark.parametrize("owner", [BoardSettings, Partner])
    def test_used_it_is_marked(self, client: Client, owner: Any) -> None:
        held = image(public=False)
        user = BoardSettings.load() if owner is BoardSettings else Partner(name="Anyshire Council")
        user.logo = held
        user.save()
        held.refresh_from_db()
        assert (held.is_public, held.marked_for, held.marked_by) == (True, "logo", None)
        assert read(client, held.get_rendition("max-320x160").url) == 200

    def test_a_logo_in_use_is_not_unmarked(self, editor: Client) -> None:
        held = image(public=False)
        Partner.objects.create(name="Anyshire Council", logo=held)
        answer = editor.post(reverse("wagtailimages:edit", args=[held.pk]), {"title": "A bridge"})
        assert "is the logo of “Anyshire Council”" in str(answer.context["form"].errors["is_public"])
        held.refresh_from_db()
        assert held.is_public

    def test_who_marked_one_first_is_kept(self) -> None:
        held = image()
        Partner.objects.create(name="Anyshire Council", logo=held)
        held.refresh_from_db()
        assert held.marked_for == "choice"


class TestBadFiles:
    """A sentence beside the field, never an error page."""

    @pytest.mark.parametrize(
        ("name", "content", "sentence"),
        [
            ("a.png", png()[:-400], "damaged or not complete"),
            ("a.png", bomb(8000, 8000), "too many pixels"),
            ("a.png", bomb(65_000, 65_000), "too many pixels"),
            ("a.png", bomb(100, 100), "damaged or not complete"),
            ("a.jpg", png(), "does not match"),
            ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", ""),
            ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", ""),
        ],
    )
    def test_refused(self, editor: Client, name: str, content: bytes, sentence: str) -> None:
        answer = add(editor, name, content)
        assert answer.status_code == 200
        assert sentence in str(answer.context["form"].errors["file"])
        assert not BoardImage.objects.exists()

    def test_several_at_once_too(self, editor: Client) -> None:
        fields = {"files[]": ContentFile(png()[:-400], name="a.png"), "title": "T"}
        fields["collection"] = Collection.get_first_root_node().pk
        answer = editor.post(reverse("wagtailimages:add_multiple"), fields).json()
        assert not answer["success"]
        assert "damaged" in answer["error_message"]

    def test_one_for_a_chooser_too(self, editor: Client) -> None:
        fields = {
            "image-chooser-upload-title": "T",
            "image-chooser-upload-file": ContentFile(png()[:-400], name="a.png"),
        }
        answer = editor.post(reverse("wagtailimages_chooser:create"), fields)
        assert answer.status_code == 200
        assert "damaged" in answer.text
        assert not BoardImage.objects.exists()
