"""Every setting of the environment: what it accepts, and the one line that a wrong one ends with."""

import os
import re
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lscb_site.environment import SettingError

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "lscb_site" / "settings.py"
PUBLIC = {
    "DATABASE_URL": "postgresql://app:secret@db.example.org/lscb",
    "SECRET_KEY": "k" * 60,
    "ALLOWED_HOSTS": "www.example.org",
    "PUBLIC_URL": "https://www.example.org",
}
OURS = [
    *PUBLIC, "DATABASE_OWNER_URL", "RECORD_DIGESTS", "EXIT_ADDRESS", "FILES_URL", "EMAIL_URL", "CACHE_URL",
    "ADMIN_ENABLED", "TRUSTED_PROXIES", "PORT", "CLAMD_URL", "REPORT_LIMIT_MB", "REPORT_LIMIT_PAGES",
    "REPORT_LIMIT_UNPACKED_MB",
]  # fmt: skip

Load = Callable[..., dict[str, Any]]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Load:
    """The settings of a public site with some of its environment changed; None unsets."""

    def loaded(**changes: str | None) -> dict[str, Any]:
        for name in OURS:
            monkeypatch.delenv(name, raising=False)
        for name, value in (PUBLIC | changes).items():
            if value is not None:
                monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return loaded


WRONG = [
    ("SECRET_KEY", None, "is not set"),
    ("SECRET_KEY", "  ", "is not set"),
    ("ALLOWED_HOSTS", None, "is not set"),
    ("ALLOWED_HOSTS", "https://www.example.org", "names of hosts"),
    ("ALLOWED_HOSTS", "www.example.org example.org", "names of hosts"),
    ("PUBLIC_URL", None, "is not set"),
    ("PUBLIC_URL", "www.example.org", "is not an address"),
    ("PUBLIC_URL", "ftp://www.example.org", "is not an address"),
    ("PUBLIC_URL", "https://", "is not an address"),
    ("PUBLIC_URL", "https://www.example.org:abc", "is not an address"),
    ("DATABASE_URL", "mysql://app:secret@db/lscb", "is not the address of a PostgreSQL database"),
    ("DATABASE_URL", "lscb", "is not the address of a PostgreSQL database"),
    ("DATABASE_URL", "postgresql://app:secret@db", "is not the address of a PostgreSQL database"),
    ("DATABASE_URL", "postgresql://app:secret@db:port/lscb", "is not an address"),
    ("DATABASE_OWNER_URL", "sqlite:///x", "is not the address of a PostgreSQL database"),
    ("DATABASE_OWNER_URL", "postgresql://owner:secret@db.example.org/other", "another database"),
    ("PORT", "http", "is 'http'"),
    ("PORT", "0", "is '0'"),
    ("PORT", "65536", "is '65536'"),
    ("REPORT_LIMIT_MB", "many", "Set it to a number from 1 to 1000, for example: 100"),
    ("REPORT_LIMIT_PAGES", "0", "Set it to a number from 1 to 10000"),
    ("REPORT_LIMIT_UNPACKED_MB", "-1", "Set it to a number from 1 to 20000"),
    ("ADMIN_ENABLED", "maybe", "is 'maybe'"),
    ("TRUSTED_PROXIES", "proxy.example.org", "addresses or networks"),
    ("TRUSTED_PROXIES", "10.0.0.1/8", "addresses or networks"),
    ("EMAIL_URL", "mail.example.org", "is not an address"),
    ("EMAIL_URL", "http://mail.example.org", "is not an address"),
    ("CACHE_URL", "varnish://localhost", "is not an address"),
    ("CACHE_URL", "redis://localhost/0", "package redis"),
    ("FILES_URL", "files", "neither a folder nor a bucket"),
    ("FILES_URL", "s3://", "neither a folder nor a bucket"),
    ("FILES_URL", "file://host/srv/files", "neither a folder nor a bucket"),
    ("RECORD_DIGESTS", "digests.txt", "folder that exists"),
    ("RECORD_DIGESTS", "/no/such/folder/digests.txt", "folder that exists"),
    ("EXIT_ADDRESS", "http://www.example.org", "is not an address"),
    ("FILES_URL", "/etc/hostname", "can't be written"),
    ("CLAMD_URL", "localhost:3310", "is not an address"),
    ("CLAMD_URL", "tcp://", "is not an address"),
    ("CLAMD_URL", "tcp://localhost:abc", "is not an address"),
    ("CLAMD_URL", "http://localhost:3310", "is not an address"),
    ("CLAMD_URL", "unix://run/clamd.ctl", "is not an address"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "says"), WRONG)
def test_a_wrong_setting_is_one_line_that_names_it(load: Load, name: str, value: str | None, says: str) -> None:
    with pytest.raises(SettingError) as refusal:
        load(**{name: value})
    line = str(refusal.value)
    assert line.startswith(name)
    assert says in line
    assert "\n" not in line
    assert "secret" not in line.replace("Set it to something like: postgresql://name:password@localhost/lscb", "")


