"""The watch list on its screen: places are told, and the list is nowhere afterwards."""

import logging
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from publications import actions, page_texts
from publications.demo import bad
from publications.models import FileVersion
from tests.publications import factories
from tests.publications.admin.screens import plain

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LIST = "Jamie Invented-Example\nZzyzxville"
SECRETS = ("zzyzx", "invented-example", "invented example")


@pytest.fixture
def version() -> FileVersion:
    by = factories.editor()
    content = bad.drawn("box", "layer", "comment")
    return actions.upload(factories.publication(), file=ContentFile(content, name="report.pdf"), by=by)


def address(version: FileVersion) -> str:
    return reverse("publications_actions:watch", args=[version.pk])


def signed_in(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def client_of_officer() -> Client:
    person = factories.editor()
    person.user_permissions.add(*permissions_to_enter())
    return signed_in(person)


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def permissions_to_enter() -> list[Any]:
    from django.contrib.auth.models import Permission

    return list(Permission.objects.filter(codename__in=["access_admin", "view_publication"]))


def everything_in_the_database() -> str:
    """Every row of every table as text."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT row_to_json(each)::text FROM "{table}" each')
            rows += [row for (row,) in cursor.fetchall()]
    return "\n".join(rows).casefold()


def test_places_are_told_and_framed(client_of_officer: Client, version: FileVersion) -> None:
    answer = client_of_officer.post(address(version), {"words": LIST})
    text = plain(answer)
    assert "line 1 of what you typed, page 1, on the page, where readers do not see it" in text
    assert "line 2 of your list" not in text
    assert (text.count("Found : line 1"), text.count("Part of it, or less surely : line 1")) == (2, 3)
    assert answer.content.count(b"data:image/png;base64,") == 5


def test_what_was_typed_for_scanned_pages_is_looked_through_too(
    client_of_officer: Client, version: FileVersion
) -> None:
    factories.with_text(version.publication, "Something", "", "Something")
    page_texts.give(version, {2: "Jamie went to Zzyzxville."})
    text = plain(client_of_officer.post(address(version), {"words": "Zzyzxville"}))
    assert "line 1 of what you typed, page 2, in the text that was given for the page" in text
    assert "nothing was looked for" not in text


def test_pages_that_could_not_be_looked_through_are_named(client_of_officer: Client, version: FileVersion) -> None:
    factories.with_text(version.publication, "Something", "", "")
    page_texts.give(version, {2: "Somebody went there."})
    text = plain(client_of_officer.post(address(version), {"words": "Nobody Atall"}))
    assert "Nothing of your list was found in what can be read of its 3 pages" in text
    assert "Page 3: no text there, such as on scanned pages, so nothing was looked for." in text


def test_nothing_found_is_said_with_what_no_software_finds(client_of_officer: Client, version: FileVersion) -> None:
    text = plain(client_of_officer.post(address(version), {"words": "Nobody Atall"}))
    assert "Nothing of your list was found in its 3 pages" in text
    assert "no software finds" in text


def test_the_list_is_nowhere_afterwards(
    client_of_officer: Client, version: FileVersion, caplog: pytest.LogCaptureFixture,
    empty_folder: Path, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    caplog.set_level(logging.DEBUG)
    answer = client_of_officer.post(address(version), {"words": LIST})
    assert b"line 1 of what you typed" in answer.content
    printed = capfd.readouterr()
    written = "\n".join(str(record.__dict__) for record in caplog.records)
    left = [file.name for file in empty_folder.rglob("*") if file.is_file()]
    places = {
        "answer": answer.content.decode(), "headers": str(answer.headers), "logs": written,
        "database": everything_in_the_database(), "session": str(dict(client_of_officer.session)),
        "printed": printed.out + printed.err,
    }  # fmt: skip
    assert [name for name in connection.introspection.table_names() if "dbtaskresult" in name]
    assert [(name, secret) for name, text in places.items() for secret in SECRETS if secret in text.casefold()] == []
    assert left == []


def test_nobody_keeps_the_answer(client_of_officer: Client, version: FileVersion) -> None:
    for answer in (client_of_officer.get(address(version)), client_of_officer.post(address(version), {"words": LIST})):
        assert "no-store" in answer.headers["Cache-Control"]
        assert b'autocomplete="off"' in answer.content
        assert b'spellcheck="false"' in answer.content


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "Type at least one name"),
        ("x\n" * 301, "300 lines at a time"),
        ("Zzyzxville " * 2000, "This list is too long"),
    ],
)
def test_a_refused_list_is_not_shown_again(
    client_of_officer: Client, version: FileVersion, words: str, says: str
) -> None:
    answer = client_of_officer.post(address(version), {"words": words})
    assert says in plain(answer)
    assert b"Zzyzx" not in answer.content


def test_only_for_those_who_prepare_or_sign_off(version: FileVersion) -> None:
    other = factories.person("other", "suspend")
    other.user_permissions.add(*permissions_to_enter())
    assert signed_in(other).post(address(version), {"words": LIST}).status_code in {302, 403}
    assert Client().post(address(version), {"words": LIST}).status_code == 302


def test_a_file_that_can_not_be_read_is_said(client_of_officer: Client) -> None:
    content = ContentFile(b"%PDF-1.7 nothing more", name="a.pdf")
    broken = actions.upload(factories.publication(), file=content, by=factories.editor())
    assert "damaged" in plain(client_of_officer.post(address(broken), {"words": LIST}))


def test_it_is_offered_beside_the_file(client_of_officer: Client, version: FileVersion) -> None:
    screen = client_of_officer.get(reverse("publications_admin:inspect", args=[version.publication_id]))
    assert address(version).encode() in screen.content
