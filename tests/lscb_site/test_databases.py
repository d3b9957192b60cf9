"""The databases that the tests themselves run on."""

import psycopg
import pytest
from django.contrib.auth.models import Group
from django.db import ProgrammingError, connection, transaction
from psycopg.errors import InsufficientPrivilege

from tests import databases

FORBIDDEN = [
    "TRUNCATE auth_group CASCADE",
    "DROP TABLE auth_group",
    "ALTER TABLE auth_group DISABLE TRIGGER ALL",
    "CREATE TABLE mine (id int)",
    "CREATE TEMPORARY TABLE mine (id int)",
    "CREATE SCHEMA mine",
    "CREATE ROLE mine",
    "SET ROLE postgres",
    "CREATE FUNCTION now() RETURNS timestamptz LANGUAGE sql AS 'SELECT null::timestamptz'",
    "SET session_replication_role = replica",
]


def refused(statement: str) -> bool:
    """Whether the database says that this role may not."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except ProgrammingError as error:
        return isinstance(error.__cause__, InsufficientPrivilege)
    return False


def test_the_application_role_only_reads_and_writes_rows(application_database: str) -> None:
    with psycopg.connect(databases.owner_url(application_database)) as owner, connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() != (owner.info.user,)
    assert [statement for statement in FORBIDDEN if not refused(statement)] == []
    with pytest.raises(ProgrammingError, match="permission denied to create database"), connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE mine")
    Group.objects.create(name="Governors").delete()


@pytest.mark.usefixtures("as_application")
def test_so_does_it_in_a_transaction_that_is_rolled_back() -> None:
    assert [statement for statement in FORBIDDEN[:5] if not refused(statement)] == []
    Group.objects.create(name="Governors").delete()


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.usefixtures("committed_database")
def test_an_own_database_is_new_each_time(turn: int) -> None:
    assert not Group.objects.filter(name="Left behind").exists()
    Group.objects.create(name="Left behind")
