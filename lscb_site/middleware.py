"""What every answer carries, by the part of the site: public pages and the admin."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control

from lscb_site.addresses import is_admin
from lscb_site.members.area import is_members
from lscb_site.members.cookies import own_cookies, rename_cookies
from lscb_site.views import errors

Answer = Callable[[HttpRequest], HttpResponseBase]


class ContentPolicyMiddleware(CSPMiddleware):
    """The strict content policy on public pages, the wider one under /admin/."""

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,  # noqa: FBT001, FBT002 - django-csp's signature
    ) -> PolicyParts:
        """django-csp's parts, with the admin's directives where they belong."""
        parts = super().get_policy_parts(request, response, report_only)
        if is_admin(request.path_info) and not report_only and parts.config is None:
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        return parts


def refuse_bad_addresses(get_response: Answer) -> Answer:
    """400 for an address or query that isn't UTF-8 or holds a NUL, which no view nor PostgreSQL can take."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not is_readable(request):
            return errors.bad_request(request)
        return get_response(request)

    return middleware


def is_readable(request: HttpRequest) -> bool:
    """Whether the path and the query are UTF-8 without a NUL."""
    parts = [request.path_info.encode(), unquote_to_bytes(request.META.get("QUERY_STRING", ""))]
    try:
        return not any("\x00" in unquote_to_bytes(part).decode() for part in parts)
    except UnicodeDecodeError:
        return False


def no_traces(get_response: Answer) -> Answer:
    """No cookie is read or set on a public page (rule R15), so none of them can depend on who asks.

    Under /admin/ a cookie with a NUL, which would reach the session table as a 500, is left out. The members' area has
    its own two cookies and no others.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if is_admin(request.path_info):
            request.COOKIES = {name: value for name, value in request.COOKIES.items() if "\x00" not in value}
            return get_response(request)
        if is_members(request.path_info):
            request.COOKIES = own_cookies(request.COOKIES)
            response = get_response(request)
            rename_cookies(response.cookies)
            return response
        request.COOKIES = {}
        request.META.pop("HTTP_COOKIE", None)
        response = get_response(request)
        response.cookies.clear()
        _forget_cookies_in_vary(response)
        return response

    return middleware


def _forget_cookies_in_vary(response: HttpResponseBase) -> None:
    names = [name.strip() for name in response.headers.get("Vary", "").split(",")]
    kept = [name for name in names if name and name.lower() != "cookie"]
    if kept:
        response.headers["Vary"] = ", ".join(kept)
    else:
        response.headers.pop("Vary", None)


def part_of_site(get_response: Answer) -> Answer:
    """Frames, referrers and caching, by the part of the site; a view that says otherwise is left alone.

    A public page may be kept but must be asked about each time (what is on it may have to go dark at any second);
    a page of the admin or for members is kept nowhere.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        admin = is_admin(request.path_info)
        response.headers.setdefault("X-Frame-Options", "SAMEORIGIN" if admin else "DENY")
        if admin or is_members(request.path_info):
            # Browsers send `Origin: null` with a form under `no-referrer`, and Django then refuses it as forged.
            response.headers.setdefault("Referrer-Policy", "same-origin")
            patch_cache_control(response, private=True, no_store=True)
        elif "Cache-Control" not in response.headers:
            patch_cache_control(response, private=True, no_cache=True)
        return response

    return middleware
