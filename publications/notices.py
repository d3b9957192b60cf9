"""E-mails to the board's own people about what needs them. They name no review, document, file or child.

They go out from a job, which may be late; what is visible never depends on them (rule R9).
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.mail import EmailMessage, get_connection
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from publications import verdicts
from publications.accounts import holds_key
from publications.models import FileVersion, ImportBatch, ImportLine, Suspension

TOLD = ("manage_publication", "approve_publication", "suspend_publication")
REPLY = "This message leaves out what it is about on purpose. Please don't name it in a reply.\n"

SUSPENDED = (
    "Something was taken off the website",
    """Something on the website was taken dark at {at}.

A second person now confirms that, or lifts it. Sign in to see what it is and why:
{address}

""",
)
WAITING = (
    "A file waits for your sign-off",
    """A file was uploaded to the website and checked. It is not public, and waits for a second person.

Sign in to see what the checks found, read the file, and sign it off or send it back:
{address}

""",
)
STOPPED = (
    "The checks found something in a file that was signed off",
    """A file that was signed off, and is not public yet, was checked again, and something was found in it.

It is not stopped by itself if its release is scheduled already. Sign in and look at it now:
{address}

""",
)
SIGNED_OFF = (
    "A file that you uploaded is signed off",
    """A colleague has signed off a file that you uploaded to the website. It can now be released.

Sign in to go on:
{address}

""",
)
RETURNED = (
    "A file that you uploaded came back",
    """A colleague has sent back a file that you uploaded to the website, with what has to be mended.

Sign in to read why:
{address}

""",
)


def people_with(rights: Iterable[str], *, but: AbstractUser | None = None) -> list[Any]:
    """Everyone active with one of these rights to publications, and an address, except whoever did it."""
    either = Q(user_permissions__codename__in=rights) | Q(groups__permissions__codename__in=rights)
    people = get_user_model().objects.filter(either | Q(is_superuser=True), is_active=True).exclude(email="")
    return list((people.exclude(pk=but.pk) if but else people).distinct())


def send(notice: tuple[str, str], addresses: Iterable[str], **words: str) -> int:
    """A message of their own to each of the addresses; the number sent."""
    subject, text = notice
    text = text.format(address=settings.PUBLIC_URL + reverse("wagtailadmin_home"), **words) + REPLY
    messages = [EmailMessage(subject, text, to=[address]) for address in sorted(set(addresses))]
    return get_connection().send_messages(messages) or 0


@task(backend="background")
def tell_of_suspension(suspension: int) -> int:
    """Tell the others; the number told. Safe to run again."""
    suspended = Suspension.objects.select_related("by").get(pk=suspension)
    at = timezone.localtime(suspended.at)
    others = people_with(TOLD, but=suspended.by)
    return send(SUSPENDED, (each.email for each in others), at=f"{at:%H:%M} on {at.day} {at:%B %Y}")


@task(backend="background")
def tell_of_waiting_file(version: int) -> int:
    """Tell those who can sign a file off, if it still waits for them; what an import brought waits for its approval."""
    waiting = _standing(version)
    if waiting is None or waiting.sign_offs.exists() or _is_imported(waiting):
        return 0
    if verdicts.refusal_to_sign_off(waiting, agreeing=True):
        return 0
    first = waiting.uploaded_by
    approvers = people_with(["approve_publication"], but=first)
    return send(WAITING, (each.email for each in approvers if not holds_key(first, to=each)))


@task(backend="background")
def tell_of_stopped_file(version: int) -> int:
    """Tell everybody concerned that a later check found something in a file that was signed off."""
    stopped = _standing(version)
    if stopped is None or verdicts.refusal_to_release(stopped) is None:
        return 0
    return send(STOPPED, (each.email for each in people_with(TOLD)))


@task(backend="background")
def tell_of_sign_off(version: int) -> int:
    """Tell whoever uploaded a file that it is signed off."""
    return _tell_uploader(SIGNED_OFF, version)


@task(backend="background")
def tell_of_return(version: int) -> int:
    """Tell whoever uploaded a file that it came back."""
    return _tell_uploader(RETURNED, version)


def _tell_uploader(notice: tuple[str, str], version: int) -> int:
    uploaded = _standing(version)
    uploader = uploaded.uploaded_by if uploaded else None
    return send(notice, [uploader.email]) if uploader and uploader.is_active and uploader.email else 0


def _standing(version: int) -> FileVersion | None:
    """The version, if it was not discarded meanwhile."""
    return FileVersion.objects.select_related("uploaded_by").filter(pk=version).first()


def _is_imported(version: FileVersion) -> bool:
    return ImportLine.objects.filter(version=version, batch__in=ImportBatch.objects.waiting()).exists()
