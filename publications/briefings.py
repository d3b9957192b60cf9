"""Briefings that are documents of a review, for the page of all briefings: those on the site at this instant."""

from collections.abc import Iterator

from django.http import HttpRequest

from lscb_site.briefings import Briefing
from publications import clock, queries
from publications.presentation import records_of
from publications.terms import DocumentKind


def of_reviews(_request: HttpRequest) -> Iterator[Briefing]:
    """Each learning briefing whose file is served, with the topics of its review."""
    now = clock.now()
    kind = DocumentKind.LEARNING_BRIEFING
    reviews = queries.reviews_known(now).filter(publications__kind=kind).distinct()
    for record in records_of(queries.with_documents(reviews), now):
        topics = frozenset(topic.pk for topic in record.topics)
        for document in record.documents:
            if document.file and document.kind == kind.label:
                title = f"{record.title}: {document.name}"
                yield Briefing(title, document.file.url, record.kind, document.file.facts, topics)
