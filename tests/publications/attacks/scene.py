"""What is attacked: one protected report, one suspended, one draft, and the people around them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import psycopg
from django.contrib.auth import get_user_model
from django.db import connection

from lscb_site.models import Topic
from publications import actions
from publications.models import AccountHandled, FileVersion, Publication, Review, Suspension
from reviews.models import StatutoryGuidance
from tests import databases
from tests.publications import factories as make
from tests.publications.admin.screens import Desk
from tests.publications.clock import london, set_clock

NOW = "2026-07-03 10:00"
RELEASED = "2026-06-01 10:00"
SUMMARY = "About a quokka that nobody listened to."


@dataclass(frozen=True)
class Attack:
    """One way to do harm, what stops it, and how it is tried; `run` fails if it was not really tried."""

    category: str
    name: str
    stopped_by: str
    run: Callable[["Scene"], None]
    spoils: bool = False
    """Whether it leaves the site such that the next attack needs one of its own."""

    def __str__(self) -> str:
        return f"{self.category}: {self.name}"


class Ways(list[Attack]):
    """The attacks of one category, each a function under `@ways.of(name, stopped_by)`."""

    def __init__(self, category: str) -> None:
        super().__init__()
        self.category = category

    def of(self, name: str, stopped_by: str, *, spoils: bool = False) -> Callable[[Any], Any]:
        """Adds the function below as an attack."""

        def add(run: Callable[["Scene"], None]) -> Callable[["Scene"], None]:
            self.append(Attack(self.category, name, stopped_by, run, spoils))
            return run

        return add


@dataclass(frozen=True)
class Scene:
    """The rows that attacks are about, by number, so that every attack reads them anew."""

    database: str
    review: int
    publication: int
    version: int
    suspension: int
    suspended: int
    draft: int
    draft_version: int
    scheduled: int
    other_review: int
    topic: int
    guidance: int
    editor: int
    approver: int
    third: int
    puppet: int
    chief: int

    @classmethod
    def set(cls, database: str) -> "Scene":
        """Makes everything, on fixed days; the ledger's clock stands at NOW."""
        set_clock(RELEASED)
        guidance = StatutoryGuidance.objects.filter(minimum_number=12, minimum_unit="months").order_by("-year")[0]
        editor, approver, third = make.editor(), make.approver(), make.person("third", "manage", "approve", "suspend")
        puppet = make.person("puppet", "approve", "suspend")
        AccountHandled.objects.create(user=puppet, by=editor, at=connection_now())
        topic = Topic.objects.create(name="Neglect of quokkas", slug="quokkas")
        review = make.review("Child Quoll", slug="child-quoll", summary=SUMMARY, guidance=guidance)
        review.topics.add(topic)
        protected = released(review, editor, approver, "Learning from Quoll")
        suspended = released(make.review("Child Bilby", slug="child-bilby"), editor, approver, "Learning from Bilby")
        draft = make.publication(make.review("Child Numbat", slug="child-numbat"))
        draft_version = actions.upload(draft, file=make.pdf("numbat"), by=editor)
        set_clock(NOW)
        scheduled = make.released(at=london("2026-08-01 10:00"))
        suspension = actions.suspend(suspended, category="court_order", reason="private", by=editor)
        chief = get_user_model().objects.create_superuser("chief", password=None)
        return cls(
            database=database, review=review.pk, publication=protected.pk, version=protected.versions.get().pk,
            suspension=suspension.pk, suspended=suspended.pk, draft=draft.pk, draft_version=draft_version.pk,
            scheduled=scheduled.pk,
            other_review=draft.review_id, topic=topic.pk, guidance=guidance.pk, editor=editor.pk,
            approver=approver.pk, third=third.pk, puppet=puppet.pk, chief=chief.pk,
        )  # fmt: skip

    def person(self, name: str) -> Any:
        """The user of that name here."""
        return get_user_model().objects.get(pk=getattr(self, name))

    def the_review(self) -> Review:
        """The review of the protected report."""
        return Review.objects.get(pk=self.review)

    def the_publication(self) -> Publication:
        """The protected report."""
        return Publication.objects.with_facts().get(pk=self.publication)

    def the_version(self) -> FileVersion:
        """Its file."""
        return FileVersion.objects.get(pk=self.version)

    def the_suspension(self) -> Suspension:
        """The open suspension of the other report."""
        return Suspension.objects.get(pk=self.suspension)

    @cached_property
    def desk(self) -> Desk:
        """The superuser at the admin's screens."""
        return Desk(self.person("chief"))

    @property
    def owner(self) -> str:
        """The role that owns the tables."""
        return urlsplit(databases.owner_url(self.database)).username or ""

    @contextmanager
    def sql(self) -> Iterator[psycopg.Connection]:
        """A connection of its own as the application's role."""
        with psycopg.connect(databases.application_url(self.database)) as attacker:
            role = attacker.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
            assert role == (False,)
            attacker.commit()
            yield attacker


def released(review: Review, editor: Any, approver: Any, title: str) -> Publication:
    """A report released by these two people at the ledger's present instant."""
    publication = make.publication(review, title=title)
    version = actions.upload(publication, file=make.pdf(title), by=editor)
    actions.sign_off(version, by=approver)
    actions.release(publication, at=None, by=editor)
    return publication


def connection_now() -> Any:
    """The ledger's present instant."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT lscb_now()")
        return cursor.fetchone()[0]


def recorded(event: str) -> str:
    """The statement for the row of the record that a decision needs, to be filled in with the scene's numbers."""
    return (
        "INSERT INTO publications_recordentry (event, at, by_id, review_id, publication_id, version_id, sha256, data)"
        f" VALUES ('{event}', lscb_now(), {{third}}, {{review}}, {{publication}}, {{version}}, '', '{{{{}}}}')"
    )
