"""The two roles of the database and what each may do.

The owner makes and changes tables; the application reads and writes rows and nothing else, so that the guards
in the database hold against it (DESIGN.md, R7). Roles belong to a server and are not in dumps: `setup_roles`
says all of this again, at set-up, at each migration and after a restore.
"""

from collections.abc import Iterable, Mapping

import psycopg
from psycopg import sql

EXTENSIONS = ("pg_trgm", "unaccent")


def make_roles(superuser_url: str, passwords: Mapping[str, str], *, owner: str, application: str) -> None:
    """Make both roles on a server, or set their rights and passwords again."""
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        for role, may_create in ((owner, "CREATEDB"), (application, "NOCREATEDB")):
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(role)))
            connection.execute(
                sql.SQL("ALTER ROLE {} LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS {} PASSWORD {}").format(
                    sql.Identifier(role), sql.SQL(may_create), sql.Literal(passwords[role])
                )
            )


def make_database(url: str, name: str, *, owner: str) -> None:
    """Make database `name` for its owner, unless it is there."""
    with psycopg.connect(url, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), sql.Identifier(owner))
            )


def grant(owner_url: str, *, application: str, denied: Mapping[str, Iterable[str]] | None = None) -> None:
    """Give the application's role its rights in the owner's database, and take all others away.

    `denied` maps a table to the privileges that the application does not have on it. Safe to run again, and
    needed again where tables were made or a dump was read in by somebody other than the owner.
    """
    with psycopg.connect(owner_url) as connection:
        if application == connection.info.user:
            return
        for statement in _statements(connection.info.dbname, application):
            connection.execute(statement)
        for table, privileges in (denied or {}).items():
            connection.execute(
                sql.SQL("REVOKE {} ON {} FROM {}").format(
                    sql.SQL(", ").join(map(sql.SQL, privileges)), sql.Identifier(table), sql.Identifier(application)
                )
            )


def _statements(database: str, application: str) -> Iterable[sql.Composed | sql.SQL]:
    """The grants, in order: everything away, then what the application needs."""
    names = {"database": sql.Identifier(database), "app": sql.Identifier(application)}
    for name in EXTENSIONS:
        yield sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(name))
    for statement in (
        "REVOKE ALL ON DATABASE {database} FROM PUBLIC, {app}",
        "GRANT CONNECT ON DATABASE {database} TO {app}",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC, {app}",
        "GRANT USAGE ON SCHEMA public TO {app}",
        "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {app}",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {app}",
        "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {app}",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app}",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {app}",
    ):
        yield sql.SQL(statement).format(**names)
