"""What the checks of a file found, and what two people made of it (rules R9, R13).

Nothing that a file hides is ever in these rows: a finding is a kind and a place.
"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Count, Prefetch, Q

from publications.checks.findings import Finding, Place, Severity
from publications.models.decisions import later_person, person, together
from publications.models.files import SHA256
from publications.models.guarded import Guarded, GuardedQuerySet

SEVERITIES = [(severity.value, severity.value) for severity in Severity]
NO_PLACE = Q(left=None, top=None, right=None, bottom=None)
WHOLE_PLACE = Q(left__isnull=False, top__isnull=False, right__isnull=False, bottom__isnull=False)
NOT_RUN = Q(finished_at=None, outcome="", checks_version=None)
HAS_RUN = Q(finished_at__isnull=False, checks_version__isnull=False) & ~Q(outcome="")


class CheckOutcome(models.TextChoices):
    """What a check came to. It never says that nothing is in the file, only that nothing was found (rule R13)."""

    CLEAR = "clear", "Nothing found that stops a release"
    BLOCKING = "blocking", "Something found that stops a release"
    UNREADABLE = "unreadable", "The file can't be read"


class CheckQuerySet(GuardedQuerySet["Check"]):
    """Checks with what was found, counted."""

    def counted(self) -> "CheckQuerySet":
        """Each with `blocking`, and how many of those a manager has `overruled` and an approver has `agreed` to."""
        blocking = Q(findings__severity=Severity.BLOCKING)
        return self.annotate(
            blocking=Count("findings", blocking),
            overruled=Count("findings__overruling", blocking),
            agreed=Count("findings__overruling__agreed_at", blocking),
        )


CheckManager = models.Manager.from_queryset(CheckQuerySet)


def with_checks(path: str = "checks") -> Prefetch[str]:
    """What `prefetch_related` takes so that `verdicts` asks no more of the database; `path` leads to the checks."""
    return Prefetch(path, Check.objects.counted(), to_attr="counted_checks")


class Check(Guarded):
    """One look into exactly one file, by its hash: asked for, under way, and finished for good."""

    version = models.ForeignKey("publications.FileVersion", on_delete=models.CASCADE, related_name="checks")
    sha256 = models.CharField("SHA-256", max_length=64)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    moved_at = models.DateTimeField(null=True, blank=True, help_text="When it last got on with a page.")
    finished_at = models.DateTimeField(null=True, blank=True)
    pages_done = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(default=0)
    checks_version = models.PositiveIntegerField(null=True, blank=True, help_text="The version of the checks that ran.")
    outcome = models.CharField(max_length=20, choices=CheckOutcome, blank=True)

    objects: ClassVar["CheckManager[Check]"] = CheckManager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=SHA256), name="check_sha256"),
            models.CheckConstraint(condition=NOT_RUN | HAS_RUN, name="check_finished_with_its_outcome"),
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(started_at__isnull=False), name="check_finished_once_started"
            ),
            models.UniqueConstraint(
                fields=["version"], condition=Q(finished_at=None), name="check_one_at_a_time_per_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]}: {self.get_outcome_display() or 'not finished'}"


class CheckFinding(Guarded):
    """One thing that a check found: its kind and its place, never what stands there."""

    database_denies = ("UPDATE",)

    check_run = models.ForeignKey(Check, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=50)
    severity = models.CharField(max_length=10, choices=SEVERITIES)
    page = models.PositiveIntegerField(null=True, blank=True)
    left = models.FloatField(null=True, blank=True, help_text="Points from the left edge of the page.")
    top = models.FloatField(null=True, blank=True, help_text="Points from the top of the page.")
    right = models.FloatField(null=True, blank=True)
    bottom = models.FloatField(null=True, blank=True)
    count = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(severity__in=[severity.value for severity in Severity]), name="check_finding_severity"
            ),
            models.CheckConstraint(
                condition=NO_PLACE | (WHOLE_PLACE & Q(page__isnull=False)), name="check_finding_place_on_its_page"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}, page {self.page}" if self.page else self.kind

    @classmethod
    def of(cls, finding: Finding, check: Check) -> "CheckFinding":
        """The row for what the checks found; not saved."""
        place = finding.place
        sides: dict[str, Any] = (
            {name: getattr(place, name) for name in ("left", "top", "right", "bottom")} if place else {}
        )
        return cls(
            check_run=check,
            kind=finding.kind,
            severity=finding.severity,
            page=finding.page,
            count=finding.count,
            **sides,
        )

    @property
    def place(self) -> Place | None:
        """Where on its page; None for the whole page or file."""
        if self.left is None or self.top is None or self.right is None or self.bottom is None:
            return None
        return Place(self.left, self.top, self.right, self.bottom)

    @property
    def value(self) -> Finding:
        """It, with its words, as the checks have it."""
        return Finding(self.kind, page=self.page, place=self.place, count=self.count)


class Overruling(Guarded):
    """A blocking finding overruled by two people, each with a reason: a manager, then who signs the file off (R13).

    Both reasons can be erased (rule R12); who and when stay.
    """

    finding = models.OneToOneField(CheckFinding, on_delete=models.CASCADE, related_name="overruling")
    asked_by = person()
    asked_at = models.DateTimeField()
    reason = models.TextField(help_text="For the board only.")
    agreed_by = later_person()
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_reason = models.TextField(null=True, blank=True, help_text="For the board only. Erased: empty.")

    class Meta:
        ordering = ["pk"]
        constraints = [
            together("agreed_by", "agreed_at", "overruling_agreed_who_and_when"),
            models.CheckConstraint(
                condition=Q(agreed_at=None, agreed_reason=None)
                | Q(agreed_at__isnull=False, agreed_reason__isnull=False),
                name="overruling_agreed_when_and_why",
            ),
            models.CheckConstraint(condition=~Q(agreed_by=models.F("asked_by")), name="overruling_agreed_by_another"),
        ]

    def __str__(self) -> str:
        return f"{self.finding}: overruled {self.asked_at:%Y-%m-%d}"


class Returned(Guarded):
    """A file that the second person did not sign off but sent back, with what has to be mended."""

    version = models.ForeignKey("publications.FileVersion", on_delete=models.CASCADE, related_name="returns")
    by = person()
    at = models.DateTimeField()
    reason = models.TextField(help_text="For the board only.")

    class Meta:
        ordering = ["pk"]
        verbose_name = "returned file"

    def __str__(self) -> str:
        return f"{self.version} returned {self.at:%Y-%m-%d}"
