"""Refusals that no view caught, as the sentence they carry instead of an error page."""

from collections.abc import Callable

from django.contrib import messages
from django.db import DatabaseError
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from publications.errors import IN_USE, Refused, refusal_of

ADMIN = "/admin/"


class RefusalMiddleware:
    """Turns a refusal of the actions, or of the guards in the database, into its sentence (rule R7: never a 500)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """In the admin, the form again with the sentence above it; elsewhere the sentence alone."""
        refused = refusal_in(exception)
        if refused is None:
            return None
        is_form = request.method == "POST" and request.headers.get("x-requested-with") != "XMLHttpRequest"
        if is_form and request.path.startswith(ADMIN):
            messages.error(request, refused.sentence)
            return HttpResponseRedirect(request.get_full_path(), status=303)
        return HttpResponse(refused.sentence, status=409, content_type="text/plain; charset=utf-8")


def refusal_in(exception: Exception) -> Refused | None:
    """The refusal that an exception is or stands for; None if it is something else."""
    if isinstance(exception, ProtectedError | RestrictedError):
        return Refused("in_use", IN_USE)
    if isinstance(exception, DatabaseError):
        return refusal_of(exception)
    return exception if isinstance(exception, Refused) else None
