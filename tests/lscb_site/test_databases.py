"""The databases that the tests themselves run on."""

import psycopg
import pytest
from django.contrib.auth.models import Group
from django.db import ProgrammingError, connection, transaction

from tests import databases


def current_user() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return cursor.fetchone()[0]


def test_the_application_role_is_not_the_owner(application_database):
    with psycopg.connect(databases.owner_url(application_database)) as owner:
        assert current_user() != owner.info.user


FORBIDDEN = [
    "TRUNCATE auth_group CASCADE",
    "DROP TABLE auth_group",
    "ALTER TABLE auth_group DISABLE TRIGGER ALL",
    "CREATE TABLE mine (id int)",
    "CREATE TEMPORARY TABLE mine (id int)",
    "CREATE SCHEMA mine",
    "CREATE DATABASE mine",
    "CREATE ROLE mine",
    "SET ROLE postgres",
    "CREATE FUNCTION now() RETURNS timestamptz LANGUAGE sql AS 'SELECT null::timestamptz'",
    "SET session_replication_role = replica",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_application_role_only_reads_and_writes_rows(application_database, statement):
    with pytest.raises(ProgrammingError), connection.cursor() as cursor:
        cursor.execute(statement)


def test_what_the_application_needs_it_may(application_database):
    with transaction.atomic():
        group = Group.objects.create(name="Governors")
    group.delete()


@pytest.mark.parametrize("turn", [1, 2])
def test_an_own_database_is_new_each_time(committed_database, turn):
    assert not Group.objects.filter(name="Left behind").exists()
    Group.objects.create(name="Left behind")
