"""Reports are scanned before anything is kept of them, and Word files are told what to do."""

import pytest
from django.core.files.base import ContentFile
from pytest_django.fixtures import Settings

from publications import actions
from publications.errors import Refused
from publications.models import FileVersion, RecordEntry
from tests.lscb_site.clamd import EICAR, clamd
from tests.lscb_site.test_virus_scan import pdf
from tests.publications import factories

pytestmark = pytest.mark.django_db


def test_a_report_with_a_virus_is_not_kept(settings: Settings) -> None:
    publication = factories.publication()
    with clamd(settings), pytest.raises(Refused, match="A virus was found") as refused:
        actions.upload(publication, file=ContentFile(pdf(EICAR), name="a.pdf"), by=factories.editor())
    assert refused.value.code == "virus"
    assert not FileVersion.objects.exists()
    assert not RecordEntry.objects.exists()


def test_nor_is_a_correction(settings: Settings) -> None:
    publication = factories.released()
    with clamd(settings), pytest.raises(Refused, match="A virus was found"):
        actions.correct(publication, file=ContentFile(pdf(EICAR), name="a.pdf"), by=factories.editor())
    assert publication.versions.count() == 1


def test_while_the_scanner_is_silent_one_tries_again(settings: Settings) -> None:
    settings.CLAMD_URL = "tcp://127.0.0.1:1"
    with pytest.raises(Refused, match="Try again in a few minutes"):
        actions.upload(factories.publication(), file=ContentFile(pdf(), name="a.pdf"), by=factories.editor())


def test_a_harmless_one_is_kept(settings: Settings) -> None:
    with clamd(settings):
        version = actions.upload(
            factories.publication(), file=ContentFile(pdf(b"x"), name="a.pdf"), by=factories.editor()
        )
    with version.open() as stored:
        assert stored.read(5) == b"%PDF-"


@pytest.mark.parametrize("content", [b"PK\x03\x04 a Word file", b"\xd0\xcf\x11\xe0 an old one"])
def test_a_word_file_is_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(Refused, match="choose Save As and PDF") as refused:
        actions.upload(factories.publication(), file=ContentFile(content, name="a.pdf"), by=factories.editor())
    assert refused.value.code == "word_file"
