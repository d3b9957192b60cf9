"""Rows of SQL as attacks: each is run as the application's role and has to end with exactly one state of SQL."""

from collections.abc import Iterator, Mapping, Sequence

import psycopg
import pytest

from tests.publications.attacks.scene import Attack, Scene

REFUSED_BY = {
    "23L01": "a guard on the table",
    "42501": "the application's role has no such right",
    "23514": "a check on the row",
    "23505": "a uniqueness rule",
    "23503": "a foreign key",
    "22008": "a check on the row",
    "": "nothing needs to: no page reads it",
}
GUARD, DENIED, CHECK, UNIQUE, KEY, NOTHING = "23L01", "42501", "23514", "23505", "23503", ""
Statements = str | Sequence[str]
Row = tuple[str, Statements, str]


def attack(category: str, row: Row, *, alone: bool = False) -> Attack:
    """The row as an attack: it ends with its state of SQL, or is done; `alone`: outside of a transaction."""
    name, statements, state = row

    def run(scene: Scene) -> None:
        values = {**vars(scene), "owner": scene.owner}
        each = [statements] if isinstance(statements, str) else statements
        with scene.sql() as attacker:
            attacker.autocommit = alone
            if state == NOTHING:
                execute(attacker, each, values)
                return
            with pytest.raises(psycopg.Error) as refused:
                execute(attacker, each, values)
            attacker.rollback()
        assert refused.value.sqlstate == state, refused.value

    return Attack(category, name, REFUSED_BY[state], run, spoils=state == NOTHING)


def execute(attacker: psycopg.Connection, statements: Sequence[str], values: Mapping[str, object]) -> None:
    """All of them, committed."""
    for statement in statements:
        attacker.execute(statement.format(**values))
    attacker.commit()


def attacks(category: str, rows: Sequence[Row], *, alone: bool = False) -> Iterator[Attack]:
    """All rows as attacks of a category."""
    return (attack(category, row, alone=alone) for row in rows)
