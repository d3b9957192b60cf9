"""The admin as a board officer uses it: forms filled in and sent over HTTP, by an editor who is no superuser."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, querydict_from_html

from lscb_site.models import (
    BoardSettings,
    Contact,
    HomePage,
    NavigationSettings,
    Partner,
    QuickLink,
    StandardPage,
    Topic,
)
from tests.lscb_site.samples import contact, image

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def editor(client: Client) -> Client:
    user = User.objects.create_user("eve", password="a long password")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def snippet(view: str, model: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_lscb_site_{model}:{view}", args=args)


def send(editor: Client, form_address: str, /, **typed: Any) -> Any:
    """Opens a form, types into it, saves it."""
    shown = editor.get(form_address)
    assert shown.status_code == 200
    form = querydict_from_html(shown.text, form_id="w-editor-form")
    form.update(nested_form_data(typed))
    return editor.post(form_address, form, follow=True)


def complaints(answer: Any) -> str:
    return str(answer.context["form"].errors)


def test_an_editor_adds_a_contact_with_two_numbers(editor: Client) -> None:
    numbers = inline_formset([{"label": "office", "number": "01632 960001"}, {"label": "", "number": "01632 960002"}])
    send(editor, snippet("add", "contact"), role="Duty team", urgent="on", phone_numbers=numbers)
    added = Contact.objects.get()
    assert [(each.label, each.number) for each in added.phone_numbers.all()] == [
        ("office", "01632 960001"),
        ("", "01632 960002"),
    ]
    assert "01632 960001" in editor.get("/").text


def test_an_editor_adds_a_partner_a_link_and_a_topic(editor: Client) -> None:
    logo = image()
    send(editor, snippet("add", "partner"), name="Police", logo=logo.pk, address="https://police.example/")
    send(editor, snippet("add", "quicklink"), title="Help", group="Families", page=HomePage.objects.get().pk)
    send(editor, snippet("add", "topic"), name="Neglect", synonyms="lack of care,\nnot fed, lack of care, ")
    assert Partner.objects.get().logo == logo
    assert QuickLink.objects.get().url == "/"
    assert (Topic.objects.get().slug, Topic.objects.get().synonyms) == ("neglect", ["lack of care", "not fed"])


REFUSED = [
    ("contact", {"name": "Nobody"}, "This field is required"),
    ("quicklink", {"title": "Help"}, "Give either a web address or a page of this site"),
    ("quicklink", {"title": "Help", "address": "https://a.example/", "page": "3"}, "not both"),
    ("topic", {"name": "NEGLECT"}, "There is already a topic with this name."),
    ("topic", {"name": "!!!"}, "No address can be made from this name."),
    ("partner", {"name": "Police", "address": "police"}, "Enter a valid URL"),
]


@pytest.mark.parametrize(("model", "typed", "sentence"), REFUSED)
def test_what_a_form_refuses_it_explains(editor: Client, model: str, typed: dict[str, str], sentence: str) -> None:
    Topic.objects.create(name="Neglect")
    if typed.get("page"):
        typed = typed | {"page": str(HomePage.objects.get().pk)}
    if model == "contact":
        typed = typed | {"phone_numbers": inline_formset([])}
    answer = send(editor, snippet("add", model), **typed)
    assert sentence in complaints(answer)


def test_the_board_says_who_it_is(editor: Client, client: Client) -> None:
    address = reverse("wagtailsettings:edit", args=["lscb_site", "boardsettings", BoardSettings.load().pk])
    send(
        editor,
        address,
        name="Anyshire Board",
        kind="board",
        brand_colour="#1d4f73",
        concern_title="Afraid for a child?",
    )
    board = BoardSettings.load()
    assert (board.name, board.noun, board.brand_colour) == ("Anyshire Board", "board", "#1d4f73")
    text = client.get("/").text
    assert "Anyshire Board" in text
    assert "Afraid for a child?" in text


def test_a_pale_brand_colour_is_refused_with_what_was_measured(editor: Client) -> None:
    address = reverse("wagtailsettings:edit", args=["lscb_site", "boardsettings", BoardSettings.load().pk])
    answer = send(editor, address, brand_colour="#ffdd00")
    assert "White text on #ffdd00 has a contrast of 1.35 to 1; WCAG AA asks for at least 4.5 to 1." in complaints(
        answer
    )
    assert BoardSettings.load().brand_colour == ""


def test_navigation_in_the_editors_order(editor: Client, client: Client) -> None:
    navigation = NavigationSettings.load()
    address = reverse("wagtailsettings:edit", args=["lscb_site", "navigationsettings", navigation.pk])
    items = [{"section": "search", "label": "Find"}, {"page": HomePage.objects.get().pk, "label": "Start"}]
    send(editor, address, items=inline_formset(items), footer_links=inline_formset([]))
    header = client.get("/").text.split("<main")[0]
    assert header.index("Find") < header.index("Start")


class TestDeletion:
    """What is used somewhere stays, and the refusal says where."""

    @pytest.fixture
    def used(self) -> Contact:
        person = contact("Business Manager")
        HomePage.objects.get().add_child(instance=StandardPage(title="Who we are", body=[("contact", person)]))
        return person

    def addresses(self, person: Contact) -> list[str]:
        in_bulk = reverse("wagtail_bulk_action", args=["lscb_site", "contact", "delete"]) + f"?id={person.pk}"
        return [snippet("delete", "contact", person.pk), in_bulk]

    @pytest.mark.parametrize("number", [0, 1])
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_refused_while_it_is_used(self, editor: Client, used: Contact, number: int, method: str) -> None:
        answer = getattr(editor, method)(self.addresses(used)[number], follow=True)
        assert answer.status_code == 200
        assert "can&#x27;t be deleted: it is used on “Who we are”. Take it out there first." in answer.text
        assert Contact.objects.filter(pk=used.pk).exists()

    @pytest.mark.parametrize("number", [0, 1])
    def test_deleted_when_nothing_uses_it(self, editor: Client, used: Contact, number: int) -> None:
        StandardPage.objects.get(title="Who we are").delete()
        assert editor.post(self.addresses(used)[number]).status_code == 302
        assert not Contact.objects.filter(pk=used.pk).exists()

    def test_the_list_counts_where_each_is_used(self, editor: Client, used: Contact) -> None:
        text = editor.get(snippet("list", "contact")).text
        assert "Used on" in text
        assert snippet("usage", "contact", used.pk) in text
        assert "Who we are" in editor.get(snippet("usage", "contact", used.pk)).text


def test_a_topic_in_use_is_counted_listed_and_kept(editor: Client) -> None:
    topic = Topic.objects.create(name="Neglect")
    for title in ("First", "Second"):
        page = HomePage.objects.get().add_child(instance=StandardPage(title=title))
        page.topics.add(topic)
        page.save()
    assert "Used 2 times" in editor.get(snippet("list", "topic")).text
    usage = editor.get(snippet("usage", "topic", topic.pk)).text
    assert "First" in usage
    assert "Second" in usage
    assert "Topics" in usage
    answer = editor.post(snippet("delete", "topic", topic.pk), follow=True)
    assert "it is used on “First”, “Second”" in answer.text
    assert Topic.objects.filter(pk=topic.pk).exists()


def test_a_reserved_address_is_refused_in_the_form(editor: Client) -> None:
    address = reverse("wagtailadmin_pages:add", args=["lscb_site", "standardpage", HomePage.objects.get().pk])
    form = querydict_from_html(editor.get(address).text, form_id="page-edit-form")
    form.update({"title": "Publications", "slug": "publications", "body-count": "0", "action-publish": "1"})
    answer = editor.post(address, form)
    assert answer.status_code == 200
    assert "/publications/ is the address of a part of this site." in complaints(answer)
    assert not Page.objects.filter(slug="publications").exists()


def test_an_editor_publishes_and_takes_down_a_page(editor: Client, client: Client) -> None:
    address = reverse("wagtailadmin_pages:add", args=["lscb_site", "standardpage", HomePage.objects.get().pk])
    form = querydict_from_html(editor.get(address).text, form_id="page-edit-form")
    form.update({"title": "Our plan", "slug": "our-plan", "body-count": "0", "action-publish": "1"})
    assert editor.post(address, form).status_code == 302
    page = StandardPage.objects.get(slug="our-plan")
    assert client.get(page.url).status_code == 200
    editor.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert client.get("/our-plan/").status_code == 404
