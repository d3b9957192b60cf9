"""Many reviews in the ledger, each with a report of twenty pages of text: facts, not files; the same on every run."""

import hashlib
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
from django.contrib.auth import get_user_model
from django.db import transaction

from lscb_site.models import Topic
from publications import page_texts
from publications.checks.findings import VERSION
from publications.demo.content.themes import THEMES
from publications.models import (
    Announcement,
    Check,
    CheckOutcome,
    FileText,
    FileVersion,
    PageText,
    Publication,
    RecordEntry,
    Release,
    Review,
    SignOff,
)
from publications.models.record import Event
from publications.terms import AnnouncedState, MinimumPolicy, ReviewType
from tests.publications.clock import set_clock

PAGES, PARAGRAPHS_A_PAGE, WORDS_A_PARAGRAPH = 20, 5, 60
FIRST_YEAR, YEARS = 2012, 14
LOT = 250
NOT_RELEASED = {8: AnnouncedState.DELAYED, 9: None}  # by the last figure of a review's number: delayed, draft
TOPICS = 30
RARE = "quillwort"  # stands on one page of one report in a hundred


TEXTS = 500  # files whose texts go the usual way; the others get copies of those, which takes a tenth of the time
COPY_PAGES = """
INSERT INTO publications_pagetext (version_id, number, piece, block, text)
SELECT pair.file, page.number, page.piece, page.block, page.text
FROM unnest(%(files)s::bigint[], %(like)s::bigint[]) AS pair (file, template)
JOIN publications_pagetext page ON page.version_id = pair.template
"""
COPY_WORDS = """
INSERT INTO publications_filewords (version_id, block, names, words)
SELECT pair.file, known.block, search_names(pair.file), known.words
FROM unnest(%(files)s::bigint[], %(like)s::bigint[]) AS pair (file, template)
JOIN publications_filewords known ON known.version_id = pair.template
"""


