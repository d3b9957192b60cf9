"""What docs/import.md and docs/editors.md name is there."""

import re
from pathlib import Path

import pytest

from publications.admin.forms import FORMS
from publications.admin.forms.imports import IMPORT_FORMS
from publications.importing import lines, table
from tests.publications.importing.sheets import HEADER

DOCS = Path(__file__).resolve().parents[3] / "docs"


def test_the_columns_are_those_of_the_code() -> None:
    rows = re.findall(r"^\| `(\w+)`( \*)? \|", (DOCS / "import.md").read_text(), re.MULTILINE)
    assert {name for name, _star in rows} >= set(table.COLUMNS)
    assert {name for name, star in rows if star} == set(table.REQUIRED)
    assert HEADER in (DOCS / "import.md").read_text()


def test_the_states_are_those_of_the_code() -> None:
    text = (DOCS / "import.md").read_text()
    section = text.split("## What each state does", 1)[1].split("\n## ", 1)[0]
    assert set(re.findall(r"^\| `([a-z ]+)` \| [a-z]", section, re.MULTILINE)) - {"state"} == set(lines.STATES)


LABELS = [form.label for forms in FORMS.values() for form in forms] + [form.label for form in IMPORT_FORMS.values()]


@pytest.mark.parametrize(
    "named",
    [
        "Upload the file", "Sign off the file", "Release", "Announce without a file", "Correct the file",
        "Suspend now", "Suspend the whole review", "Change how long it is kept", "Move to on request",
        "Approve this import", "Discard this import",
    ],
)  # fmt: skip
def test_the_guides_name_buttons_as_the_screens_do(named: str) -> None:
    assert named in LABELS
    text = " ".join((DOCS / "editors.md").read_text().split()) + (DOCS / "import.md").read_text()
    assert f"**{named}**" in text
