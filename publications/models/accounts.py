"""Who could log in as whom: one person with two accounts is not two people (rule R9)."""

from django.conf import settings
from django.db import models

from publications.models.guarded import Guarded


class AccountHandled(Guarded):
    """Somebody made another person's account, or changed its password or e-mail address, and may hold its key."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name_plural = "accounts handled"

    def __str__(self) -> str:
        return f"{self.user} by {self.by}"
