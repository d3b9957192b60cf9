"""What happens when a file is opened or something on a page is clicked (ISO 32000-1, 12.6)."""

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from publications.checks.inside.walk import Node, text_of
from publications.checks.trace import Trace, trace

KINDS_OF_ACTIONS = {
    "/JavaScript": "javascript",
    "/Launch": "launch_action",
    "/SubmitForm": "submit_action",
    "/ImportData": "submit_action",
    "/GoToR": "link_to_file",
    "/GoToE": "link_to_file",
    "/Sound": "media",
    "/Movie": "media",
    "/Rendition": "media",
    "/RichMediaExecute": "media",
    "/GoTo3DView": "media",
}
INTERNAL_ENDINGS = (
    ".local",
    ".lan",
    ".internal",
    ".intranet",
    ".corp",
    ".home.arpa",
    ".localdomain",
    ".onmicrosoft.com",
)
TRACKERS = ("safelinks.protection.outlook.com", "-my.sharepoint.com")
"""Hosts whose addresses name the person who copied the link: a mailbox, or a folder of one member of staff."""


def actions(node: Node) -> Iterator[Trace]:
    """What this dictionary does, if it is an action."""
    kind = KINDS_OF_ACTIONS.get(node.name("/S"))
    if kind:
        yield trace(kind, _target(node), node.page)
    elif "/JS" in node.items:
        yield trace("javascript", _target(node), node.page)
    if node.name("/S") == "/URI":
        yield from links(node.text("/URI"), node.page)


def links(address: str, page: int | None) -> Iterator[Trace]:
    """What is wrong with the address of a link."""
    parts = urlsplit_or_none(address)
    if parts is None:
        return
    scheme, host = parts
    if scheme == "file" or re.match(r"[A-Za-z]:[\\/]|\\\\", address):
        yield trace("link_to_file", address, page)
    elif scheme == "javascript":
        yield trace("javascript", address, page)
    elif scheme in {"http", "https", "ftp"} and is_internal(host):
        yield trace("link_to_internal_host", address, page)


def urlsplit_or_none(address: str) -> tuple[str, str] | None:
    """Scheme and host of an address, in small letters."""
    try:
        parts = urlsplit(address.strip())
        return parts.scheme.lower(), (parts.hostname or "").lower()
    except ValueError:
        return None


def is_internal(host: str) -> bool:
    """Whether a host is known only inside an organisation, or says who copied the link."""
    if not host:
        return False
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((*INTERNAL_ENDINGS, *TRACKERS))


def _target(node: Node) -> str:
    """The words of an action: its script, file or address."""
    found = [node.text("/JS"), text_of(node.items.get("/F")), node.text("/URI")]
    return " ".join(filter(None, found))
