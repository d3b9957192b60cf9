"""Who reads in the members' area: a session remembers for which part of the site somebody signed in."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase

from lscb_site.addresses import is_admin
from lscb_site.members.area import is_members
from lscb_site.members.reader import reading

PART, MEMBERS = "part_of_site", "members"


class MembersMiddleware:
    """After Django's own: who has not signed in for this part of the site has not signed in."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request."""
        if is_members(request.path_info):
            return self.in_area(request)
        if is_admin(request.path_info) and request.session.get(PART) == MEMBERS:
            request.user = AnonymousUser()
        response: HttpResponseBase = self.get_response(request)
        return response

    def in_area(self, request: HttpRequest) -> HttpResponseBase:
        """With the reader at hand, if there is one; in no search engine."""
        if request.session.get(PART) != MEMBERS:
            request.user = AnonymousUser()
        with reading(request.user if request.user.is_authenticated else None):
            response: HttpResponseBase = self.get_response(request)
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response
