"""The two cookies of the members' area: their own names, sent to its addresses alone.

Public pages read no cookie at all (rule R15), and the admin has its own at its own addresses.
"""

from http.cookies import Morsel, SimpleCookie

from django.conf import settings

from lscb_site.members.area import AREA

OWN_NAMES = {settings.SESSION_COOKIE_NAME: "members_session", settings.CSRF_COOKIE_NAME: "members_csrf"}


def own_cookies(cookies: dict[str, str]) -> dict[str, str]:
    """What the browser sent for the area, under the names that Django looks for; none that holds a NUL."""
    return {name: cookies[own] for name, own in OWN_NAMES.items() if own in cookies and "\x00" not in cookies[own]}


def rename_cookies(cookies: SimpleCookie) -> None:
    """What Django sets, under the area's names and for its addresses; nothing else is set."""
    for name in list(cookies):
        sent: Morsel[str] = cookies.pop(name)
        if own := OWN_NAMES.get(name):
            cookies[own] = sent.value
            cookies[own].update({attribute: value for attribute, value in sent.items() if value != ""})
            cookies[own]["path"] = AREA
