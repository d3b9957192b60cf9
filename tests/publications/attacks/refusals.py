"""What an attack in Python has to end with."""

from typing import Any

import pytest
from django.db import DatabaseError

from publications.errors import Refused


def refused(code: str = "") -> Any:
    """Whatever is inside is refused in a plain sentence, with this code if one is given."""
    return pytest.raises(Refused, check=lambda error: code in {"", error.code} and error.sentence.endswith("."))


def sqlstate(state: str) -> Any:
    """Whatever is inside fails in the database with this state of SQL."""
    return pytest.raises(DatabaseError, check=lambda error: error.__cause__.sqlstate == state)
