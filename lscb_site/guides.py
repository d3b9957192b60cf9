"""A guide: a page whose child pages are its numbered sections."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from lscb_site.homes import HOME_DEPTH
from lscb_site.members.reader import visible


@dataclass(frozen=True)
class Part:
    """The guide's own page (number 0) or one of its sections (from 1)."""

    number: int
    title: str
    url: str


@dataclass(frozen=True)
class Guide:
    """A guide as seen from one of its parts."""

    parts: list[Part]
    current: Part

    @property
    def sections(self) -> list[Part]:
        """The numbered ones, in tree order."""
        return self.parts[1:]

    @property
    def previous(self) -> Part | None:
        """The part before this one; before the first section, the guide's own page."""
        return self.parts[self.current.number - 1] if self.current.number else None

    @property
    def next(self) -> Part | None:
        """The part after this one."""
        return self.parts[self.current.number + 1] if self.current.number + 1 < len(self.parts) else None


def guide_of(page: Page, request: HttpRequest) -> Guide | None:
    """The guide that a page is or is a section of; None if it has nothing to do with one."""
    root = _root_of(page)
    if root is None:
        return None
    pages = [root, *visible(root.get_children())]
    parts = [Part(number, each.title, each.get_url(request) or "") for number, each in enumerate(pages)]
    return next((Guide(parts, part) for part, each in zip(parts, pages, strict=True) if each.pk == page.pk), None)


def _root_of(page: Page) -> Any:
    from lscb_site.models import StandardPage

    if isinstance(page, StandardPage) and page.is_guide:
        return page
    if page.depth <= HOME_DEPTH + 1:
        return None
    return StandardPage.objects.filter(path=page.path[: -page.steplen], is_guide=True).live().first()
