"""The installer: what it says when a tool fails, and that it does nothing twice. No tool is really run."""

import importlib.util
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The installer, at work in an empty folder that has our lock files."""
    spec = importlib.util.spec_from_file_location("install", ROOT / "deploy" / "install.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("deploy", ".local", ".venv/bin", "node_modules", "static/build"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("deploy/requirements.txt", "deploy/requirements-dev.txt", "package.json", "package-lock.json"):
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "LOG", tmp_path / ".local" / "install.log")
    return module


@pytest.fixture
def ran(install: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that the installer would have run."""
    commands: list[str] = []
    monkeypatch.setattr(install, "run", lambda command, *_: commands.append(" ".join(map(str, command))))
    return commands


SAYS = [
    ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
    ("Failed to establish a new connection: Temporary failure in name resolution", "network"),
    ("npm error code EAI_AGAIN", "network"),
    ("npm error code ENOTFOUND", "network"),
    ("ERROR: No matching distribution found for django==5.2.19", "network"),
    ("The virtual environment was not created successfully because ensurepip is not available.", "python3-venv"),
    ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "is not the one that was locked"),
    ("npm error code EINTEGRITY", "is not the one that was locked"),
    ("PermissionError: [Errno 13] Permission denied: '/srv'", "may not write"),
]


@pytest.mark.parametrize(("words", "advice"), SAYS)
def test_a_failing_tool_ends_with_one_line_of_advice(install: ModuleType, words: str, advice: str) -> None:
    command = ["sh", "-c", f'echo "first line"; echo "{words}" >&2; exit 1']
    with pytest.raises(SystemExit) as ended:
        install.run(command)
    assert advice in str(ended.value)
    assert "\n" not in str(ended.value)


def test_an_unknown_failure_leads_to_the_log(install: ModuleType) -> None:
    with pytest.raises(SystemExit, match=r"sh failed\. What it said is in .*install\.log"):
        install.run(["sh", "-c", "echo strange; exit 1"])
    assert install.LOG.read_text() == "strange\n"


def test_a_lock_is_installed_once(install: ModuleType, ran: list[str]) -> None:
    install.install("requirements.txt")
    install.install("requirements.txt")
    assert len(ran) == 1
    assert "--require-hashes" in ran[0]


def test_a_changed_lock_is_installed_again(install: ModuleType, ran: list[str]) -> None:
    install.install("requirements.txt")
    (install.ROOT / "deploy/requirements.txt").write_text("changed")
    install.install("requirements.txt")
    assert len(ran) == 2


def test_what_the_tests_need_holds_what_the_site_needs(install: ModuleType, ran: list[str]) -> None:
    install.install("requirements-dev.txt")
    install.install("requirements.txt")
    install.install("requirements-dev.txt")
    assert [command.rpartition("/")[2] for command in ran] == ["requirements-dev.txt"]


@pytest.mark.parametrize(("order", "runs"), [([False, True, False], 2), ([True, False], 1), ([False, False], 1)])
def test_front_end_packages_come_in_either_order(
    install: ModuleType, ran: list[str], order: list[bool], runs: int
) -> None:
    for for_tests in order:
        install.install_front_end({}, for_tests=for_tests)
    assert len(ran) == runs


def test_the_style_sheet_is_built_when_something_changed(install: ModuleType, ran: list[str]) -> None:
    install.build_front_end({})
    (install.ROOT / "static/build/site.css").write_text("built")
    install.build_front_end({})
    (install.ROOT / "static/site.scss").write_text("changed")
    install.build_front_end({})
    assert len(ran) == 2


@pytest.mark.parametrize(
    ("version", "enough"), [("v20.1.0", True), ("v24.0.0", True), ("v18.19.0", False), ("", False)]
)
def test_an_old_node_is_not_used(install: ModuleType, tmp_path: Path, version: str, *, enough: bool) -> None:
    for name in ("node", "npm"):
        tool = tmp_path / name
        tool.write_text(f"#!/bin/sh\necho {version}\n")
        tool.chmod(0o755)
    assert install.node_is_new_enough({"PATH": f"{tmp_path}:/bin:/usr/bin"}) is enough


@pytest.mark.parametrize("command", ["run", "test"])
def test_without_python_make_says_so(command: str, tmp_path: Path) -> None:
    for tool in ("sh", "echo", "test"):
        (tmp_path / tool).symlink_to(f"/bin/{tool}" if tool == "sh" else f"/usr/bin/{tool}")
    done = subprocess.run(
        ["/usr/bin/make", command], cwd=ROOT, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode
    assert done.stdout == (
        "Python 3.11 or newer is needed and was not found. "
        "On Debian 12 or newer: apt-get install python3 python3-venv\n"
    )
