"""The addresses of our own views, and what a page at the top of the tree may therefore not be called."""

from collections.abc import Iterator
from functools import cache
from urllib.parse import urljoin

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

ADMIN_PREFIX = "/admin/"
PAGES = "wagtail_serve"
# Addresses that the urlconf can't tell: other servers' and those of parts that a process may have switched off.
ALSO_RESERVED = frozenset({
    "admin", "documents", "images", "media", "static", "robots.txt", "sitemap.xml", "favicon.ico", ".well-known",
    "publications", "publications.json", "publications.csv", "publications.atom", "search", "topics", "django-admin",
    "account", "accounts", "login", "logout", "api", "_util",
})  # fmt: skip


def reserved(slug: str) -> bool:
    """Whether a page directly below the home page may not have this slug."""
    return slug.lower() in reserved_slugs()


@cache
def reserved_slugs() -> frozenset[str]:
    """The first segments of every address that isn't a page's."""
    sections = {address.strip("/").split("/")[0] for _name, _label, address in settings.SITE_SECTIONS}
    return frozenset(first_segments()) | sections | ALSO_RESERVED


def first_segments() -> Iterator[str]:
    """The first segment of each pattern in the root address map that begins with a fixed word."""
    for pattern in get_resolver().url_patterns:
        if isinstance(pattern, URLPattern) and pattern.name == PAGES:
            continue
        yield from _first_segment(pattern)


def _first_segment(pattern: URLPattern | URLResolver) -> Iterator[str]:
    route = str(pattern.pattern).lstrip("^")
    if not route and isinstance(pattern, URLResolver):
        for inner in pattern.url_patterns:
            yield from _first_segment(inner)
        return
    segment = route.split("/")[0].replace("\\", "").rstrip("$")
    if segment and not set(segment) & set("<([?*+"):
        yield segment.lower()


def absolute(path: str) -> str:
    """The whole address of a path of this site, as the outside world knows it."""
    return urljoin(settings.PUBLIC_URL + "/", path)


def is_admin(path: str) -> bool:
    """Whether a path belongs to the admin."""
    return path.startswith(ADMIN_PREFIX) or path == ADMIN_PREFIX.rstrip("/")
