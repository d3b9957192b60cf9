"""Who reads in the members' area now, and what they may read there.

Pages, blocks and texts are drawn without knowing the request, and all of them lead to pages and files. So the reader is
kept beside the request for as long as it lasts; on every other page of the site there is none.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import Any

from wagtail.models import BaseViewRestriction, Collection, CollectionViewRestriction, Page, PageViewRestriction

from lscb_site.members.area import AREA, is_members

_reader: ContextVar["Reader | None"] = ContextVar("reader", default=None)


class Reader:
    """A person signed in to the area, for one request: what they may read is asked of the database once."""

    def __init__(self, user: Any) -> None:
        self.user = user

    @cached_property
    def _groups(self) -> set[int]:
        return set(self.user.groups.values_list("pk", flat=True))

    def _accepted(self, restriction: BaseViewRestriction) -> bool:
        """By log-in or by group; a shared password opens nothing here."""
        if restriction.restriction_type == BaseViewRestriction.LOGIN:
            return True
        in_group = bool(self._groups & {group.pk for group in restriction.groups.all()})
        return restriction.restriction_type == BaseViewRestriction.GROUPS and (self.user.is_superuser or in_group)

    @cached_property
    def _pages(self) -> list[tuple[str, bool]]:
        found = PageViewRestriction.objects.select_related("page").prefetch_related("groups")
        return [(each.page.path, self._accepted(each)) for each in found]

    @cached_property
    def _collections(self) -> list[tuple[str, bool]]:
        found = CollectionViewRestriction.objects.select_related("collection").prefetch_related("groups")
        return [(each.collection.path, self._accepted(each)) for each in found]

    @cached_property
    def _paths(self) -> dict[int, str]:
        return dict(Collection.objects.values_list("pk", "path"))

    def may_read(self, page: Page) -> bool:
        """Whether a page of the area is open to them: it is restricted, and they pass every restriction above it."""
        source = page.alias_of
        return passes(page.path, self._pages) and (source is None or self.may_read_source(source))

    def may_read_source(self, page: Page) -> bool:
        """Whether what an alias repeats is open to them: a page of the area likewise, any other if it is public."""
        return self.may_read(page) if is_members(page.get_url() or "") else not page.get_view_restrictions()

    def may_have(self, file: Any) -> bool:
        """Whether a document or an image is open to them: its collection is restricted, and they pass."""
        return passes(self._paths.get(file.collection_id, ""), self._collections)


def passes(path: str, restrictions: Iterable[tuple[str, bool]]) -> bool:
    """Whether there are restrictions on a place in a tree or above it, and all of them are passed."""
    above = [accepted for place, accepted in restrictions if path.startswith(place)]
    return bool(above) and all(above)


def current() -> Reader | None:
    """The reader of this request; None outside the area, and for strangers."""
    return _reader.get()


@contextmanager
def reading(user: Any) -> Iterator[None]:
    """For the time of one request, `user` reads in the area; nobody, if None."""
    token = _reader.set(Reader(user) if user else None)
    try:
        yield
    finally:
        _reader.reset(token)


def visible(pages: Any) -> list[Page]:
    """Those of some pages that may be named to whoever reads now: the live public ones, in the area also theirs."""
    reader = current()
    public = list(pages.live().public())
    if reader is None:
        return public
    named = {page.pk for page in public}
    return [page for page in pages.live() if page.pk in named or reader.may_read(page)]


def shown_address(address: str) -> str:
    """The address of a page, as far as a link may say it: outside the area, of the area only where one signs in."""
    return "" if is_members(address) and address != AREA and current() is None else address
