"""Public forms: safe without a cookie."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponseBase]
OWN = {"same-origin", "none"}
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


def public_form(view: View) -> View:
    """A view whose form anybody may send from this site, and from no other, without a CSRF cookie.

    A CSRF token protects what a signed-in person's browser may do. Here nobody is signed in: no cookie is read
    on public pages at all, so a forged request could do no more than its sender could. What is left is another
    site making its visitors' browsers send our forms; every browser in use says where a form came from
    (`Sec-Fetch-Site`, and `Origin` on any POST), so a request that says "another site" gets a 403. One that says
    neither isn't a browser's form, and has nobody's rights to misuse.
    """

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in SAFE_METHODS and not is_own_form(request):
            raise PermissionDenied("This form was sent from another site. Open it here and send it again.")
        return view(request, *args, **kwargs)

    return guarded


def is_own_form(request: HttpRequest) -> bool:
    """Whether the headers say, or at least don't deny, that a page of this site sent the request.

    A page under `no-referrer` sends `Origin: null`; then only `Sec-Fetch-Site` can tell.
    """
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        return fetch_site in OWN
    origin = request.headers.get("Origin", "null")
    return origin == "null" or urlsplit(origin).netloc == request.get_host()
