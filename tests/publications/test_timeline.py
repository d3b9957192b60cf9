"""What the database works out over time is what the listing rule says at every instant (rule R6)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from lscb_site.models import Topic
from publications import actions
from publications.listing import SERVED, State
from publications.models import DocumentSpan, FormerSlug, Publication, Review, ReviewSpan, Suspension
from publications.presentation import document_of, record_of
from publications.queries import reviews_known, with_documents
from publications.records import Document
from publications.terms import DocumentKind, ReviewType
from reviews.models import StatutoryGuidance
from tests.publications import factories as make
from tests.publications.clock import at, london, set_clock
from tests.publications.states import NOW, in_state
from tests.publications.test_listing_sql import Histories, unguarded

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
__all__ = ["unguarded"]
SECOND = timedelta(seconds=1)


def tell(review: Review) -> None:
    """Work it out as the triggers would, where they are off."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ledger_tell(%s)", [review.pk])


def is_true(publication: Publication, instant: datetime) -> None:
    """Fails unless the row of that instant says of a publication what Python says."""
    span = DocumentSpan.objects.at(instant).get(publication=publication)
    assert span.state == publication.state_at(instant), (publication.facts, instant)
    document = document_of(publication, instant)
    assert span.shown == (document.state if document else None)
    assert span.day == (document.day if document and not document.is_dark else None)
    serves = document is not None and document.state in SERVED
    version = publication.version_at(instant) if serves else None
    assert span.version_id == (version.pk if version else None)


def turns(publication: Publication) -> list[datetime]:
    """The instants at which a row ends and the next begins; fails if there is a gap between them."""
    spans = [each.during for each in DocumentSpan.objects.filter(publication=publication)]
    spans.sort(key=lambda during: during.lower or datetime.min.replace(tzinfo=UTC))
    assert spans[0].lower is None
    assert spans[-1].upper is None
    assert all(before.upper == after.lower for before, after in pairwise(spans))
    return [during.lower for during in spans[1:]]


def test_r6_the_timeline_is_the_listing_rule(unguarded: None, count: Callable[..., int]) -> None:
    histories = Histories(seed=20260704)
    made = [histories.make().pk for _ in range(count(40, full=2000))]
    compared = 0
    for publication in Publication.objects.with_facts().filter(pk__in=made):
        tell(publication.review)
        near = [turn + step for turn in turns(publication) for step in (-SECOND, 0 * SECOND, SECOND)]
        for instant in [*near, *(histories.instant() for _ in range(4))]:
            is_true(publication, instant)
            compared += 1
    assert compared > 10 * len(made)


def test_r6_reviews_too(unguarded: None, count: Callable[..., int]) -> None:
    histories = Histories(seed=20260705)
    for _ in range(count(8, full=400)):
        first = histories.make()
        histories.make(first.review)
        tell(first.review)
        bounds = ReviewSpan.objects.filter(review=first.review).values_list("during", flat=True)
        edges = [edge for during in bounds for edge in (during.lower, during.upper) if edge]
        for instant in [*edges, *(edge - SECOND for edge in edges), *(histories.instant() for _ in range(3))]:
            review_is_true(first.review, instant)


def review_is_true(review: Review, instant: datetime) -> None:
    """Fails unless the row of that instant says of a review what its record page would."""
    span = ReviewSpan.objects.at(instant).filter(review=review).first()
    known = with_documents(reviews_known(instant)).filter(pk=review.pk).first()
    assert (span is None) is (known is None)
    if known and span:
        record = record_of(known, instant)
        assert (span.is_neutral, span.is_own, span.day) == (record.is_neutral, record.is_own, record.day)
        assert span.topics == sorted(topic.pk for topic in record.topics)
        assert set(span.documents.splitlines()) == {line_of(each) for each in record.documents if not each.is_dark}


def line_of(document: Document) -> str:
    """What is told of a document, as the list is narrowed down by it."""
    return " ".join([document.kind_code, document.state, *([str(document.day.year)] if document.day else [])])


def test_every_change_is_told_at_once() -> None:
    """Each action, and both sides of each instant that it names, right after it and in its transaction."""
    set_clock("2026-01-05 10:00")
    editor, approver, both = make.editor(), make.approver(), make.person("both", "manage", "approve", "suspend")
    review = make.review("Child G")
    publication = make.publication(review, title="One")
    make.signed_off(publication, by=editor)
    check(publication)
    actions.announce(publication, state="under_way", by=editor)
    check(publication)
    actions.release(publication, by=editor, at=london("2026-01-06 09:00"))
    check(publication)
    actions.unschedule(publication, by=editor)
    check(publication)
    actions.release(publication, by=editor)
    check(publication)
    set_clock("2026-02-01 10:00")
    suspension = actions.suspend(publication, category="court_order", reason="x", by=editor)
    check(publication)
    set_clock("2026-02-03 10:00")
    actions.confirm(suspension, by=approver)
    check(publication)
    set_clock("2026-02-05 10:00")
    for person in (editor, both):
        actions.reinstate(Suspension.objects.get(pk=suspension.pk), by=person)
        check(publication)
    actions.decide(publication, policy="move", keep_until=london("2027-06-01 10:00").date(), by=editor)
    check(publication)
    make.signed_off(publication, by=editor, text="better")
    actions.release(publication, at=london("2026-03-01 10:00"), by=editor, correction="Better.")
    check(publication)
    whole = actions.suspend(review, category="identification", reason="x", by=editor)
    check(publication)
    actions.lift(whole, by=approver)
    check(publication)
    actions.leave_no_trace(withdrawn(review, editor, approver), by=editor)
    check(publication)
    assert not DocumentSpan.objects.filter(review=review, shown__isnull=False).exists()
    assert not ReviewSpan.objects.filter(review=review).exists()


