"""The first accounts of a new site."""

import re
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def created() -> str:
    out = StringIO()
    call_command("create_accounts", stdout=out)
    return out.getvalue()


def test_the_three_accounts_and_their_passwords() -> None:
    Group.objects.get_or_create(name="Editors")
    Group.objects.get_or_create(name="Approvers")
    shown = dict(re.findall(r"^    (\w+) +([a-z0-9]{4}(?:-[a-z0-9]{4}){3})$", created(), re.MULTILINE))
    users = {user.username: user for user in get_user_model().objects.all()}
    assert set(shown) == set(users) == {"administrator", "editor", "approver"}
    assert all(users[name].check_password(password) for name, password in shown.items())
    assert [name for name, user in users.items() if user.is_superuser] == ["administrator"]
    assert {name: list(user.groups.values_list("name", flat=True)) for name, user in users.items()} == {
        "administrator": [],
        "editor": ["Editors"],
        "approver": ["Approvers"],
    }


def test_a_second_time_changes_and_shows_nothing() -> None:
    created()
    hashes = set(get_user_model().objects.values_list("password", flat=True))
    assert created() == "The accounts are there already; nothing was changed.\n"
    assert set(get_user_model().objects.values_list("password", flat=True)) == hashes


def test_only_what_is_missing_is_made() -> None:
    get_user_model().objects.create_user("editor", password="their own")
    assert "editor  " not in created()
    assert get_user_model().objects.get(username="editor").check_password("their own")
