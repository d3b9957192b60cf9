"""A frozen text is a file version: the same rules, the same guards; its pictures are part of it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection, transaction

from publications import actions, storage
from publications.errors import ListingProtected, Refused, translated
from publications.models import FrozenPicture, Publication
from publications.terms import Medium
from publications.web.drafts import remove_picture
from publications.web.frozen import Figure, Picture
from tests.publications import factories as make
from tests.publications.clock import set_clock
from tests.publications.states import NOW
from tests.publications.web import samples
from tests.publications.web.samples import TEXT, frozen, is_stored, text_file

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def illustrated(page: Publication, colour: str = "navy") -> Any:
    """A version with a picture; its draft still has it."""
    of = samples.draft(page, ("text", "<p>x</p>"), ("figure", {"number": 1, "caption": ""}))
    samples.picture(of, samples.png(colour))
    return samples.freeze(of)


def refused(code: str, act: Any, *args: Any, **named: Any) -> None:
    with pytest.raises(Refused) as refusal:
        act(*args, **named)
    assert refusal.value.code == code


def test_it_is_known_by_the_hash_of_its_canonical_form() -> None:
    version = frozen(samples.web())
    assert version.sha256 == storage.Measured(text_file()).sha256
    with version.open() as stored:
        assert stored.read() == TEXT.as_bytes()


def test_only_a_frozen_text_goes_onto_a_web_page_and_only_a_pdf_into_a_file() -> None:
    page, pdf, by = samples.web(), make.publication(), make.editor()
    refused("not_a_text", actions.upload, page, file=make.pdf(), by=by)
    refused("not_a_text", actions.upload, page, file=ContentFile(json.dumps({"blocks": []}).encode()), by=by)
    refused("not_a_pdf", actions.upload, pdf, file=text_file(), by=by)
    assert not page.versions.exists()
    assert not pdf.versions.exists()


def test_a_picture_that_is_not_stored_is_refused() -> None:
    missing = Picture(1, "a" * 64, 100, "image/png", 30, 20)
    text = replace(TEXT, blocks=(*TEXT.blocks, Figure(1, "A plan")), pictures=(missing,))
    refused("picture_missing", actions.upload, samples.web(), file=text_file(text), by=make.editor())


def test_two_people_and_the_same_text_only_once() -> None:
    by = make.person("both", "manage", "approve")
    page = samples.web()
    version = frozen(page, by=by)
    refused("same_person", actions.sign_off, version, by=by)
    refused("not_signed_off", actions.release, page, by=by)
    refused("same_file", actions.upload, page, file=text_file(), by=by)
    refused("wrong_state", actions.correct, page, file=text_file(more="x"), by=by)


def test_a_text_that_was_released_is_corrected() -> None:
    page = samples.released(samples.web())
    refused("wrong_state", actions.upload, page, file=text_file(more="x"), by=make.editor())
    actions.correct(page, file=text_file(more="x"), by=make.editor())


def test_discarding_forgets_text_and_pictures_but_what_others_need(django_capture_on_commit_callbacks: Any) -> None:
    page, other = samples.web(), samples.web()
    version, kept = illustrated(page), illustrated(other)
    hashes = (version.sha256, version.pictures.get().sha256)
    assert hashes[1] == kept.pictures.get().sha256
    with django_capture_on_commit_callbacks(execute=True):
        actions.discard(kept, by=make.editor())
    assert all(map(is_stored, hashes))
    with django_capture_on_commit_callbacks(execute=True):
        actions.discard(version, by=make.editor())
    assert [is_stored(sha256) for sha256 in hashes] == [False, True], "the drafts still have the picture"
    for draft in (page.web_draft, other.web_draft):
        with django_capture_on_commit_callbacks(execute=True):
            remove_picture(draft.pictures.get())
    assert not is_stored(hashes[1])


def test_destroying_forgets_the_pictures_too(django_capture_on_commit_callbacks: Any) -> None:
    set_clock(NOW)
    page = samples.web()
    version = illustrated(page, "purple")
    actions.sign_off(version, by=make.approver())
    actions.release(page, by=make.editor())
    sha256 = version.pictures.get().sha256
    with django_capture_on_commit_callbacks(execute=True):
        remove_picture(page.web_draft.pictures.get())
    assert is_stored(sha256), "the released text needs it"
    suspension = actions.suspend(page, category="identification", reason="x", by=make.editor())
    actions.confirm(suspension, by=make.approver())
    actions.destroy(version, by=make.editor())
    with django_capture_on_commit_callbacks(execute=True):
        actions.destroy(version, by=make.approver())
    assert not is_stored(sha256)
    assert not is_stored(version.sha256)


def guarded(statement: str, *values: Any) -> None:
    """The application's statement is refused by a guard, in a sentence."""
    with pytest.raises(ListingProtected), translated(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.usefixtures("as_application")
def test_the_database_keeps_pictures_and_medium() -> None:
    page = samples.web()
    version = illustrated(page)
    row = version.pictures.get()
    actions.sign_off(version, by=make.approver())
    actions.release(page, by=make.editor())
    guarded("UPDATE publications_frozenpicture SET sha256 = %s WHERE id = %s", "a" * 64, row.pk)
    guarded("DELETE FROM publications_frozenpicture WHERE id = %s", row.pk)
    guarded("UPDATE publications_publication SET medium = 'pdf' WHERE id = %s", page.pk)
    guarded("UPDATE publications_publication SET medium = 'xml' WHERE id = %s", page.pk)
    with transaction.atomic():
        assert FrozenPicture.objects.get(pk=row.pk).sha256 == row.sha256


@pytest.mark.usefixtures("as_application")
def test_no_picture_is_added_to_a_text_afterwards() -> None:
    set_clock(NOW)
    version = frozen(samples.web())
    set_clock("2026-07-03 13:00")
    values = ("a" * 64, version.pk)
    guarded(
        "INSERT INTO publications_frozenpicture (number, sha256, size, media_type, width, height, version_id)"
        " VALUES (1, %s, 10, 'image/png', 1, 1, %s)", *values
    )  # fmt: skip


def test_both_forms_have_one_name_and_no_form_comes_twice() -> None:
    pdf = make.publication(make.review("Child G"), title="The report")
    page = samples.web(beside=pdf)
    assert (page.slug, page.medium, page.other_form, pdf.other_form) == (pdf.slug, Medium.WEB, pdf, page)
    assert samples.web(of=pdf.review).slug == "overview-report-2", "one of its own"
    with pytest.raises(Exception, match="publication_slug_once_per_review"), transaction.atomic():
        samples.web(beside=pdf)
