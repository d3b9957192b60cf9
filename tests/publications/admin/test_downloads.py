"""What staff see of downloads: a plot over time with its table, numbers by file, totals in the list."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.urls import reverse

from publications import actions
from publications.admin.downloads import DAY, MONTH, WEEK, Unit, pieces_of, plot_of, unit_for
from publications.admin.steps import with_steps
from publications.models import DownloadCount, Publication
from tests.publications import factories
from tests.publications.admin.screens import Desk
from tests.publications.clock import london, set_clock

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FIRST = date(2026, 7, 3)


@pytest.fixture
def publication() -> Publication:
    set_clock("2026-07-03 10:00")
    return factories.released(factories.publication(factories.review("Child G")))


@pytest.fixture
def desk() -> Desk:
    return Desk(factories.in_group("Edith", "Editors"))


def add(publication: Publication, *days: tuple[date, int]) -> None:
    version = publication.versions.latest("pk")
    DownloadCount.objects.bulk_create(DownloadCount(version=version, day=day, number=number) for day, number in days)


@pytest.mark.parametrize(
    ("days", "unit", "pieces"),
    [(0, DAY, 1), (29, DAY, 30), (30, WEEK, 5), (170, WEEK, 25), (200, MONTH, 7), (5000, MONTH, 36)],
)
def test_the_longer_the_time_the_longer_the_pieces(days: int, unit: Unit, pieces: int) -> None:
    last = FIRST + timedelta(days=days)
    assert unit_for(FIRST, last) is unit
    found = pieces_of(unit, FIRST, last)
    assert len(found) == pieces
    assert found[-1] == unit.first_day(last)
    assert all(before < after for before, after in pairwise(found))


def test_every_download_stands_in_its_piece(publication: Publication) -> None:
    add(publication, (FIRST, 2), (date(2026, 7, 6), 3), (date(2026, 8, 20), 5))
    plot = plot_of(with_steps().get(), london("2026-08-20 10:00"))
    assert plot
    assert {bar.label: bar.number for bar in plot.bars if bar.number} == {
        "week of 29 June 2026": 2,
        "week of 6 July 2026": 3,
        "week of 17 August 2026": 5,
    }
    assert (plot.total, plot.highest, len(plot.bars)) == (10, 5, 8)
    assert max(bar.height for bar in plot.bars) == 140
    assert plot.summary == "Downloads by week. The most: 5, week of 17 August 2026."


def test_the_screen_shows_the_plot_and_the_same_as_a_table(desk: Desk, publication: Publication) -> None:
    add(publication, (FIRST, 2))
    set_clock("2026-07-04 10:00")
    factories.signed_off(publication)
    actions.release(publication, by=factories.editor(), correction="A table.")
    add(publication, (date(2026, 7, 4), 3))
    html = desk.client.get(reverse("publications_admin:inspect", args=[publication.pk])).content.decode()
    assert html.count('<rect class="ledger-plot__bar"') == 2
    shown = desk.open("publications_admin:inspect", publication.pk)
    assert "5 downloads so far, of every version together" in shown
    assert "Day Downloads 4 July 2026 3 3 July 2026 2" in shown
    assert "Downloads by day. The most: 3, 4 July 2026." in shown


def test_a_report_that_nobody_has_fetched_says_so(desk: Desk, publication: Publication) -> None:
    assert "0 downloads so far" in desk.open("publications_admin:inspect", publication.pk)


def test_a_draft_has_no_plot(desk: Desk) -> None:
    draft = factories.publication()
    assert "downloads so far" not in desk.open("publications_admin:inspect", draft.pk)


def test_the_list_has_the_totals_and_sorts_by_them(desk: Desk, publication: Publication) -> None:
    other = factories.released()
    add(publication, (FIRST, 2), (date(2026, 7, 4), 5))
    add(other, (FIRST, 90))
    answer = desk.client.get(reverse("publications_admin:index"), {"ordering": "-downloads"})
    assert [(each.pk, each.downloads) for each in answer.context["object_list"]] == [
        (other.pk, 90),
        (publication.pk, 7),
    ]
    assert "Downloads" in desk.open("publications_admin:index")
