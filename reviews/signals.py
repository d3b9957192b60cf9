"""What happens around saving and deleting."""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from reviews.models import StatutoryGuidance


@receiver(pre_delete, sender=StatutoryGuidance)
def keep_editions_in_use(instance: StatutoryGuidance, **_kwargs: Any) -> None:
    """No way of deleting goes round the rule: neither a bulk action nor the shell."""
    instance.refuse_if_used()
