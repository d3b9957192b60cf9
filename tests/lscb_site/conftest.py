"""The members' area, for the tests of what is in it and of what is told of it outside."""

import pytest

from tests.lscb_site.members import Area


@pytest.fixture
def area() -> Area:
    """Two pages for members, one of them for a further group, with files."""
    return Area()
