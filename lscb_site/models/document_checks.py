"""What was found in a document before it was made public."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.text import get_text_list


class DocumentCheck(models.Model):
    """What one version of the checks found in one content. Kept for good, so that nobody waits for it twice.

    `findings` is a list of {"stops", "page", "sentence", "advice"}, in words of ours: none is the file's.
    """

    file_hash = models.CharField("SHA-256", max_length=64)
    version = models.PositiveIntegerField()
    at = models.DateTimeField()
    findings = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file_hash", "version"], name="one_check_of_a_document")]

    def __str__(self) -> str:
        return self.file_hash[:12]

    @property
    def stopping(self) -> list[str]:
        """What asks for a reason, each kind in its sentences."""
        return in_words(each for each in self.findings if each["stops"])

    @property
    def others(self) -> list[str]:
        """What else somebody should look at."""
        return in_words(each for each in self.findings if not each["stops"])


def in_words(findings: Iterable[dict[str, Any]]) -> list[str]:
    """Findings with their pages, those of one kind together."""
    pages: dict[str, list[str]] = {}
    for each in findings:
        found = pages.setdefault(f"{each['sentence']} {each['advice']}", [])
        if each["page"] and str(each["page"]) not in found:
            found.append(str(each["page"]))
    return [
        f"Page{'s' if len(found) > 1 else ''} {get_text_list(found, 'and')}: {words}" if found else words
        for words, found in pages.items()
    ]
