"""What open data and feeds know a thing by."""

from typing import Any

from django.contrib.postgres.functions import RandomUUID
from django.db import models


def stable_identifier() -> "models.UUIDField[Any, Any]":
    """A random number that the row keeps for ever, whatever its address or label becomes; the database makes it.

    Counted numbers would have gaps, which tell how much is dark (rule R8).
    """
    return models.UUIDField(unique=True, editable=False, db_default=RandomUUID())
