"""The settings that come from the environment, read and checked one by one.

Whatever is wrong or missing is a `SettingError`: one line that names the setting and says what to do.
"""

import ipaddress
import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import environ

env = environ.Env()

LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DATABASE_EXAMPLE = "postgresql://name:password@localhost/lscb"
EMAIL_SCHEMES = {"smtp", "smtp+tls", "smtp+ssl", "smtps", "consolemail", "filemail", "memorymail", "dummymail"}
CACHE_SCHEMES = {"locmemcache", "filecache", "dbcache", "dummycache", "redis", "rediss", "rediscache"}

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class SettingError(Exception):
    """A setting is missing or wrong; the text names it and says what to do."""


def text(name: str, *, default: str = "") -> str:
    """The value of `name` without the blanks round it; `default` if it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def required(name: str, *, example: str) -> str:
    """The value of `name`; SettingError if it is not set."""
    value = text(name)
    if not value:
        raise SettingError(f"{name} is not set. Set it to something like: {example}")
    return value


def boolean(name: str, *, default: bool) -> bool:
    """The value of `name` as true or false; SettingError for any other word."""
    value = text(name).lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise SettingError(f"{name} is {value!r}. Set it to true or false.")


def number(name: str, *, default: int, most: int) -> int:
    """The whole number in `name`, from 1 to `most`."""
    value = text(name, default=str(default))
    if not (value.isdecimal() and 1 <= int(value) <= most):
        raise SettingError(f"{name} is {value!r}. Set it to a number from 1 to {most}, for example: {default}")
    return int(value)


def url(name: str, *, schemes: set[str], default: str = "", example: str) -> str:
    """The address in `name`, with one of `schemes` and a host, without a slash at its end."""
    value = text(name, default=default) or required(name, example=example)
    parts = _split(name, value, example)
    if parts.scheme not in schemes or not parts.hostname:
        raise _not_an_address(name, example)
    return value.rstrip("/")


def hosts(name: str, *, default: list[str] | None = None, with_host_of: str) -> list[str]:
    """The host names in `name`, separated by commas, and that of the address `with_host_of`."""
    value = text(name, default=",".join(default or [])) or required(name, example="www.example.org")
    names = [part.strip() for part in value.split(",") if part.strip()]
    if any("/" in part or " " in part for part in names):
        raise SettingError(f"{name} takes names of hosts with commas between them, like: www.example.org,example.org")
    own = urlsplit(with_host_of).hostname or ""
    return names if own in names else [*names, own]


def networks(name: str) -> list[Network]:
    """The addresses and networks in `name`, separated by commas; unset: none."""
    try:
        return [ipaddress.ip_network(part.strip()) for part in text(name).split(",") if part.strip()]
    except ValueError as error:
        raise SettingError(f"{name}: {error}. Set it to addresses or networks, like: 127.0.0.1,10.0.0.0/8") from error


def database(address: str, *, name: str = "DATABASE_URL") -> dict[str, Any]:
    """Django's description of the PostgreSQL database at `address`, which is the value of setting `name`.

    A socket's folder is written as in libpq: `postgresql://name:password@/database?host=/folder`.
    """
    parts = _split(name, address, DATABASE_EXAMPLE)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/") or not parts.username:
        raise SettingError(
            f"{name} is not the address of a PostgreSQL database. Set it to something like: {DATABASE_EXAMPLE}"
        )
    config: dict[str, Any] = env.db_url_config(address)
    if host := config.get("OPTIONS", {}).pop("host", ""):
        config["HOST"] = host
    return config


def owner_database(name: str, *, default: str) -> str:
    """The address in `name` for the owner of the tables in the database at `default`; unset: `default`."""
    value = text(name, default=default)
    ours, owners = database(default), database(value, name=name)
    if any(ours[key] != owners[key] for key in ("HOST", "PORT", "NAME")):
        raise SettingError(f"{name} names another database than DATABASE_URL. It is the same one with another user.")
    return value


def files(name: str, *, default: Path) -> str:
    """Where files are kept, as `file:///folder` or `s3://bucket/prefix`; a plain folder will do."""
    value = text(name, default=default.as_uri())
    example = "/srv/lscb/files or s3://bucket/prefix"
    parts = _split(name, value, example)
    if parts.scheme == "s3" and parts.netloc:
        return value
    folder = Path(unquote(parts.path))
    if parts.scheme not in {"", "file"} or parts.netloc or not folder.is_absolute():
        raise SettingError(f"{name} is neither a folder nor a bucket. Set it to something like: {example}")
    if folder.exists() and not (folder.is_dir() and os.access(folder, os.W_OK)):
        raise SettingError(
            f"{name}: files can't be written to {folder}. Make it a folder of the user that runs the site."
        )
    return folder.as_uri()


def file(name: str, *, default: Path) -> Path:
    """The file in `name`, which need not be there yet; its folder must."""
    path = Path(text(name, default=str(default)))
    if not path.is_absolute() or path.is_dir() or not (path == default or path.parent.is_dir()):
        raise SettingError(
            f"{name} is not a file in a folder that exists. Set it to something like: /srv/lscb/{path.name}"
        )
    return path


def email(name: str) -> dict[str, Any]:
    """Django's e-mail settings; unset: e-mail is printed where the site was started."""
    value = text(name, default="consolemail://")
    example = "smtp+tls://name:password@mail.example.org:587"
    if _split(name, value, example).scheme not in EMAIL_SCHEMES:
        raise _not_an_address(name, example)
    config: dict[str, Any] = env.email_url_config(value)
    return config


def cache(name: str) -> dict[str, Any]:
    """Django's description of the cache; unset: the memory of each process."""
    value = text(name, default="locmemcache://")
    example = "redis://localhost:6379/0"
    scheme = _split(name, value, example).scheme
    if scheme not in CACHE_SCHEMES:
        raise _not_an_address(name, example)
    if scheme.startswith("redis") and not find_spec("redis"):
        raise SettingError(
            f"{name} needs the Python package redis, which is not installed here. Install it, or unset {name}."
        )
    config: dict[str, Any] = env.cache_url_config(value)
    return config


def scanner(name: str) -> str:
    """The address of ClamAV's daemon, `tcp://host:port` or `unix:///path`; unset: uploads are not scanned."""
    value = text(name)
    example = "tcp://localhost:3310 or unix:///run/clamav/clamd.ctl"
    parts = _split(name, value, example)
    is_tcp = parts.scheme == "tcp" and parts.hostname and not parts.path.strip("/")
    is_unix = parts.scheme == "unix" and not parts.netloc and len(parts.path) > 1
    if value and not (is_tcp or is_unix):
        raise _not_an_address(name, example)
    return value


def kept_secret(path: Path) -> str:
    """A secret made on first use and kept in a file only its owner can read."""
    from django.core.management.utils import get_random_secret_key

    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_name(f"{path.name}.{os.getpid()}")
            unfinished.touch(mode=0o600)
            unfinished.write_text(get_random_secret_key())
            unfinished.replace(path)
        return path.read_text()
    except OSError as error:
        raise SettingError(f"SECRET_KEY is not set, and none can be kept in {path}: {error.strerror}.") from error


def _split(name: str, value: str, example: str) -> Any:
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018 - raises if it is no number
    except ValueError as error:
        raise _not_an_address(name, example) from error
    return parts


def _not_an_address(name: str, example: str) -> SettingError:
    return SettingError(f"{name} is not an address this can use. Set it to something like: {example}")
