"""Statements of our own, where the ORM would say it worse."""

from typing import Any

from django.db import connection


def rows(statement: str, **parameters: Any) -> list[tuple[Any, ...]]:
    """The rows that a statement with named parameters gives; it may leave some of them out."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found
