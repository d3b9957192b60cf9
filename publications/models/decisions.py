"""What people decided about publications: the facts that states are derived from.

Rows are inserted and, at most, completed once (a release cancelled before its instant, a suspension confirmed or
lifted). Nothing else about them ever changes; the database sees to it.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from lscb_site.identifiers import stable_identifier
from publications import listing
from publications.models.guarded import Guarded, unless_released
from publications.terms import AnnouncedState, MinimumPolicy, SuspensionCategory


def person() -> "models.ForeignKey[Any, Any]":
    """Who did it. Users are deactivated, never deleted (rule R12)."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


def later_person() -> "models.ForeignKey[Any, Any]":
    """Who completed it; empty until then."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )


def together(who: str, when: str, name: str) -> models.CheckConstraint:
    """Who and when are one fact: both there, or neither."""
    nothing = Q(**{f"{who}__isnull": True, f"{when}__isnull": True})
    both = Q(**{f"{who}__isnull": False, f"{when}__isnull": False})
    return models.CheckConstraint(condition=nothing | both, name=name)


class SignOff(Guarded):
    """A second person's approval of exactly this file, by its hash, for release (rule R9).

    It holds the check that they had before them, and what they answered: `answers` is a list of
    {"question": ..., "answer": a value of `terms.Answer`}, empty where no list was asked for. Only sign-offs from
    before there were checks have none.
    """

    version = models.ForeignKey("publications.FileVersion", on_delete=models.CASCADE, related_name="sign_offs")
    sha256 = models.CharField("SHA-256", max_length=64)
    check_run = models.ForeignKey(
        "publications.Check", null=True, on_delete=models.RESTRICT, related_name="sign_offs", verbose_name="check"
    )
    answers = models.JSONField(default=list)
    by = person()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} by {self.by}"


class Release(Guarded):
    """A file version made public at an instant, with the period and the policy that held then (rules R3, R5)."""

    publication = models.ForeignKey("publications.Publication", on_delete=models.CASCADE, related_name="releases")
    version = models.ForeignKey("publications.FileVersion", on_delete=unless_released, related_name="releases")
    at = models.DateTimeField()
    by = person()
    requested_at = models.DateTimeField()
    period_number = models.PositiveSmallIntegerField()
    period_unit = models.CharField(max_length=6, choices=[("months", "months"), ("weeks", "weeks")])
    policy = models.CharField(max_length=4, choices=MinimumPolicy)
    counted_from = models.DateField(null=True, blank=True)
    correction = models.TextField(blank=True, help_text="What was corrected, for the public.")
    cancelled_by = later_person()
    cancelled_at = models.DateTimeField(null=True, blank=True)
    identifier = stable_identifier()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["-at", "-id"], condition=Q(cancelled_at=None), name="release_standing_by_time")]
        constraints = [
            together("cancelled_by", "cancelled_at", "release_cancelled_who_and_when"),
            models.CheckConstraint(condition=Q(period_number__gt=0), name="release_period_not_empty"),
            models.CheckConstraint(condition=Q(requested_at__lte=F("at")), name="release_not_back_dated"),
            models.CheckConstraint(
                condition=Q(cancelled_at=None) | Q(cancelled_at__lt=F("at")),
                name="release_cancelled_before_its_instant",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} at {self.at:%Y-%m-%d %H:%M}"

    @property
    def fact(self) -> listing.Release:
        """It, as the listing rule reads it."""
        return listing.Release(
            at=self.at,
            period=listing.Period(**{self.period_unit: self.period_number}),
            leaves_after_minimum=self.policy == MinimumPolicy.MOVE,
            counted_from=self.counted_from,
        )


class ListingDecision(Guarded):
    """What the board decided after release on how long to keep a publication on the list (rule R5)."""

    publication = models.ForeignKey("publications.Publication", on_delete=models.CASCADE, related_name="decisions")
    at = models.DateTimeField()
    by = person()
    policy = models.CharField(max_length=4, choices=MinimumPolicy)
    keep_until = models.DateField(null=True, blank=True)
    moves_now = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_policy_display()} ({self.at:%Y-%m-%d})"

    @property
    def fact(self) -> listing.Decision:
        """It, as the listing rule reads it."""
        return listing.Decision(
            at=self.at,
            leaves_after_minimum=self.policy == MinimumPolicy.MOVE,
            keep_until=self.keep_until,
            moves_now=self.moves_now,
        )


class Announcement(Guarded):
    """What the board says of a document that it does not publish here, or not yet (rule R6)."""

    publication = models.ForeignKey(
        "publications.Publication",
        on_delete=models.CASCADE,
        related_name="announcements",
    )
    state = models.CharField(max_length=20, choices=AnnouncedState)
    reason = models.TextField(blank=True, help_text="Shown to the public.")
    address = models.URLField("published at", blank=True)
    at = models.DateTimeField()
    by = person()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=AnnouncedState.PUBLISHED_ELSEWHERE) | ~Q(address=""),
                name="announcement_elsewhere_has_address",
                violation_error_message="Give the address at which it was published.",
            )
        ]

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def fact(self) -> listing.Announcement:
        """It, as the listing rule reads it."""
        return listing.Announcement(at=self.at, state=listing.State(self.state))


class Suspension(Guarded):
    """A publication, or a whole review, taken dark at once by one person (rule R10).

    Another person confirms it (withdrawn) or lifts it. A confirmed one ends only by a reinstatement that one
    person asks for and another approves.
    """

    publication = models.ForeignKey(
        "publications.Publication",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="suspensions",
    )
    review = models.ForeignKey(
        "publications.Review",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="suspensions",
    )
    category = models.CharField(max_length=20, choices=SuspensionCategory)
    reason = models.TextField(help_text="For the board only; never shown to the public.")
    by = person()
    at = models.DateTimeField()
    confirmed_by = later_person()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    lifted_by = later_person()
    lifted_at = models.DateTimeField(null=True, blank=True)
    reinstatement_by = later_person()
    reinstatement_at = models.DateTimeField(null=True, blank=True)
    reinstated_by = later_person()
    reinstated_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(publication__isnull=True, review__isnull=False)
                | Q(publication__isnull=False, review__isnull=True),
                name="suspension_of_publication_or_review",
            ),
            together("confirmed_by", "confirmed_at", "suspension_confirmed_who_and_when"),
            together("lifted_by", "lifted_at", "suspension_lifted_who_and_when"),
            together(
                "reinstatement_by",
                "reinstatement_at",
                "suspension_reinstatement_who_and_when",
            ),
            together("reinstated_by", "reinstated_at", "suspension_reinstated_who_and_when"),
            models.CheckConstraint(
                condition=~Q(confirmed_by=F("by")),
                name="suspension_confirmed_by_another",
            ),
            models.CheckConstraint(condition=~Q(lifted_by=F("by")), name="suspension_lifted_by_another"),
            models.CheckConstraint(
                condition=~Q(reinstated_by=F("reinstatement_by")),
                name="suspension_reinstated_by_another",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | Q(lifted_at=None),
                name="suspension_confirmed_or_lifted",
            ),
            models.CheckConstraint(
                condition=Q(reinstatement_at=None) | Q(confirmed_at__isnull=False),
                name="suspension_reinstates_withdrawn",
            ),
            models.CheckConstraint(
                condition=Q(reinstated_at=None) | Q(reinstatement_at__isnull=False),
                name="suspension_reinstated_as_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_category_display()} ({self.at:%Y-%m-%d})"

    @property
    def ended_at(self) -> datetime | None:
        """When it ended; None while it lasts."""
        return self.lifted_at or self.reinstated_at

    @property
    def fact(self) -> listing.Pause:
        """It, as the listing rule reads it."""
        return listing.Pause(began=self.at, ended=self.ended_at, confirmed=self.confirmed_at)


class Destruction(Guarded):
    """A withdrawn file destroyed for ever: one person asks, another confirms (rule R12)."""

    version = models.OneToOneField("publications.FileVersion", on_delete=models.CASCADE, related_name="destruction")
    asked_by = person()
    asked_at = models.DateTimeField()
    confirmed_by = later_person()
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            together("confirmed_by", "confirmed_at", "destruction_confirmed_who_and_when"),
            models.CheckConstraint(
                condition=~Q(confirmed_by=F("asked_by")),
                name="destruction_confirmed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}: destruction asked for on {self.asked_at:%Y-%m-%d}"
