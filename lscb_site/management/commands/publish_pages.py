"""`publish_pages`: ordinary pages whose time to appear or to end has come. For a timer, every few minutes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lscb_site.publishing import carry_out


class Command(BaseCommand):
    """Prints a line a page; ends with an error if one failed, after all others were done."""

    help = "Publish and take down the ordinary pages whose time has come."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is due now."""
        failed = 0
        for outcome in carry_out(timezone.now()):
            (self.stderr if outcome.failed else self.stdout).write(outcome.line)
            failed += outcome.failed
        if failed:
            raise CommandError(f"{failed} of the pages that were due could not be done: see the lines above.")
