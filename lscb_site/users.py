"""Users in the admin: made and switched off, never deleted, as the record names who decided (rule R12)."""

from typing import Any, NoReturn

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.users.apps import WagtailUsersAppConfig

SENTENCE = (
    "Users are never deleted, as the record says who decided what. Take the tick from “Active” instead: that person"
    " can't log in any more from that moment."
)


class BoardUsersConfig(WagtailUsersAppConfig):
    """Wagtail's users without deletion."""

    user_viewset = "lscb_site.user_viewset.BoardUserViewSet"


def refuse_deletion(instance: Any, **_kwargs: Any) -> NoReturn:
    """Before a user is deleted, by whatever way of Django's: ProtectedError with the sentence."""
    raise ProtectedError(SENTENCE, {instance})


def explain(request: HttpRequest, *_users: Any) -> HttpResponse:
    """Wagtail's screens of deletion show the sentence over the list instead."""
    messages.error(request, SENTENCE)
    return redirect("wagtailusers_users:index")
