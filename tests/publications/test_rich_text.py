"""Links in rich text, as readers see them."""

import pytest
from wagtail.rich_text import expand_db_html

from publications.listing import State
from publications.rich_text import handlers
from tests.publications import factories as make
from tests.publications.clock import set_clock
from tests.publications.states import NOW, in_state

pytestmark = pytest.mark.django_db
UNKNOWN = {State.DRAFT, State.SCHEDULED, State.SUSPENDED, State.WITHDRAWN}
RECORD = "/publications/child-g/"


def link(kind: str, number: object) -> str:
    return f'<p>Read <a linktype="{kind}" id="{number}">the review</a>.</p>'


@pytest.mark.parametrize("state", State)
def test_a_link_to_a_publication(state: State) -> None:
    publication = in_state(state)
    text = expand_db_html(link("publication", publication.pk))
    if state in UNKNOWN:
        assert text == "<p>Read <a>the review</a>.</p>"
    elif state is State.ON_REQUEST:
        assert text == f'<p>Read <a href="{RECORD}">(available on request) the review</a>.</p>'
    else:
        address = publication.get_absolute_url() if state.serves_file else RECORD
        assert text == f'<p>Read <a href="{address}">the review</a>.</p>'


@pytest.mark.parametrize("state", State)
def test_a_link_to_a_review(state: State) -> None:
    text = expand_db_html(link("review", in_state(state).review_id))
    if state in UNKNOWN:
        assert text == "<p>Read <a>the review</a>.</p>"
    else:
        left = "(available on request) " if state is State.ON_REQUEST else ""
        assert text == f'<p>Read <a href="{RECORD}">{left}the review</a>.</p>'


@pytest.mark.parametrize("kind", ["review", "publication"])
@pytest.mark.parametrize("number", ["", "0", "-1", "x", "999999999999999999999", "²"])
def test_a_link_to_nothing_is_plain_text(kind: str, number: str) -> None:
    assert expand_db_html(link(kind, number)) == "<p>Read <a>the review</a>.</p>"


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("kind", ["review", "publication"])
def test_queries(django_assert_num_queries, kind: str, count: int) -> None:
    set_clock(NOW)
    made = [make.released() for _ in range(count)]
    text = "".join(link(kind, one.review_id if kind == "review" else one.pk) for one in made)
    with django_assert_num_queries(9):
        expand_db_html(text)


def test_the_pages_that_link_are_known() -> None:
    review, publication = (handler for handler in handlers())
    assert list(review.extract_references({"id": "3"})) == [(review.get_model(), "3", "", "")]
    assert list(publication.extract_references({})) == []
