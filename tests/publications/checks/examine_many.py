"""Run as a process with the sandbox's limits: examines every file whose name comes in, and says how each ended."""

import json
import signal
import sys
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from publications.checks import child, sandbox
from publications.checks.examine import examined

LONGEST = 60  # seconds for one file


def ending(file: Path) -> dict[str, object]:
    """The kinds that were found, or the error that nobody caught."""
    signal.alarm(LONGEST)
    try:
        report = examined(file, {}, lambda *_: None)
    except MemoryError:
        return {"memory": True}
    except Exception as error:
        return {"error": repr(error)}
    return {"kinds": [each.kind for each in report.findings], "unreadable": report.unreadable}


if __name__ == "__main__":
    child.limit(asdict(sandbox.Limits(seconds=3600, most_seconds=3600)))
    for line in sys.stdin:
        sys.stdout.write(json.dumps(ending(Path(line.rstrip("\n")))) + "\n")
        sys.stdout.flush()
