"""Every admin address of the ledger, asked for by everybody: an answer for each, and never an error."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import get_resolver, reverse

from publications import actions, clock
from publications.models import ImportBatch, Publication, ReviewFinding
from tests.publications import factories
from tests.publications.web import samples

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NAMESPACES = (
    "reviews_admin", "publications_admin", "publications_actions", "publications_imports", "review_chooser",
    "publication_chooser", "publications_learning", "publications_web",
)  # fmt: skip

# Who gets to see it: "e" the editor, "a" the approver, "s" an administrator. Everybody else is sent away.
MANAGING, APPROVING, SUSPENDING, VIEWING = "es", "as", "eas", "eas"
SCREENS: dict[str, str] = {
    "reviews_admin:index": VIEWING,
    "reviews_admin:index_results": VIEWING,
    "reviews_admin:add": MANAGING,
    "reviews_admin:edit": MANAGING,
    "reviews_admin:delete": MANAGING,
    "reviews_admin:history": MANAGING,
    "reviews_admin:history_results": MANAGING,
    "reviews_admin:usage": MANAGING,
    "reviews_admin:inspect": VIEWING,
    "publications_admin:index": VIEWING,
    "publications_admin:index_results": VIEWING,
    "publications_admin:add": MANAGING,
    "publications_admin:edit": MANAGING,
    "publications_admin:delete": MANAGING,
    "publications_admin:history": MANAGING,
    "publications_admin:history_results": MANAGING,
    "publications_admin:usage": MANAGING,
    "publications_admin:inspect": VIEWING,
    "publications_actions:file": "eas",
    "publications_actions:watch": "eas",
    "publications_actions:checks": "eas",
    "publications_actions:progress": VIEWING,
    "publications_imports:index": "eas",
    "publications_imports:one": "eas",
    "review_chooser:choose": VIEWING,
    "review_chooser:choose_results": VIEWING,
    "review_chooser:chosen": VIEWING,
    "review_chooser:chosen_multiple": VIEWING,
    "publication_chooser:choose": VIEWING,
    "publication_chooser:choose_results": VIEWING,
    "publication_chooser:chosen": VIEWING,
    "publication_chooser:chosen_multiple": VIEWING,
}
# On the findings of a review ("list" to "upload") or on one finding. "move" is a button only.
LEARNING = {
    "list": VIEWING,
    "download": VIEWING,
    "add": MANAGING,
    "upload": MANAGING,
    "edit": MANAGING,
    "delete": MANAGING,
}
# On the text of a web page ("draft" to "add_picture") or on one of its pictures.
WEB = {
    "draft": "eas",
    "preview": "eas",
    "edit": MANAGING,
    "word": MANAGING,
    "add_picture": MANAGING,
    "edit_picture": MANAGING,
    "picture": "eas",
    "version_picture": "eas",
}
FREEZING = ("freeze", "freeze_correction")
IMPORT_ACTIONS = {"approve": VIEWING, "discard": VIEWING}
ACTIONS: dict[tuple[str, str], str] = {
    ("publication", "upload"): MANAGING,
    ("publication", "correct"): MANAGING,
    ("publication", "release"): MANAGING,
    ("publication", "unschedule"): MANAGING,
    ("publication", "announce"): MANAGING,
    ("publication", "decide"): MANAGING,
    ("publication", "move_to_request"): MANAGING,
    ("publication", "suspend"): SUSPENDING,
    ("version", "sign_off"): APPROVING,
    ("version", "clean"): MANAGING,
    ("version", "give_text"): MANAGING,
    ("version", "return"): APPROVING,
    ("version", "overrule"): MANAGING,
    ("version", "check"): "eas",
    ("version", "discard"): MANAGING,
    ("version", "destroy"): "eas",
    ("suspension", "confirm"): SUSPENDING,
    ("suspension", "lift"): SUSPENDING,
    ("suspension", "reinstate"): "eas",
    ("review", "suspend"): SUSPENDING,
    ("review", "change_slug"): MANAGING,
    ("review", "erase_slug"): MANAGING,
    ("review", "leave_no_trace"): MANAGING,
    ("review", "show_findings"): MANAGING,
    ("review", "hide_findings"): MANAGING,
}


@pytest.fixture
def publication() -> Publication:
    """One that was released and suspended, so that every action has something to be done to."""
    released = factories.released()
    actions.suspend(released, category="wrong_file", reason="The draft", by=factories.editor())
    return released


@pytest.fixture
def people() -> dict[str, Client]:
    """Everybody, signed in; "n" has no right, "u" may enter the admin but has no right there."""
    users = {
        "e": factories.in_group("editor", "Editors"),
        "a": factories.in_group("approver", "Approvers"),
        "s": get_user_model().objects.create_superuser("administrator"),
        "n": factories.person("nobody"),
        "u": factories.person("visitor"),
    }
    users["u"].user_permissions.add(Permission.objects.get(codename="access_admin"))
    return {role: signed_in(user) for role, user in users.items()}


def signed_in(user: Any) -> Client:
    """Somebody at the admin."""
    client = Client()
    client.force_login(user)
    return client


def addresses(publication: Publication) -> Iterator[tuple[str, str]]:
    """Every address with who may see it."""
    objects = {"reviews": publication.review, "review": publication.review}
    batch = ImportBatch.objects.create(source_name="old.csv", sha256="0" * 64, by=factories.editor(), at=clock.now())
    for name, roles in SCREENS.items():
        target = objects.get(name.split("_")[0], publication)
        target = publication.versions.get() if name.startswith("publications_actions:") else target
        target = batch if name.startswith("publications_imports") else target
        with_pk = name.split(":")[1] not in {
            "index", "index_results", "add", "choose", "choose_results", "chosen_multiple",
        }  # fmt: skip
        yield reverse(name, args=[target.pk] if with_pk else []), roles
    finding = factories.flawed("box").checks.get().findings.exclude(page=None).first()
    assert finding
    version = finding.check_run.version_id
    yield reverse("publications_actions:finding", args=[version, finding.pk]), "eas"
    yield f"{reverse('publications_actions:page', args=[version, 1])}?size=small&finding={finding.pk}", "eas"
    targets = {
        "publication": publication,
        "version": publication.versions.get(),
        "suspension": publication.suspensions.get(),
        "review": publication.review,
    }
    for (kind, action), roles in ACTIONS.items():
        yield reverse(f"publications_actions:{kind}", args=[targets[kind].pk, action]), roles
    for action, roles in IMPORT_ACTIONS.items():
        yield reverse("publications_imports:action", args=[batch.pk, action]), roles


@pytest.mark.parametrize("ask", [Client.get, Client.post], ids=["get", "post"])
def test_every_address_answers_everybody(
    publication: Publication, people: dict[str, Client], ask: Callable[..., Any]
) -> None:
    wrong = []
    for address, roles in addresses(publication):
        for role, client in people.items():
            status = status_of(ask(client, address))
            expected = {200, 405} if role in roles else {302, 403}
            if ask is Client.post and role in roles:
                expected |= {302}
            if status not in expected:
                wrong.append((role, address, status))
        answer = ask(Client(), address)
        if answer.status_code != 302 or "/login/" not in answer.headers["Location"]:
            wrong.append(("anonymous", address, answer.status_code))
    assert wrong == []


def test_findings_are_for_those_who_see_reviews(people: dict[str, Client]) -> None:
    review = factories.review()
    finding = ReviewFinding.objects.create(review=review, number="1", text="Text")
    wrong = []
    for name, roles in {**LEARNING, "move": MANAGING}.items():
        target = finding if name in {"edit", "delete", "move"} else review
        address = reverse(f"publications_learning:{name}", args=[target.pk, *(["up"] if name == "move" else [])])
        for role, client in people.items():
            status = client.get(address).status_code
            if name != "move" and status not in ({200} if role in roles else {302, 403}):
                wrong.append((role, address, status))
            if role not in roles and client.post(address).status_code not in {302, 403}:
                wrong.append((role, address, "post"))
        wrong += [("anonymous", address)] * (Client().get(address).status_code != 302)
    assert wrong == []
    assert ReviewFinding.objects.filter(pk=finding.pk).exists()


def test_texts_are_for_those_who_prepare_or_sign_off(people: dict[str, Client]) -> None:
    page = samples.web()
    draft = samples.draft(page, ("text", "<p>Text</p>"), ("figure", {"number": 1, "caption": ""}))
    samples.picture(draft)
    version = samples.freeze(draft)
    wanted = [
        *(
            (reverse(f"publications_web:{name}", args=args_of(name, page, version)), roles)
            for name, roles in WEB.items()
        ),
        *((reverse("publications_actions:publication", args=[page.pk, name]), MANAGING) for name in FREEZING),
        (reverse("publications_actions:file", args=[version.pk]), "eas"),
    ]
    wrong = []
    for address, roles in wanted:
        for role, client in people.items():
            status = status_of(client.get(address))
            if status not in ({200} if role in roles else {302, 403}):
                wrong.append((role, address, status))
            if role not in roles and client.post(address, {"remove": "yes"}).status_code not in {302, 403}:
                wrong.append((role, address, "post"))
        wrong += [("anonymous", address, 0)] * (Client().get(address).status_code != 302)
    assert wrong == []
    assert draft.pictures.exists()


def args_of(name: str, page: Publication, version: Any) -> list[int]:
    """What stands in the address of a screen of texts."""
    return [
        version.pk if name == "version_picture" else page.pk,
        *([1] if name.endswith("picture") and name != "add_picture" else []),
    ]


def test_a_file_has_no_text_to_write(people: dict[str, Client]) -> None:
    pdf = factories.publication()
    for name in ("draft", "edit", "preview", "word", "add_picture"):
        assert people["s"].get(reverse(f"publications_web:{name}", args=[pdf.pk])).status_code == 404


def status_of(answer: Any) -> int:
    """Its status; a file in it is read to its end, which closes it."""
    if answer.streaming:
        list(answer.streaming_content)
    status: int = answer.status_code
    return status


def test_the_tables_name_every_address() -> None:
    named = {name.split(":")[1] for name in SCREENS} | {"publication", "version", "suspension", "review", "action"}
    named |= {*LEARNING, *WEB, "move", "finding", "page"}
    admin = next(pattern for pattern in get_resolver().url_patterns if "admin/" in str(pattern.pattern))
    found = {
        inner.name
        for resolver in walk(admin)
        if getattr(resolver, "namespace", None) in NAMESPACES
        for inner in resolver.url_patterns
    }
    assert found == named


def walk(resolver: Any) -> Iterator[Any]:
    """A resolver and all inside it."""
    yield resolver
    for inner in getattr(resolver, "url_patterns", []):
        yield from walk(inner)


def test_a_post_without_right_does_nothing(people: dict[str, Client]) -> None:
    publication = factories.publication()
    address = reverse("publications_actions:publication", args=[publication.pk, "announce"])
    for role in "aun":
        people[role].post(address, {"state": "under_way"})
    assert not publication.announcements.exists()


@pytest.mark.parametrize("address", ["publication/1/nonsense", "publication/999999/upload", "version/999999/file"])
def test_what_is_not_there_is_not_found(people: dict[str, Client], address: str) -> None:
    assert people["s"].get(f"/admin/ledger/{address}/").status_code == 404


def test_a_file_is_kept_nowhere_and_can_do_nothing(publication: Publication, people: dict[str, Client]) -> None:
    answer = people["a"].get(reverse("publications_actions:file", args=[publication.versions.get().pk]))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")  # type: ignore[attr-defined]


def test_forms_want_their_token() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(factories.in_group("editor", "Editors"))
    publication = factories.publication()
    client.post(reverse("publications_actions:publication", args=[publication.pk, "announce"]), {"state": "under_way"})
    assert not publication.announcements.exists()
