"""PostgreSQL killed hard at any moment of an action: what is there afterwards is whole (rule R12)."""

import contextlib
import hashlib
import os
import random
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
import pytest
from django.apps import apps
from django.db import Error as DatabaseError
from django.db import connection, transaction

from lscb_site import embedded_home, roles
from lscb_site.database import denied_privileges
from lscb_site.embedded_postgres import APPLICATION, OWNER, Server
from publications import actions, guards, record
from publications.models import FileVersion, RecordEntry, Release, SignOff, Suspension
from tests import databases
from tests.publications import factories as make

tests_server = urlsplit(os.environ["LSCB_TEST_OWNER_URL"])
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        tests_server.hostname is not None or tests_server.username != OWNER,
        reason="DATABASE_URL names a server of somebody else: only our own is killed",
    ),
]


class Cluster:
    """A durable server of this test's own."""

    def __init__(self, local: Path) -> None:
        self.server = Server(local)
        self.server.start()

    def processes(self) -> list[psutil.Process]:
        """The server and its children."""
        note = self.server.home.data / "postmaster.pid"
        if not note.exists():
            return []
        try:
            main = psutil.Process(int(note.read_text().split()[0]))
            return [main, *main.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

    def kill(self) -> None:
        """`kill -9` to all of them."""
        for process in (found := self.processes()):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.send_signal(signal.SIGKILL)
        psutil.wait_procs(found, timeout=10)

    def start_again(self) -> None:
        """Recover."""
        connection.close()
        assert self.server._use
        self.server._use.close()
        self.server._use = None
        self.server.start()

    def load(self, template: str) -> None:
        """The migrated tables of the tests' template, and the application's rights on them."""
        programs = embedded_home.programs()
        dump = [programs / "pg_dump", "--no-owner", "--no-privileges", databases.owner_url(template)]
        load = [programs / "psql", "-q", "-v", "ON_ERROR_STOP=1", self.server.url(OWNER)]
        with subprocess.Popen(dump, stdout=subprocess.PIPE) as dumping:
            subprocess.run(load, stdin=dumping.stdout, stdout=subprocess.DEVNULL, check=True)
        assert dumping.returncode == 0
        roles.grant(self.server.url(OWNER), application=APPLICATION, denied=denied_privileges(apps))


@pytest.fixture(scope="module")
def cluster(template_database, django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Cluster]:
    """The server, with the site's tables, and this process logged in as the application."""
    made = Cluster(tmp_path_factory.mktemp("killed") / ".local")
    before = databases.connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        made.load(template_database)
        databases.use(made.server.url(APPLICATION))
        yield made
        connection.close()
        made.kill()
        databases.use(databases.owner_url(before))
    shutil.rmtree(made.server.home.folder, ignore_errors=True)


def releasing() -> Callable[[], Any]:
    """A release, ready to be done."""
    version = make.signed_off()
    return lambda: actions.release(version.publication, by=version.uploaded_by)


def uploading() -> Callable[[], Any]:
    """An upload, ready to be done."""
    publication, file, by = make.publication(), make.pdf(str(random.random())), make.editor()
    return lambda: actions.upload(publication, file=file, by=by)


def suspending() -> Callable[[], Any]:
    """A suspension, ready to be done."""
    publication, by = make.released(), make.editor()
    return lambda: actions.suspend(publication, category="wrong_file", reason="x", by=by)


@pytest.mark.parametrize("prepare", [releasing, uploading, suspending], ids=lambda prepare: prepare.__name__)
def test_what_is_left_is_whole(
    cluster: Cluster, count, prepare: Callable[[], Callable[[], Any]], tmp_path: Path
) -> None:
    chance = random.Random(prepare.__name__)
    began = time.monotonic()
    prepare()()
    whole = time.monotonic() - began
    digests = tmp_path / "digests.txt"
    for _time in range(count(3, full=20)):
        act = prepare()
        record.write_digest(digests)
        killer = threading.Timer(chance.uniform(0, whole), cluster.kill)
        killer.start()
        with contextlib.suppress(DatabaseError):
            act()
        killer.join()
        cluster.start_again()
        assert list(broken()) == []
        record.write_digest(digests)
        assert list(record.faults(digests.read_text().splitlines())) == []


def broken() -> Iterator[str]:
    """What is half there: a fact without its row in the record, a row without its fact, a version without bytes."""
    yield from half("release", Release, "publication_id", "requested_at")
    yield from half("suspension", Suspension, "publication_id", "at")
    yield from half("sign_off", SignOff, "version_id", "at")
    yield from half("upload", FileVersion, "publication_id", "uploaded_at")
    for version in FileVersion.objects.all():
        with version.open() as stored:
            if hashlib.sha256(stored.read()).hexdigest() != version.sha256:
                yield f"the bytes of {version}"
    if guards.missing(connection):
        yield "guards"


def half(event: str, model: Any, key: str, instant: str) -> Iterator[str]:
    """Facts and rows of the record of one kind that have no other half."""
    with transaction.atomic():
        facts = set(model.objects.values_list(key, instant))
        rows = set(RecordEntry.objects.filter(event=event).values_list(key, "at"))
    for fact in facts ^ rows:
        yield f"{event} {fact}"
