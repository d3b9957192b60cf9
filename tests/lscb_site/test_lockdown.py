"""What Wagtail offers and this site does without: not mounted, emptied, or explained."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail import hooks
from wagtail.models import Page, PageViewRestriction
from wagtail.rich_text import features

from lscb_site.models import HomePage, StandardPage
from tests.lscb_site.people import logged_in
from tests.lscb_site.samples import document, image

pytestmark = pytest.mark.django_db


def views(patterns: Any = None) -> Iterator[str]:
    """The modules of all views that have an address."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield pattern.lookup_str


@pytest.fixture
def page() -> StandardPage:
    page = StandardPage(title="Members only")
    HomePage.objects.get().add_child(instance=page)
    return page


class TestAddresses:
    """Nothing is mounted that isn't needed."""

    def test_no_public_api(self, client: Client) -> None:
        mounted = list(views())
        assert mounted
        assert not [name for name in mounted if name.startswith("wagtail.api.v3")]
        assert not apps.is_installed("wagtail.api.v3")
        for address in ("/api/v2/pages/", "/api/v3/pages/", "/api/main/pages/", "/admin/api/v3/pages/"):
            assert client.get(address, follow=True).status_code == 404 or "/admin/login/" in str(
                client.get(address).headers.get("Location")
            )

    @pytest.mark.parametrize(
        "name",
        [
            "wagtailcore_authenticate_with_password",
            "wagtaildocs_authenticate_with_password",
            "wagtailcore_login",
            "wagtailimages_serve",
        ],
    )
    def test_no_side_door_has_an_address(self, name: str) -> None:
        assert name not in {str(key) for key in get_resolver().reverse_dict}

    @pytest.mark.parametrize(
        "address",
        [
            "/_util/authenticate_with_password/1/2/",
            "/_util/login/",
            "/documents/authenticate_with_password/1/",
            "/images/1/2/max-100x100/a.png",
            "/media/wagtail/uploads/a.pdf",
            "/media/original_images/a.png",
            "/media/",
        ],
    )
    def test_what_wagtail_would_have_there_is_a_404(self, client: Client, address: str) -> None:
        assert client.get(address).status_code == 404
        assert client.post(address).status_code in {404, 405}

    def test_no_embeds_comments_or_workflow(self) -> None:
        assert not apps.is_installed("wagtail.embeds")
        assert not settings.WAGTAILADMIN_COMMENTS_ENABLED
        assert not settings.WAGTAIL_WORKFLOW_ENABLED
        assert settings.WAGTAIL_AUTOSAVE_INTERVAL == 0
        for name in ("embed", "image"):
            assert name not in features.get_default_features()

    def test_comments_have_no_panel(self, page: StandardPage) -> None:
        text = logged_in("superusers").get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
        assert "w-comments" not in text.replace("w-comments:init", "")


class TestAdminApi:
    """The page explorer reads pages; nothing else is to be had, and nothing can be done."""

    @pytest.mark.parametrize(
        "action",
        [
            "convert_alias",
            "copy",
            "delete",
            "publish",
            "unpublish",
            "move",
            "copy_for_translation",
            "create_alias",
            "revert_to_page_revision",
        ],
    )
    def test_no_action_on_pages(self, page: StandardPage, action: str) -> None:
        before = Page.objects.values_list("pk", "path", "live").order_by("pk")
        kept = list(before)
        address = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
        answer = logged_in("superusers").post(address, "{}", content_type="application/json")
        assert answer.status_code == 404
        assert list(before.all()) == kept

    @pytest.mark.parametrize("group", ["Editors", "Approvers", "superusers"])
    def test_no_list_of_files(self, group: str) -> None:
        keys = {"documents": document(public=False).pk, "images": image(public=False).pk}
        who = logged_in(group)
        for kind, pk in keys.items():
            answer = who.get(reverse(f"wagtailadmin_api:{kind}:listing"), headers={"accept": "application/json"})
            assert json.loads(answer.content)["items"] == []
            assert who.get(reverse(f"wagtailadmin_api:{kind}:detail", args=[pk])).status_code == 404
            found = who.get(reverse(f"wagtailadmin_api:{kind}:find") + f"?id={pk}")
            assert found.status_code == 404

    def test_strangers_are_sent_to_the_login(self, client: Client) -> None:
        for kind in ("pages", "documents", "images"):
            assert client.get(reverse(f"wagtailadmin_api:{kind}:listing")).status_code == 302


class TestPrivacy:
    """Outside the members' area a private page is a 404, not an error and not a form for a password."""

    @pytest.mark.parametrize("kind", ["login", "password", "groups"])
    def test_a_private_page_is_not_there(self, client: Client, page: StandardPage, kind: str) -> None:
        child = StandardPage(title="Below")
        page.add_child(instance=child)
        PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")
        for each in (page, child):
            assert client.get(each.url).status_code == 404
        sitemap = client.get("/sitemap.xml").text
        assert "members-only" not in sitemap

    def test_nobody_can_make_one_on_the_screen(self, page: StandardPage) -> None:
        boss = logged_in("superusers")
        address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
        assert "restriction_type" not in boss.get(address).text
        root = reverse("wagtailadmin_pages:set_privacy", args=[Page.get_first_root_node().pk])
        for where in (address, root):
            for kind in ("login", "password", "groups"):
                assert boss.post(where, {"restriction_type": kind, "password": "x"}).status_code in {302, 405}
        assert not PageViewRestriction.objects.exists()
        assert (
            'data-a11y-dialog-show="set-privacy"'
            not in boss.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
        )


class TestUsers:
    """Deactivated, never deleted."""

    @pytest.fixture
    def former(self) -> User:
        return User.objects.create_user("former", password="a long password")

    def test_the_screens_say_why(self, former: User) -> None:
        boss = logged_in("superusers")
        bulk = reverse("wagtail_bulk_action", args=["auth", "user", "delete"]) + f"?id={former.pk}"
        for address in (reverse("wagtailusers_users:delete", args=[former.pk]), bulk):
            for method in (boss.get, boss.post):
                answer = method(address, follow=True)
                assert "Users are never deleted" in answer.text
        assert User.objects.filter(pk=former.pk).exists()
        edit = boss.get(reverse("wagtailusers_users:edit", args=[former.pk])).text
        assert reverse("wagtailusers_users:delete", args=[former.pk]) not in edit
        assert (
            reverse("wagtailusers_users:delete", args=[former.pk])
            not in boss.get(reverse("wagtailusers_users:index")).text
        )

    def test_nor_by_code(self, former: User) -> None:
        for delete in (former.delete, User.objects.filter(pk=former.pk).delete):
            with pytest.raises(ProtectedError, match="never deleted"), transaction.atomic():
                delete()
        assert User.objects.filter(pk=former.pk).exists()

    def test_somebody_deactivated_is_out_at_once(self) -> None:
        who = logged_in("Editors", "eve")
        assert who.get("/admin/").status_code == 200
        User.objects.filter(username="eve").update(is_active=False)
        assert who.get("/admin/").status_code == 302


def test_our_hook_comes_after_wagtails_own() -> None:
    last = [hook.__module__ for hook in hooks.get_hooks("construct_admin_api")][-1]
    assert last == "lscb_site.lockdown"
