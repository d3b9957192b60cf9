"""What the two groups may do, from the first day."""

import pytest
from django.contrib.auth.models import Group

pytestmark = pytest.mark.django_db


def rights(group: str) -> set[str]:
    """The permissions of a group on the ledger, and into the admin."""
    found = Group.objects.get(name=group).permissions.filter(
        content_type__app_label__in=["publications", "wagtailadmin"]
    )
    return set(found.values_list("codename", flat=True))


def test_approvers_may_look_sign_off_and_suspend_and_nothing_else() -> None:
    assert rights("Approvers") == {
        "access_admin", "view_review", "view_publication", "approve_publication", "suspend_publication",
    }  # fmt: skip
    held = Group.objects.get(name="Approvers").permissions.values_list("content_type__app_label", "codename")
    assert len(held) == 5, held


def test_editors_may_do_everything_but_sign_off() -> None:
    found = rights("Editors")
    assert {"manage_publication", "suspend_publication", "add_review", "change_publication"} <= found
    assert "approve_publication" not in found


def test_there_is_no_group_that_only_confuses() -> None:
    assert set(Group.objects.values_list("name", flat=True)) == {"Approvers", "Board members", "Editors"}
