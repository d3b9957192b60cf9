"""Two people at the same form: the second is shown both texts, and decides."""

from typing import Any

import pytest
from django.urls import reverse

from publications import actions
from publications.models import Review
from tests.publications import factories
from tests.publications.admin.screens import Desk, Fields, plain

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def opened(desk: Desk, address: str) -> dict[str, Any]:
    """A form as it is on somebody's screen."""
    fields = Fields()
    fields.feed(desk.client.get(address).content.decode())
    return fields.values


def test_the_second_to_save_a_review_sees_both_texts() -> None:
    first, second = (Desk(factories.in_group(name, "Editors")) for name in ("Edith", "Ed"))
    review = factories.review("Child G", summary="As it was.")
    address = reverse("reviews_admin:edit", args=[review.pk])
    hers, his = opened(first, address), opened(second, address)

    first.client.post(address, hers | {"summary": "What Edith wrote."})
    answer = second.client.post(address, his | {"summary": "What Ed wrote."})
    shown = plain(answer)
    assert "Somebody else changed this" in shown
    assert "What Edith wrote." in shown
    assert "What Ed wrote." in shown
    review.refresh_from_db()
    assert review.summary == "What Edith wrote."

    fields = Fields()
    fields.feed(answer.content.decode())
    second.client.post(address, fields.values | {"summary": "What both wrote."})
    review.refresh_from_db()
    assert review.summary == "What both wrote."


def test_the_second_to_save_a_publication_sees_both_texts() -> None:
    first, second = (Desk(factories.in_group(name, "Editors")) for name in ("Edith", "Ed"))
    publication = factories.publication()
    address = reverse("publications_admin:edit", args=[publication.pk])
    hers, his = opened(first, address), opened(second, address)
    first.client.post(address, hers | {"title": "Report, part one"})
    shown = plain(second.client.post(address, his | {"title": "Report, part two"}))
    assert "Report, part one" in shown
    publication.refresh_from_db()
    assert publication.title == "Report, part one"


def test_a_crafted_post_without_a_token_is_refused() -> None:
    desk = Desk(factories.in_group("Edith", "Editors"))
    review = factories.review("Child G")
    desk.client.post(reverse("reviews_admin:edit", args=[review.pk]), {"label": "Child X", "review_type": "scr"})
    review.refresh_from_db()
    assert review.label == "Child G"


def test_one_person_alone_saves_at_once() -> None:
    desk = Desk(factories.in_group("Edith", "Editors"))
    review = factories.review("Child G")
    shown = plain(
        desk.fill_in(reverse("reviews_admin:edit", args=[review.pk]), label="Child H", commissioned_on="June 2017")
    )
    assert "are saved" in shown
    review.refresh_from_db()
    assert (review.label, review.commissioned_on.words()) == ("Child H", "June 2017")


def test_what_the_database_refuses_is_an_error_of_the_form() -> None:
    desk = Desk(factories.in_group("Edith", "Editors"))
    moved = factories.released(factories.publication(factories.review("Child G"))).review
    actions.change_slug(moved, slug="child-h", by=desk.person)
    shown = plain(desk.fill_in(reverse("reviews_admin:add"), label="Child I", review_type="scr", slug="child-g"))
    assert "Another review had this address. Choose a different one." in shown
    assert "Child I" not in set(Review.objects.values_list("label", flat=True))
