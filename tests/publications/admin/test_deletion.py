"""Deleting by the admin: gone if nobody outside ever saw it, else a sentence with the date."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from publications import actions, clock
from publications.models import Publication, RecordEntry, Review
from tests.publications import factories
from tests.publications.admin.screens import plain
from tests.publications.clock import at

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def administrator() -> Client:
    """Who may do everything that anybody may."""
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("administrator"))
    return client


def announced() -> Publication:
    """One that the public knows of."""
    publication = factories.publication()
    actions.announce(publication, state="under_way", by=factories.editor())
    return publication


def scheduled() -> Publication:
    """One that will be public."""
    return factories.released(at=clock.now() + timedelta(days=1))


def suspended() -> Publication:
    """One that was public."""
    publication = factories.released()
    actions.suspend(publication, category="wrong_file", reason="The draft", by=factories.editor())
    return publication


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (factories.released, "It is protected through 3 July 2027."),
        (suspended, "It is protected through 4 July 2027."),
        (announced, "was announced to the public on 3 July 2026"),
        (scheduled, "is scheduled for release. Cancel that first."),
    ],
)
def test_what_the_public_knows_stays(administrator: Client, make: Callable[[], Publication], sentence: str) -> None:
    with at("2026-07-03 10:00"):
        publication = make()
        address = reverse("publications_admin:delete", args=[publication.pk])
        for shown in (plain(administrator.get(address)), plain(administrator.post(address, follow=True))):
            assert sentence in shown
            assert "Yes, delete" not in shown
    assert Publication.objects.filter(pk=publication.pk).exists()


def test_a_draft_goes_with_its_files_and_leaves_a_row_in_the_record(administrator: Client) -> None:
    publication = factories.publication()
    factories.signed_off(publication)
    number = publication.pk
    shown = plain(administrator.post(reverse("publications_admin:delete", args=[number]), follow=True))
    assert "deleted" in shown
    assert not Publication.objects.filter(pk=number).exists()
    assert RecordEntry.objects.filter(publication_id=number, event="discard").count() == 1


def test_a_draft_whose_release_was_cancelled_can_go(administrator: Client) -> None:
    publication = scheduled()
    actions.unschedule(publication, by=factories.editor())
    administrator.post(reverse("publications_admin:delete", args=[publication.pk]))
    assert not Publication.objects.filter(pk=publication.pk).exists()


def test_a_review_goes_only_without_documents(administrator: Client) -> None:
    review = factories.review()
    publication = factories.publication(review)
    address = reverse("reviews_admin:delete", args=[review.pk])
    assert "has documents. Delete those first" in plain(administrator.post(address))
    publication.delete()
    assert administrator.post(address).status_code == 302
    assert not Review.objects.filter(pk=review.pk).exists()


def test_a_review_that_was_public_stays(administrator: Client) -> None:
    review = factories.released().review
    shown = plain(administrator.post(reverse("reviews_admin:delete", args=[review.pk])))
    assert "its record page is permanent" in shown
    assert Review.objects.filter(pk=review.pk).exists()


@pytest.mark.parametrize("model", ["review", "publication"])
@pytest.mark.parametrize("action", ["delete", "copy", "unpublish"])
def test_there_are_no_bulk_actions(administrator: Client, model: str, action: str) -> None:
    released = factories.released()
    number = released.review_id if model == "review" else released.pk
    answer = administrator.post(f"/admin/bulk/publications/{model}/{action}/?id={number}")
    assert answer.status_code in {302, 403, 404}
    assert Publication.objects.filter(pk=released.pk).exists()
