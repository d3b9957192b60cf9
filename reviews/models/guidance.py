"""Editions of the statutory guidance that reviews are done under."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from lscb_site.partial_dates import PartialDateField
from lscb_site.usage import KeptWhileUsed

DUPLICATE = (
    "This edition is already in the list: another entry has the same title, year and chapter. "
    "Change that entry, or give this one another year or chapter."
)

ENDS_BEFORE = "It can't end before it came into force. Change one of the two dates, or leave this one empty."
YEAR = (
    MinValueValidator(1900, "Type the year with four digits, such as 2015."),
    MaxValueValidator(2200, "Type the year with four digits, such as 2015."),
)


class StatutoryGuidance(KeptWhileUsed):
    """One edition of the guidance, and the words and the listing period that it brings with it.

    Terms that changed by law ("serious case review") are kept here, so that no page or template has to know them.
    """

    class Unit(models.TextChoices):
        MONTHS = "months", "months"
        WEEKS = "weeks", "weeks"

    title = models.CharField(max_length=200, help_text="Such as Working Together to Safeguard Children.")
    short_title = models.CharField(
        "short title",
        max_length=60,
        blank=True,
        help_text="What people call it, such as Working Together. Used where the edition is cited; "
        "if empty, the full title is.",
    )
    year = models.PositiveSmallIntegerField(
        validators=YEAR,
        help_text="The year of the edition, with four digits.",
    )
    chapter = models.CharField(
        max_length=60,
        blank=True,
        help_text="The chapter on reviews, as a number such as 4, or its name. May be empty.",
    )
    publisher = models.CharField(
        max_length=120, blank=True, help_text="Who issued it, under the name it had at the time."
    )
    address = models.URLField(
        "web address",
        blank=True,
        help_text="Where this very edition can be read, starting with https://. May be empty.",
    )
    in_force_from = PartialDateField("in force from", blank=True, help_text="Empty if not known.")
    in_force_to = PartialDateField(
        "in force until",
        blank=True,
        help_text="The last day, month or year in which it applied. Empty if it still applies, or if not known.",
    )
    review_term = models.CharField(
        "its word for a review",
        max_length=80,
        help_text="In full and in lower case, such as serious case review. Pages use it.",
    )
    review_short = models.CharField(
        "short form", max_length=20, blank=True, help_text="The usual abbreviation, such as SCR. May be empty."
    )
    minimum_number = models.PositiveSmallIntegerField(
        "minimum listing period",
        default=12,
        validators=[MinValueValidator(1, "Type a number of at least 1.")],
        help_text="For how long a report must stay published. 12 months unless the edition says otherwise. "
        "A change applies to reports released from then on, never to those already released.",
    )
    minimum_unit = models.CharField("in", max_length=10, choices=Unit, default=Unit.MONTHS)

    class Meta:
        ordering = ("-year", "title", "chapter")
        verbose_name = "statutory guidance edition"
        verbose_name_plural = "statutory guidance editions"
        constraints = (
            models.UniqueConstraint(
                fields=("title", "year", "chapter"),
                name="guidance_edition_once",
                violation_error_message=DUPLICATE,
            ),
            models.CheckConstraint(
                condition=models.Q(minimum_number__gte=1),
                name="guidance_minimum_positive",
                violation_error_message="The minimum listing period must be at least 1.",
            ),
        )

    def __str__(self) -> str:
        return self.cite(self.chapter)

    def clean(self) -> None:
        """ValidationError if it ends before it begins."""
        super().clean()
        if self.in_force_from and self.in_force_to and self.in_force_to.last_day() < self.in_force_from.first_day():
            raise ValidationError({"in_force_to": ENDS_BEFORE})

    def cite(self, place: str = "") -> str:
        """This edition with a place in it: "Working Together 2015, chapter 4".

        A bare number is a chapter; anything else ("page 12", "Appendix A") stands as it was typed.
        """
        edition = f"{self.short_title or self.title} {self.year}"
        if not place:
            return edition
        return f"{edition}, chapter {place}" if place.isdigit() else f"{edition}, {place}"
