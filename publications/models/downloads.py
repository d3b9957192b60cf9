"""How often files are downloaded: a number a day, and nothing of who it was (rule R15)."""

from django.db import models
from django.db.models import Q


class DownloadCount(models.Model):
    """The downloads of one file on one day in London."""

    version = models.ForeignKey("publications.FileVersion", on_delete=models.CASCADE, related_name="downloads")
    day = models.DateField()
    number = models.PositiveIntegerField()

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "day"], name="download_count_once_a_day"),
            models.CheckConstraint(condition=Q(number__gt=0), name="download_count_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.number}"
