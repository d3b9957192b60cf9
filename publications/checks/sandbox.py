"""Runs a task on a file in a process of its own, so that a hostile file can hurt nothing but that process.

The process is a fresh interpreter without Django, without our environment and without our open files; its memory, time
and files are limited, and it is killed with all that it started. What it is to do comes in by its standard input, never
on the command line, where other users of the machine could read it.
"""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from publications.checks import messages

ENTRY = Path(__file__).with_name("child.py")
MB = 1024 * 1024
MOST_ANSWER = 64 * MB
# One thread: the others would each reserve memory, and the limit counts it.
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Limits:
    """What a task may use; sizes in bytes.

    It has `seconds` of the processor for so many `pages`, and as much more for each further one, up to `most_seconds`.
    On a busy machine that may last `patience` times as long. `written` is the size of the largest file it may write.
    """

    memory: int = 300 * MB
    seconds: float = 60
    pages: int = 300
    most_seconds: float = 240
    patience: float = 3
    written: int = 0
    open_files: int = 32

    def seconds_for(self, pages: int) -> float:
        """How long it may take for so many pages."""
        return min(self.most_seconds, max(self.seconds, self.seconds * pages / self.pages))


class Failed(Exception):  # noqa: N818 - what became of a task
    """The task did not come to its end: `code` is "memory", "time" or "crash"."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code


class Stopwatch:
    """Counts down from some `seconds`, which may be raised meanwhile."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.began = seconds, time.monotonic()

    @property
    def left(self) -> float:
        """Seconds left."""
        return max(0, self.began + self.seconds - time.monotonic())


def run(
    task: str,
    file: Path,
    *,
    options: dict[str, Any] | None = None,
    limits: Limits = Limits(),
    on_progress: Progress | None = None,
) -> Any:
    """The result of a task of `tasks.TASKS` on a file; `Failed` if it did not come to its end.

    `on_progress` is called with how many pages are done, and of how many.
    """
    order = {"task": task, "file": str(Path(file).absolute()), "options": options or {}, "limits": asdict(limits)}
    with _process() as process:
        watch = Stopwatch(limits.seconds * limits.patience)
        _send(process, order)
        for message in _messages(process, watch):
            if "failed" in message:
                raise Failed(message["failed"], message.get("detail", ""))
            if "result" in message:
                return messages.unpacked(message["result"])
            watch.seconds = limits.seconds_for(message["of"]) * limits.patience
            if on_progress is not None:
                on_progress(message["done"], message["of"])
        raise Failed(*_reason(process.wait()))


def _reason(status: int) -> tuple[str, str]:
    """Why a process ended without an answer."""
    return "time" if -status in {signal.SIGXCPU, signal.SIGALRM} else "crash", f"ended by {status}"


@contextlib.contextmanager
def _process() -> Iterator["subprocess.Popen[bytes]"]:
    """The started process; at the end it is killed, whatever it does."""
    process = subprocess.Popen(
        [sys.executable, "-I", str(ENTRY)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
        cwd="/",
        start_new_session=True,
    )
    with process:
        try:
            yield process
        finally:
            _kill(process)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _send(process: "subprocess.Popen[bytes]", order: dict[str, Any]) -> None:
    assert process.stdin is not None  # noqa: S101 - a pipe was asked for
    with contextlib.suppress(BrokenPipeError), process.stdin as pipe:
        pipe.write(json.dumps(order).encode())


def _messages(process: "subprocess.Popen[bytes]", watch: Stopwatch) -> Iterator[dict[str, Any]]:
    """Every line that the process writes, read as it comes."""
    assert process.stdout is not None  # noqa: S101 - a pipe was asked for
    held = b""
    while True:
        ready, _, _ = select.select([process.stdout], [], [], watch.left)
        if not ready:
            raise Failed("time")
        read = os.read(process.stdout.fileno(), MB)
        if not read:
            return
        *lines, held = (held + read).split(b"\n")
        if len(held) > MOST_ANSWER:
            raise Failed("memory", "its answer has no end")
        yield from map(_message, lines)


def _message(line: bytes) -> dict[str, Any]:
    try:
        message = json.loads(line)
    except ValueError:
        raise Failed("crash", "its answer can't be read") from None
    return message if isinstance(message, dict) else {}
