"""Blocks on ordinary pages: they show what may be seen at this instant, and nothing else."""

from typing import Any

import pytest
from django.test import RequestFactory

from publications import actions
from publications.blocks import body_blocks
from publications.listing import State
from publications.models import Publication
from tests.publications import factories as make
from tests.publications.clock import at, london, set_clock
from tests.publications.states import NOW, TITLE, in_state
from tests.publications.test_list import STATUS

pytestmark = pytest.mark.django_db
UNKNOWN = {State.DRAFT, State.SCHEDULED, State.SUSPENDED, State.WITHDRAWN}
BLOCKS = dict(body_blocks())


def rendered(name: str, **value: Any) -> str:
    block = BLOCKS[name]
    return str(block.render(block.to_python(value), {"request": RequestFactory().get("/")}))


@pytest.mark.parametrize("state", State)
def test_one_publication_in_each_state(state: State) -> None:
    publication = in_state(state)
    text = rendered("publication", publication=publication.pk).strip()
    if state in UNKNOWN:
        assert not text
        return
    assert STATUS[state] in text
    assert (publication.get_absolute_url() in text) is state.serves_file
    assert (publication.review.get_absolute_url() in text) is True


@pytest.mark.parametrize("state", State)
def test_one_review_in_each_state(state: State) -> None:
    publication = in_state(state)
    text = rendered("review", review=publication.review_id).strip()
    assert ("Child G" in text) is (state not in UNKNOWN)
    assert bool(text) is (state not in UNKNOWN)
    assert (publication.get_absolute_url() in text) is state.serves_file


@pytest.mark.parametrize("state", State)
def test_lists_in_each_state(state: State) -> None:
    in_state(state)
    assert ("Child G" in rendered("reviews")) is (state not in UNKNOWN)
    latest = rendered("latest_publications", count=5)
    assert (TITLE in latest) is state.serves_file
    assert ("Nothing has been published yet" in latest) is not state.serves_file


def test_a_dark_document_is_left_out_of_its_review() -> None:
    publication = in_state(State.SUSPENDED)
    make.released(make.publication(publication.review, kind="learning_briefing"))
    text = rendered("review", review=publication.review_id)
    assert "Learning briefing" in text
    assert "Overview report" not in text


def test_release_at_the_second() -> None:
    set_clock("2026-07-03 09:00")
    publication = make.released(at=london("2026-07-03 10:00"))
    set_clock(london("2026-07-03 09:59").replace(second=59))
    assert not rendered("publication", publication=publication.pk).strip()
    set_clock("2026-07-03 10:00")
    assert ".pdf" in rendered("publication", publication=publication.pk)


def test_leaving_at_midnight() -> None:
    publication = in_state(State.PROTECTED)
    actions.decide(publication, by=make.editor(), policy="move")
    set_clock(london("2026-07-03 23:59").replace(second=59))
    assert ".pdf" in rendered("latest_publications", count=1)
    set_clock("2026-07-04 00:00")
    assert ".pdf" not in rendered("latest_publications", count=1)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, {"Child A", "Child B", "Child C"}),
        ({"by": "own"}, {"Child A", "Child B"}),
        ({"by": "others"}, {"Child C"}),
        ({"review_type": "scr"}, {"Child B"}),
        ({"count": 1}, {"Child C"}),
        ({"by": "others", "review_type": "scr"}, set()),
    ],
)
def test_reviews_of_a_kind(chosen: dict[str, Any], expected: set[str]) -> None:
    reviews = [("Child A", {}), ("Child B", {"review_type": "scr"}), ("Child C", {"published_by": "Othershire"})]
    for day, (label, fields) in enumerate(reviews, start=1):
        with at(f"2026-01-0{day} 10:00"):
            make.released(make.publication(make.review(label, **fields)))
    set_clock(NOW)
    text = rendered("reviews", **chosen)
    assert {label for label, _fields in reviews if label in text} == expected
    assert ("none at present" in text) is not expected


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_every_block_is_described_and_previewed(name: str) -> None:
    block = BLOCKS[name]
    assert block.get_description()
    assert block.is_previewable
    block.render(block.get_preview_value())
    in_state(State.PROTECTED)
    assert "Child G" in block.render(block.get_preview_value())


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_every_block_renders_empty(name: str) -> None:
    BLOCKS[name].render(BLOCKS[name].get_default())
    assert "99" not in rendered(name, **({name: 99} if name in {"review", "publication"} else {}))


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("name", "queries"), [("review", 10), ("reviews", 10), ("latest_publications", 10), ("publication", 10)]
)
def test_queries(django_assert_num_queries, name: str, queries: int, count: int) -> None:
    set_clock(NOW)
    for _ in range(count):
        make.released()
    publication = Publication.objects.first()
    value = {"review": publication.review_id} if name == "review" else {}
    value = {"publication": publication.pk} if name == "publication" else value
    with django_assert_num_queries(queries):
        rendered(name, **value)
