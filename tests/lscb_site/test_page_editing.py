"""Two people on the same page: the second to save is told, and neither text is lost."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision
from wagtail.test.utils.form_data import querydict_from_html

from lscb_site.models import HomePage, StandardPage
from tests.lscb_site.people import logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

BUTTONS = [{}, {"action-publish": "1"}]


@pytest.fixture
def page() -> StandardPage:
    page = StandardPage(title="Our plan")
    HomePage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return page


def address(page: StandardPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def opened(who: Client, where: str) -> dict[str, Any]:
    form = querydict_from_html(who.get(where).text, form_id="page-edit-form").dict()
    return form | {"body-count": "0"}


def latest(page: StandardPage) -> str:
    return str(StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object().title)


@pytest.mark.parametrize("first", BUTTONS)
@pytest.mark.parametrize("second", BUTTONS)
def test_the_second_to_save_is_refused_with_both_texts(
    page: StandardPage, first: dict[str, str], second: dict[str, str]
) -> None:
    ann, bob = logged_in("Editors", "ann"), logged_in("superusers", "bob")
    forms = opened(ann, address(page)), opened(bob, address(page))
    ann.post(address(page), forms[0] | {"title": "Ann's plan"} | first)
    answer = bob.post(address(page), forms[1] | {"title": "Bob's plan"} | second)
    assert answer.status_code == 200
    assert "Somebody else saved this page while you had it open" in answer.text
    assert "Bob&#x27;s plan" in answer.text
    seen = forms[1]["loaded_revision_id"]
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, seen, "latest"])
    assert f'href="{compare}"' in answer.text
    assert latest(page) == "Ann's plan"
    assert "Ann&#x27;s plan" in bob.get(compare).text
    again = querydict_from_html(answer.text, form_id="page-edit-form").dict() | {"body-count": "0"} | second
    assert again["title"] == "Bob's plan"
    assert bob.post(address(page), again).status_code == 302
    assert latest(page) == "Bob's plan"
    assert Revision.objects.for_instance(page).count() == 3


def test_one_person_saves_again_and_again(page: StandardPage) -> None:
    ann = logged_in("Editors", "ann")
    for title in ("First", "Second", "Third"):
        answer = ann.post(address(page), opened(ann, address(page)) | {"title": title, "action-publish": "1"})
        assert answer.status_code == 302
        assert latest(page) == title


def test_a_form_that_does_not_say_what_it_was_made_from_is_refused(page: StandardPage) -> None:
    ann = logged_in("Editors", "ann")
    form = opened(ann, address(page)) | {"title": "Blind", "action-publish": "1"}
    for name in ("loaded_revision_id", "loaded_revision_created_at"):
        assert ann.post(address(page), {key: form[key] for key in form if key != name}).status_code == 200
    assert ann.post(address(page), form | {"loaded_revision_id": "9" * 30}).status_code == 200
    assert latest(page) == "Our plan"


def test_no_form_changes_a_revision_that_is_there(page: StandardPage) -> None:
    ann = logged_in("Editors", "ann")
    live = page.get_latest_revision()
    form = opened(ann, address(page)) | {"title": "Slipped in", "overwrite_revision_id": str(live.pk)}
    ann.post(address(page), form)
    assert page.revisions.get(pk=live.pk).content["title"] == "Our plan"


def test_an_autosave_is_refused_like_anybody(page: StandardPage) -> None:
    ann, bob = logged_in("Editors", "ann"), logged_in("Editors", "bob")
    form = opened(bob, address(page))
    ann.post(address(page), opened(ann, address(page)) | {"title": "Ann's plan"})
    answer = bob.post(address(page), form | {"title": "Bob's"}, headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert latest(page) == "Ann's plan"


def test_reverting_too(page: StandardPage) -> None:
    ann, bob = logged_in("Editors", "ann"), logged_in("Editors", "bob")
    first = page.get_latest_revision()
    revert = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk])
    ann.post(address(page), opened(ann, address(page)) | {"title": "Second"})
    form = opened(bob, revert)
    ann.post(address(page), opened(ann, address(page)) | {"title": "Third"})
    assert "Somebody else saved this page" in bob.post(revert, form).text
    assert latest(page) == "Third"
    assert bob.post(revert, opened(bob, revert)).status_code == 302
    assert latest(page) == "Our plan"


def test_a_new_page_and_one_without_a_revision(page: StandardPage) -> None:
    ann = logged_in("Editors", "ann")
    bare = StandardPage(title="From code")
    HomePage.objects.get().add_child(instance=bare)
    assert bare.get_latest_revision() is None
    form = opened(ann, address(bare)) | {"title": "Edited", "action-publish": "1"}
    assert ann.post(address(bare), form).status_code == 302
    assert "Somebody else saved" in ann.post(address(bare), form | {"title": "Again"}).text


@pytest.mark.parametrize(
    "broken", [{"body-count": None}, {"body-count": "many"}, {"body-count": "1"}, {"body-count": "9" * 5000}]
)
def test_a_form_that_is_not_whole_is_refused_and_nothing_is_saved(
    page: StandardPage, broken: dict[str, str | None]
) -> None:
    ann = logged_in("Editors", "ann")
    sent = {**opened(ann, address(page)), "title": "Broken", **broken}
    answer = ann.post(address(page), {key: value for key, value in sent.items() if value is not None})
    assert answer.status_code == 400
    assert latest(page) == "Our plan"


@pytest.fixture
def topics(page: StandardPage) -> StandardPage:
    """A page that stands below another, where it may be called as a part of the site is."""
    below = StandardPage(title="Topics", slug="topics")
    page.add_child(instance=below)
    return below


@pytest.mark.parametrize("who", ["Editors", "superusers"])
def test_a_page_is_not_moved_to_the_address_of_a_part_of_the_site(topics: StandardPage, who: str) -> None:
    home, client = HomePage.objects.get(), logged_in(who, "ann")
    where = reverse("wagtailadmin_pages:move_confirm", args=[topics.pk, home.pk])
    answer = client.post(where, follow=True)
    assert "/topics/ is the address of a part of this site" in answer.text
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    client.post(f"{bulk}?id={topics.pk}", {"chooser": home.pk, "move_applied": ["on"]})
    assert StandardPage.objects.get(pk=topics.pk).depth == home.depth + 2
    topics.slug = "our-topics"
    topics.save()
    client.post(where)
    assert StandardPage.objects.get(pk=topics.pk).depth == home.depth + 1
