"""`erase_ratings`: what readers said of pages, once it is older than the board keeps it. For a timer, daily."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from lscb_site.models import BoardSettings, PageRating


class Command(BaseCommand):
    """Nobody is shown them from that day on, whether or not this has run."""

    help = "Erase ratings of pages that are older than the board keeps them."

    def handle(self, *args: Any, **options: Any) -> None:
        """Erase them, and print how many."""
        months = BoardSettings.load().rating_retention_months
        number, _ = PageRating.objects.overdue(timezone.localdate(), months).delete()
        self.stdout.write(f"Ratings of pages erased: {number}")
