"""What may not be seen: one report in each dark state, each with words of its own, beside a public one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile

from lscb_site.models import Topic
from publications import actions, page_texts
from publications.learning.lines import ActionLine, FindingLine
from publications.models import FormerSlug, Publication, Review
from publications.terms import FindingKind
from tests.publications import factories as make
from tests.publications import pdfs
from tests.publications.clock import london, set_clock
from tests.publications.importing import sheets
from tests.publications.learning.samples import add_findings
from tests.publications.web import samples

NOW = "2026-07-03 12:00"
RELEASED = "2026-06-01 10:00"
PUBLIC = "public"
FILE = ("sha256", "size", "text", "web", "draft", "web_sha256", "picture_sha256")  # what only what is served may give
LEARNT = ("finding", "doing")
ALL = ("label", "slug", "title", "word", "topic", "file_name", *LEARNT, *FILE)
NEUTRAL = ("label", "title", "word", "topic", "reason", "file_name", *LEARNT, *FILE)
SHARED, COMMON = "Zookeeping", "wombles"
"""A topic of all of them, and a word that stands in the text of all their files."""
ERASED = 9
"""The number of the second one that is public."""


@dataclass
class Case:
    """A report, its words by what they are, and which of them nobody may find."""

    name: str
    number: int
    hidden: tuple[str, ...]
    words: dict[str, str]
    publication: Publication
    former: str = ""
    page: Publication | None = None
    """The same report as a web page."""

    @property
    def file(self) -> str:
        """The address of its file."""
        return self.publication.get_absolute_url()

    @property
    def web(self) -> str:
        """The address of its web page, or where that would be."""
        return self.file.removesuffix(".pdf") + "/"

    @property
    def record(self) -> str:
        """The address of its record page."""
        return self.publication.review.get_absolute_url()

    def secrets(self) -> dict[str, str]:
        """What may not be found; of the public one, what must be."""
        return {name: self.words[name] for name in self.hidden if name in self.words}


@contextmanager
def on(instant: str) -> Iterator[None]:
    """The ledger's clock at this instant inside the block, and at RELEASED after it."""
    set_clock(instant)
    yield
    set_clock(RELEASED)


def words_of(number: int) -> dict[str, str]:
    """Words that are nowhere else."""
    mark = "bcdfghjklmnp"[number] * 2
    return {
        "label": f"Child Qu{mark}ar", "slug": f"qu{mark}-slug", "title": f"Learning from Vo{mark}er",
        "word": f"zo{mark}ic", "topic": f"Ty{mark}ology", "text": f"xi{mark}text", "reason": f"wu{mark}reason",
        "file_name": f"fe{mark}name.pdf", "size": str(54321 + number),
        "web": f"ye{mark}page", "draft": f"yu{mark}draft",
        "finding": f"wa{mark}finding", "doing": f"we{mark}doing",
    }  # fmt: skip


