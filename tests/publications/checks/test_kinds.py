"""Every kind of finding is found where it is, and not in a twin without it."""

from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest

from publications.checks.examine import examined
from publications.checks.findings import Report
from publications.checks.kinds_hidden import HIDDEN
from publications.checks.kinds_inside import INSIDE
from tests.publications.checks import hidden_cases, inside_cases
from tests.publications.checks.cases import Case

CASES = hidden_cases.CASES | inside_cases.CASES


@cache
def report(content: bytes) -> Report:
    """What the checks find, in this process: the sandbox has tests of its own. Many twins are the same file."""
    with NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        return examined(Path(file.name), {}, lambda *_: None)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_found_and_its_twin_is_not(case: Case) -> None:
    assert case.kind in {each.kind for each in report(case.bad()).findings}
    twin = report(case.clean())
    assert case.kind not in {each.kind for each in twin.findings}
    assert twin.blocking == ()


def test_every_kind_has_a_case() -> None:
    assert {case.kind for case in CASES.values()} == set(HIDDEN | INSIDE)
