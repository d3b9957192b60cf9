"""What was found in a document before it was made public."""

from django.db import models


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
        """What asks for a reason, each in its sentences."""
        return [in_words(each) for each in self.findings if each["stops"]]

    @property
    def others(self) -> list[str]:
        """What else somebody should look at."""
        return [in_words(each) for each in self.findings if not each["stops"]]


def in_words(finding: dict[str, object]) -> str:
    """A finding with its page."""
    words = f"{finding['sentence']} {finding['advice']}"
    return f"Page {finding['page']}: {words}" if finding["page"] else words
