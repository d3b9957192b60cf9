"""Nobody is their own second person by means of another account (rule R9), through the real user forms."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from publications import actions, clock
from publications.errors import Refused
from publications.models import AccountHandled, SignOff
from tests.publications import factories as make

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough phrase"


@pytest.fixture
def administrator(client: Client) -> Any:
    user = get_user_model().objects.create_superuser("administrator", password=None)
    client.force_login(user)
    return user


def fields(user: Any, **changed: Any) -> dict[str, Any]:
    """What the user form sends."""
    stands = {"username": user.username, "first_name": "A", "last_name": "B", "email": user.email, "is_active": "on"}
    return {**stands, "password1": "", "password2": "", **changed}


def edit(client: Client, user: Any, **changed: Any) -> None:
    answer = client.post(reverse("wagtailusers_users:edit", args=[user.pk]), fields(user, **changed))
    assert answer.status_code == 302, answer.context["form"].errors


@pytest.mark.parametrize(
    ("changed", "noted"),
    [
        ({"password1": PASSWORD, "password2": PASSWORD}, True),
        ({"email": "somewhere.else@example.org"}, True),
        ({"first_name": "Other"}, False),
    ],
)
def test_r9_an_account_reset_is_noted(client: Client, administrator: Any, changed: dict[str, str], noted: bool) -> None:
    approver = make.person("approver", "approve", email="approver@example.org")
    edit(client, approver, **changed)
    assert AccountHandled.objects.filter(user=approver, by=administrator).exists() is noted


def test_r9_an_account_made_does_not_sign_off_for_its_maker(client: Client, administrator: Any) -> None:
    made = {"username": "second-self", "email": "second@example.org", "first_name": "S", "last_name": "S"}
    client.post(
        reverse("wagtailusers_users:add"),
        {**made, "password1": PASSWORD, "password2": PASSWORD, "is_active": "on", "is_superuser": "on"},
    )
    second_self = get_user_model().objects.get(username="second-self")
    version = actions.upload(make.publication(), file=make.pdf(), by=administrator)
    with pytest.raises(Refused, match="made or reset by the first of them"):
        actions.sign_off(version, by=second_self)
    with pytest.raises(DatabaseError, match="another person's"), transaction.atomic():
        SignOff.objects.bulk_create([SignOff(version=version, sha256=version.sha256, by=second_self, at=clock.now())])
    actions.sign_off(version, by=make.approver())


def test_r9_changing_your_own_password_is_nobodys_business(client: Client, administrator: Any) -> None:
    edit(client, administrator, email="new@example.org", is_superuser="on")
    assert not AccountHandled.objects.exists()
