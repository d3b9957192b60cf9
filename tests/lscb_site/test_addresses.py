"""What a page at the top of the tree may not be called."""

import pytest

from lscb_site.addresses import first_segments, is_admin, reserved


@pytest.mark.parametrize(
    "slug",
    [
        "admin", "publications", "Publications", "search", "topics", "static", "media", "documents", "exit-this-page",
        "healthz", "readyz",
        "brand.css", "sitemap.xml", "robots.txt", ".well-known", "publications.json", "publications.csv",
    ],
)  # fmt: skip
def test_our_own_addresses_are_reserved(slug: str) -> None:
    assert reserved(slug)


@pytest.mark.parametrize("slug", ["reviews", "about-us", "publication", "searching", "admins", "home"])
def test_other_slugs_are_free(slug: str) -> None:
    assert not reserved(slug)


def test_every_fixed_first_segment_of_the_address_map_is_reserved() -> None:
    segments = set(first_segments())
    assert {"healthz", "admin", "exit-this-page", "media"} <= segments
    assert all(reserved(segment) for segment in segments)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/admin/", True),
        ("/admin", True),
        ("/admin/pages/3/", True),
        ("/administration/", False),
        ("/", False),
        ("/x/admin/", False),
    ],
)
def test_is_admin(path: str, expected: bool) -> None:
    assert is_admin(path) is expected