def withdrawn(review: Review, editor: Any, approver: Any) -> Review:
    actions.confirm(actions.suspend(review, category="identification", reason="x", by=editor), by=approver)
    return review


def check(publication: Publication) -> None:
    found = Publication.objects.with_facts().get(pk=publication.pk)
    if found.review.no_trace:
        return
    for turn in [*turns(found), london("2026-02-04 00:00"), london("2029-01-01 00:00")]:
        is_true(found, turn - SECOND)
        is_true(found, turn)
        review_is_true(found.review, turn)


def test_a_rolled_back_change_tells_nothing() -> None:
    publication = in_state(State.PROTECTED)
    before = list(DocumentSpan.objects.values_list("during", "state"))
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012 - inside it has changed
        actions.suspend(publication, category="court_order", reason="x", by=make.editor())
        assert list(DocumentSpan.objects.values_list("during", "state")) != before
        raise RuntimeError
    assert list(DocumentSpan.objects.values_list("during", "state")) == before


def test_what_is_deleted_takes_its_rows_along() -> None:
    publication = make.publication(make.review())
    assert DocumentSpan.objects.get().state == State.DRAFT
    publication.delete()
    assert not DocumentSpan.objects.exists()
    make.publication(publication.review)
    publication.review.delete()
    assert not DocumentSpan.objects.exists()


def words(review: Review, instant: str = NOW) -> str:
    return str(ReviewSpan.objects.at(london(instant)).get(review=review).record)


def test_words_follow_label_summary_topics_type_and_edition() -> None:
    review = in_state(State.PROTECTED).review
    topic = Topic.objects.create(name="Neglect")
    review.topics.add(topic)
    edition = StatutoryGuidance.objects.create(title="T", year=1900, review_term="marsupial review")
    Review.objects.filter(pk=review.pk).update(label="Child Wombat", summary="About a bandicoot.", guidance=edition)
    for word in ("wombat", "bandicoot", "neglect", "marsupi", "willow", "overview"):
        assert f"'{word}'" in words(review)
    topic.name = "Harm"
    topic.save()
    edition.review_term = "monotreme review"
    edition.save()
    assert "'harm'" in words(review)
    assert "'monotrem'" in words(review)
    review.topics.clear()
    assert not [word for word in ("neglect", "harm", "marsupi", "quokka") if f"'{word}'" in words(review)]


@pytest.mark.parametrize("state", [State.SUSPENDED, State.WITHDRAWN])
def test_a_neutral_review_has_no_words(state: State) -> None:
    review = in_state(state).review
    span = ReviewSpan.objects.at(london(NOW)).get()
    assert (span.record, span.sort_label, span.is_own) == ("", "", True)
    assert "quokka" in words(review, "2026-07-03 08:59")


def test_a_title_is_a_word_only_from_the_release_on() -> None:
    publication = in_state(State.UNDER_WAY)
    with at("2026-07-03 10:00"):
        make.released(publication, at=london("2026-08-01 10:00"))
    assert "willow" not in words(publication.review, "2026-08-01 09:59")
    assert "willow" in words(publication.review, "2026-08-01 10:00")


def test_the_database_knows_the_words_for_kinds() -> None:
    with connection.cursor() as cursor:
        for kind in DocumentKind:
            cursor.execute("SELECT ledger_kind(%s)", [kind.value])
            assert cursor.fetchone() == (kind.label,), "a new kind needs a migration that says its word"
        for review_type in ReviewType:
            cursor.execute("SELECT ledger_type(%s)", [review_type.value])
            assert cursor.fetchone() == (review_type.label,)


@pytest.mark.parametrize("table", ["documentspan", "reviewspan", "filewords", "word"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET id = id", "INSERT INTO {} DEFAULT VALUES"])
def test_the_application_cannot_write_it(as_application: None, table: str, statement: str) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(f"publications_{table}"))


def test_the_applications_actions_are_told_too(as_application: None) -> None:
    publication = in_state(State.PROTECTED)
    assert DocumentSpan.objects.at(london(NOW)).get().state == State.PROTECTED
    FormerSlug.objects.create(review=publication.review, slug="old")
    actions.suspend(publication, category="court_order", reason="x", by=make.editor())
    assert DocumentSpan.objects.at(london(NOW)).get().state == State.SUSPENDED
