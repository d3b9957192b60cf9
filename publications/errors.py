"""Refusals: each has a code that programs can rely on and a sentence that tells a person what to do instead."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, transaction

GUARD_SQLSTATE = "23L01"
IN_USE = "Something else still belongs to it, so it can't be deleted. Remove that first."


class Refused(Exception):  # noqa: N818 - an answer, not an error
    """Something that may not be done (now, or by this person)."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class ListingProtected(Refused):
    """It would take a report off the public list, or change what readers were promised (rule R7)."""


def refusal_of(error: DatabaseError) -> ListingProtected | None:
    """The refusal that a guard in the database raised; None if the error is another one."""
    cause = error.__cause__
    if getattr(cause, "sqlstate", None) != GUARD_SQLSTATE:
        return None
    return ListingProtected("listing_protected", cause.diag.message_primary)  # type: ignore[union-attr]


@contextmanager
def translated() -> Iterator[None]:
    """Raise a guard's refusal as ListingProtected; the transaction around stays usable."""
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        if refused := refusal_of(error):
            raise refused from error
        raise
