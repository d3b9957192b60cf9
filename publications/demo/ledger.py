"""The demo's reviews and publications: older ones by an import that a second person approves, new ones by actions."""

import csv
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.base import ContentFile

from lscb_site.models import Topic
from lscb_site.partial_dates import PartialDate
from publications import actions, checking, clock, importing
from publications.demo import bad, web
from publications.demo.content import cases_before, cases_now, findings
from publications.demo.content.cases import Case, Document
from publications.demo.content.compose import composed
from publications.demo.content.themes import THEMES
from publications.demo.pdf.drawing import drawn
from publications.importing import table
from publications.learning import saving as learning
from publications.listing import LONDON, State, local_day
from publications.models import ImportBatch, Publication, Review
from reviews.models import StatutoryGuidance

CASES = [*cases_now.CASES, *cases_before.CASES]
WAITING = cases_before.WAITING
REGISTER = "larkmoor-register.csv"
FRIDAY = 4
SOURCE = "The board's register of publications"
IMPORT_STATES = {
    None: "published",
    State.ON_REQUEST: "on request",
    State.UNDER_WAY: "under way",
    State.DELAYED: "delayed",
    State.NOT_PUBLISHED: "not published",
    State.PUBLISHED_ELSEWHERE: "published elsewhere",
}


class DemoLedger:
    """The making of them all, by an uploader and an approver, as of one instant."""

    def __init__(self, *, at: datetime, uploader: Any, approver: Any, say: Callable[[str], object]) -> None:
        self.at, self.uploader, self.approver, self.say = at, uploader, approver, say
        self.topics: dict[str, Topic] = {}

    def make(self) -> None:
        """Topics, what comes from before this site, and what happened here since."""
        self.say(f"Topics: {len(THEMES)}")
        for key, theme in THEMES.items():
            self.topics[key], _ = Topic.objects.get_or_create(
                name=theme.name, defaults={"description": theme.description, "synonyms": list(theme.synonyms)}
            )
        self.say(f"Reviews: {len(CASES)}; drawing their reports ...")
        reviews = [self.describe(case) for case in CASES]
        register = self.imported(CASES, REGISTER)
        self.say("Checking them ...")
        checking.check_now(*importing.files_of(register), by=checking.examine_ours)
        importing.approve(register, by=self.approver)
        self.imported(WAITING, "found-in-the-cupboard.csv")
        for case, review in zip(CASES, reviews, strict=True):
            for document in case.documents:
                self.happen(case, document, review)
        self.learn()

    def learn(self) -> None:
        """What some of them found, and what is done about it, shown to the public."""
        lines = findings.of_reviews(self.day)
        for review in Review.objects.filter(label__in=lines):
            learning.replace(review, lines[review.label], by=self.uploader, based_on=learning.mark_of([]))
            actions.show_findings(review, shown=True, by=self.uploader)

    def imported(self, cases: list[Case], name: str) -> ImportBatch:
        """What comes from before this site, by a spreadsheet, as a board's own records would come."""
        with TemporaryDirectory() as temporary:
            folder = Path(temporary)
            self.write_table(cases, folder / name)
            planned = importing.plan(table.read(folder / name), folder=folder, at=clock.now())
            batch = importing.save(planned, by=self.uploader)
        assert batch is not None  # noqa: S101 - the lines are new: the demo goes into an empty site
        return batch

    def write_table(self, cases: list[Case], path: Path) -> None:
        """The spreadsheet, and the files that it names beside it."""
        folder = path.parent
        with path.open("w", newline="", encoding="utf-8") as file:
            rows = csv.DictWriter(file, table.COLUMNS, restval="")
            rows.writeheader()
            for case in cases:
                for number, document in enumerate(case.documents):
                    if document.is_imported:
                        rows.writerow(self.row(case, document, number, folder))

    def row(self, case: Case, document: Document, number: int, folder: Path) -> dict[str, str]:
        """One line; its file is drawn into the folder."""
        released = self.released(document)
        row = {
            "board": case.published_by,
            "review": case.label,
            "review_type": str(case.review_type.label).partition(" (")[0],
            "document": str(document.kind.label),
            "title": document.title,
            "released": released,
            "source": SOURCE if released else "",
            "state": IMPORT_STATES[document.state],
            "reason": document.reason,
            "address": document.address,
        }
        if document.days is not None and document.has_file:
            row["file"] = f"{len(list(folder.iterdir()))}-{number}.pdf"
            (folder / row["file"]).write_bytes(self.pdf(case, document))
        return row

    def released(self, document: Document) -> str:
        """When it was first public, as precisely as is known."""
        if document.days is None:
            return ""
        length = {"day": 10, "month": 7, "year": 4}[document.precision]
        return self.day(document.days).isoformat()[:length]

    def day(self, days: int) -> date:
        """The last working day so many days ago: nobody publishes a report on a Sunday."""
        day = local_day(self.at) - timedelta(days=days)
        return day - timedelta(days=max(0, day.weekday() - FRIDAY))

    def pdf(self, case: Case, document: Document) -> bytes:
        """The document as it was issued."""
        return drawn(composed(case, document, issued=self.day(document.days or 0)))

    def describe(self, case: Case) -> Review:
        """The review with its summary, edition, topics and dates: there before its documents, as by hand."""
        completed = PartialDate(self.day(case.completed).isoformat()[:7]) if case.completed is not None else None
        review = Review.objects.create(
            label=case.label,
            published_by=case.published_by,
            review_type=case.review_type,
            summary=case.summary,
            guidance=StatutoryGuidance.objects.filter(year=case.edition).first() if case.edition else None,
            completed_on=completed,
            no_trace=case.no_trace,
        )
        review.topics.set([self.topics[key] for key in case.themes])
        return review

    def happen(self, case: Case, document: Document, review: Review) -> None:
        """Everything that its `then` names, in order."""
        if not document.then:
            return
        publication, _ = Publication.objects.get_or_create(review=review, kind=document.kind, title=document.title)
        for step in document.then.split(","):
            getattr(self, "do_" + step.replace("-", "_"))(case, document, publication)

    def upload(self, publication: Publication, content: bytes, *, correct: bool = False) -> None:
        """A file, signed off by the second person."""
        add = actions.correct if correct else actions.upload
        file = ContentFile(content, name=f"{publication.slug}.pdf")
        actions.sign_off(add(publication, file=file, by=self.uploader), by=self.approver)

    def do_draft(self, case: Case, document: Document, publication: Publication) -> None:
        """A file that nobody has signed off."""
        file = ContentFile(self.pdf(case, document), name="draft.pdf")
        actions.upload(publication, file=file, by=self.uploader)

    def do_bad(self, case: Case, document: Document, publication: Publication) -> None:
        """A draft with something in it that must be found before release."""
        content = bad.drawn(document.flaw) if document.flaw else bad.everything()
        actions.upload(publication, file=ContentFile(content, name="J Example final v3.pdf"), by=self.uploader)

    def do_announce(self, case: Case, document: Document, publication: Publication) -> None:
        """The public knows that it is coming."""
        actions.announce(publication, state=State.UNDER_WAY, by=self.uploader)

    def do_release(self, case: Case, document: Document, publication: Publication) -> None:
        """Released now."""
        self.upload(publication, self.pdf(case, document))
        actions.release(publication, by=self.uploader)

    def do_schedule(self, case: Case, document: Document, publication: Publication) -> None:
        """To be released at half past nine in three days' time."""
        self.upload(publication, self.pdf(case, document))
        morning = (self.at.astimezone(LONDON) + timedelta(days=3)).replace(hour=9, minute=30, second=0, microsecond=0)
        actions.release(publication, at=morning, by=self.uploader)

    def do_suspend(self, case: Case, document: Document, publication: Publication) -> None:
        """Taken dark, and waiting for a second person."""
        reason = "A journalist rang: a street is named on page 4."
        actions.suspend(publication, category="identification", reason=reason, by=self.uploader)

    def do_withdraw(self, case: Case, document: Document, publication: Publication) -> None:
        """Taken dark, and confirmed."""
        reason = "An order of the court, sent to us this morning."
        suspension = actions.suspend(publication, category="court_order", reason=reason, by=self.uploader)
        actions.confirm(suspension, by=self.approver)

    def do_suspend_review(self, case: Case, document: Document, publication: Publication) -> None:
        """The whole review taken dark."""
        reason = "The label may be recognised by the school."
        actions.suspend(publication.review, category="identification", reason=reason, by=self.uploader)

    def do_correct(self, case: Case, document: Document, publication: Publication) -> None:
        """A corrected file in place of the first."""
        corrected = Document(document.kind, days=0, title=document.title)
        self.upload(publication, self.pdf(case, corrected), correct=True)
        sentence = "A table on page 5 named the wrong agency. Nothing else has changed."
        actions.release(publication, by=self.uploader, correction=sentence)

    def do_page(self, case: Case, document: Document, publication: Publication) -> None:
        """The same as a web page beside its file."""
        report = composed(case, document, issued=self.day(document.days or 0))
        web.release_page(publication, report, by=self.uploader, approver=self.approver)

    def do_keep(self, case: Case, document: Document, publication: Publication) -> None:
        """Kept for longer than it must be."""
        until = local_day(self.at) + timedelta(days=200)
        actions.decide(publication, policy="keep", keep_until=until, by=self.uploader)

    def do_move(self, case: Case, document: Document, publication: Publication) -> None:
        """To leave the list when its minimum has passed."""
        actions.decide(publication, policy="move", by=self.uploader)
