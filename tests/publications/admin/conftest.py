"""The two people at the desk, and the day of most tests."""

from collections.abc import Iterator

import pytest

from tests.publications import factories
from tests.publications.admin.screens import Desk
from tests.publications.clock import at


@pytest.fixture
def morning() -> Iterator[None]:
    """A Friday, at ten."""
    with at("2026-07-03 10:00"):
        yield


@pytest.fixture
def editor() -> Desk:
    """Board staff."""
    return Desk(factories.in_group("Edith", "Editors"))


@pytest.fixture
def approver() -> Desk:
    """The chair."""
    return Desk(factories.in_group("Ada", "Approvers"))
