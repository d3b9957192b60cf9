"""Fixtures of all tests; see docs/decisions/test-databases.md for which to use when."""

import os
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any
from urllib.parse import urlsplit

import django
import psycopg
import pytest
from hypothesis import settings as hypothesis_settings
from psycopg import sql
from pytest_django.fixtures import Settings
from pytest_django.plugin import DjangoDbBlocker

from tests.environment import prepare

prepare()
django.setup()

from django.core.cache import cache  # noqa: E402 - only once Django knows its settings
from django.core.files.storage import storages  # noqa: E402
from django.core.management import call_command  # noqa: E402

from lscb_site import frame  # noqa: E402
from publications import checking, sandboxed  # noqa: E402
from tests import databases, live  # noqa: E402
from tests.publications import pdfs  # noqa: E402
from tests.publications.demo.quick import without_checks  # noqa: E402

FULL = os.environ.get("LSCB_FULL") == "1"
hypothesis_settings.register_profile("sample", max_examples=50, derandomize=True, deadline=None, database=None)
hypothesis_settings.register_profile("full", max_examples=2000, deadline=None)
hypothesis_settings.load_profile("full" if FULL else "sample")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests out, unless full counts are asked for (`make test-long`); what lasts longest comes first."""
    long = [] if FULL else [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]
    items.sort(key=lambda item: "demo" not in item.nodeid)  # so that no core waits for it at the end


@pytest.fixture(scope="session")
def count() -> Callable[..., int]:
    """How often to repeat: `count(3, full=20)` is 3 in `make test` and 20 in `make test-long`."""
    return lambda sample, *, full: full if FULL else sample


@pytest.fixture(scope="session")
def template_database(django_db_blocker: DjangoDbBlocker) -> str:
    """The name of the migrated template of all test databases."""
    with django_db_blocker.unblock():
        return databases.template()


@pytest.fixture(scope="session")
def django_db_setup(template_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What pytest-django calls for its database: a copy of the template a worker, as the owner's role."""
    with databases.copy(template_database) as name:
        with django_db_blocker.unblock():
            databases.use(databases.owner_url(name))
        yield
        with django_db_blocker.unblock():
            databases.connection.close()


@pytest.fixture(scope="session")
def demo_database(template_database: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The name of a database with the demo in it, to be copied: made once for all tests that only look at it."""
    with databases.copy(template_database) as name:
        with django_db_blocker.unblock(), databases.used(name), without_checks():
            call_command("demo", stdout=StringIO())
        yield name


@pytest.fixture
def as_application(request: pytest.FixtureRequest) -> Iterator[None]:
    """As the application's role in a transaction that is rolled back; far quicker than `application_database`.

    Where the owner may not become the application (on a server of others), a database of its own after all.
    """
    role = urlsplit(databases.application_url("")).username
    with psycopg.connect(databases.owner_url("postgres")) as server:
        may = server.execute("SELECT pg_has_role(%s, 'MEMBER')", [role]).fetchone()
    if may != (True,):
        request.getfixturevalue("application_database")
        yield
        return
    request.getfixturevalue("db")
    with databases.connection.cursor() as cursor:
        cursor.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(role or "")).as_string())
    yield
    with databases.connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


@pytest.fixture
def committed_database(request: pytest.FixtureRequest) -> Iterator[str]:
    """A database of this test's own as the owner's role, in which commits are real; its name."""
    yield from _own_database(request, as_application=False)


@pytest.fixture
def application_database(request: pytest.FixtureRequest) -> Iterator[str]:
    """A database of this test's own as the application's role, in which commits are real; its name.

    `tests.databases.owner_url(name)` is its address for the owner.
    """
    yield from _own_database(request, as_application=True)


def _own_database(request: pytest.FixtureRequest, *, as_application: bool) -> Iterator[str]:
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        raise pytest.UsageError("A database of its own needs neither the db fixture nor the django_db mark.")
    request.getfixturevalue("django_db_setup")
    before = databases.connection.settings_dict["NAME"]
    with (
        databases.copy(request.getfixturevalue("template_database")) as name,
        request.getfixturevalue("django_db_blocker").unblock(),
    ):
        databases.use(databases.application_url(name) if as_application else databases.owner_url(name))
        yield name
        databases.use(databases.owner_url(before))


@pytest.fixture
def live_site(application_database: str, settings: Settings) -> Iterator[str]:
    """The address of the whole site on a free port, with a database of its own, as the application's role.

    It is served by threads of this process: frozen time, settings and the test's mailbox hold there too.
    """
    with live.serve() as address:
        settings.PUBLIC_URL = settings.WAGTAILADMIN_BASE_URL = address
        yield address


@pytest.fixture(scope="session", autouse=True)
def _known_files() -> Iterator[None]:
    """Hundreds of tests sign off small files made by `tests.publications.pdfs`: those are looked into once for all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "examine", pdfs.quick(checking.examine))
        patch.setattr(sandboxed, "run", pdfs.quick_text(sandboxed.run))
        yield


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """No test sees what another left in the cache, or in this process."""
    yield
    cache.clear()
    frame.forget()


@pytest.fixture
def bucket(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An empty S3 bucket, which `FILES_URL` names: all stores of files are in it."""
    import boto3
    from moto import mock_aws

    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-2")
    settings.FILES_URL = "s3://board-files/live"
    monkeypatch.setattr(storages, "_storages", {})
    with mock_aws():
        made = boto3.resource("s3").Bucket("board-files")
        made.create(CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
        yield made