def test_every_setting_has_a_wrong_value_above() -> None:
    assert {name for name, _, _ in WRONG} == set(OURS)


def test_no_setting_is_read_that_is_not_known_here() -> None:
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', SETTINGS.read_text()))
    assert read == set(OURS)


def test_a_machine_of_ones_own_needs_none(load: Load) -> None:
    settings = load(**dict.fromkeys(PUBLIC))
    assert settings["EMBEDDED"]
    assert settings["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert settings["PUBLIC_URL"] == "http://localhost:8000"
    assert settings["DATABASES"]["default"]["USER"] == "lscb_app"
    assert len(settings["SECRET_KEY"]) >= 50


def test_the_port_is_in_the_address(load: Load) -> None:
    assert load(DATABASE_URL=None, PUBLIC_URL=None, PORT="8123")["PUBLIC_URL"] == "http://localhost:8123"


def test_https_makes_all_of_it_safe(load: Load) -> None:
    settings = load()
    for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"):
        assert settings[name] is True
    assert settings["SECURE_HSTS_SECONDS"] == 31_536_000


def test_http_can_be_used_at_all(load: Load) -> None:
    settings = load(PUBLIC_URL="http://www.example.org/")
    assert settings["PUBLIC_URL"] == "http://www.example.org"
    assert settings["SECURE_SSL_REDIRECT"] is False
    assert settings["SECURE_HSTS_SECONDS"] == 0


def test_debug_is_never_on(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBUG", "true")
    assert not load().get("DEBUG", False)


ACCEPTED = [
    ("ALLOWED_HOSTS", "a.org, b.org", "ALLOWED_HOSTS", ["a.org", "b.org", "www.example.org"]),
    ("ADMIN_ENABLED", "No", "ADMIN_ENABLED", False),
    ("TRUSTED_PROXIES", "10.0.0.1", "SECURE_PROXY_SSL_HEADER", ("HTTP_X_FORWARDED_PROTO", "https")),
    ("TRUSTED_PROXIES", None, "SECURE_PROXY_SSL_HEADER", None),
    ("FILES_URL", "/srv/lscb/files", "FILES_URL", "file:///srv/lscb/files"),
    ("FILES_URL", "s3://bucket/reports", "FILES_URL", "s3://bucket/reports"),
    ("EMAIL_URL", "smtp+tls://me:pw@mail.example.org:587", "EMAIL_HOST", "mail.example.org"),
    ("CLAMD_URL", "tcp://clamav.internal:3310", "CLAMD_URL", "tcp://clamav.internal:3310"),
    ("CLAMD_URL", "unix:///run/clamav/clamd.ctl", "CLAMD_URL", "unix:///run/clamav/clamd.ctl"),
    ("CLAMD_URL", None, "CLAMD_URL", ""),
    ("SECRET_KEY", "$a-dollar-is-no-variable", "SECRET_KEY", "$a-dollar-is-no-variable"),
]


@pytest.mark.parametrize(("name", "value", "setting", "becomes"), ACCEPTED)
def test_a_setting_becomes_django_s(load: Load, name: str, value: str | None, setting: str, becomes: object) -> None:
    assert load(**{name: value})[setting] == becomes


def test_a_socket_and_a_strange_password_can_be_written(load: Load) -> None:
    config = load(DATABASE_URL="postgresql://app:p%40ss%2F@/lscb?host=/run/Postgres")["DATABASES"]["default"]
    assert (config["HOST"], config["NAME"], config["PASSWORD"]) == ("/run/Postgres", "lscb", "p@ss/")


COMMANDS = {
    "manage.py": [sys.executable, "manage.py", "check"],
    "gunicorn": [sys.executable, "-m", "gunicorn", "--no-control-socket", "--bind", "127.0.0.1:0", "lscb_site.wsgi"],
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_the_start_stops_with_that_line_and_no_traceback(command: list[str]) -> None:
    outside = {name: value for name, value in os.environ.items() if name not in OURS}
    environment = outside | PUBLIC | {"DJANGO_SETTINGS_MODULE": "lscb_site.settings", "PUBLIC_URL": "www.example.org"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode != 0
    assert "PUBLIC_URL is not an address this can use." in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unreachable_database_is_one_line() -> None:
    outside = {name: value for name, value in os.environ.items() if name not in OURS}
    environment = outside | PUBLIC | {
        "DJANGO_SETTINGS_MODULE": "lscb_site.settings", "DATABASE_URL": "postgresql://app:pw@127.0.0.1:1/lscb",
    }  # fmt: skip
    command = [sys.executable, "manage.py", "showmigrations"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode != 0
    assert done.stderr.startswith("The database of DATABASE_URL does not answer: ")
    assert done.stderr.count("\n") == 1
