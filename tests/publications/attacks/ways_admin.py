"""The superuser at the admin's screens, by their own forms and by requests that no form sends."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from lscb_site.models import BoardSettings
from publications.models import FormerSlug, Publication, Review
from reviews.models import StatutoryGuidance
from tests.publications import factories as make
from tests.publications.admin.screens import Fields, plain
from tests.publications.attacks.scene import Scene, Ways

ADMIN = Ways("Admin")
SCREEN = "the screen shows the sentence instead of a question"
FORM = "the form has no such field"
GONE = {"slug": "gone", "first_public": "2019", "first_public_source": "x", "no_trace": "on", "published_by": ""}


def post(scene: Scene, view: str, /, *args: Any, **typed: Any) -> Any:
    """A request that a form would send, or that none would; never an error of the server."""
    address = view if view.startswith("/") else reverse(view, args=args)
    answer = scene.desk.client.post(address, typed, follow=True)
    assert answer.status_code < 500, (address, answer.status_code)
    return answer


def filled(scene: Scene, view: str, /, *args: Any, **typed: Any) -> Any:
    """What a form shows, sent back with more in it than it offers."""
    fields = Fields()
    fields.feed(scene.desk.client.get(reverse(view, args=args)).content.decode())
    return post(scene, view, *args, **(fields.values | typed))


# --- Reviews and publications ------------------------------------------------------------------------------------
for kind, victim in (("publications", "publication"), ("reviews", "review")):

    @ADMIN.of(f"deletes the {victim} on its screen", SCREEN)
    def delete(scene: Scene, kind: str = kind, victim: str = victim) -> None:
        assert "was" in plain(post(scene, f"{kind}_admin:delete", getattr(scene, victim)))

    @ADMIN.of(f"deletes the {victim} by the address of bulk actions", "there are no bulk actions on the ledger")
    def bulk(scene: Scene, victim: str = victim) -> None:
        answer = post(scene, f"/admin/bulk/publications/{victim}/delete/?id={getattr(scene, victim)}", id="all")
        assert answer.status_code == 404

    @ADMIN.of(f"deletes the {victim} as if it were a snippet", "the ledger's models are no snippets")
    def snippet(scene: Scene, victim: str = victim) -> None:
        answer = post(scene, f"/admin/snippets/publications/{victim}/delete/{getattr(scene, victim)}/")
        assert answer.status_code == 404

    @ADMIN.of(f"copies the {victim}, to delete the old one", "there is no copying on the ledger")
    def copy(scene: Scene, kind: str = kind, victim: str = victim) -> None:
        assert post(scene, f"/admin/{kind}/copy/{getattr(scene, victim)}/").status_code == 404


@ADMIN.of("edits the publication, with a slug, a review and a first-public date of its own", FORM)
def edit_publication(scene: Scene) -> None:
    answer = filled(scene, "publications_admin:edit", scene.publication, **GONE, review=scene.other_review, title="New")
    assert answer.status_code == 200
    assert Publication.objects.get(pk=scene.publication).title == "New"


@ADMIN.of("edits the review, with a slug and no trace", FORM)
def edit_review(scene: Scene) -> None:
    assert filled(scene, "reviews_admin:edit", scene.review, **GONE, completed_on="2025").status_code == 200
    assert str(Review.objects.get(pk=scene.review).completed_on) == "2025"


@ADMIN.of("gives the review to another body on its form", "a guard on the table, whose sentence the form shows")
def another_body(scene: Scene) -> None:
    answer = filled(scene, "reviews_admin:edit", scene.review, published_by="Another board")
    assert "Whether this board published it" in plain(answer)


@ADMIN.of("adds a review at the same address", "a uniqueness rule, whose sentence the form shows")
def same_address(scene: Scene) -> None:
    answer = filled(scene, "reviews_admin:add", label="Child Other", slug="child-quoll", review_type="scr")
    assert "Another review has this address" in plain(answer)


ACTIONS: dict[str, tuple[str, str, dict[str, Any], str]] = {
    "discards the released file": ("version", "discard", {}, "can't be deleted"),
    "destroys the file": ("version", "destroy", {}, ""),
    "moves it to on request": ("publication", "move_to_request", {}, "is protected through"),
    "cancels the release": ("publication", "unschedule", {}, "No release is scheduled"),
    "keeps it until a day inside its minimum": (
        "publication", "decide", {"policy": "move", "keep_until": "2026-08-01"}, "or a later day",
    ),
    "announces that it is not published": (
        "publication", "announce", {"state": "not_published", "reason": "x"}, "is not possible",
    ),
    "lets the review leave no trace": ("review", "leave_no_trace", {}, "It was public"),
    "suspends the report without a category": ("publication", "suspend", {"reason": "x"}, ""),
    "does what is no action": ("publication", "delete", {}, ""),
}  # fmt: skip
for name, (kind, action, typed, said) in ACTIONS.items():

    @ADMIN.of(f"{name}, by a crafted request", "the action refuses, in a sentence on the form")
    def act(
        scene: Scene, kind: str = kind, action: str = action, typed: dict[str, Any] = typed, said: str = said
    ) -> None:
        answer = post(scene, f"publications_actions:{kind}", getattr(scene, kind), action, **typed)
        assert answer.status_code in {200, 404}
        assert said in answer.content.decode().replace("&#x27;", "'")


@ADMIN.of("erases an old address that another review has", "only the review's own old addresses can be chosen")
def erase_other(scene: Scene) -> None:
    former = FormerSlug.objects.create(review=make.review(), slug=f"old-{FormerSlug.objects.count()}")
    answer = post(scene, "publications_actions:review", scene.review, "erase_slug", former=former.pk)
    assert answer.status_code == 200
    assert FormerSlug.objects.get(pk=former.pk).slug


# --- Editions, policy, snippets ----------------------------------------------------------------------------------
GUIDANCE = "wagtailsnippets_reviews_statutoryguidance"


@ADMIN.of("lowers the minimum of its edition after the release", "the period is copied to each release", spoils=True)
def lower(scene: Scene) -> None:
    filled(scene, f"{GUIDANCE}:edit", scene.guidance, minimum_number="1", minimum_unit="weeks")
    assert StatutoryGuidance.objects.get(pk=scene.guidance).minimum_number == 1


@ADMIN.of("deletes its edition", "the sentence, and where it is used, instead of a question")
def delete_edition(scene: Scene) -> None:
    assert post(scene, f"{GUIDANCE}:delete", scene.guidance).status_code == 200
    assert StatutoryGuidance.objects.filter(pk=scene.guidance).exists()


@ADMIN.of("deletes every edition at once", "the sentence, and where it is used, instead of a question")
def delete_editions(scene: Scene) -> None:
    post(scene, f"/admin/bulk/reviews/statutoryguidance/delete/?id=all&id={scene.guidance}")
    assert StatutoryGuidance.objects.filter(pk=scene.guidance).exists()


@ADMIN.of("gives the review an edition with a shorter minimum", "the period is copied to each release", spoils=True)
def other_edition(scene: Scene) -> None:
    short = StatutoryGuidance.objects.get(pk=scene.guidance)
    short.pk, short.chapter, short.minimum_number = None, "99", 1
    short.save()
    filled(scene, "reviews_admin:edit", scene.review, guidance=short.pk)
    assert Review.objects.get(pk=scene.review).guidance_id == short.pk


@ADMIN.of("lets the board move everything after its minimum", "the policy is copied to each release", spoils=True)
def policy(scene: Scene) -> None:
    settings = BoardSettings.load()
    filled(scene, "wagtailsettings:edit", "lscb_site", "boardsettings", settings.pk, minimum_policy="move")
    assert BoardSettings.objects.get().minimum_policy == "move"


@ADMIN.of("deletes the review's topic", "the sentence, or nothing: no state depends on topics", spoils=True)
def delete_topic(scene: Scene) -> None:
    post(scene, "wagtailsnippets_lscb_site_topic:delete", scene.topic)


# --- People ------------------------------------------------------------------------------------------------------
for role in ("editor", "approver"):

    @ADMIN.of(f"deletes the {role} of the report", "people are deactivated, never deleted")
    def delete_person(scene: Scene, role: str = role) -> None:
        post(scene, "wagtailusers_users:delete", getattr(scene, role))
        assert get_user_model().objects.filter(pk=getattr(scene, role)).exists()


@ADMIN.of("deletes everybody at once", "people are deactivated, never deleted")
def delete_people(scene: Scene) -> None:
    post(scene, f"/admin/bulk/auth/user/delete/?id={scene.editor}&id={scene.approver}")
    assert get_user_model().objects.filter(pk__in=[scene.editor, scene.approver]).count() == 2


@ADMIN.of("switches everybody off at once", "nothing needs to: the site needs nobody", spoils=True)
def switch_off(scene: Scene) -> None:
    post(
        scene, f"/admin/bulk/auth/user/set_active_state/?id={scene.editor}&id={scene.approver}", mark_as_active="False"
    )
    assert not get_user_model().objects.filter(pk__in=[scene.editor, scene.approver], is_active=True).exists()


@ADMIN.of("deletes every group", "nothing needs to: the site needs nobody", spoils=True)
def delete_groups(scene: Scene) -> None:
    for group in Group.objects.all():
        post(scene, "wagtailusers_groups:delete", group.pk)
    assert not Group.objects.exists()


ATTACKS = list(ADMIN)
