"""A shell of the site: the actions called by the wrong people, commands, and the stores of files."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from publications import actions, storage
from publications.errors import Refused
from publications.models import FileVersion, Publication, Review
from tests.publications import factories as make
from tests.publications.attacks.refusals import refused
from tests.publications.attacks.scene import Scene, Ways
from tests.publications.clock import london

GUARD, RIGHT = "a guard on the table", "the application's role has no such right"
ACTIONS, COMMANDS, FILES = Ways("Actions"), Ways("Commands"), Ways("Files")

# --- Actions -----------------------------------------------------------------------------------------------------
WRONG: dict[str, tuple[str, Callable[[Scene], Any]]] = {
    "moves it to on request inside its minimum": (
        "listing_protected", lambda s: actions.move_to_request(s.the_publication(), by=s.person("third")),
    ),
    "keeps it until a day inside its minimum": ("too_early", lambda s: actions.decide(
        s.the_publication(), by=s.person("third"), policy="move", keep_until=london("2026-08-01 10:00").date(),
    )),
    "discards the released file": (
        "listing_protected", lambda s: actions.discard(s.the_version(), by=s.person("third")),
    ),
    "destroys the file while it is on the site": (
        "wrong_state", lambda s: actions.destroy(s.the_version(), by=s.person("third")),
    ),
    "destroys the file of a suspended report": ("wrong_state", lambda s: actions.destroy(
        FileVersion.objects.get(publication=s.suspended), by=s.person("third"),
    )),
    "cancels the release afterwards": (
        "nothing_scheduled", lambda s: actions.unschedule(s.the_publication(), by=s.person("third")),
    ),
    "uploads another first file over it": ("wrong_state", lambda s: actions.upload(
        s.the_publication(), file=make.pdf("other"), by=s.person("third"),
    )),
    "releases the same file again": ("already_done", lambda s: actions.release(
        s.the_publication(), by=s.person("third"), correction="x",
    )),
    "releases in the past": ("in_the_past", lambda s: actions.release(
        Publication.objects.get(pk=s.draft), at=london("2020-01-01 10:00"), by=s.person("third"),
    )),
    "leaves no trace of a public review": (
        "not_withdrawn", lambda s: actions.leave_no_trace(s.the_review(), by=s.person("third")),
    ),
    "gives its review the site's own address": (
        "slug_taken", lambda s: actions.change_slug(s.the_review(), slug="request", by=s.person("third")),
    ),
    "gives another review its address": ("slug_taken", lambda s: actions.change_slug(
        Review.objects.get(pk=s.other_review), slug="child-quoll", by=s.person("third"),
    )),
    "announces that it is not published": ("wrong_state", lambda s: actions.announce(
        s.the_publication(), state="not_published", reason="x", by=s.person("third"),
    )),
    "suspends without a right": ("not_allowed", lambda s: actions.suspend(
        s.the_publication(), category="wrong_file", reason="x", by=make.person("reader"),
    )),
    "suspends without a reason": ("reason_missing", lambda s: actions.suspend(
        s.the_publication(), category="wrong_file", reason=" ", by=s.person("third"),
    )),
    "confirms a suspension as the same person": (
        "same_person", lambda s: actions.confirm(s.the_suspension(), by=s.person("editor")),
    ),
    "confirms it with an account that the first person made": (
        "same_person", lambda s: actions.confirm(s.the_suspension(), by=s.person("puppet")),
    ),
    "lifts a suspension as the same person": (
        "same_person", lambda s: actions.lift(s.the_suspension(), by=s.person("editor")),
    ),
    "signs off as the person who uploaded": (
        "not_allowed", lambda s: actions.sign_off(FileVersion.objects.get(pk=s.draft_version), by=s.person("editor")),
    ),
    "signs off with an account that the uploader made": (
        "same_person", lambda s: actions.sign_off(FileVersion.objects.get(pk=s.draft_version), by=s.person("puppet")),
    ),
    "releases what nobody signed off": ("not_signed_off", lambda s: actions.release(
        Publication.objects.get(pk=s.draft), by=s.person("third"),
    )),
    "acts with an account that was switched off": ("not_allowed", lambda s: actions.suspend(
        s.the_publication(), category="wrong_file", reason="x", by=make.person("gone", "suspend", is_active=False),
    )),
}  # fmt: skip
for name, (code, act) in WRONG.items():

    @ACTIONS.of(name, "the action refuses, in a sentence")
    def wrong(scene: Scene, code: str = code, act: Callable[[Scene], Any] = act) -> None:
        with refused(code):
            act(scene)


@ACTIONS.of("renames its review", "the old address leads to the new one for ever", spoils=True)
def rename(scene: Scene) -> None:
    actions.change_slug(scene.the_review(), slug="child-x", by=scene.person("third"))
    assert scene.the_review().slug == "child-x"


# --- Commands ----------------------------------------------------------------------------------------------------
@COMMANDS.of("flush", RIGHT)
def flush(scene: Scene) -> None:
    with pytest.raises(CommandError, match="couldn't be flushed"):
        call_command("flush", interactive=False, stdout=io.StringIO())


LOADED: dict[str, tuple[str, dict[str, Any]]] = {
    "publications.publication": ("publication", {"review": "other_review", "slug": "gone"}),
    "publications.review": ("review", {"label": "Gone", "slug": "gone", "no_trace": True}),
    "publications.fileversion": (
        "version",
        {
            "publication": "draft",
            "sha256": "0" * 64,
            "size": 1,
            "uploaded_by": "editor",
            "uploaded_at": "2020-01-01T00:00Z",
        },
    ),
}
for model, (key, fields) in LOADED.items():

    @COMMANDS.of(f"loaddata with another {model}", GUARD)
    def loaddata(scene: Scene, model: str = model, key: str = key, fields: dict[str, Any] = fields) -> None:
        known = {name: getattr(scene, value) if value in vars(scene) else value for name, value in fields.items()}
        row = {"model": model, "pk": getattr(scene, key), "fields": known}
        file = Path(storages["reports"].path("attack.json"))
        file.write_text(json.dumps([row]))
        with pytest.raises((Refused, IntegrityError), match=r"can't be|was public|record|never changes"):
            call_command("loaddata", str(file), verbosity=0)


for command in ("purge_revisions", "fixtree", "publish_scheduled", "update_index", "rebuild_references_index"):

    @COMMANDS.of(command, "nothing needs to: the ledger is no page")
    def maintain(scene: Scene, command: str = command) -> None:
        call_command(command, stdout=io.StringIO())


@COMMANDS.of("sqlflush, run as it is printed", RIGHT)
def sqlflush(scene: Scene) -> None:
    printed = io.StringIO()
    call_command("sqlflush", stdout=printed, no_color=True)
    assert "TRUNCATE" in printed.getvalue()
    with scene.sql() as attacker, pytest.raises(psycopg.Error, check=lambda error: error.sqlstate == "42501"):
        attacker.execute(printed.getvalue())


# --- Files -------------------------------------------------------------------------------------------------------
@FILES.of("deletes the stored file through its store", "the store deletes only what no version needs")
def delete_file(scene: Scene) -> None:
    with refused("listing_protected"):
        storages["reports"].delete(storage.store_name(scene.the_version().sha256))


@FILES.of("deletes it by the function that forgets contents", "the store deletes only what no version needs")
def forget_file(scene: Scene) -> None:
    with refused("listing_protected"):
        storage.forget(scene.the_version().sha256)


@FILES.of("saves another content under its name", "a name in the store stands for one content")
def overwrite(scene: Scene) -> None:
    with refused("listing_protected"):
        storages["reports"].save(storage.store_name(scene.the_version().sha256), ContentFile(b"%PDF-other"))


@FILES.of("opens the stored file for writing", "the store opens for reading only")
def write(scene: Scene) -> None:
    for mode in ("wb", "ab", "r+b"):
        with refused("listing_protected"):
            storages["reports"].open(storage.store_name(scene.the_version().sha256), mode)


@FILES.of("reaches for it through the store of pages' files", "that store leaves its own folder by no name")
def other_store(scene: Scene) -> None:
    path = storages["reports"].path(storage.store_name(scene.the_version().sha256))
    for name in (path, f"../files/{storage.store_name(scene.the_version().sha256)}"):
        with pytest.raises(SuspiciousFileOperation):
            default_storage.delete(name)


@FILES.of("uploads the same content elsewhere, and discards that", "a content goes when no version needs it any more")
def same_content(scene: Scene) -> None:
    other = make.publication()
    with scene.the_version().open() as stored:
        version = actions.upload(other, file=ContentFile(stored.read(), name="x.pdf"), by=scene.person("editor"))
    assert version.sha256 == scene.the_version().sha256
    actions.discard(version, by=scene.person("third"))
    assert not FileVersion.objects.filter(pk=version.pk).exists()


@FILES.of("destroys the same content where it is withdrawn", "a content goes when no version needs it any more")
def destroy_same_content(scene: Scene) -> None:
    other = make.publication()
    with scene.the_version().open() as stored:
        version = actions.upload(other, file=ContentFile(stored.read(), name="x.pdf"), by=scene.person("editor"))
    actions.sign_off(version, by=scene.person("approver"))
    actions.release(other, by=scene.person("editor"))
    suspension = actions.suspend(other, category="wrong_file", reason="x", by=scene.person("editor"))
    actions.confirm(suspension, by=scene.person("approver"))
    actions.destroy(version, by=scene.person("editor"))
    actions.destroy(version, by=scene.person("approver"))
    version.refresh_from_db()
    assert version.destruction.confirmed_at


ATTACKS = [*ACTIONS, *COMMANDS, *FILES]
