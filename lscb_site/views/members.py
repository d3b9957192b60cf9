"""The members' area: signing in and out, and one door before every page and file of it."""

from typing import Any

from django import forms
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail import views as wagtail_views

from lscb_site.file_types import refusal
from lscb_site.limits import allows
from lscb_site.members.area import AREA, front_page, is_members
from lscb_site.members.middleware import MEMBERS, PART
from lscb_site.members.reader import Reader, current
from lscb_site.models import BoardDocument, BoardRendition
from lscb_site.views.documents import sent

WORKING_DAY = 10 * 3600  # seconds, from signing in
MOST_TRIES, IN_SECONDS = 10, 900
NOT_A_MEMBER = (
    "Your account is not one of those that may read the members' area. Ask whoever looks after this website to add it."
)


class SignInForm(AuthenticationForm):
    """Name and password of an account that may read the area."""

    def __init__(self, *args: Any, front: Any, **kwargs: Any) -> None:
        self.front = front
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "User name"

    def confirm_login_allowed(self, user: Any) -> None:
        """ValidationError for one that may not."""
        super().confirm_login_allowed(user)
        if not Reader(user).may_read(self.front):
            raise forms.ValidationError(NOT_A_MEMBER, code="not_a_member")


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form; leads on to what was asked for."""
    front = front_or_404()
    onward = where_to(request)
    if current() is not None:
        return redirect(onward)
    form = SignInForm(request, request.POST if request.method == "POST" else None, front=front)
    if request.method == "POST":
        if not may_try(request):
            return render(request, "lscb_site/members/too_many.html", status=429)
        if form.is_valid():
            login(request, form.get_user())
            request.session[PART] = MEMBERS
            request.session.set_expiry(WORKING_DAY)
            return redirect(onward)
    return render(request, "lscb_site/members/sign_in.html", {"form": form, "onward": onward})


def may_try(request: HttpRequest) -> bool:
    """Whether neither this network nor this account was tried too often in a quarter of an hour."""
    name = request.POST.get("username", "").casefold()
    network = allows(request, "sign in", most=3 * MOST_TRIES, seconds=IN_SECONDS)
    return allows(request, "sign in as", of=name, most=MOST_TRIES, seconds=IN_SECONDS) and network


def where_to(request: HttpRequest) -> str:
    """The page of the area that was asked for, or else its first."""
    asked = request.POST.get("next") or request.GET.get("next") or AREA
    own = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and is_members(asked)
    return asked if own and asked.startswith(AREA) else AREA


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session."""
    front_or_404()
    logout(request)
    return redirect("members_sign_in")


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Another password, for whoever is signed in."""
    front_or_404()
    reader = current()
    if reader is None:
        return to_sign_in(request)
    form = PasswordChangeForm(reader.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        update_session_auth_hash(request, form.save())
        return render(request, "lscb_site/members/password_changed.html")
    return render(request, "lscb_site/members/password.html", {"form": form})


@require_safe
def page(request: HttpRequest, path: str) -> HttpResponseBase:
    """A page of the area. Strangers are sent to sign in, whether or not there is such a page."""
    front_or_404()
    if current() is None:
        return to_sign_in(request)
    if path and not path.endswith("/"):
        return redirect(f"{AREA}{path}/")
    response: HttpResponseBase = wagtail_views.serve(request, f"{AREA}{path}".lstrip("/"))
    return response


@require_safe
def document(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """A document of a collection that this reader may read; whether it is marked public makes no difference."""
    front_or_404()
    reader = current()
    if reader is None:
        return to_sign_in(request)
    found = BoardDocument.objects.filter(pk=pk, address_name=name).first()
    if found is None or not reader.may_have(found) or refusal(found.file_hash):
        raise Http404
    return sent(found)


@require_safe
def image(request: HttpRequest, pk: int) -> HttpResponseBase:
    """An image in one size, likewise."""
    front_or_404()
    reader = current()
    if reader is None:
        return to_sign_in(request)
    found = BoardRendition.objects.select_related("image").filter(pk=pk).first()
    if found is None or not reader.may_have(found.image):
        raise Http404
    try:
        return FileResponse(found.file.open())
    except FileNotFoundError as error:
        raise Http404 from error


def front_or_404() -> Any:
    """The first page of the area; 404 on a site that has none."""
    front = front_page()
    if front is None:
        raise Http404
    return front


def to_sign_in(request: HttpRequest) -> HttpResponseRedirect:
    """And from there back to what was asked for."""
    query = "" if request.path == AREA else f"?{urlencode({'next': request.path})}"
    return HttpResponseRedirect(reverse("members_sign_in") + query)
