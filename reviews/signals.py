"""What happens around saving and deleting."""

from typing import Any

from django.db.models import ProtectedError
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from lscb_site.usage import refusal
from reviews.models import StatutoryGuidance


@receiver(pre_delete, sender=StatutoryGuidance)
def keep_editions_in_use(instance: StatutoryGuidance, **_kwargs: Any) -> None:
    """A page's text may name an edition without a foreign key: deleting several at once is refused here as well."""
    if sentence := refusal(instance):
        raise ProtectedError(sentence, {instance})
