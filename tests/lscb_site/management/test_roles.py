"""`setup_roles` and `migrate`: what the application's role may do, however the tables came to be."""

from io import StringIO

import psycopg
import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from tests import databases

pytestmark = pytest.mark.slow


@pytest.fixture
def two_roles(committed_database: str, settings: Settings) -> str:
    """Settings as on a public site: two addresses of one database; its name."""
    settings.DATABASE_OWNER_URL = databases.owner_url(committed_database)
    settings.DATABASE_URL = databases.application_url(committed_database)
    settings.DATABASES["default"]["USER"] = psycopg.conninfo.conninfo_to_dict(settings.DATABASE_URL)["user"]
    return committed_database


def may(database: str, table: str, privilege: str) -> bool:
    with psycopg.connect(databases.application_url(database)) as application:
        row = application.execute("SELECT has_table_privilege(%s, %s)", [table, privilege]).fetchone()
    return bool(row and row[0])


PRIVILEGES = [
    ("auth_group", "SELECT, INSERT, UPDATE, DELETE", True),
    ("auth_group", "TRUNCATE", False),
    ("auth_group", "TRIGGER", False),
    ("auth_group", "REFERENCES", False),
    ("publications_recordentry", "INSERT", True),
    ("publications_recordentry", "UPDATE", False),
    ("publications_recordentry", "DELETE", False),
]


@pytest.mark.parametrize("again", [1, 2])
def test_rights_are_the_same_however_often_they_are_set(two_roles: str, again: int) -> None:
    with psycopg.connect(databases.owner_url(two_roles)) as owner:
        owner.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO PUBLIC")
    for _ in range(again):
        call_command("setup_roles", stdout=StringIO())
    for table, privileges, expected in PRIVILEGES:
        for privilege in privileges.split(", "):
            assert may(two_roles, table, privilege) is expected, (table, privilege)


def test_a_table_made_later_is_the_applications_too(two_roles: str) -> None:
    with psycopg.connect(databases.owner_url(two_roles)) as owner:
        owner.execute("CREATE TABLE later (id int)")
    assert may(two_roles, "later", "DELETE")
    assert not may(two_roles, "later", "TRUNCATE")


def test_migrate_runs_as_the_owner(two_roles: str) -> None:
    databases.use(databases.application_url(two_roles))
    with databases.connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    with psycopg.connect(databases.owner_url(two_roles)) as owner:
        owner.execute("DROP TABLE django_session")
    call_command("migrate", "sessions", verbosity=0)
    assert may(two_roles, "django_session", "INSERT")
    with databases.connection.cursor() as cursor:
        cursor.execute("SELECT tableowner <> current_user FROM pg_tables WHERE tablename = 'django_session'")
        assert cursor.fetchone() == (True,)


def test_one_address_is_said_to_be_weak(committed_database: str, settings: Settings) -> None:
    settings.DATABASE_OWNER_URL = settings.DATABASE_URL
    complaint = StringIO()
    call_command("setup_roles", stderr=complaint)
    assert "the guards are weak" in complaint.getvalue()


def test_a_role_that_is_not_there_is_one_line(two_roles: str, settings: Settings) -> None:
    settings.DATABASES["default"]["USER"] = "nobody_of_that_name"
    with pytest.raises(CommandError, match="nobody_of_that_name could not be set"):
        call_command("setup_roles")
