"""The clock as a picture: what is marked, and where."""

import pytest

from publications import actions, clock
from publications.admin.picture import WIDTH, Picture, picture_of
from publications.models import Publication
from tests.publications import factories
from tests.publications.clock import london, set_clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("morning"), pytest.mark.slow]


def drawn(publication: Publication) -> Picture:
    """Its picture now."""
    picture = picture_of(Publication.objects.with_facts().get(pk=publication.pk), clock.now())
    assert picture
    return picture


def test_nothing_is_drawn_before_a_release() -> None:
    assert picture_of(Publication.objects.with_facts().get(pk=factories.publication().pk), clock.now()) is None


def test_a_released_one() -> None:
    publication = factories.released()
    set_clock("2026-12-24 10:00")
    picture = drawn(publication)
    assert picture.summary == ("First public: 3 July 2026; Today: 24 December 2026; Protected through: 3 July 2027.")
    assert not picture.planned
    places = [mark.x for mark in picture.marks]
    assert places == sorted(places)
    assert all(0 <= bar.x <= bar.x + bar.width <= WIDTH for bar in picture.bars)


def test_a_scheduled_one_is_drawn_as_planned() -> None:
    picture = drawn(factories.released(at=london("2026-07-10 09:30")))
    assert picture.planned
    assert "Protected through: 10 July 2027" in picture.summary


def test_pauses_corrections_and_keep_until_are_marked() -> None:
    publication = factories.released()
    suspension = actions.suspend(publication, category="wrong_file", reason="The draft", by=factories.editor())
    set_clock("2026-07-05 10:00")
    actions.lift(suspension, by=factories.approver())
    factories.signed_off(publication)
    actions.release(publication, correction="A date.", by=factories.editor())
    actions.decide(publication, policy="keep", keep_until=london("2028-01-01 00:00").date(), by=factories.editor())
    set_clock("2026-07-20 10:00")
    assert drawn(publication).summary == (
        "First public: 3 July 2026; Dark from: 3 July 2026; Corrected: 5 July 2026; Dark until: 5 July 2026;"
        " Today: 20 July 2026; Protected through: 6 July 2027; Kept until: 1 January 2028."
    )


def test_a_date_from_before_this_site_starts_the_clock() -> None:
    picture = drawn(factories.released(first_public="2026-02", first_public_source="minutes"))
    assert "First public: 28 February 2026; Today: 3 July 2026; Protected through: 28 February 2027." in picture.summary