class Library:
    """Fills an empty ledger, in lots, up to so many reviews."""

    def __init__(self, owner: str) -> None:
        self.owner = owner  # the address of the database for its owner
        self.read: list[int] = []
        self.dice = random.Random(2026)  # noqa: S311 - the same on every run
        self.made = 0
        people = get_user_model().objects
        self.editor, self.approver = people.create_user("bench-editor"), people.create_user("bench-approver")
        self.topics = Topic.objects.bulk_create(
            Topic(name=f"Topic {number}", slug=f"topic-{number}") for number in range(TOPICS)
        )
        self.paragraphs = list(paragraphs(self.dice))

    def fill(self, total: int) -> None:
        """Add reviews until there are `total`; then let the database tidy up and count, as it does by itself later."""
        while self.made < total:
            self.add(min(LOT, total - self.made))
        set_clock(datetime(FIRST_YEAR + YEARS, 7, 3, 9, tzinfo=UTC))
        with psycopg.connect(self.owner, autocommit=True) as owner:
            owner.execute("VACUUM ANALYZE")

    def add(self, count: int) -> None:
        """Add one lot, all decided at one instant; each lot is in another year."""
        year = FIRST_YEAR + (self.made // LOT) % YEARS
        at = datetime(year, 3, 1, 9, tzinfo=UTC) + timedelta(hours=self.made // LOT)
        set_clock(at)
        numbers = range(self.made, self.made + count)
        self.made += count
        with transaction.atomic():
            reviews = self.reviews(numbers, year)
            documents = Publication.objects.bulk_create(Publication(review=each, slug="report") for each in reviews)
            files = self.files(documents, at)
            self.decide(list(zip(numbers, documents, files, strict=True)), at)
        FileText.objects.bulk_create(
            FileText(version=file, pages=PAGES, pages_read=PAGES, finished_at=at) for file in files
        )
        new = max(0, TEXTS - len(self.read))
        for file in files[:new]:
            PageText.objects.bulk_create(page_texts.rows(file, self.pages(file.pk)))
        self.read += [file.pk for file in files[:new]]
        self.copy_texts([file.pk for file in files[new:]])

    def reviews(self, numbers: Sequence[int], year: int) -> list[Review]:
        """So many, each with three topics."""
        reviews = Review.objects.bulk_create(self.review(number, year) for number in numbers)
        Review.topics.through.objects.bulk_create(
            Review.topics.through(review_id=review.pk, topic_id=topic.pk)
            for review in reviews
            for topic in self.dice.sample(self.topics, 3)
        )
        return reviews

    def review(self, number: int, year: int) -> Review:
        """One, with a summary."""
        return Review(
            label=f"Child {number}",
            slug=f"child-{number}",
            review_type=self.dice.choice(list(ReviewType)),
            summary=" ".join(self.dice.sample(self.paragraphs, 2)),
            completed_on=str(year - 1),
        )

    def decide(self, lot: Sequence[tuple[int, Publication, FileVersion]], at: datetime) -> None:
        """Announce some, leave some as drafts, release the rest."""
        announced = [(document, file, NOT_RELEASED.get(number % 10)) for number, document, file in lot]
        Announcement.objects.bulk_create(
            Announcement(publication=document, state=state, reason="Criminal proceedings", at=at, by=self.editor)
            for document, _file, state in announced
            if state
        )
        record(Event.ANNOUNCEMENT, [file for _document, file, state in announced if state], at)
        released = [(document, file) for number, document, file in lot if number % 10 not in NOT_RELEASED]
        Release.objects.bulk_create(
            Release(
                publication=document, version=file, at=at, by=self.editor, requested_at=at, period_number=12,
                period_unit="months", policy=MinimumPolicy.KEEP if document.pk % 3 else MinimumPolicy.MOVE,
            )
            for document, file in released
        )  # fmt: skip
        record(Event.RELEASE, [file for _document, file in released], at)

    def files(self, documents: Sequence[Publication], at: datetime) -> list[FileVersion]:
        """A file for each, checked and signed off."""
        files = FileVersion.objects.bulk_create(
            FileVersion(
                publication=document, sha256=hashlib.sha256(str(document.pk).encode()).hexdigest(), size=400_000,
                original_name="report.pdf", uploaded_by=self.editor, uploaded_at=at,
            )
            for document in documents
        )  # fmt: skip
        checks = Check.objects.bulk_create(Check(version=file, sha256=file.sha256, asked_at=at) for file in files)
        Check.objects.filter(finished_at=None).update(
            started_at=at, finished_at=at, pages=PAGES, pages_done=PAGES, checks_version=VERSION,
            outcome=CheckOutcome.CLEAR,
        )  # fmt: skip
        SignOff.objects.bulk_create(
            SignOff(version=check.version, sha256=check.sha256, check_run=check, by=self.approver, at=at)
            for check in checks
        )
        for event in (Event.UPLOAD, Event.CHECK, Event.SIGN_OFF):
            record(event, files, at)
        return files

    def copy_texts(self, files: Sequence[int]) -> None:
        """Give these the texts and the words of files that were read before, without working the words out again."""
        pairs = {"files": list(files), "like": self.dice.choices(self.read, k=len(files))}
        with psycopg.connect(self.owner, autocommit=True) as owner:
            owner.execute("ALTER TABLE publications_pagetext DISABLE TRIGGER search_pages_added")
            owner.execute(COPY_PAGES, pairs)
            owner.execute(COPY_WORDS, pairs)
            owner.execute("ALTER TABLE publications_pagetext ENABLE ALWAYS TRIGGER search_pages_added")

    def pages(self, number: int) -> list[str]:
        """The texts of a report's pages."""
        pages = [" ".join(self.dice.choices(self.paragraphs, k=PARAGRAPHS_A_PAGE)) for _ in range(PAGES)]
        if number % 100 == 0:
            pages[self.dice.randrange(PAGES)] += f" {RARE}"
        return pages


def record(event: Event, files: Sequence[FileVersion], at: datetime) -> None:
    """The rows of the record that the database asks for."""
    RecordEntry.objects.bulk_create(
        RecordEntry(
            event=event, at=at, review_id=file.publication.review_id, publication_id=file.publication_id,
            version_id=file.pk, sha256=file.sha256,
        )
        for file in files
    )  # fmt: skip


def paragraphs(dice: random.Random) -> Iterator[str]:
    """Those of the demo, and many of its words and of made-up ones, common and rare as in any language (Zipf)."""
    ours = [text for theme in THEMES.values() for text in (theme.happened, theme.why)]
    yield from ours
    common = sorted({word.strip(".,;:()") for text in ours for word in text.split()})
    made_up = ["".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))) for _ in range(20_000)]
    words = [*common, *made_up]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    for _ in range(4000):
        yield " ".join(dice.choices(words, weights, k=WORDS_A_PARAGRAPH)) + "."


SYLLABLES: list[Any] = [first + last for first in "bdfghjklmnprstvw" for last in ("a", "e", "i", "o", "u", "an", "el")]
