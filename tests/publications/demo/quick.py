"""The demo without the longest part of making it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from publications import checking
from publications.checks.findings import Report
from publications.models import FileVersion


@contextmanager
def without_checks() -> Iterator[None]:
    """Take it that nothing is wrong in the reports of the demo: `test_demo.py` has them really looked into."""

    def nothing_found(versions: Sequence[FileVersion]) -> list[Report]:
        return [Report((), pages=1) for _ in versions]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "examine_ours", nothing_found)
        yield
