"""The members' area: who reads what, as stranger, member, member of another group, editor."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import connection, transaction
from django.db.models import ProtectedError
from django.test import Client
from wagtail.models import PageViewRestriction, Site

from lscb_site.members.area import GROUP
from lscb_site.members.restriction import SENTENCE
from lscb_site.models import MembersPage, StandardPage
from tests.lscb_site.members import AREA, PASSWORD, SIGN_IN, Area, add, person, signed_in
from tests.lscb_site.people import logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PLACES = ("front", "minutes", "papers", "document")


def places(area: Area) -> dict[str, str]:
    return {"front": AREA, "minutes": area.minutes.url, "papers": area.papers.url, "document": area.file}


def seen(client: Client, area: Area) -> dict[str, int]:
    """The status of each place."""
    found = {}
    for name, address in places(area).items():
        answer = client.get(address)
        if answer.streaming:
            b"".join(answer.streaming_content)
        found[name] = answer.status_code
    return found


def test_what_each_kind_of_person_sees(area: Area) -> None:
    yes, no = 200, 404
    assert seen(Client(), area) == dict.fromkeys(PLACES, 302)
    member = signed_in(person("amal", GROUP))
    assert seen(member, area) == {"front": yes, "minutes": yes, "papers": no, "document": yes}
    executive = signed_in(person("bea", "Executive"))
    assert seen(executive, area) == {"front": yes, "minutes": yes, "papers": yes, "document": yes}
    editor = signed_in(person("ed", "Editors"))
    assert seen(editor, area) == {"front": yes, "minutes": yes, "papers": no, "document": no}
    chief = signed_in(person("chief", is_superuser=True))
    assert seen(chief, area) == dict.fromkeys(PLACES, yes)


@pytest.mark.parametrize("groups", [(), ("Approvers",)])
def test_an_account_of_no_group_of_the_area_does_not_get_in(area: Area, groups: tuple[str, ...]) -> None:
    person("someone", *groups)
    answer = Client().post(SIGN_IN, {"username": "someone", "password": PASSWORD})
    assert "not one of those that may read" in answer.text
    assert not answer.cookies.get("members_session")


def test_who_leaves_the_group_or_is_deactivated_is_out_at_once(area: Area) -> None:
    amal = person("amal", GROUP)
    browser = signed_in(amal)
    amal.groups.clear()
    assert seen(browser, area) == dict.fromkeys(PLACES, 404)
    amal.groups.add(Group.objects.get(name=GROUP))
    assert seen(browser, area)["minutes"] == 200
    User.objects.filter(pk=amal.pk).update(is_active=False)
    assert seen(browser, area) == dict.fromkeys(PLACES, 302)


@pytest.mark.parametrize(
    "address", ["/members/minutes/", "/members/nothing/", "/members/documents/1/x.pdf", "/members/images/1/"]
)
def test_strangers_can_not_tell_what_is_there(area: Area, address: str) -> None:
    for answer in (Client().get(address), Client().head(address)):
        assert answer.status_code == 302
        assert answer.headers["Location"] == f"{SIGN_IN}?next={address.replace('/', '%2F')}"


def test_without_an_area_there_is_nothing() -> None:
    for address in (AREA, SIGN_IN, "/members/sign-out/", "/members/password/", "/members/x/", "/members/images/1/"):
        answer = Client().post(address) if "out" in address else Client().get(address)
        assert answer.status_code == 404, address
    area = Area()
    area.front.unpublish()
    assert Client().get(SIGN_IN).status_code == 404


@pytest.mark.usefixtures("area")
class TestCookies:
    """Cookies of the area are of the area."""

    def test_names_and_paths(self) -> None:
        browser = signed_in(person("amal", GROUP))
        assert {name: cookie["path"] for name, cookie in browser.cookies.items()} == {
            "members_session": AREA,
            "members_csrf": AREA,
        }
        assert browser.cookies["members_session"]["httponly"]
        assert browser.cookies["members_session"]["samesite"] == "Lax"

    def test_public_pages_know_of_nobody(self) -> None:
        browser = signed_in(person("amal", GROUP))
        for address in ("/", "/publications/", "/search/?q=zebra"):
            mine, theirs = browser.get(address), Client().get(address)
            assert not mine.cookies
            assert "amal" not in mine.text
            assert "For the board" not in mine.text
            assert "Vary" not in mine.headers or "Cookie" not in mine.headers["Vary"]
            assert len(mine.content) == len(theirs.content)

    def test_pages_are_kept_by_nobody(self, area: Area) -> None:
        browser = signed_in(person("amal", GROUP))
        for address in (SIGN_IN, *places(area).values(), "/members/password/"):
            answer = browser.get(address)
            headers = answer.headers
            if answer.streaming:
                b"".join(answer.streaming_content)
            said = {part.strip() for part in headers["Cache-Control"].split(",")}
            assert {"private", "no-store"} <= said, address
            assert "public" not in said
            assert headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
            assert headers["Referrer-Policy"] == "same-origin"

    def test_a_members_session_opens_no_admin_and_the_other_way_round(self) -> None:
        editor = person("ed", "Editors")
        browser = signed_in(editor)
        stolen = Client()
        stolen.cookies["sessionid"] = browser.cookies["members_session"].value
        assert stolen.get("/admin/").status_code == 302
        at_desk = logged_in("Editors", "eve")
        assert at_desk.get("/admin/").status_code == 200
        other = Client()
        other.cookies["members_session"] = at_desk.cookies["sessionid"].value
        assert other.get(AREA).status_code == 302

    def test_the_admins_cookies_are_not_read_here(self) -> None:
        browser = Client()
        browser.force_login(person("ed", "Editors"))
        assert browser.get(AREA).status_code == 302

    def test_a_cookie_that_no_session_can_have(self) -> None:
        assert Client(headers={"Cookie": 'members_session="a\\000b"'}).get(AREA).status_code == 302


@pytest.mark.usefixtures("area")
class TestSigningIn:
    """The form, its way onward, and how often it may be tried."""

    def test_onward_to_what_was_asked_for(self) -> None:
        person("amal", GROUP)
        browser = Client(enforce_csrf_checks=True)
        page = browser.get("/members/minutes/", follow=True)
        assert "Sign in to the members" in page.text
        token = browser.cookies["members_csrf"].value
        sent = {"username": "amal", "password": PASSWORD, "next": "/members/minutes/", "csrfmiddlewaretoken": token}
        answer = browser.post(SIGN_IN, sent)
        assert answer.headers["Location"] == "/members/minutes/"
        assert browser.get(SIGN_IN).headers["Location"] == AREA

    def test_not_without_the_token(self) -> None:
        person("amal", GROUP)
        answer = Client(enforce_csrf_checks=True).post(SIGN_IN, {"username": "amal", "password": PASSWORD})
        assert answer.status_code == 403

    @pytest.mark.parametrize(
        "onward",
        ["https://example.org/", "//example.org/", "/admin/", "/members", "/members/../admin/"],
    )
    def test_never_out_of_the_area(self, onward: str) -> None:
        person("amal", GROUP)
        answer = Client().post(SIGN_IN, {"username": "amal", "password": PASSWORD, "next": onward})
        location = answer.headers["Location"]
        assert location == AREA or location.startswith(AREA)
        assert "example" not in location

    @pytest.mark.parametrize("sent", [{"username": "amal", "password": "xyzzy-xyzzy"}, {"username": "nobody"}, {}])
    def test_a_wrong_word_says_so(self, sent: dict[str, str]) -> None:
        person("amal", GROUP)
        answer = Client().post(SIGN_IN, sent)
        assert answer.status_code == 200
        assert "There is a problem" in answer.text
        assert 'name="password"' in answer.text
        assert "xyzzy" not in answer.text

    def test_only_so_many_tries(self) -> None:
        person("amal", GROUP)
        tries = [Client().post(SIGN_IN, {"username": "AMAL", "password": f"x{n}"}).status_code for n in range(12)]
        assert tries == [200] * 10 + [429] * 2
        assert Client().post(SIGN_IN, {"username": "amal", "password": PASSWORD}).status_code == 429

    def test_signing_out(self) -> None:
        browser = signed_in(person("amal", GROUP))
        assert browser.get("/members/sign-out/").status_code == 405
        assert browser.post("/members/sign-out/").headers["Location"] == SIGN_IN
        assert browser.get(AREA).status_code == 302
        assert not browser.cookies["members_session"].value

    def test_another_password(self) -> None:
        amal = person("amal", GROUP)
        browser = signed_in(amal)
        new = "quite another password"
        wrong = browser.post("/members/password/", {"old_password": "x", "new_password1": new, "new_password2": new})
        assert "There is a problem" in wrong.text
        sent = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
        assert "Your password is changed" in browser.post("/members/password/", sent).text
        assert browser.get(AREA).status_code == 200
        amal.refresh_from_db()
        assert amal.check_password(new)
        assert Client().get("/members/password/").status_code == 302

    def test_the_session_ends_after_a_working_day(self) -> None:
        browser = signed_in(person("amal", GROUP))
        assert browser.cookies["members_session"]["max-age"] == 36_000


@pytest.mark.usefixtures("area")
class TestInside:
    """What a member sees of the area."""

    def test_the_navigation_leads_to_it(self) -> None:
        text = signed_in(person("amal", GROUP)).get(AREA).text
        navigation = text.split('aria-label="Main"')[1].split("</nav>")[0]
        assert "For the board" in navigation
        assert "Signed in as amal" in text

    def test_only_what_they_may_read_is_listed(self) -> None:
        listed = signed_in(person("amal", GROUP)).get(AREA).text
        assert "Zebra minutes" in listed
        assert "Lynx papers" not in listed
        assert "Lynx papers" in signed_in(person("bea", "Executive")).get(AREA).text

    def test_a_picture_of_the_area_is_shown_in_it(self, area: Area) -> None:
        picture = area.image
        picture.contextual_alt_text, picture.decorative = "x", False
        body: Any = [("image", {"image": picture, "caption": ""})]
        page = add(area.front, StandardPage(title="Picture", body=body))
        text = signed_in(person("amal", GROUP)).get(page.url).text
        assert "/members/images/" in text
        assert "/media/" not in text.split("<main")[1]

    def test_lists_of_children_and_guides(self, area: Area) -> None:
        area.minutes.is_guide = True
        area.minutes.save()
        add(area.minutes, StandardPage(title="May meeting"))
        assert "May meeting" in signed_in(person("amal", GROUP)).get(area.minutes.url).text

    def test_an_alias_of_what_they_may_not_read_is_not_theirs(self, area: Area) -> None:
        alias = area.papers.create_alias(parent=area.front, update_slug="repeated")
        assert signed_in(person("amal", GROUP)).get(alias.url).status_code == 404
        assert signed_in(person("bea", "Executive")).get(alias.url).status_code == 200

    def test_a_page_without_any_restriction_is_nobodys(self, area: Area) -> None:
        browser = signed_in(person("amal", GROUP))
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM wagtailcore_pageviewrestriction_groups")
            cursor.execute("DELETE FROM wagtailcore_pageviewrestriction")
        assert browser.get(area.minutes.url).status_code == 404

    def test_a_shared_password_opens_nothing(self, area: Area) -> None:
        PageViewRestriction.objects.create(page=area.minutes, restriction_type="password", password="x")
        assert signed_in(person("amal", GROUP)).get(area.minutes.url).status_code == 404

    def test_a_private_page_elsewhere_is_still_not_there(self, area: Area) -> None:
        page = add(area.home, StandardPage(title="Private"))
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        assert signed_in(person("amal", GROUP)).get(page.url).status_code == 404

    def test_more_pages_take_no_more_queries(self, area: Area, django_assert_num_queries: Any) -> None:
        browser = signed_in(person("amal", GROUP))
        browser.get(AREA)
        with django_assert_num_queries(22):
            browser.get(AREA)
        for number in range(3):
            add(area.front, StandardPage(title=f"Page {number}"))
        with django_assert_num_queries(22):
            browser.get(AREA)


class TestAlwaysClosed:
    """The area's own restriction stays."""

    def test_from_the_first_moment(self) -> None:
        front = MembersPage(title="For the board")
        Site.objects.get().root_page.add_child(instance=front)
        restriction = front.get_view_restrictions().get()
        assert {group.name for group in restriction.groups.all()} == {GROUP, "Editors"}
        assert front.slug == "members"

    def test_it_can_not_be_deleted_by_itself(self, area: Area) -> None:
        own = area.front.get_view_restrictions().get()
        for delete in (own.delete, PageViewRestriction.objects.filter(pk=own.pk).delete):
            with pytest.raises(ProtectedError, match="never open to everybody"), transaction.atomic():
                delete()
        assert "never open" in SENTENCE

    def test_the_whole_area_can_be_deleted(self, area: Area) -> None:
        area.front.delete()
        assert not MembersPage.objects.exists()
        assert Client().get(AREA).status_code == 404

    def test_a_restriction_further_down_can_be_deleted(self, area: Area) -> None:
        PageViewRestriction.objects.get(page=area.papers).delete()
        assert signed_in(person("amal", GROUP)).get(area.papers.url).status_code == 200

    def test_the_group_of_members_has_no_right(self) -> None:
        assert not Permission.objects.filter(group__name=GROUP).exists()
        assert not Group.objects.get(name=GROUP).page_permissions.exists()
        browser = Client()
        browser.force_login(person("amal", GROUP))
        assert browser.get("/admin/").status_code == 302
