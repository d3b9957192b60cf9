"""Whatever is wrong with a file, there is a report: no crash, no hang, no error that nobody caught."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from publications.checks.report import report_on
from tests.publications.checks import examine_many
from tests.publications.checks.damage import damaged

pytestmark = pytest.mark.slow


class Examiner:
    """One process that examines many files; a new one after any that it did not survive."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None

    def examine(self, file: Path) -> dict[str, Any]:
        """How it ended; empty if the process did."""
        if self.process is None:
            order = [sys.executable, examine_many.__file__]
            self.process = subprocess.Popen(order, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{file}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if line:
            return dict(json.loads(line))
        self.end()
        return {}

    def end(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None


@pytest.fixture
def examiner() -> Iterator[Examiner]:
    examiner = Examiner()
    yield examiner
    examiner.end()


def test_damaged_files(tmp_path: Path, count: Callable[..., int], examiner: Examiner) -> None:
    read = 0
    for number in range(count(50, full=2000)):
        file = tmp_path / "damaged.pdf"
        file.write_bytes(damaged(number))
        ending = examiner.examine(file)
        assert "error" not in ending, (number, ending)
        if "kinds" not in ending:  # it took the process with it: by itself it must be reported
            assert report_on(file).unreadable, number
        read += "kinds" in ending and not ending["unreadable"]
    assert read > 10, "so much damage tests nothing but the opening of files"
