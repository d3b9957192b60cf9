"""Databases of the tests: one template, migrated once, of which every worker and every live site gets a copy."""

import hashlib
import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, connections
from psycopg import sql

from lscb_site import environment, roles
from lscb_site.database import denied_privileges

ROOT = Path(__file__).resolve().parent.parent
PREFIX = f"lscb_{hashlib.sha256(str(ROOT).encode()).hexdigest()[:6]}"
TEMPLATES_KEPT = 8  # those of other states of the code, so that switching between them stays quick
LOCK = 7_340_211  # of the tests' template, for pg_advisory_lock
numbers = itertools.count()

# In tests the time of the ledger is what `test_clock` says; without a row there it is the real one.
TEST_CLOCK = """
CREATE TABLE test_clock (at timestamptz NOT NULL);
CREATE OR REPLACE FUNCTION lscb_now() RETURNS timestamptz LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$ SELECT coalesce((SELECT max(at) FROM test_clock), now()) $$;
"""


def address(url: str, database: str) -> str:
    """`url` with the name of another database in it."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


def owner_url(database: str) -> str:
    """The address of `database` for the role that owns it."""
    return address(os.environ["LSCB_TEST_OWNER_URL"], database)


@contextmanager
def maintenance() -> Iterator[psycopg.Connection]:
    """A connection that makes and drops databases, one process at a time."""
    with psycopg.connect(owner_url("postgres"), autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        yield server


def template() -> str:
    """The name of the migrated template, made if the code has changed since the last one."""
    name = f"{PREFIX}_template_{state_of_the_code()}"
    with maintenance() as server:
        if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return name
        unfinished = f"{PREFIX}_unfinished"
        drop(server, unfinished)
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(unfinished)))
        migrate(unfinished)
        server.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(unfinished), sql.Identifier(name))
        )
        forget_old_templates(server)
    return name


def state_of_the_code() -> str:
    """A short hash of everything that a migrated database depends on."""
    parts = [
        ROOT / "deploy/requirements.txt",
        ROOT / "lscb_site/settings.py",
        ROOT / "lscb_site/roles.py",
        ROOT / "lscb_site/database.py",
    ]
    for app in ("lscb_site", "reviews", "publications"):
        parts += sorted((ROOT / app).glob("migrations/**/*")) + sorted((ROOT / app).glob("models/**/*.py"))
    digest = hashlib.sha256((application_url("") + TEST_CLOCK).encode())
    for part in parts:
        if part.is_file() and part.suffix != ".pyc":
            digest.update(part.read_bytes())
    return digest.hexdigest()[:10]


def migrate(database: str) -> None:
    """Make the tables in an empty database, as the owner, and give the application its rights."""
    for extension in roles.EXTENSIONS:
        with psycopg.connect(owner_url(database)) as fresh:
            fresh.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension)))
    use(owner_url(database))
    call_command("migrate", verbosity=0)
    connection.close()
    with psycopg.connect(owner_url(database)) as fresh:
        fresh.execute(TEST_CLOCK)
    grant(database)


def grant(database: str) -> None:
    """Give the application's role its rights in `database`, making the role if the server is not ours."""
    application = urlsplit(application_url(database))
    with psycopg.connect(owner_url(database), autocommit=True) as server:
        if not server.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [application.username]).fetchone():
            server.execute(
                sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(
                    sql.Identifier(application.username or ""), sql.Literal(application.password)
                )
            )
            server.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(application.username or "")))
    roles.grant(owner_url(database), application=application.username or "", denied=denied_privileges(apps))


def application_url(database: str) -> str:
    """The address of `database` for the application's role, whose password on a foreign server follows the owner's."""
    if given := os.environ["LSCB_TEST_APPLICATION_URL"]:
        return address(given, database)
    owner = urlsplit(owner_url(database))
    password = hashlib.sha256(f"{owner.username}:{owner.password}".encode()).hexdigest()[:24]
    place = owner.netloc.rpartition("@")[2]
    return urlunsplit(owner._replace(netloc=f"lscb_test_app:{password}@{place}"))


@contextmanager
def copy(of: str) -> Iterator[str]:
    """A new copy of the template `of`, dropped at the end."""
    name = f"{PREFIX}_test_{os.getpid()}_{next(numbers)}"
    with maintenance() as server:
        forget_killed_tests(server)
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(of)))
    grant(name)  # what is granted on the database itself is not copied with it
    yield name
    with maintenance() as server:  # a late request of a browser would begin another
        server.execute(sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS false").format(sql.Identifier(name)))
    end_sessions_of_the_application(name)
    with maintenance() as server:
        drop(server, name)


def end_sessions_of_the_application(database: str) -> None:
    """End what a served site left open; only the role itself may, the owner is not above it."""
    query = """
        SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
        WHERE datname = %s AND usename = current_user AND pid <> pg_backend_pid()
    """
    with psycopg.connect(application_url("postgres"), autocommit=True) as server:
        server.execute(query, [database])


def drop(server: psycopg.Connection, name: str) -> None:
    """Drop a database whoever is connected to it."""
    plain = sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name))
    try:
        server.execute(plain + sql.SQL(" WITH (FORCE)"))
    except psycopg.errors.InsufficientPrivilege:  # autovacuum is in it, which a role like ours stops without force only
        server.execute(plain)


def forget_old_templates(server: psycopg.Connection) -> None:
    """Drop the templates of all but the latest states of the code."""
    query = "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid DESC OFFSET %s"
    for (name,) in server.execute(query, [f"{PREFIX}_template_", TEMPLATES_KEPT]).fetchall():
        drop(server, name)


def forget_killed_tests(server: psycopg.Connection) -> None:
    """Drop the copies that belong to a process which is no more."""
    query = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
    for (name,) in server.execute(query, [f"{PREFIX}_test_"]).fetchall():
        try:
            os.kill(int(name.split("_")[-2]), 0)
        except ProcessLookupError:
            drop(server, name)


@contextmanager
def own_database(of: str) -> Iterator[str]:
    """A copy of a database, used as the application's role until the end of the block; its name."""
    with copy(of) as name, used(name):
        yield name


@contextmanager
def used(name: str) -> Iterator[None]:
    """A database as the application's role until the end of the block; then the one before as the role before."""
    before = connection.settings_dict["NAME"]
    address_before = application_url if as_application() else owner_url
    use(application_url(name))
    try:
        yield
    finally:
        use(address_before(before))


def as_application() -> bool:
    """Whether this process is logged in as the application's role."""
    return bool(connection.settings_dict["USER"] == urlsplit(application_url("")).username)


def use(url: str) -> None:
    """Point the default connection, of this and of every later thread, at `url`; forget what was cached of another."""
    connection.close()
    wanted = environment.database(url)
    connections.settings["default"].update({key: wanted[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")})
    ContentType.objects.clear_cache()
    cache.clear()
