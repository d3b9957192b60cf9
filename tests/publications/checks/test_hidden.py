"""Words that can't be seen are found, and their twins that can be seen are not."""

from pathlib import Path

import pytest

from publications.checks.examine import examined
from publications.checks.findings import Report
from tests.publications.checks.hidden_cases import CASES


def report(content: bytes, folder: Path) -> Report:
    """What the checks find, in this process: the sandbox has tests of its own."""
    file = folder / "file.pdf"
    file.write_bytes(content)
    return examined(file, {}, lambda *_: None)


@pytest.mark.parametrize("name", CASES)
def test_it_is_found_and_its_twin_is_not(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    found = [each.kind for each in report(case.bad(), tmp_path).blocking]
    assert case.kind in found
    assert [each.kind for each in report(case.clean(), tmp_path).blocking] == []
