"""What the documents claim is compared with the code."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def settings_read() -> set[str]:
    return set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', (ROOT / "lscb_site/settings.py").read_text()))


def settings_described() -> set[str]:
    return set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs/hosts.md").read_text(), re.MULTILINE))


def test_the_table_of_settings_is_that_of_the_code():
    assert settings_described() == settings_read()


def test_the_needed_ones_are_those_marked_as_needed():
    rows = re.findall(r"^\| `([A-Z_]+)` \| yes \|", (ROOT / "docs/hosts.md").read_text(), re.MULTILINE)
    assert set(rows) == {"SECRET_KEY", "ALLOWED_HOSTS", "PUBLIC_URL"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_commands_lead_somewhere(page: Path):
    text = page.read_text()
    for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (page.parent / link).exists(), link
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for target in re.findall(r"(?:^    |`)make ([a-z-]+)", text, re.MULTILINE):
        assert target in targets
    for command in re.findall(r"manage\.py ([a-z_]+)", text):
        assert command in {*get_commands(), "help"}


def pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / "deploy" / lock).read_text(), re.MULTILINE))


def test_the_tests_run_on_what_the_site_runs_on():
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


@pytest.mark.parametrize(
    "lock", ["deploy/requirements.txt", "deploy/requirements-dev.txt", "deploy/requirements-node.txt"]
)
def test_lock_files_hold_no_addresses(lock: str):
    assert "://" not in (ROOT / lock).read_text()


def test_the_lock_of_npm_holds_no_addresses():
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()


def test_every_dependency_has_its_reason():
    lists = re.findall(r"(?:dependencies|dev) = \[\n(.*?)\n\]", (ROOT / "pyproject.toml").read_text(), re.DOTALL)
    lines = [line.strip() for each in lists for line in each.splitlines() if line.strip().startswith('"')]
    assert lines
    assert [line for line in lines if "  # " not in line and ", # " not in line] == []
