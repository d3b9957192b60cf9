"""Python in a shell of the site: rows changed and deleted through Django's ORM, and past it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.db.models import ProtectedError

from publications.models import FileVersion, ListingDecision, Publication, RecordEntry, Release, Review, SignOff
from tests.publications.attacks.refusals import refused, sqlstate
from tests.publications.attacks.scene import Scene, Ways
from tests.publications.clock import london

GUARD, RIGHT = "a guard on the table", "the application's role has no such right"
ORM = Ways("ORM")

DELETIONS: dict[str, Callable[[Scene], Any]] = {
    "deletes the publication": lambda scene: scene.the_publication(),
    "deletes the review with all that hangs on it": lambda scene: scene.the_review(),
    "deletes the file version": lambda scene: scene.the_version(),
    "deletes the release": lambda scene: Release.objects.get(publication=scene.publication),
    "deletes the sign-off": lambda scene: SignOff.objects.get(version=scene.version),
    "deletes a suspension": lambda scene: scene.the_suspension(),
    "deletes all publications at once": lambda _scene: Publication.objects.all(),
    "deletes all reviews at once": lambda _scene: Review.objects.all(),
    "deletes the review's publications through the review": lambda scene: scene.the_review().publications.all(),
    "deletes the publication's releases through it": lambda scene: scene.the_publication().releases.all(),
}
for name, thing in DELETIONS.items():

    @ORM.of(name, GUARD)
    def delete(scene: Scene, thing: Callable[[Scene], Any] = thing) -> None:
        with refused("listing_protected"):
            thing(scene).delete()


@ORM.of("deletes the publication past the models, by _raw_delete", GUARD)
def raw_delete(scene: Scene) -> None:
    rows = Publication.objects.filter(pk=scene.publication)
    with sqlstate("23L01"):
        rows._raw_delete(rows.db)


@ORM.of("deletes the record", RIGHT)
def delete_record(scene: Scene) -> None:
    with sqlstate("42501"):
        RecordEntry.objects.all().delete()


CHANGES: dict[str, tuple[Any, dict[str, Any]]] = {
    "renames the publication": (Publication, {"slug": "gone"}),
    "dates its first publication back": (Publication, {"first_public": "2019", "first_public_source": "x"}),
    "cancels the release": (Release, {"cancelled_at": london("2026-05-01 10:00"), "cancelled_by": 1}),
    "shortens the period of the release": (Release, {"period_number": 1}),
    "dates the release forward": (Release, {"at": london("2030-01-01 10:00")}),
    "replaces the file's hash": (FileVersion, {"sha256": "0" * 64}),
    "renames the review": (Review, {"slug": "gone"}),
    "lets the review leave no trace": (Review, {"no_trace": True}),
}
for name, (model, values) in CHANGES.items():

    @ORM.of(f"{name}, by update()", GUARD)
    def update(scene: Scene, model: Any = model, values: dict[str, Any] = values) -> None:
        with refused("listing_protected"):
            the(model, scene).update(**values)

    @ORM.of(f"{name}, by save()", GUARD)
    def save(scene: Scene, model: Any = model, values: dict[str, Any] = values) -> None:
        row = the(model, scene).get()
        for field, value in values.items():
            setattr(row, f"{field}_id" if field.endswith("_by") else field, value)
        with refused("listing_protected"):
            row.save()


def the(model: Any, scene: Scene) -> Any:
    """The rows of the protected report in a table."""
    where = {Publication: "pk", Release: "publication", FileVersion: "publication", Review: "publications"}
    return model.objects.filter(**{where[model]: scene.publication})


@ORM.of("renames it by bulk_update", GUARD)
def bulk_update(scene: Scene) -> None:
    publication = scene.the_publication()
    publication.slug = "gone"
    with refused("listing_protected"):
        Publication.objects.bulk_update([publication], ["slug"])


@ORM.of("overwrites it by bulk_create with update_conflicts", GUARD)
def bulk_create(scene: Scene) -> None:
    row = Publication(pk=scene.publication, review_id=scene.other_review, slug="gone")
    with sqlstate("23L01"):
        Publication.objects.bulk_create(
            [row], update_conflicts=True, unique_fields=["id"], update_fields=["review", "slug"]
        )


@ORM.of("moves it to another review through the other's relation", GUARD)
def add_to_other(scene: Scene) -> None:
    with sqlstate("23L01"):
        Review.objects.get(pk=scene.other_review).publications.add(scene.the_publication())


@ORM.of("moves it to another review by set()", GUARD)
def set_on_other(scene: Scene) -> None:
    with sqlstate("23L01"):
        Review.objects.get(pk=scene.other_review).publications.set([scene.the_publication()])


@ORM.of("saves it again under the key of a new row, then deletes the old one", GUARD)
def copy_and_delete(scene: Scene) -> None:
    publication = scene.the_publication()
    with refused("listing_protected"), transaction.atomic():
        Publication.objects.create(review=publication.review, slug="copy")
        publication.delete()


@ORM.of("writes by raw()", GUARD)
def raw(scene: Scene) -> None:
    with sqlstate("23L01"):
        list(Publication.objects.raw("DELETE FROM publications_publication RETURNING *"))


@ORM.of("creates a decision that moves it now", GUARD)
def decide(scene: Scene) -> None:
    with refused("listing_protected"):
        ListingDecision.objects.create(
            publication_id=scene.publication, at=london("2026-07-03 10:00"), by_id=scene.third, policy="move",
            moves_now=True,
        )  # fmt: skip


@ORM.of("takes its topics", "nothing needs to: no state depends on them", spoils=True)
def clear_topics(scene: Scene) -> None:
    scene.the_review().topics.clear()
    assert not scene.the_review().topics.exists()


for role in ("editor", "approver"):

    @ORM.of(f"deletes the {role} of the report", "a foreign key: people are deactivated, never deleted")
    def delete_person(scene: Scene, role: str = role) -> None:
        with pytest.raises(ProtectedError):
            scene.person(role).delete()


@ORM.of("deletes the edition that its period comes from", "a foreign key")
def delete_guidance(scene: Scene) -> None:
    with pytest.raises(ProtectedError):
        scene.the_review().guidance.delete()


ATTACKS = [*ORM]
