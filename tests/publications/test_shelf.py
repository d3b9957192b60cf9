"""The filters of the list and their counts, against the records themselves: whatever is chosen, alone and together."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest

from lscb_site.models import Topic
from publications.listing import State
from publications.models import Review
from publications.presentation import record_of
from publications.queries import reviews_known, with_documents
from publications.records import Document, Record
from publications.shelf import BEST, LABEL, NEWEST, OF_DOCUMENT, STATES, Shelf, Wanted, counts
from publications.terms import DocumentKind, ReviewType
from reviews.models import StatutoryGuidance
from tests.publications import factories as make
from tests.publications.clock import london, set_clock
from tests.publications.states import MAKE, NOW

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
AT = london(NOW)
KINDS = list(DocumentKind.values)[:3]


@pytest.fixture
def dice() -> random.Random:
    return random.Random(20260703)


@pytest.fixture
def reviews(dice: random.Random) -> list[Review]:
    """A dozen and a half, each with up to three documents in any states, topics, a type and perhaps an edition."""
    topics = [Topic.objects.create(name=name) for name in ("Neglect", "Bruising", "Fathers")]
    editions = [None, *StatutoryGuidance.objects.all()[:2]]
    made = []
    for number in range(18):
        review = make.review(
            f"Child {number}", review_type=dice.choice(ReviewType.values[:3]), guidance=dice.choice(editions),
            published_by=dice.choice(["", "", "Elsewhere SCB"]),
        )  # fmt: skip
        review.topics.set(dice.sample(topics, dice.randint(0, 3)))
        for place in range(dice.randint(1, 3)):
            old = dice.choice(["", "", "2014", "2019-05"])
            document = make.publication(
                review,
                slug=f"document-{place}",
                kind=dice.choice(KINDS),
                first_public=old,
                first_public_source="x" * bool(old),
            )
            set_clock("2026-07-03 11:00")
            MAKE[dice.choice(list(State))](document)
        made.append(review)
    set_clock(NOW)
    return made


def records(at: datetime = AT) -> list[Record]:
    return [record_of(review, at) for review in with_documents(reviews_known(at))]


def type_of(record: Record, guidance: dict[int, int | None]) -> str:
    return f"{record.type_code} {guidance[record.number] or 0}"


SHOWN = {state: name for name, (_label, states) in STATES.items() for state in states}
OF_A_DOCUMENT: dict[str, Callable[[Document], str]] = {
    "kind": lambda document: document.kind_code,
    "state": lambda document: SHOWN[document.state],
    "year": lambda document: str(document.day.year) if document.day else "",
}


def fits(record: Record, values: dict[str, Any], guidance: dict[int, int | None]) -> bool:
    """Whether a review fits, by what its record page says of it."""
    if record.is_neutral:
        return False
    of_review = {
        "words": lambda value: record.number in value,
        "type": lambda value: type_of(record, guidance) in value,
        "guidance": lambda value: guidance[record.number] == value,
        "topic": lambda value: value in {topic.slug for topic in record.topics},
    }
    told = [document for document in record.documents if not document.is_dark]
    return all(of_review[name](value) for name, value in values.items() if name in of_review) and any(
        all(OF_A_DOCUMENT[name](each) == value for name, value in values.items() if name in OF_A_DOCUMENT)
        for each in told
    )


def choices(record: Record, guidance: dict[int, int | None]) -> Iterator[tuple[str, str, Any]]:
    """(filter, choice, value that is asked for) of everything one can choose by and find this review."""
    kind = type_of(record, guidance)
    yield "type", kind, [kind]
    if edition := guidance[record.number]:
        yield "guidance", str(edition), edition
    yield from (("topic", str(topic.pk), topic.slug) for topic in record.topics)
    for document in record.documents:
        if not document.is_dark:
            yield from ((name, of(document), of(document)) for name, of in OF_A_DOCUMENT.items() if of(document))


def true_counts(values: dict[str, Any], guidance: dict[int, int | None]) -> dict[str, dict[str, int]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    everything = [record for record in records() if not record.is_neutral]
    for record in everything:
        for name, choice, value in set_of(choices(record, guidance)):
            found[name][choice] += fits(record, values | {name: value}, guidance)
    return {name: dict(by_choice) for name, by_choice in found.items()}


def set_of(found: Iterator[tuple[str, str, Any]]) -> list[tuple[str, str, Any]]:
    return list({(name, choice): (name, choice, value) for name, choice, value in found}.values())


def asked(dice: random.Random) -> Iterator[dict[str, Any]]:
    """Nothing, each filter alone with some value, and many together."""
    numbers = [record.number for record in records()]
    guidance = editions()
    known = sorted({choice for record in records() if not record.is_neutral for choice in keys(record, guidance)})
    possible: dict[str, list[Any]] = defaultdict(list)
    for name, value in known:
        possible[name].append([value] if name == "type" else value)
    possible["words"] = [dice.sample(numbers, 9), numbers, []]
    possible["year"].append("1900")
    possible["kind"].append("no such kind")
    possible["topic"].append("no-such-topic")
    yield {}
    for name, values in possible.items():
        yield from ({name: value} for value in values)
    for _ in range(60):
        names = dice.sample(sorted(possible), dice.randint(2, 5))
        yield {name: dice.choice(possible[name]) for name in names}


def keys(record: Record, guidance: dict[int, int | None]) -> Iterator[tuple[str, Any]]:
    for name, choice, value in choices(record, guidance):
        yield name, choice if name == "type" else value


def editions() -> dict[int, int | None]:
    return dict(Review.objects.values_list("pk", "guidance"))


def test_every_choice_and_its_count(reviews: list[Review], dice: random.Random) -> None:
    guidance, compared, zeros = editions(), 0, 0
    for values in asked(dice):
        wanted = Wanted(AT, values)
        found = {name: dict(by_choice) for name, by_choice in counts(wanted).items() if by_choice}
        expected = true_counts(values, guidance)
        assert found == expected, values
        fitting = {record.number for record in records() if fits(record, values, guidance)}
        neutral = set() if values else {record.number for record in records() if record.is_neutral}
        shelf = Shelf(wanted)
        assert (len(shelf), set(shelf[:])) == (len(fitting | neutral), fitting | neutral), values
        compared += bool(fitting)
        zeros += any(0 in by_choice.values() for by_choice in found.values())
    assert compared > 30
    assert zeros > 20
    assert set(OF_DOCUMENT) == set(OF_A_DOCUMENT)


def test_orders_read_in_pieces_give_all_of_them_once(reviews: list[Review]) -> None:
    by_number = {record.number: record for record in records()}
    for order in (NEWEST, LABEL):
        shelf = Shelf(Wanted(AT, {}, order))
        pieces = [number for first in range(0, len(shelf), 4) for number in shelf[first : first + 4]]
        assert sorted(pieces) == sorted(by_number)
        told = [by_number[number] for number in pieces if by_number[number].is_own and not by_number[number].is_neutral]
        by = (lambda each: each.title) if order == LABEL else (lambda each: -each.day.toordinal())
        assert [by(each) for each in told] == sorted(by(each) for each in told)
    wanted = [number for number, record in by_number.items() if record.is_own and not record.is_neutral][::-1]
    assert Shelf(Wanted(AT, {"words": wanted}, BEST))[:] == wanted
