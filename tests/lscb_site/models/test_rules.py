"""What the site's models refuse, with the sentence an editor reads; the database holds each rule too."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError
from wagtail.models import Page

from lscb_site.models import (
    BoardSettings,
    Contact,
    FooterLink,
    HomePage,
    NavigationItem,
    NavigationSettings,
    Partner,
    QuickLink,
    StandardPage,
    Topic,
)
from tests.lscb_site.samples import contact, image, partner

pytestmark = pytest.mark.django_db

THERE = "https://there.example/"
REFUSED: list[tuple[type[models.Model], dict[str, Any], dict[str, Any], str]] = [
    # model, what is there, what is added, what is said
    (Topic, {"name": "Neglect"}, {"name": "NEGLECT"}, "There is already a topic with this name."),
    (
        Topic,
        {"name": "Neglect"},
        {"name": "Lack of care", "slug": "neglect"},
        "There is already a topic with this address.",
    ),
    (Partner, {"name": "Anyshire Council"}, {"name": "anyshire council"}, "There is already a partner with this name."),
    (
        Contact,
        {"role": "LADO", "name": "Sam Rivers"},
        {"role": "lado", "name": "sam rivers"},
        "There is already a contact with this role and name.",
    ),
    (
        QuickLink,
        {"title": "Help", "group": "Families", "address": THERE},
        {"title": "help", "group": "families", "address": "https://elsewhere.example/"},
        "This group already has a link with this title.",
    ),
]


@pytest.fixture
def home() -> HomePage:
    return HomePage.objects.get()


@pytest.mark.parametrize(("model", "there", "added", "sentence"), REFUSED)
def test_each_thing_is_there_once(model: Any, there: dict[str, Any], added: dict[str, Any], sentence: str) -> None:
    model.objects.create(**there)
    with pytest.raises(ValidationError) as refusal:
        model(**added).full_clean()
    assert sentence in " ".join(refusal.value.messages)
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(**added)


@pytest.mark.parametrize("both", [False, True])
@pytest.mark.parametrize("model", [QuickLink, NavigationItem, FooterLink])
def test_a_link_leads_to_exactly_one_thing(home: HomePage, model: Any, *, both: bool) -> None:
    words = {QuickLink: {"title": "Help"}, FooterLink: {"text": "Help"}, NavigationItem: {}}[model]
    other = {"section": "search"} if model is NavigationItem else {"address": THERE}
    given = words | (other | {"page": home} if both else {})
    if model is not QuickLink:
        given["navigation"] = NavigationSettings.load()
    with pytest.raises(ValidationError) as refusal:
        model(**given).full_clean()
    assert "not both and not neither" in " ".join(refusal.value.messages)
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(**given)


@pytest.mark.parametrize("model", [Contact, Partner])
def test_everything_but_the_name_may_be_empty(model: Any) -> None:
    thing = model(**({"role": "LADO"} if model is Contact else {"name": "Police"}))
    thing.full_clean()
    thing.save()
    assert str(thing) in {"LADO", "Police"}


@pytest.mark.parametrize(("months", "accepted"), [(0, False), (1, True), (120, True), (121, False)])
def test_how_long_requests_may_be_kept(months: int, *, accepted: bool) -> None:
    board = BoardSettings(request_retention_months=months)
    if accepted:
        board.full_clean()
        return
    with pytest.raises(ValidationError, match="Requests can be kept"):
        board.full_clean()


@pytest.mark.parametrize(
    ("kind", "noun", "title"),
    [
        ("board", "board", "Anyshire Local Safeguarding Children Board"),
        ("partnership", "partnership", "Anyshire Safeguarding Children Partnership"),
    ],
)
def test_the_kind_decides_the_words(kind: str, noun: str, title: str) -> None:
    board = BoardSettings(kind=kind, area="Anyshire")
    assert (board.noun, board.title, board.logo_text, board.copyright_name) == (noun, title, title, title)


def test_what_the_editor_wrote_comes_before_what_is_made_up() -> None:
    board = BoardSettings(name="Our Board", short_name="OB", concern_title="Worried?", emergency_sentence="Call 999.")
    assert (board.title, board.short_title) == ("Our Board", "OB")
    assert (board.concern_heading, board.emergency_words) == ("Worried?", "Call 999.")
    assert BoardSettings(name="Our Board").short_title == "Our Board"
    assert BoardSettings().concern_heading == "Worried about a child?"
    assert "999" in BoardSettings().emergency_words


def test_a_topic_gets_its_address_from_its_name() -> None:
    topic = Topic.objects.create(name="Child sexual exploitation", synonyms=["CSE", "grooming"])
    assert topic.get_absolute_url() == "/topics/child-sexual-exploitation/"
    assert topic.synonyms_text() == "CSE, grooming"
    with pytest.raises(ValidationError, match="No address can be made from this name"):
        Topic(name="???").full_clean()


@pytest.mark.parametrize(
    ("written", "dialled"),
    [("01632 960 001", "tel:01632960001"), ("+44 1632 960001", "tel:+441632960001"), ("999", "tel:999")],
)
def test_a_number_can_be_dialled(written: str, dialled: str) -> None:
    from lscb_site.models import PhoneNumber

    assert PhoneNumber(number=written).href == dialled


def test_what_is_used_is_not_deleted_from_code_either(home: HomePage) -> None:
    person = contact("Business Manager")
    topic = Topic.objects.create(name="Neglect")
    page = StandardPage(title="Who we are", slug="who", body=[("contact", person)])
    home.add_child(instance=page)
    page.topics.add(topic)
    page.save()
    for used in (person, topic):
        with pytest.raises(
            ProtectedError, match=r"can't be deleted: it is used on “Who we are”\. Take it out there first\."
        ):
            used.delete()
    page.delete()
    for unused in (person, topic):
        unused.delete()


def test_a_logo_in_use_stays() -> None:
    member = partner()
    assert member.logo is not None
    with pytest.raises(ProtectedError):
        member.logo.delete()
    board = BoardSettings.load()
    board.logo = image()
    board.save()
    with pytest.raises(ProtectedError):
        board.logo.delete()


def test_contacts_as_pages_need_them(django_assert_num_queries: Any) -> None:
    for role, audience, urgent in [
        ("Chair", "board", False),
        ("Duty team", "public", True),
        ("Nurse", "professional", False),
    ]:
        contact(role, audience=audience, urgent=urgent)
    assert [each.role for each in Contact.objects.urgent()] == ["Duty team"]
    assert [each.role for each in Contact.objects.for_audience("board")] == ["Chair"]
    assert [each.role for each in Contact.objects.in_role("nur")] == ["Nurse"]
    assert Contact.objects.for_audience("").count() == Contact.objects.in_role("").count() == 3
    with django_assert_num_queries(2):
        assert [len(each.phone_numbers.all()) for each in Contact.objects.all()] == [2, 2, 2]


def test_a_quick_link_to_a_page_that_was_taken_down_is_not_shown(home: HomePage) -> None:
    page = home.add_child(instance=StandardPage(title="Help", slug="help"))
    QuickLink.objects.create(title="Help", page=page, group="Families")
    QuickLink.objects.create(title="There", address=THERE, group="Families", order=1)
    assert [link.url for link in QuickLink.objects.in_group("Families")] == [page.url, THERE]
    Page.objects.get(pk=page.pk).unpublish()
    assert [link.url for link in QuickLink.objects.in_group("Families")] == [THERE]
    assert QuickLink.objects.groups() == ["Families"]
