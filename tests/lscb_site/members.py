"""A members' area with pages for two groups, files, and people of every kind."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from lscb_site.members.area import GROUP
from lscb_site.models import BoardDocument, BoardImage, HomePage, MembersPage, StandardPage, Topic
from tests.lscb_site.samples import document, image

PASSWORD = "a long enough password"
AREA, SIGN_IN = "/members/", "/members/sign-in/"


def person(name: str, *groups: str, **fields: Any) -> User:
    """An account that is in some groups."""
    user = User.objects.create_user(name, password=PASSWORD, **fields)
    user.groups.set([Group.objects.get_or_create(name=group)[0] for group in groups])
    return user


def signed_in(user: User, client: Client | None = None) -> Client:
    """A browser in which somebody has signed in to the area by the form."""
    browser = client or Client()
    answer = browser.post(SIGN_IN, {"username": user.username, "password": PASSWORD})
    assert answer.status_code == 302, answer.content.decode()
    return browser


def add(parent: Any, page: Any) -> Any:
    parent.add_child(instance=page)
    page.save_revision().publish()
    parent.refresh_from_db()
    return page


class Area:
    """The area itself: minutes for members, papers for the executive alone."""

    def __init__(self) -> None:
        self.home = HomePage.objects.get()
        self.topic = Topic.objects.create(name="Quokkas", slug="quokkas")
        self.executive = Group.objects.create(name="Executive")
        self.front = add(self.home, MembersPage(title="For the board", introduction="Zebra introduction."))
        self.front.get_view_restrictions().get().groups.add(self.executive)
        body = [("text", "<p>What zebras decided.</p>")]
        self.minutes = add(self.front, StandardPage(title="Zebra minutes", slug="minutes", body=body))
        self.minutes.topics.add(self.topic)
        self.minutes.save()
        self.papers = add(self.front, StandardPage(title="Lynx papers", slug="papers"))
        restriction = PageViewRestriction.objects.create(page=self.papers, restriction_type="groups")
        restriction.groups.add(self.executive)
        self.collection = self.restricted("Members' files", Group.objects.get(name=GROUP), self.executive)
        self.document: BoardDocument = self.inside(document("Zebra agenda", public=False))
        self.image: BoardImage = self.inside(image("Zebra picture", public=False))

    def restricted(self, name: str, *groups: Group) -> Collection:
        """A collection for some groups."""
        collection = Collection.get_first_root_node().add_child(name=name)
        restriction = CollectionViewRestriction.objects.create(collection=collection, restriction_type="groups")
        restriction.groups.set(groups)
        return collection

    def inside(self, file: Any) -> Any:
        file.collection = self.collection
        file.save()
        return file

    @property
    def file(self) -> str:
        """The address of the document for members."""
        return f"/members/documents/{self.document.pk}/{self.document.filename}"
