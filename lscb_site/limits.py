"""How often one place on the net may do something, without keeping who it is (rule R15).

An address is cut to its network, and of that only a keyed hash is kept, in the cache and for as long as the limit asks.
The key is random, is nowhere but in the cache, and is another one each day.
"""

import hashlib
import hmac
import ipaddress
import logging
import secrets
from datetime import date

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from lscb_site.proxies import is_trusted

logger = logging.getLogger(__name__)
ONE_DAY = 24 * 3600
NETWORK_BITS = {4: 24, 6: 48}  # what a household or an office has at least


def allows(request: HttpRequest, what: str, *, most: int, seconds: int, of: str | None = None) -> bool:
    """Whether a network, or what is named by `of`, has done `what` at most `most` times in `seconds`; this time counts.

    A cache that doesn't answer limits nobody: it must not close the forms of the site.
    """
    try:
        who = network_of(request) if of is None else of
        key = f"limit:{what.replace(' ', '-')}:{mark_of(who, timezone.localdate())}"
        cache.add(key, 0, seconds)
        return cache.incr(key) <= most
    except ValueError:  # it ended between the two
        return True
    except Exception:
        logger.exception("the cache does not answer, so “%s” is not limited", what)
        return True


def mark_of(who: str, today: date) -> str:
    """By what a network, or an account, is recognised for a day, and by nobody else."""
    key: str = cache.get_or_set(f"limit-key:{today}", lambda: secrets.token_hex(32), ONE_DAY) or ""
    return hmac.new(key.encode(), who.encode(), hashlib.sha256).hexdigest()


def network_of(request: HttpRequest) -> str:
    """The network that a request comes from, as far as proxies that we trust know; empty if it has none."""
    said = request.META.get("HTTP_X_FORWARDED_FOR", "")  # only trusted proxies' is left (proxies.py)
    hops = [hop.strip() for hop in [*said.split(","), request.META.get("REMOTE_ADDR", "")] if hop.strip()]
    outside = next((hop for hop in reversed(hops) if not is_trusted(hop)), "")
    try:
        address = ipaddress.ip_address(outside)
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return str(ipaddress.ip_network(f"{address}/{NETWORK_BITS[address.version]}", strict=False))
