"""Findings and reports. They say what was found and where, and never hold a word of it."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from publications.checks.kind import Severity
from publications.checks.kinds import KINDS

__all__ = ["KINDS", "VERSION", "Finding", "Place", "Report", "Severity"]

VERSION = 1
"""Raised whenever the checks find something that they did not find before: files not yet released are checked again."""


@dataclass(frozen=True)
class Place:
    """A part of a page, in points from the top left corner of the page as a reader sees it."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, places: Iterable["Place"]) -> "Place":
        """The smallest place that holds all of these; there must be one."""
        left, top, right, bottom = zip(
            *((each.left, each.top, each.right, each.bottom) for each in places), strict=True
        )
        return cls(min(left), min(top), max(right), max(bottom))


@dataclass(frozen=True)
class Finding:
    """Something found `count` times at one place: a kind of `KINDS`, the page from 1, and the part of the page."""

    kind: str
    page: int | None = None
    place: Place | None = None
    count: int = 1

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return KINDS[self.kind].severity

    @property
    def sentence(self) -> str:
        """What it is."""
        return KINDS[self.kind].sentence

    @property
    def advice(self) -> str:
        """What to do about it."""
        return KINDS[self.kind].advice

    @property
    def unreadable(self) -> bool:
        """Whether it kept the checks from reading the file to its end."""
        return KINDS[self.kind].unreadable

    def as_json(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """From the values of `as_json`."""
        place = values.get("place")
        return cls(values["kind"], values.get("page"), Place(**place) if place else None, values.get("count", 1))


@dataclass(frozen=True)
class Report:
    """What the checks of one `version` found in a file of so many `pages` (0: it could not be opened)."""

    findings: tuple[Finding, ...]
    pages: int
    version: int = VERSION

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What stops a sign-off."""
        return tuple(each for each in self.findings if each.severity is Severity.BLOCKING)

    @property
    def unreadable(self) -> bool:
        """Whether the file could not be looked into to its end: then nobody may overrule it."""
        return any(each.unreadable for each in self.findings)

    def and_also(self, more: Iterable[Finding]) -> "Report":
        """With what is known of the file besides; as it is, if the file could not be read: then only that counts."""
        return self if self.unreadable else replace(self, findings=(*self.findings, *more))

    def as_json(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "version": self.version,
            "pages": self.pages,
            "findings": [each.as_json() for each in self.findings],
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """From the values of `as_json`."""
        return cls(tuple(map(Finding.from_json, values["findings"])), values["pages"], values["version"])
