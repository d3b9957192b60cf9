"""`demo`: an invented board, its pages, reviews and reports, for a first look."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import transaction

from publications import clock
from publications.demo.ledger import DemoLedger
from publications.demo.site import make_site
from publications.models import Review

MADE_WITH = "Child Alder"


class Command(BaseCommand):
    """Fill the site with the demo; where it is already, nothing changes."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """All of it or nothing."""
        with transaction.atomic():
            if Review.objects.filter(label=MADE_WITH).exists():
                self.stdout.write("The demo is here already. Nothing was changed.")
                return
            now = clock.now()
            people = {"uploader": account("editor", "Editors"), "approver": account("approver", "Approvers")}
            DemoLedger(at=now, say=self.stdout.write, **people).make()
            make_site(at=now, say=self.stdout.write)
            self.stdout.write("The demo is ready.")


def account(name: str, group: str) -> Any:
    """The first account of that name; where there is none, one that nobody can sign in with."""
    users = get_user_model().objects
    user = users.filter(username=name).first()
    if user is None:
        user = users.create_user(name, password=None)
        user.groups.set(Group.objects.filter(name=group))
    return user
