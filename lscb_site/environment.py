"""The settings that come from the environment, read and checked one by one."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ

env = environ.Env()

LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]


class SettingError(Exception):
    """A setting is missing or wrong; the text names it and says what to do."""


def required(name: str, *, example: str) -> str:
    """The value of `name`; SettingError if it is not set."""
    value: str = env.str(name, default="")
    if not value:
        raise SettingError(f"{name} is not set. Set it to something like: {example}")
    return value


def boolean(name: str, *, default: bool) -> bool:
    """The value of `name` as true or false; SettingError for any other word."""
    value = env.str(name, default="").strip().lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise SettingError(f"{name} is {value!r}. Set it to true or false.")


def url(name: str, *, schemes: set[str], default: str = "", example: str) -> str:
    """The address in `name`, whose scheme is one of `schemes`."""
    value: str = env.str(name, default=default) or required(name, example=example)
    if urlsplit(value).scheme not in schemes:
        raise SettingError(f"{name} is not an address this can use. Set it to something like: {example}")
    return value


def database(address: str) -> dict[str, Any]:
    """Django's description of the PostgreSQL database at `address`.

    A socket's folder is written as in libpq: `postgresql://name:password@/database?host=/folder`.
    """
    config: dict[str, Any] = env.db_url_config(address)
    if host := config.get("OPTIONS", {}).pop("host", ""):
        config["HOST"] = host
    return config


def kept_secret(path: Path) -> str:
    """A secret made on first use and kept in a file only its owner can read."""
    from django.core.management.utils import get_random_secret_key

    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key())
    return path.read_text()
