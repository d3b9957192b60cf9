"""The first accounts of a new site."""

import secrets
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another

# User name -> the group that gives the account its rights; the administrator has all of them.
FIRST_ACCOUNTS = {"administrator": None, "editor": "Editors", "approver": "Approvers"}


@dataclass(frozen=True)
class Account:
    """A user name and the password it was just given."""

    name: str
    password: str


def create_accounts() -> list[Account]:
    """Make the first accounts that are missing; those made now, with passwords that are kept nowhere else."""
    users = get_user_model().objects
    missing = [name for name in FIRST_ACCOUNTS if not users.filter(username=name).exists()]
    accounts = [Account(name, new_password()) for name in missing]
    for account in accounts:
        group = FIRST_ACCOUNTS[account.name]
        if group is None:
            users.create_superuser(account.name, password=account.password)
        else:
            user = users.create_user(account.name, password=account.password)
            user.groups.set(Group.objects.filter(name=group))
    return accounts


def new_password() -> str:
    """Sixteen letters and digits (79 bits) in groups of four, to be copied from a screen."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
