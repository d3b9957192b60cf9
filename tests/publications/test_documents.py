"""A report is seen as its publication says, also where somebody put a copy of it among the documents."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from lscb_site.models import BoardDocument
from publications import actions
from tests.publications.factories import editor, in_group, publication

pytestmark = pytest.mark.django_db

REPORT = b"%PDF-1.7\n% a report\n%%EOF\n"


def copy(**fields: str) -> BoardDocument:
    return BoardDocument(title="A copy", file=ContentFile(REPORT, name="copy.pdf"), **fields)


def upload() -> str:
    """The address of the screen of a publication with that file."""
    target = publication()
    actions.upload(target, file=ContentFile(REPORT, name="report.pdf"), by=editor())
    return reverse("publications_admin:inspect", args=[target.pk])


def test_a_copy_is_refused_with_a_link_to_the_publication(client: Client) -> None:
    screen = upload()
    client.force_login(in_group("eve", "Editors"))
    typed = {"title": "A copy", "file": ContentFile(REPORT, name="copy.pdf")}
    answer = client.post(reverse("wagtaildocs:add"), typed)
    assert f'<a href="{screen}">' in str(answer.context["form"].errors["file"])
    assert not BoardDocument.objects.exists()


def test_from_code_too() -> None:
    upload()
    with pytest.raises(ValidationError, match="kept as a publication"):
        copy().save()


def test_a_document_that_was_there_before_goes_dark_when_it_becomes_a_report(client: Client) -> None:
    earlier = copy()
    earlier.mark(by=editor(), at=datetime(2026, 7, 3, 9, tzinfo=UTC))
    earlier.save()
    assert b"".join(client.get(earlier.public_url)) == REPORT
    upload()
    assert client.get(earlier.public_url).status_code == 404


def test_and_cannot_be_marked_any_more(client: Client) -> None:
    earlier = copy()
    earlier.save()
    upload()
    client.force_login(in_group("eve", "Editors"))
    answer = client.post(reverse("wagtaildocs:edit", args=[earlier.pk]), {"title": "A copy", "is_public": "on"})
    assert "kept as a publication" in str(answer.context["form"].errors["is_public"])
    earlier.refresh_from_db()
    assert not earlier.is_public
