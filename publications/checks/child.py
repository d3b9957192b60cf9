"""The process that looks into one file; started by `sandbox`, as `python -I child.py`."""

import importlib
import json
import math
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = 300 * 1024 * 1024  # addresses for programs and the file itself, mapped and not held in memory


def limit(limits: dict[str, Any]) -> None:
    """Let the system refuse this process more than it may have.

    Memory is what it writes to; addresses are limited too, more generously. No process can be started from it.
    """
    most = {
        resource.RLIMIT_DATA: limits["memory"],
        resource.RLIMIT_AS: limits["memory"] + LIBRARIES,
        resource.RLIMIT_FSIZE: limits["written"],
        resource.RLIMIT_NOFILE: limits["open_files"],
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_CORE: 0,
    }
    for what, wanted in most.items():
        hard = resource.getrlimit(what)[1]
        value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(what, (value, value))
    limit_time(limits, 0)


def limit_time(limits: dict[str, Any], pages: int) -> None:
    """Let the system end this process when it has computed for as long as a file of so many pages may take."""
    seconds = min(limits["most_seconds"], max(limits["seconds"], limits["seconds"] * pages / limits["pages"]))
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    value = math.ceil(seconds) if hard == resource.RLIM_INFINITY else min(math.ceil(seconds), hard)
    resource.setrlimit(resource.RLIMIT_CPU, (value, hard))


def main() -> None:
    """Do what standard input says and answer on what was standard output, which nothing else can write to."""
    answers = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    order = json.loads(sys.stdin.buffer.read())
    sys.path.insert(0, str(ROOT))
    task = loaded(order["task"])  # before the limits, which are for the file alone
    limit(order["limits"])

    from publications.checks import messages

    def answer(**message: Any) -> None:
        answers.write(json.dumps(message) + "\n")

    def progress(done: int, of: int) -> None:
        limit_time(order["limits"], of)
        answer(done=done, of=of)

    try:
        result = task(Path(order["file"]), order["options"], progress)
        answer(result=messages.packed(result))
    except MemoryError:
        answer(failed="memory")
    except Exception as error:
        answer(failed="crash", detail=type(error).__name__)


def loaded(task: str) -> Callable[..., Any]:
    """The function of a task."""
    from publications.checks.tasks import TASKS

    module, name = TASKS[task].rsplit(".", 1)
    function: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return function


if __name__ == "__main__":
    main()
