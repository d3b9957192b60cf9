"""People, reviews and files for the tests of the ledger."""

import itertools
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile

from publications import actions, checking, page_texts
from publications.demo import bad
from publications.models import FileText, FileVersion, Publication, Review
from tests.publications import pdfs, quick

numbers = itertools.count(1)


def person(name: str, *rights: str, **fields: Any) -> Any:
    """An active user with some of the rights "manage", "approve" and "suspend"."""
    user = get_user_model().objects.create_user(f"{name}-{next(numbers)}", password=None, **fields)
    codenames = [f"{right}_publication" for right in rights]
    user.user_permissions.through.objects.bulk_create(
        user.user_permissions.through(user_id=user.pk, permission_id=right)
        for right in Permission.objects.filter(codename__in=codenames).order_by().values_list("pk", flat=True)
    )
    return user


def editor() -> Any:
    """Somebody who manages publications and may suspend."""
    return person("editor", "manage", "suspend")


def approver() -> Any:
    """Somebody who signs off and may suspend."""
    return person("approver", "approve", "suspend")


def pdf(text: str = "report") -> ContentFile:
    """A small whole PDF in which the checks find nothing that stops it; its content differs by `text`."""
    return ContentFile(pdfs.page(text), name="Some name.pdf")


def review(label: str = "", **fields: Any) -> Review:
    """A review of this board."""
    return Review.objects.create(label=label or f"Child {next(numbers)}", **fields)


def publication(of: Review | None = None, **fields: Any) -> Publication:
    """A draft publication without a file."""
    return Publication.objects.create(review=of or review(), **fields)


def flawed(*flaws: str, of: Publication | None = None, by: Any = None) -> FileVersion:
    """A file with these flaws of the demo's `bad.BAD`, uploaded by an editor and really checked."""
    file = ContentFile(bad.drawn(*flaws), name="Some name.pdf")
    version = actions.upload(of or publication(), file=file, by=by or editor())
    checking.check_now(version)
    return version


def signed_off(of: Publication | None = None, *, by: Any = None, text: str = "report") -> FileVersion:
    """A file uploaded by an editor and signed off by an approver."""
    target, by, file = of or publication(), by or editor(), pdf(f"{text} {next(numbers)}")
    if quick.is_untouched(target):
        return quick.signed_off(target, file=file, by=by, approver=approver())
    first = not target.releases.filter(cancelled_at=None).exists()
    add = actions.upload if first else actions.correct
    version = add(target, file=file, by=by)
    actions.sign_off(version, by=approver())
    return version


def released(
    of: Publication | None = None, *, at: datetime | None = None, text: str = "report", **fields: Any
) -> Publication:
    """A publication released now, or to be released at `at`."""
    target = of or publication(**fields)
    by = editor()
    signed_off(target, by=by, text=text)
    actions.release(target, at=at, by=by)
    return Publication.objects.with_facts().get(pk=target.pk)


def in_group(name: str, group: str) -> Any:
    """A user in one of the site's groups."""
    user = get_user_model().objects.create_user(f"{name}-{next(numbers)}", password=None)
    user.groups.add(Group.objects.get(name=group))
    return user


def with_text(of: Publication, *pages: str) -> Publication:
    """The same publication, with these texts on the pages of its newest file."""
    version = of.versions.order_by("pk").last()
    assert version
    reading, _ = FileText.objects.get_or_create(version=version)
    page_texts.keep(reading, list(pages))
    return of
