"""Editions of the guidance: what they may hold, how they are cited, when they may go."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from reviews.models import CriteriaPage, StatutoryGuidance

pytestmark = pytest.mark.django_db

CITED = (
    # short title, chapter, place, how it reads
    ("Working Together", "4", None, "Working Together 2015, chapter 4"),
    ("", "4", None, "Working Together to Safeguard Children 2015, chapter 4"),
    ("Working Together", "", None, "Working Together 2015"),
    ("Working Together", "Appendix A", None, "Working Together 2015, Appendix A"),
    ("Working Together", "4", "page 12", "Working Together 2015, page 12"),
    ("Working Together", "4", "3", "Working Together 2015, chapter 3"),
)


@pytest.mark.parametrize(("short_title", "chapter", "place", "reads"), CITED)
def test_how_an_edition_is_cited(short_title: str, chapter: str, place: str | None, reads: str) -> None:
    edition = StatutoryGuidance(
        title="Working Together to Safeguard Children", short_title=short_title, year=2015, chapter=chapter
    )
    assert (str(edition) if place is None else edition.cite(place)) == reads


def an_edition(**given: object) -> StatutoryGuidance:
    return StatutoryGuidance(**{"title": "Local Guide", "year": 2020, "chapter": "2", "review_term": "review"} | given)


REFUSED = (
    ({"title": "Working Together to Safeguard Children", "year": 2015, "chapter": "4"}, "already in the list"),
    ({"year": 15}, "four digits"),
    ({"minimum_number": 0}, "at least 1"),
    ({"in_force_from": "2020", "in_force_to": "2019-12-31"}, "end before"),
    ({"in_force_from": "someday"}, "is not a date"),
    ({"review_term": ""}, "cannot be blank"),
)


@pytest.mark.parametrize(("given", "message"), REFUSED)
def test_what_is_refused_and_how(given: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        an_edition(**given).full_clean()


def test_an_ending_within_the_year_of_its_beginning_is_fine() -> None:
    an_edition(in_force_from="2020", in_force_to="2020-06").full_clean()


@pytest.fixture
def edition() -> StatutoryGuidance:
    edition = an_edition()
    edition.save()
    return edition


@pytest.fixture
def page_naming_it(edition: StatutoryGuidance) -> CriteriaPage:
    page = CriteriaPage(title="Criteria", slug="criteria", statutory_basis=[("basis", {"guidance": edition})])
    Page.objects.get(depth=2).add_child(instance=page)
    ReferenceIndex.create_or_update_for_object(page)
    return page


def test_an_unused_edition_can_be_deleted_in_the_admin(admin_client: Client, edition: StatutoryGuidance) -> None:
    admin_client.post(reverse(edition.snippet_viewset.get_url_name("delete"), args=[edition.pk]))
    assert not StatutoryGuidance.objects.filter(pk=edition.pk).exists()


@pytest.mark.parametrize("bulk", [False, True])
def test_one_that_a_page_names_cannot(
    admin_client: Client, edition: StatutoryGuidance, page_naming_it: CriteriaPage, bulk: bool
) -> None:
    single = reverse(edition.snippet_viewset.get_url_name("delete"), args=[edition.pk])
    several = f"{reverse('wagtail_bulk_action', args=['reviews', 'statutoryguidance', 'delete'])}?id={edition.pk}"
    answer = admin_client.post(several if bulk else single, follow=True)
    assert "be deleted: it is used on “Criteria”. Take it out there first." in answer.text
    assert page_naming_it.title in answer.text
    assert StatutoryGuidance.objects.filter(pk=edition.pk).exists()


@pytest.mark.usefixtures("page_naming_it")
def test_nor_from_the_shell(edition: StatutoryGuidance) -> None:
    with pytest.raises(ProtectedError, match="is used on “Criteria”"):
        StatutoryGuidance.objects.filter(pk=edition.pk).delete()


def test_the_form_says_that_an_edition_is_there_already(admin_client: Client) -> None:
    form = {
        "title": "Working Together to Safeguard Children",
        "year": "2015",
        "chapter": "4",
        "review_term": "serious case review",
        "minimum_number": "12",
        "minimum_unit": "months",
    }
    answer = admin_client.post(reverse(StatutoryGuidance.snippet_viewset.get_url_name("add")), form)
    assert "This edition is already in the list" in answer.text
    assert StatutoryGuidance.objects.filter(year=2015).count() == 1
