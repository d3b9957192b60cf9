"""The editions that the site is delivered with (migration 0002)."""

import pytest

from reviews.models import StatutoryGuidance

pytestmark = pytest.mark.django_db

DELIVERED = (
    # year, chapter, publisher, review term, short form, in force from
    (2010, "8", "Department for Children, Schools and Families", "serious case review", "SCR", "2010-03"),
    (2013, "4", "Department for Education", "serious case review", "SCR", "2013-04-15"),
    (2015, "4", "Department for Education", "serious case review", "SCR", "2015-03"),
    (2018, "4", "Department for Education", "local child safeguarding practice review", "LCSPR", ""),
    (2023, "5", "Department for Education", "local child safeguarding practice review", "LCSPR", "2023-12"),
)


@pytest.mark.parametrize("delivered", DELIVERED, ids=lambda delivered: delivered[0])
def test_an_english_edition_is_there(delivered: tuple[int, str, str, str, str, str]) -> None:
    year, chapter, publisher, term, short, since = delivered
    edition = StatutoryGuidance.objects.get(title="Working Together to Safeguard Children", year=year, chapter=chapter)
    assert str(edition) == f"Working Together {year}, chapter {chapter}"
    assert edition.publisher == publisher
    assert (edition.review_term, edition.review_short) == (term, short)
    assert str(edition.in_force_from or "") == since
    assert (edition.minimum_number, edition.minimum_unit) == (12, "months")


def test_there_are_no_others() -> None:
    assert StatutoryGuidance.objects.count() == len(DELIVERED)
