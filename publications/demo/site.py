"""The demo's board, people and pages."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from wagtail.rich_text import RichText

from lscb_site.models import (
    BoardDocument,
    BoardSettings,
    BriefingPage,
    BriefingsPage,
    Contact,
    ContactPage,
    HomePage,
    NavigationItem,
    NavigationSettings,
    Partner,
    PhoneNumber,
    QuickLink,
    StandardPage,
    Topic,
)
from lscb_site.models.navigation import FooterLink
from publications.demo import members, pictures
from publications.demo.content import frames, pages, people
from publications.demo.content.briefings import BRIEFINGS
from publications.demo.content.themes import THEMES
from publications.demo.pdf.drawing import drawn
from publications.demo.pdf.report import Report, Section
from publications.demo.streams import body, section
from publications.listing import local_day
from publications.models import Publication, Review
from reviews.models import (
    CriteriaPage,
    PrinciplesPage,
    ProcessPage,
    PurposePage,
    ReviewsIndexPage,
    StatutoryGuidance,
)

Say = Callable[[str], object]


def make_site(*, at: datetime, by: Any, say: Say) -> None:
    """Everything but the reviews, which are there already; files are made public by `by`."""
    say("The board, its people and partners")
    make_board()
    make_people()
    say("Pages")
    SitePages(at, by).make()


def make_board() -> None:
    """Name, look and words."""
    board = BoardSettings.load()
    for field, value in people.BOARD.items():
        setattr(board, field, value)
    board.logo = pictures.logo("Larkmoor", board.brand_colour, title="Larkmoor", width=720)
    board.full_clean()
    board.save()


def make_people() -> None:
    """Contacts, partners and quick links."""
    for role, name, numbers, fields in people.CONTACTS:
        contact = Contact(role=role, name=name, **fields)
        contact.phone_numbers.set(PhoneNumber(label=label, number=number) for label, number in numbers)
        contact.save()
    for order, (name, letters, colour, description) in enumerate(people.PARTNERS):
        Partner.objects.create(
            name=name,
            logo=pictures.logo(letters, colour, title=name),
            logo_alt=name,
            address=f"https://www.example.org/partners/{letters.lower()}",
            description=description,
            order=order,
        )
    for order, (group, title, address) in enumerate(people.QUICK_LINKS):
        QuickLink.objects.create(group=group, title=title, address=address, order=order)


class SitePages:
    """The making of the pages, as of one instant."""

    def __init__(self, at: datetime, by: Any) -> None:
        self.at, self.by = at, by
        self.today = local_day(at)
        self.home = HomePage.objects.get()
        self.editions = {edition.year: edition.pk for edition in StatutoryGuidance.objects.all()}
        self.contacts = {contact.role: contact.pk for contact in Contact.objects.all()}

    def make(self) -> None:
        """Below the home page that every new site has."""
        self.make_home()
        reviews = self.make_reviews_section()
        guide, briefings = self.make_guide(), self.make_briefings()
        about = self.make_other_pages()
        self.make_navigation(
            reviews, "publications", "topics", briefings, guide, about, ContactPage.objects.get(), "search"
        )
        members.make_area(self.home, add=self.add)

    def make_navigation(self, *places: Any) -> None:
        """The menu in the board's own order, and a free link at the foot."""
        navigation = NavigationSettings.load()
        for order, place in enumerate(places):
            where = {"section": place} if isinstance(place, str) else {"page": place}
            navigation.items.add(NavigationItem(sort_order=order, **where))
        navigation.footer_links.add(
            FooterLink(text="Tell us about a problem with this website", address="https://www.example.org/problem")
        )
        navigation.save()

    def add(self, parent: Any, page: Any, *topics: str) -> Any:
        """A published page below `parent`, with topics by their keys."""
        parent.add_child(instance=page)
        page.topics.set(Topic.objects.filter(name__in=[THEMES[key].name for key in topics]))
        page.save_revision().publish()
        return page

    def make_home(self) -> None:
        """What the partnership is, what is new, whom to call."""
        self.home.introduction = (
            "Larkmoor's council, police and health service work together so that children are safe. When a child has died "
            "or was seriously harmed, we find out what can be learned, and publish it here for everybody."
        )
        self.home.body = body(
            [
                (
                    "notice",
                    {"kind": "new", "heading": "", "remind_on": None, "vanishes": False,
                     "text": "<p>The review about Young Person Oak is published today.</p>"},
                ),
                ("latest_publications", {"heading": "Latest publications", "count": 5}),
                ("quick_links", {"heading": "For families", "group": "For families"}),
                ("quick_links", {"heading": "For professionals", "group": "For professionals"}),
            ]
        )  # fmt: skip
        self.home.save_revision().publish()

    def make_reviews_section(self) -> Any:
        """Criteria, purpose, principles, process, what comes after, and where the duty comes from."""
        index = self.add(
            self.home,
            ReviewsIndexPage(
                title="Reviews",
                slug="reviews",
                show_in_menus=True,
                introduction="When a child has died or was seriously harmed, we ask what everybody can learn from it.",
                body=body(
                    [
                        ("call_out", {"text": "<p>A review never says who was to blame. It says what should change.</p>"}),
                        ("reviews", {"heading": "Reviews published lately", "by": "own", "review_type": "", "count": 5}),
                        ("reviews", {"heading": "National reviews that matter here", "by": "", "review_type": "national", "count": 5}),
                    ]
                ),
            ),
        )  # fmt: skip
        basis = [{"type": "basis", "value": {**pages.source(guidance=self.editions[2023]), "applies_to": ""}}]
        common = {
            "show_in_menus": True,
            "review_by": self.today + timedelta(days=200),
            "statutory_basis": section("statutory_basis", ReviewsIndexPage, basis),
            "related_links": section("related_links", ReviewsIndexPage, [{"type": "link", "value": v} for v in people.NATIONAL_LINKS[:2]]),
            "related_contacts": section("related_contacts", ReviewsIndexPage, [{"type": "contact", "value": self.contacts["Business Manager"]}]),
        }  # fmt: skip
        edition = self.editions[2023]
        for model, title, field, value in (
            (CriteriaPage, "When a review is carried out", "criteria", pages.criteria(edition, self.editions[2015])),
            (PurposePage, "What a review is for", "purposes", pages.purposes(edition)),
            (PrinciplesPage, "What reviews keep to", "principles", pages.principles(edition)),
        ):
            sections = section(field, model, [{"type": field, "value": value}])
            self.add(index, model(title=title, **{field: sections}, **common))
        self.make_process(index, common)
        self.add(
            index,
            StandardPage(title="From findings to action", show_in_menus=True, body=body(pages.after_review())),
        )
        moved = "From serious case reviews to practice reviews"
        self.add(index, StandardPage(title=moved, show_in_menus=True, body=body(pages.history(self.editions))))
        return index

    def make_process(self, index: Any, common: dict[str, Any]) -> None:
        """How it is done, while the framework is being revised."""
        framework = self.document("Learning and improvement framework", "How Larkmoor learns from reviews.")
        documents = [
            {
                "title": "Learning and improvement framework", "document": framework.pk, "address": "",
                "issuing_body": frames.BOARD, "author": "Learning group", "date": "2024-03",
                "note": "Being revised; the new one is expected in the spring.",
            }
        ]  # fmt: skip
        notice = {
            "title": "This guidance is being updated.",
            "text": "<p>Until then what stands here holds.</p>",
            "last_day": (self.today + timedelta(days=120)).isoformat(),
        }
        self.add(
            index,
            ProcessPage(
                title="How a review is carried out",
                notices=section("notices", ProcessPage, [{"type": "notice", "value": notice}]),
                process=section("process", ProcessPage, [{"type": "process", "value": pages.process(documents)}]),
                **{**common, "review_by": self.today - timedelta(days=20)},
            ),
        )

    def document(self, title: str, text: str) -> BoardDocument:
        """A public document of the site, drawn for the demo."""
        report = Report(
            title,
            "",
            frames.BOARD,
            "March 2024",
            [Section("What this is", [text, frames.ABOUT[1]])],
            has_contents=False,
        )
        document = BoardDocument(title=title, file=ContentFile(drawn(report), name="framework.pdf"))
        document.mark(by=self.by, at=self.at)
        document.save()
        return document

    def make_guide(self) -> Any:
        """A guide with numbered sections."""
        introduction = [("text", "<p>For everybody who works with children in Larkmoor.</p>")]
        guide = self.add(
            self.home,
            StandardPage(title="Learning reviews: a guide", is_guide=True, show_in_menus=True, body=body(introduction)),
        )
        for title, blocks in pages.guide(self.editions):
            self.add(guide, StandardPage(title=title, body=body(blocks)))
        return guide

    def make_briefings(self) -> Any:
        """Seven-minute briefings by topic."""
        parent = self.add(
            self.home,
            BriefingsPage(
                title="Seven-minute briefings",
                show_in_menus=True,
                body=body([("text", "<p>To read together at the start of a meeting.</p>")]),
            ),
        )
        for title, topic, summary, boxes in BRIEFINGS:
            filled = [("box", {"heading": heading, "text": RichText(text)}) for heading, text in boxes]
            self.add(parent, BriefingPage(title=title, summary=summary, show_in_menus=True, boxes=filled), topic)
        return parent

    def make_other_pages(self) -> Any:
        """Who does what; where to turn; one review in the middle of a page."""
        hills = pictures.landscape()
        hills.mark(by=self.by, at=self.at)
        hills.save()
        about: pages.Body = [
            ("image", {"image": {"image": hills.pk, "alt_text": "Hills in the evening", "decorative": False}, "caption": "Larkmoor, as it might look"}),
            ("heading", {"text": "Who is who", "level": "2", "anchor_text": "who"}),
            ("contacts_by_role", {"heading": "", "audience": "board", "role": ""}),
            ("partners", {"heading": "The partners", "descriptions": True}),
        ]  # fmt: skip
        page = self.add(self.home, StandardPage(title="About the partnership", show_in_menus=True, body=body(about)))
        lado: pages.Body = [
            ("text", "<p>If somebody who works with children may have harmed a child, tell the LADO within one working day.</p>"),
            ("contact", self.contacts["Local Authority Designated Officer (LADO)"]),
            ("concern_panel", None),
        ]  # fmt: skip
        self.add(self.home, StandardPage(title="Worries about a person who works with children", body=body(lado)))
        alder = Review.objects.get(label="Child Alder")
        report = Publication.objects.get(review=alder, kind="overview_report")
        focus: pages.Body = [
            ("text", "<p>This month every team reads the same report.</p>"),
            ("review", {"review": alder.pk}),
            ("publication", {"publication": report.pk}),
            ("documents", {"heading": "To read with it", "documents": [
                {"title": "Safer sleep for unusual nights", "document": None, "address": "https://www.example.org/sleep",
                 "issuing_body": "Larkmoor Community Health", "author": "", "date": "2025", "note": "A leaflet for parents"},
            ]}),
        ]  # fmt: skip
        self.add(self.home, StandardPage(title="Review of the month", body=body(focus)), "infants")
        return page
