"""The restriction of the members' area itself: made with its first page, and never taken away by itself."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import ProtectedError
from wagtail.models import Page, PageViewRestriction

from lscb_site.members.area import GROUP
from lscb_site.rights import EDITORS

SENTENCE = "The members' area is never open to everybody. Choose who may read it, or delete the area."


def restrict(front: Page) -> None:
    """To the two groups that there are from the start, unless somebody has chosen already."""
    if not PageViewRestriction.objects.filter(page=front).exists():
        restriction = PageViewRestriction.objects.create(page=front, restriction_type=PageViewRestriction.GROUPS)
        restriction.groups.set(Group.objects.filter(name__in=[GROUP, EDITORS]))


def refuse_opening(instance: PageViewRestriction, origin: Any = None, **_signal: Any) -> None:
    """Before a restriction is deleted: ProtectedError if it is the area's own, unless the page goes with it."""
    from lscb_site.models import MembersPage

    by_itself = isinstance(origin, PageViewRestriction) or getattr(origin, "model", None) is PageViewRestriction
    if by_itself and MembersPage.objects.filter(pk=instance.page_id).exists():
        raise ProtectedError(SENTENCE, {instance})
