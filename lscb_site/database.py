"""Which role talks to the database, and what the models ask it to be denied."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps.registry import Apps
from django.conf import settings
from django.db import connection

from lscb_site.environment import database


@contextmanager
def as_owner() -> Iterator[None]:
    """The default connection as the owner's role: for migrations and for whatever changes the tables."""
    ours = connection.settings_dict
    owner = database(settings.DATABASE_OWNER_URL)
    connection.close()
    try:
        connection.settings_dict = {**ours, **{key: owner[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}}
        yield
    finally:
        connection.close()
        connection.settings_dict = ours


def denied_privileges(apps: Apps) -> dict[str, tuple[str, ...]]:
    """Table -> what the application's role may not do there, as its model says in `database_denies`.

    A model whose rows must never go or never change says so beside its fields, for example
    `database_denies = ("UPDATE", "DELETE")`. TRUNCATE is denied everywhere.
    """
    return {
        model._meta.db_table: tuple(model.database_denies)
        for model in apps.get_models()
        if hasattr(model, "database_denies") and model._meta.managed
    }
