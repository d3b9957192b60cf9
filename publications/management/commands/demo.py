"""`demo`: an invented board, its pages, reviews and reports, for a first look."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from publications import clock, policy
from publications.demo.ledger import REGISTER, DemoLedger
from publications.demo.readers import make_readers
from publications.demo.site import make_site
from publications.models import ImportBatch, Review
from publications.policy import Action

NOT_EMPTY = (
    "This site has reviews of its own, and what was public once can't be taken out again: the demo goes only into a "
    "new site. Nothing was changed."
)


class Command(BaseCommand):
    """Fill a new site with the demo; where it is already, nothing changes."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """All of it or nothing; CommandError on a site that has reviews of its own."""
        with transaction.atomic():
            if ImportBatch.objects.filter(source_name=REGISTER).exists():
                self.stdout.write("The demo is here already. Nothing was changed.")
                return
            if Review.objects.exists():
                raise CommandError(NOT_EMPTY)
            now, uploader = clock.now(), account("editor", "Editors", Action.UPLOAD)
            approver = account("approver", "Approvers", Action.SIGN_OFF)
            DemoLedger(at=now, say=self.stdout.write, uploader=uploader, approver=approver).make()
            make_site(at=now, by=uploader, say=self.stdout.write)
            make_readers(at=clock.now())
            self.stdout.write("The demo is ready.")


def account(name: str, group: str, action: Action) -> Any:
    """The first account of that name, if it may do this; otherwise one of the demo's, with which nobody can sign in."""
    users = get_user_model().objects
    user = users.filter(username=name).first()
    if user is None or policy.refusal_by_right(action, by=user):
        user = users.create_user(f"demo-{name}", password=None, last_name=f"Demo {name}")
        user.groups.set(Group.objects.filter(name=group))
    return user
