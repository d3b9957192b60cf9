"""An editor makes the members' area by hand: the page, who reads what, a collection with files; and what is refused."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from lscb_site.members.area import GROUP
from lscb_site.models import BoardDocument, HomePage, MembersPage, StandardPage
from tests.lscb_site.members import AREA, Area, person, signed_in
from tests.lscb_site.people import logged_in
from tests.lscb_site.samples import document

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def editor() -> Client:
    return logged_in("Editors")


def group(name: str = GROUP) -> Group:
    return Group.objects.get(name=name)


def page_form(**fields: Any) -> dict[str, Any]:
    """What the form of a new page sends."""
    body = streamfield([("text", rich_text("<p>What we decided.</p>"))])
    return nested_form_data({"body": body, **fields, "action-publish": "yes"})


def create(editor: Client, parent: Page, model: str, **fields: Any) -> Any:
    address = reverse("wagtailadmin_pages:add", args=["lscb_site", model, parent.pk])
    return editor.post(address, page_form(**fields))


def test_by_hand_from_nothing_to_a_member_who_reads(editor: Client) -> None:
    home = HomePage.objects.get()
    assert create(editor, home, "memberspage", title="For the board", introduction="").status_code == 302
    front = MembersPage.objects.get()
    assert front.url == AREA
    create(editor, front, "standardpage", title="Minutes", slug="minutes")
    add = editor.post(reverse("wagtailadmin_collections:add"), {"parent": 1, "name": "Members' files"})
    assert add.status_code == 302
    collection = Collection.objects.get(name="Members' files")
    privacy = reverse("wagtailadmin_collections:set_privacy", args=[collection.pk])
    assert "set-privacy" in editor.get(reverse("wagtailadmin_collections:edit", args=[collection.pk])).text
    editor.post(privacy, {"restriction_type": "groups", "groups": [group().pk]})
    held = document("Agenda", public=False)
    change = reverse("wagtaildocs:edit", args=[held.pk])
    assert editor.post(change, {"title": "Agenda", "collection": collection.pk, "tags": ""}).status_code == 302
    member = signed_in(person("amal", GROUP))
    assert "What we decided." in member.get("/members/minutes/").text
    answer = member.get(f"/members/documents/{held.pk}/{held.address_name}")
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


def test_who_reads_a_page_is_chosen_on_its_screen(editor: Client) -> None:
    area = Area()
    address = reverse("wagtailadmin_pages:set_privacy", args=[area.minutes.pk])
    assert (
        'data-a11y-dialog-show="set-privacy"'
        in editor.get(reverse("wagtailadmin_pages:edit", args=[area.minutes.pk])).text
    )
    asked = editor.get(address).text
    assert "restriction_type" in asked
    assert "password" not in asked
    editor.post(address, {"restriction_type": "groups", "groups": [area.executive.pk]})
    assert signed_in(person("amal", GROUP)).get(area.minutes.url).status_code == 404
    editor.post(address, {"restriction_type": "none"})
    assert signed_in(person("ali", GROUP)).get(area.minutes.url).status_code == 200


def test_the_area_itself_is_never_opened(editor: Client) -> None:
    area = Area()
    address = reverse("wagtailadmin_pages:set_privacy", args=[area.front.pk])
    assert "accessible to users in specific groups" in editor.get(address).text
    for kind in ("none", "password", ""):
        editor.post(address, {"restriction_type": kind, "password": "x"})
    restriction = PageViewRestriction.objects.get(page=area.front)
    assert restriction.restriction_type == "groups"
    editor.post(address, {"restriction_type": "login"})
    restriction.refresh_from_db()
    assert restriction.restriction_type == "login"
    assert Client().get(AREA).status_code == 302


def test_there_is_one_area_and_it_stays_where_it_is(editor: Client) -> None:
    area = Area()
    create(editor, area.home, "memberspage", title="Another")
    assert MembersPage.objects.count() == 1
    other = StandardPage(title="Other", slug="other")
    area.home.add_child(instance=other)
    editor.post(reverse("wagtailadmin_pages:move_confirm", args=[area.front.pk, other.pk]))
    area.front.refresh_from_db()
    assert area.front.url == AREA
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[area.front.pk])).text
    assert 'name="slug"' not in form


def test_no_other_page_takes_its_address(editor: Client) -> None:
    home = HomePage.objects.get()
    answer = create(editor, home, "standardpage", title="Members", slug="members")
    assert "is the address of a part of this site" in answer.text
    assert not StandardPage.objects.filter(slug="members").exists()


@pytest.mark.parametrize("recursive", [True, False])
@pytest.mark.parametrize("alias", [True, False])
def test_a_page_of_the_area_is_not_copied_out_of_it(editor: Client, recursive: bool, alias: bool) -> None:
    area = Area()
    sent = {"new_title": "Out", "new_slug": "out", "new_parent_page": area.home.pk, "publish_copies": "on"}
    sent |= ({"copy_subpages": "on"} if recursive else {}) | ({"alias": "on"} if alias else {})
    answer = editor.post(reverse("wagtailadmin_pages:copy", args=[area.minutes.pk]), sent)
    assert "stay in it" in answer.text
    assert not Page.objects.filter(slug="out").exists()
    editor.post(reverse("wagtailadmin_pages:copy", args=[area.minutes.pk]), {**sent, "new_parent_page": area.front.pk})
    assert Page.objects.get(slug="out").url == "/members/out/"


@pytest.mark.parametrize("way", ["one", "bulk"])
def test_a_page_of_the_area_is_not_moved_out_of_it(editor: Client, way: str) -> None:
    area = Area()
    if way == "one":
        address = reverse("wagtailadmin_pages:move_confirm", args=[area.minutes.pk, area.home.pk])
        assert "stay in it" in editor.post(address, follow=True).text
    else:
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={area.minutes.pk}"
        editor.post(address, {"chooser": area.home.pk})
    area.minutes.refresh_from_db()
    assert area.minutes.url == "/members/minutes/"


def test_a_file_for_members_can_not_be_public(editor: Client) -> None:
    area = Area()
    address = reverse("wagtaildocs:edit", args=[area.document.pk])
    sent = {"title": "Agenda", "collection": area.collection.pk, "tags": "", "is_public": "on"}
    assert "Its collection is for members" in editor.post(address, sent).text
    assert not BoardDocument.objects.get(pk=area.document.pk).is_public
    public = document("Public", public=True)
    editor.post(reverse("wagtaildocs:edit", args=[public.pk]), {**sent, "title": "Public"})
    assert BoardDocument.objects.get(pk=public.pk).collection_id != area.collection.pk


def test_the_editor_is_told_of_files_that_members_do_not_see(editor: Client) -> None:
    area = Area()
    loose = document("Loose sheet", public=False)
    links = "".join(f'<a linktype="document" id="{each.pk}">x</a> ' for each in (area.document, loose))
    form = {"title": "More", "slug": "more", "action-publish": "yes"}
    body = streamfield([("text", rich_text(f"<p>{links}</p>"))])
    address = reverse("wagtailadmin_pages:add", args=["lscb_site", "standardpage", area.front.pk])
    shown = editor.post(address, nested_form_data({"body": body, **form}), follow=True).text
    said = shown.split("see these files of the page until you put them into a collection for members: ")[1][:300]
    assert "Loose sheet" in said
    assert "Zebra agenda" not in said


def test_restrictions_of_collections_are_for_editors_alone() -> None:
    area = Area()
    address = reverse("wagtailadmin_collections:set_privacy", args=[area.collection.pk])
    logged_in("Approvers").post(address, {"restriction_type": "none"})
    assert CollectionViewRestriction.objects.filter(collection=area.collection).exists()
