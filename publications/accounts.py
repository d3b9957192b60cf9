"""Keeping note of who makes or resets accounts, so that nobody is their own second person (rule R9)."""

from typing import Any

from django.http import HttpRequest

from publications import clock
from publications.models import AccountHandled


def remember_key(request: HttpRequest, user: Any) -> None:
    """Before an account is edited: what opens it now."""
    request.key_before = key_of(user)  # type: ignore[attr-defined]


def note_edit(request: HttpRequest, user: Any) -> None:
    """After an account was edited: note it if what opens it has changed."""
    if key_of(user) != request.key_before:  # type: ignore[attr-defined]
        note(request, user)


def note(request: HttpRequest, user: Any) -> None:
    """Note that whoever is logged in made this account, or holds a key to it."""
    if user.pk != request.user.pk:
        by: Any = request.user
        AccountHandled.objects.create(user=user, by=by, at=clock.now())


def key_of(user: Any) -> tuple[str, str]:
    """What opens an account: its password, and the address to which a new one is sent."""
    stored = type(user).objects.get(pk=user.pk)
    return stored.password, stored.email


def holds_key(person: Any, *, to: Any) -> bool:
    """Whether `person` made or reset the account `to`."""
    return AccountHandled.objects.filter(user=to.pk, by=person.pk).exists()
