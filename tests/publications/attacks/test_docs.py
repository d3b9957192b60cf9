"""docs/attacks.md, checks.md and states.md say what the tests try and what the code decides by."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from publications.checks.kinds import KINDS
from publications.listing import State
from tests.publications.attacks import documents

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGES = {
    "attacks.md": documents.attacks_page,
    "checks.md": documents.checks_page,
    "states.md": documents.states_page,
}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_that_of_the_code(name: str) -> None:
    page: Callable[[], str] = PAGES[name]
    if os.environ.get("LSCB_WRITE_DOCS") == "1":
        (DOCS / name).write_text(page())
    assert (DOCS / name).read_text() == page(), "write it anew: the page says how"


def test_every_kind_of_finding_is_under_one_heading() -> None:
    assert sorted(KINDS) == sorted(kind for kinds in documents.HEADINGS.values() for kind in kinds)


def test_every_state_is_in_its_table() -> None:
    assert set(documents.ORDER) == set(State)
