"""What the upload form refuses, in words."""

import pytest
from django.core.files.base import ContentFile
from pytest_django.fixtures import Settings

from publications.models import FileVersion
from tests.publications import factories
from tests.publications.admin.screens import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"<html>not a report</html>", "report.pdf", "not a PDF"),
        (b"", "report.pdf", "This file is empty"),
        (b"PK\x03\x04", "report.docx", "A Word document is never published as it is"),
    ],
)
def test_what_is_no_pdf_is_refused(editor: Desk, content: bytes, name: str, sentence: str) -> None:
    publication = factories.publication()
    shown = editor.act("publication", publication, "upload", file=ContentFile(content, name=name))
    assert sentence in shown
    assert not FileVersion.objects.exists()


def test_no_file_at_all(editor: Desk) -> None:
    assert "Choose the PDF first." in editor.act("publication", factories.publication(), "upload")


def test_what_is_too_large_is_refused(editor: Desk, settings: Settings) -> None:
    settings.REPORT_LIMIT_MB = 0
    shown = editor.act("publication", factories.publication(), "upload", file=factories.pdf())
    assert "This file is larger than 0 MB" in shown
    assert not FileVersion.objects.exists()


def test_the_same_file_twice_is_refused(editor: Desk) -> None:
    publication = factories.publication()
    editor.act("publication", publication, "upload", file=factories.pdf("same"))
    assert "This very file is there already" in editor.act(
        "publication", publication, "upload", file=factories.pdf("same")
    )
    assert publication.versions.count() == 1