class Maker:
    """Makes one case after the other, on fixed days."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.editor, self.approver = make.editor(), make.approver()
        self.cases: list[Case] = []

    def blank(self, name: str, hidden: tuple[str, ...]) -> Case:
        """A review with a draft publication and its file."""
        words = words_of(len(self.cases))
        review = make.review(words["label"], slug=words["slug"], summary=f"About {words['word']}.")
        shared, _ = Topic.objects.get_or_create(name=SHARED, slug=SHARED.lower())
        review.topics.add(Topic.objects.create(name=words["topic"], slug=words["topic"].lower()), shared)
        self.learn(review, words)
        publication = make.publication(review, title=words["title"])
        file = ContentFile(pdfs.page(words["text"], size=int(words["size"])), name=words["file_name"])
        version = actions.upload(publication, file=file, by=self.editor)
        make.with_text(publication, "", f"{COMMON.capitalize()} read {words['text']} there.")
        actions.sign_off(version, by=self.approver)
        words["sha256"] = version.sha256
        case = Case(name, len(self.cases), hidden, words, publication)
        case.page = self.page(case)
        self.cases.append(case)
        return case

    def learn(self, review: Review, words: dict[str, str]) -> None:
        """What it found and what is done about it, to be shown to the public as soon as there is a public record."""
        done = (ActionLine(f"They {words['doing']}.", "Head of Zoos"),)
        line = FindingLine(FindingKind.FINDING, "1", f"Nobody {words['finding']}.", actions=done)
        add_findings(review, [line], by=self.editor)
        actions.show_findings(review, shown=True, by=self.editor)

    def page(self, case: Case) -> Publication:
        """The same as a web page with a picture, read for the search, and a newer draft of it."""
        page, words = samples.web(beside=case.publication), case.words
        blocks = ("text", f"<p>{words['web']}</p>"), ("figure", {"number": 1, "caption": ""})
        draft = samples.draft(page, *blocks, by=self.editor)
        picture = samples.picture(draft, samples.png(f"#0000{case.number:02x}"))
        version = samples.freeze(draft)
        page_texts.read(version)
        actions.sign_off(version, by=self.approver)
        samples.draft(page, ("text", f"<p>{words['draft']}</p>"), *blocks[1:])
        words |= {"web_sha256": version.sha256, "picture_sha256": picture.sha256}
        return page

    def release(self, case: Case, **said: Any) -> None:
        """Both forms of it."""
        for each in (case.publication, case.page):
            assert each
            actions.release(each, by=self.editor, **said)

    def released(self, name: str, hidden: tuple[str, ...]) -> Case:
        """The same, released last month."""
        with on(RELEASED):
            case = self.blank(name, hidden)
            self.release(case)
        return case

    def suspend(self, case: Case, target: Any) -> Any:
        """Taken dark on the day itself."""
        with on("2026-07-03 09:00"):
            reason = case.words["reason"]
            return actions.suspend(target, category="court_order", reason=reason, by=self.editor)

    def all(self) -> list[Case]:
        """Every case; the ledger's clock stands at NOW afterwards."""
        set_clock(RELEASED)
        self.released(PUBLIC, ())
        self.blank("draft", ALL)
        scheduled = self.blank("scheduled", ALL)
        self.release(scheduled, at=london("2026-07-03 12:00:01"))
        announced = self.blank("scheduled and announced", ("title", "file_name", *FILE))
        self.release(announced, at=london("2026-07-03 12:00:01"))
        actions.announce(announced.publication, state="under_way", by=self.editor)
        for make_case in (self.dark_again, self.on_request, self.no_trace, self.erased, self.held):
            make_case()
        set_clock(NOW)
        return self.cases

    def dark_again(self) -> None:
        """Suspended, withdrawn, and a whole review."""
        suspended = self.released("suspended", NEUTRAL)
        self.suspend(suspended, suspended.publication)
        withdrawn = self.released("withdrawn", NEUTRAL)
        suspension = self.suspend(withdrawn, withdrawn.publication)
        with on("2026-07-03 10:00"):
            actions.confirm(suspension, by=self.approver)
        review = self.released("a whole review suspended", NEUTRAL)
        self.suspend(review, review.publication.review)

    def on_request(self) -> None:
        """After the end of its listing: the record stays."""
        with on("2025-06-01 10:00"):
            case = self.blank("on request", FILE)
            self.release(case, afterwards="move")

    def no_trace(self) -> None:
        """Public once, and to be forgotten, with its old address."""
        case = self.released("no trace", ALL)
        case.former = "old-of-no-trace"
        FormerSlug.objects.create(review=case.publication.review, slug=case.former)
        suspension = self.suspend(case, case.publication.review)
        with on("2026-07-03 10:00"):
            actions.confirm(suspension, by=self.approver)
            actions.leave_no_trace(case.publication.review, by=self.approver_and_manager())

    def approver_and_manager(self) -> Any:
        """Somebody with every right."""
        return make.person("both", "manage", "approve", "suspend")

    def erased(self) -> None:
        """On the site, but under an address that identified somebody before."""
        case = self.released("erased address", ("former",))
        case.former = case.words["former"] = "a-real-name"
        actions.change_slug(case.publication.review, slug="a-real-name", by=self.editor)
        actions.change_slug(case.publication.review, slug=case.words["slug"], by=self.editor)
        actions.erase_former_slug(FormerSlug.objects.get(slug="a-real-name"), by=self.editor)
        case.publication.refresh_from_db()

    def held(self) -> None:
        """Imported, and not approved yet."""
        words = words_of(len(self.cases))
        (self.folder / words["file_name"]).write_bytes(pdfs.page(words["text"], size=int(words["size"])))
        line = sheets.line(review=words["label"], title=words["title"], file=words["file_name"], released="2017")
        batch = sheets.run(sheets.sheet(self.folder, line), by=self.editor.username)
        assert batch
        publication = batch.lines.get().publication
        assert publication
        Review.objects.filter(pk=publication.review_id).update(slug=words["slug"], summary=f"About {words['word']}.")
        publication.refresh_from_db()
        words["sha256"] = publication.versions.get().sha256
        self.cases.append(Case("imported, not approved", len(self.cases), ALL, words, publication))
