"""What tells a person who fills in a public form from a program: two traps that ask nothing of people.

A field that people don't see stays empty, and nobody reads a page and answers within two seconds. The form carries
what it is about, signed, with the second at which it was drawn; so one can't be sent about what was never shown.
"""

from datetime import timedelta

import jinja2
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import HttpRequest, QueryDict

EMPTY_FIELD = "subject"
TOO_FAST = timedelta(seconds=2)
TOO_OLD = timedelta(days=2)  # so that one that was harvested can't be sent for ever


class TrappedError(Exception):
    """A program sent it: it gets the answer that a person gets, and nothing is kept."""


class StaleError(Exception):
    """It is too old, or was not made here: the page is to be loaded again."""


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="lscb_site.traps")


def signed(subject: str) -> str:
    """What a form is about, for its hidden field."""
    return _signer().sign(subject)


def opened(sent: QueryDict, field: str) -> str:
    """What a form that was sent is about; TrappedError, StaleError."""
    value = sent.get(field, "")
    try:
        subject = _signer().unsign(value, max_age=TOO_OLD)
    except BadSignature as error:
        raise StaleError from error
    if sent.get(EMPTY_FIELD) or _is_younger(value, TOO_FAST):
        raise TrappedError
    return subject


def _is_younger(value: str, age: timedelta) -> bool:
    try:
        _signer().unsign(value, max_age=age)
    except SignatureExpired:
        return False
    return True


@jinja2.pass_context
def signed_path(context: jinja2.runtime.Context) -> str:
    """The path of the page that is being drawn, signed; empty where there is none to speak of."""
    request = context.get("request")
    return signed(request.path) if isinstance(request, HttpRequest) else ""
