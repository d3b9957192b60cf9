"""Whether the guards in the database hold: asked by `manage.py check --database default` and by /readyz."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import connection

from publications import guards


def weaknesses() -> Iterator[str]:
    """What keeps the guards from holding, a sentence each."""
    for table, name in sorted(guards.missing(connection)):
        yield f"The guard {name} on {table} is missing or disabled. Restore it, and find out who took it away."
    if settings.DATABASE_URL == settings.DATABASE_OWNER_URL:
        yield (
            "The guards are weak: the site logs in as the owner of its tables, who could switch them off."
            " Give it a role of its own: DATABASE_URL for the application, DATABASE_OWNER_URL for the owner."
        )
    elif role_is_too_strong():
        yield (
            "The guards are weak: the role in DATABASE_URL is a superuser or owns the tables."
            " Run manage.py setup_roles."
        )


def role_is_too_strong() -> bool:
    """Whether the role that the site logs in as could switch the guards off."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.rolsuper OR EXISTS (SELECT FROM pg_class c WHERE c.relname LIKE 'publications\\_%%'"
            " AND pg_has_role(r.oid, c.relowner, 'MEMBER')) FROM pg_roles r WHERE r.rolname = current_user"
        )
        return bool(cursor.fetchone()[0])


def guards_hold(*, databases: Sequence[str] | None = None, **_kwargs: Any) -> list[checks.CheckMessage]:
    """Warn of every weakness; only where a database may be asked."""
    if not databases:
        return []
    return [checks.Warning(sentence, id="publications.W001") for sentence in weaknesses()]
