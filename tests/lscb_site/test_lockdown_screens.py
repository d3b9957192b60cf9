"""Every address of the admin, asked by everybody: strangers are sent to log in, and nobody meets an error page."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import Collection, Site

from lscb_site.addresses import ADMIN_PREFIX
from lscb_site.models import BoardSettings, HomePage, StandardPage
from tests.lscb_site.people import logged_in
from tests.lscb_site.samples import contact, document, image, marker, partner

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# What anybody may ask: how one logs in, and what its page is drawn with.
OPEN = {
    "wagtailadmin_login",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_complete",
}
NOT_ASKED = {
    "wagtailadmin_error_test",  # raises on purpose, to show Wagtail's own error page
    "wagtailadmin_logout",  # the rest would be asked by a stranger
}
WORDS = {"app_label": "lscb_site", "model_name": "standardpage", "action": "delete", "action_name": "delete"}
WORDS |= {"content_type_app_name": "lscb_site", "content_type_model_name": "standardpage", "app_name": "lscb_site"}
WORDS |= {"filter_spec": "max-100x100", "mode": "", "uidb64": "MQ", "token": "a-b"}
COMPARED = {"wagtailadmin_pages:revisions_compare", "wagtailsnippets:revisions_compare"}


def addresses() -> Iterator[tuple[str, str, list[str]]]:
    """(name, route, names of its arguments) of each address of the admin."""
    for resolver in get_resolver().url_patterns:
        if isinstance(resolver, URLResolver) and str(resolver.pattern) == ADMIN_PREFIX.lstrip("/"):
            yield from inside(resolver, "", [])


def inside(resolver: URLResolver, namespace: str, before: list[str]) -> Iterator[tuple[str, str, list[str]]]:
    for pattern in resolver.url_patterns:
        arguments = [*before, *pattern.pattern.converters]
        if isinstance(pattern, URLResolver):
            deeper = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from inside(pattern, deeper, arguments)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{namespace}{pattern.name}", str(pattern.pattern), arguments


SHOWN = {"Editors": 100, "Approvers": 10, "superusers": 150}
ALL = sorted({(name, tuple(arguments)) for name, _route, arguments in addresses()})


def filled(name: str, arguments: tuple[str, ...], pk: Any) -> str | None:
    """The address with a row's key in every place for one; None where no such address can be."""
    words = {key: WORDS.get(key, pk) for key in arguments}
    try:
        return reverse(name, args=[pk, "earliest", "latest"]) if name in COMPARED else reverse(name, kwargs=words)
    except NoReverseMatch:
        return None


@pytest.fixture
def rows() -> dict[str, int]:
    """How an address begins -> the key of a row that it is about; the longest beginning that fits counts."""
    page = StandardPage(title="A page")
    HomePage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    held, picture = document(public=False), image(public=False)
    return {
        "": page.pk,
        "private_files:document": held.pk,
        "private_files:rendition": picture.get_rendition("max-165x165").pk,
        "wagtaildocs": held.pk,
        "wagtailimages": picture.pk,
        "wagtailsnippets_lscb_site_contact": contact().pk,
        "wagtailsnippets_lscb_site_partner": partner().pk,
        "wagtailadmin_collections": Collection.objects.create(name="C", depth=2, path="00010001").pk,
        "wagtailsites": Site.objects.get().pk,
        "wagtailsettings": BoardSettings.load().pk,
        "wagtailusers_users": marker().pk,
        "wagtailusers_groups": Group.objects.get(name="Editors").pk,
    }


def keys_for(name: str, rows: dict[str, int]) -> tuple[int, int]:
    """The key of the row that an address is about, and one of nothing."""
    return rows[max(filter(name.startswith, rows), key=len)], 987_654


def test_the_whole_admin_is_looked_at() -> None:
    assert len(ALL) > 150
    names = {name for name, _arguments in ALL}
    assert {"wagtailadmin_home", "wagtaildocs:index", "private_files:document"} <= names
    assert names >= OPEN | NOT_ASKED


def test_strangers_are_sent_to_the_login(client: Client, rows: dict[str, int]) -> None:
    let_in = set()
    for name, arguments in ALL:
        address = filled(name, arguments, keys_for(name, rows)[0])
        if address is None:
            continue
        for method in (client.get, client.post):
            answer = method(address)
            sent_on = answer.status_code == 302 and "/admin/login/" in answer.headers["Location"]
            if not (sent_on or answer.status_code in {401, 403}):
                let_in.add(name)
    assert let_in <= OPEN


@pytest.mark.parametrize("group", ["Editors", "Approvers", pytest.param("superusers", marks=pytest.mark.long)])
def test_nobody_meets_an_error_page(group: str, rows: dict[str, int]) -> None:
    who = logged_in(group)
    who.raise_request_exception = False
    broken, shown = set(), 0
    for name, arguments in ALL:
        for pk in keys_for(name, rows) if arguments or name in COMPARED else (0,):
            address = filled(name, arguments, pk)
            if address and name not in NOT_ASKED:
                answer = who.get(address)
                if answer.streaming:
                    b"".join(answer)
                shown += answer.status_code == 200
                if answer.status_code >= 500:
                    broken.add((name, address))
    assert not broken
    assert shown >= SHOWN[group]  # else somebody was logged out on the way, and nothing was looked at
