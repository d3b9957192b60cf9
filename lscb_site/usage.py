"""Safe deletion: what is used somewhere is not deleted, and the refusal says where it is used."""

from typing import Any

from django.db import models
from django.db.models import ProtectedError
from wagtail.models import ReferenceIndex

NAMED = 5  # places named in the sentence; the usage screen has them all


def places(instance: models.Model) -> list[str]:
    """Where something is used, as readers of the admin know it: "Contact us", "Board"."""
    return [str(source) for source, _references in ReferenceIndex.get_grouped_references_to(instance)]


def refusal(instance: models.Model) -> str | None:
    """The sentence that refuses a deletion; None if the thing is used nowhere."""
    used = places(instance)
    if not used:
        return None
    named = ", ".join(f"“{place}”" for place in used[:NAMED])
    more = f" and {len(used) - NAMED} more" if len(used) > NAMED else ""
    return f"“{instance}” can't be deleted: it is used on {named}{more}. Take it out there first."


class KeptWhileUsed(models.Model):
    """A model whose rows are deleted only when nothing uses them: from code here, in the admin by `viewsets`."""

    class Meta:
        abstract = True

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Deletes it; ProtectedError, with the sentence, if it is used."""
        if sentence := refusal(self):
            raise ProtectedError(sentence, {self})
        return super().delete(*args, **kwargs)
