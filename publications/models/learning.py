"""What a review found or recommends, and what is done about it."""

import unicodedata
from typing import Any

from django.core.validators import MaxLengthValidator, RegexValidator
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lscb_site.partial_dates import PartialDateField
from publications.terms import ActionStatus, FindingKind

LONGEST_TEXT = 5000
MOST_TOGETHER = 80_000  # signs of all findings and actions of a review: a search looks into 100,000 of a record
NUMBER = r"^[A-Za-z]{0,3}[0-9]{1,3}(\.[0-9]{1,2})?[a-z]?$"
NUMBER_HINT = "Use figures, such as 3, and perhaps a letter or a part of it: R3, 3a, 3.1."


def tidy(text: str) -> str:
    """A text without spaces around it or its lines, with one kind of line end and no control signs."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "\n".join("".join(filter(_is_no_control, line)).strip() for line in lines).strip()


def _is_no_control(sign: str) -> bool:
    return unicodedata.category(sign) != "Cc"


class Told(models.Model):
    """A row of plain texts that are kept tidy, however they come in: what a spreadsheet brings back is the same."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it, tidied."""
        self.tidy()
        super().save(*args, **kwargs)

    def tidy(self) -> None:
        """Tidy all its texts, which several that are written together have to do before."""
        for field in self._meta.fields:
            if type(field) in {models.TextField, models.CharField}:
                setattr(self, field.name, tidy(getattr(self, field.name)))


def long_text(name: str = "", **options: Any) -> "models.TextField[str, str]":
    """A text of a few paragraphs."""
    return models.TextField(name, validators=[MaxLengthValidator(LONGEST_TEXT)], **options)


class ReviewFinding(Told, ClusterableModel):
    """A finding or recommendation of a review, as the report numbers it."""

    review = models.ForeignKey("publications.Review", on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField("type", max_length=20, choices=FindingKind, default=FindingKind.RECOMMENDATION)
    number = models.CharField(
        max_length=10,
        validators=[RegexValidator(NUMBER, NUMBER_HINT)],
        help_text="As the report numbers it. " + NUMBER_HINT,
    )
    text = long_text("finding or recommendation", help_text="In the report's words or shorter. Never a real name.")
    addressed_to = models.CharField(
        "for whom", max_length=300, blank=True, help_text="The body that has to act, such as “All partner agencies”."
    )
    response = long_text("the board's response", blank=True, help_text="Whether it is accepted, and why if it is not.")
    sort_order = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = "finding or recommendation"
        verbose_name_plural = "findings and recommendations"
        constraints = [
            models.UniqueConstraint(
                fields=["review", "kind", "number"],
                name="review_finding_number_once",
                violation_error_message="This review has one of this type with this number. Choose another number.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


class ReviewAction(Told):
    """What is done about a finding or recommendation, by whom, and how far it is."""

    finding = ParentalKey(ReviewFinding, on_delete=models.CASCADE, related_name="actions")
    text = long_text("action", help_text="What will be done.")
    owner = models.CharField(
        "owner's role", max_length=200, blank=True, help_text="A role, such as “Head of Nursing”. Never a name."
    )
    status = models.CharField(max_length=20, choices=ActionStatus, default=ActionStatus.NOT_STARTED)
    status_on = PartialDateField("status since", blank=True)
    due = PartialDateField("by when", blank=True)
    impact = long_text("evidence of impact", blank=True, help_text="What is different now, and how you know.")
    sort_order = models.PositiveIntegerField(default=0, editable=False)
    sort_order_field = "sort_order"

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = "action"

    def __str__(self) -> str:
        return f"{self.finding}: {self.get_status_display()}"
