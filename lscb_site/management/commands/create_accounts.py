"""`create_accounts`: the first accounts of a new site."""

from typing import Any

from django.core.management.base import BaseCommand

from lscb_site.accounts import Account, create_accounts


class Command(BaseCommand):
    """Make an administrator, an editor and an approver where they are missing, and show their passwords once."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Make them and print what was made."""
        self.stdout.write(describe(create_accounts()) or "The accounts are there already; nothing was changed.")


def describe(accounts: list[Account]) -> str:
    """The accounts with their passwords as lines to print; empty for none."""
    if not accounts:
        return ""
    lines = [f"    {account.name:<14} {account.password}" for account in accounts]
    hint = "    To set another: .venv/bin/python manage.py changepassword NAME"
    return "\n".join(["Accounts (the passwords are shown only this once):", *lines, hint])
