"""E-mails to the board's own people about what needs them. They name no review, document or child.

They go out from a job, which may be late; what is visible never depends on them (rule R9).
"""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.mail import EmailMessage, get_connection
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from publications.models import Suspension

TOLD = ("manage_publication", "approve_publication", "suspend_publication")

SUBJECT = "Something was taken off the website"
TEXT = """Something on the website was taken dark at {at}.

A second person now confirms that, or lifts it. Sign in to see what it is and why:
{address}

This message leaves out what it is about on purpose. Please don't name it in a reply.
"""


def people_to_tell(*, but: AbstractUser) -> list[str]:
    """The addresses of everyone active with a right to publications, except whoever did it."""
    rights = Q(user_permissions__codename__in=TOLD) | Q(groups__permissions__codename__in=TOLD) | Q(is_superuser=True)
    people = get_user_model().objects.filter(rights, is_active=True).exclude(pk=but.pk).exclude(email="")
    return sorted(set(people.values_list("email", flat=True)))


@task(backend="background")
def tell_of_suspension(suspension: int) -> int:
    """Tell the others, each in a message of their own; the number told. Safe to run again."""
    suspended = Suspension.objects.select_related("by").get(pk=suspension)
    at = timezone.localtime(suspended.at)
    text = TEXT.format(
        at=f"{at:%H:%M} on {at.day} {at:%B %Y}",
        address=settings.PUBLIC_URL + reverse("wagtailadmin_home"),
    )
    messages = [EmailMessage(SUBJECT, text, to=[address]) for address in people_to_tell(but=suspended.by)]
    return get_connection().send_messages(messages) or 0
