"""Installs what the site is made of: the virtual environment, the locked packages, the style sheet.

Needs nothing but Python. Each step is done only if its lock file has changed since the last time. A step that fails
ends with one line telling what to do; what the tools said is kept in `.local/install.log`.

    python3 deploy/install.py           what the site needs to run
    python3 deploy/install.py tests     and what its tests need
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOG = ROOT / ".local" / "install.log"
OLDEST_NODE = 20
CHROMIUM = ["chromium", "fonts-dejavu-core", "fonts-liberation"]

# What a tool says -> what to do. The first that is found decides.
CAUSES = {
    ("No space left", "ENOSPC", "Disk quota"): "The disk is full. Make room and try again.",
    ("name resolution", "Connection", "ENOTFOUND", "ECONNREFUSED", "EAI_AGAIN", "timed out", "ETIMEDOUT", "ProxyError",
     "No matching distribution", "Could not resolve", "Failed to fetch"):
        "The network or the package index can't be reached. Check the connection and try again.",
    ("Permission denied", "EACCES"): "This user may not write here. Run it as the owner of this folder.",
    ("ensurepip",): "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv",
    ("do not match the hashes", "EINTEGRITY"): "A package is not the one that was locked. Don't use it; report it.",
}  # fmt: skip


def main() -> None:
    """Run the steps that are due."""
    for_tests = sys.argv[1:] == ["tests"]
    try:
        LOG.parent.mkdir(exist_ok=True)
        LOG.write_text("")
        make_environment()
        install("requirements-dev.txt" if for_tests else "requirements.txt")
        environment = with_node()
        install_front_end(environment, for_tests=for_tests)
        build_front_end(environment)
        if for_tests:
            install_browser()
    except OSError as error:
        sys.exit(cause_of(str(error)) or f"Not installed: {error}")
    except KeyboardInterrupt:
        sys.exit("Stopped. The next make carries on.")


def make_environment() -> None:
    """Make the virtual environment, unless there is one that works."""
    python = VENV / "bin" / "python"
    if (
        python.exists()
        and subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode == 0
    ):
        return
    say("Making a virtual environment in .venv ...")
    run([sys.executable, "-m", "venv", "--clear", VENV])


def install(lock: str) -> None:
    """Install a lock file, unless it, or one that holds it, is installed."""
    wanted = (ROOT / "deploy" / lock).read_text()
    done = VENV / f"installed-{lock}"
    holds_it = VENV / "installed-requirements-dev.txt"
    base = (ROOT / "deploy" / "requirements.txt").read_text()
    if is_text(done, wanted) or (
        lock == "requirements.txt" and is_text(VENV / "base-of-dev.txt", base) and holds_it.exists()
    ):
        return
    say(f"Installing the packages of deploy/{lock} ...")
    # A site's packages are compiled now, as its user may not be allowed to; tests compile what they use.
    compiling = ["--no-compile"] if lock == "requirements-dev.txt" else []
    run([VENV / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input",
         "--require-hashes", "--no-deps", *compiling, "-r", ROOT / "deploy" / lock])  # fmt: skip
    done.write_text(wanted)
    if lock == "requirements-dev.txt":
        (VENV / "base-of-dev.txt").write_text(base)


def with_node() -> dict[str, str]:
    """The environment in which node and npm are found: the machine's, or else the virtual environment's own."""
    environment = os.environ | {"PATH": f"{os.environ.get('PATH', os.defpath)}:{VENV / 'bin'}"}
    if not node_is_new_enough(environment):
        install("requirements-node.txt")
        environment["PATH"] = f"{VENV / 'bin'}:{environment['PATH']}"
    return environment


def node_is_new_enough(environment: dict[str, str]) -> bool:
    """Whether node and npm are there, and node is new enough."""
    node, npm = (shutil.which(name, path=environment["PATH"]) for name in ("node", "npm"))
    if not node or not npm:
        return False
    printed = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = printed.lstrip("v").partition(".")[0]
    return major.isdigit() and int(major) >= OLDEST_NODE


def install_front_end(environment: dict[str, str], *, for_tests: bool) -> None:
    """Install the locked npm packages; those of the tests too, if asked."""
    lock = (ROOT / "package-lock.json").read_text()
    done = ROOT / "node_modules" / ".installed"
    if is_text(done, f"tests\n{lock}") or (not for_tests and is_text(done, f"site\n{lock}")):
        return
    say("Installing the front-end packages ...")
    run(["npm", "ci", "--no-audit", "--no-fund", *([] if for_tests else ["--omit=dev"])], environment)
    done.write_text(f"{'tests' if for_tests else 'site'}\n{lock}")


def build_front_end(environment: dict[str, str]) -> None:
    """Build the style sheet and scripts, if they or the packages have changed."""
    built = ROOT / "static" / "build"
    sources = [ROOT / "package.json", ROOT / "package-lock.json", *sorted((ROOT / "static").rglob("*"))]
    digest = hashlib.sha256()
    for source in sources:
        if source.is_file() and built not in source.parents:
            digest.update(source.read_bytes())
    done = ROOT / ".local" / "front-end-built"
    if is_text(done, digest.hexdigest()) and built.exists():
        return
    say("Building the style sheet ...")
    run(["npm", "run", "--silent", "build"], environment)
    done.write_text(digest.hexdigest())


def install_browser() -> None:
    """Debian's Chromium for the browser tests; on a machine where that can't be done, a line that says how."""
    if any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        return
    by_hand = f"The browser tests need Chromium. On Debian, as root: apt-get install {' '.join(CHROMIUM)}"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(by_hand)
    say("Installing Chromium for the browser tests ...")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-q"], environment)
    run(["apt-get", "install", "-q", "-y", "--no-install-recommends", *CHROMIUM], environment)


def run(command: list[str | Path], environment: dict[str, str] | None = None) -> None:
    """Run a tool, its words into the log; if it fails, end with one line."""
    tool = shutil.which(str(command[0]), path=(environment or os.environ).get("PATH"))
    with LOG.open("a+") as log:
        start = log.tell()
        done = subprocess.run([tool or command[0], *command[1:]], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL,
                              stdout=log, stderr=subprocess.STDOUT, check=False)  # fmt: skip
        log.seek(start)
        if done.returncode:
            sys.exit(cause_of(log.read()) or f"{Path(str(command[0])).name} failed. What it said is in {LOG}.")


def cause_of(words: str) -> str:
    """What to do about a failure, from what the tool said; empty if that is not known."""
    for signs, advice in CAUSES.items():
        if any(sign.lower() in words.lower() for sign in signs):
            return advice
    return ""


def is_text(path: Path, text: str) -> bool:
    """Whether the file is there and holds exactly this."""
    return path.exists() and path.read_text() == text


def say(line: str) -> None:
    """Print at once, also into a pipe."""
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
