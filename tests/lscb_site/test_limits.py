"""How often a network may do something, and that nothing of who it is stays."""

from datetime import date
from ipaddress import ip_network
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import RequestFactory

from lscb_site import limits
from lscb_site.limits import allows, mark_of, network_of

TODAY = date(2026, 7, 3)


def request(address: str, forwarded: str = "") -> Any:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return RequestFactory().get("/", REMOTE_ADDR=address, headers=headers)


@pytest.mark.parametrize(
    ("address", "forwarded", "network"),
    [
        ("203.0.113.77", "", "203.0.113.0/24"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1::/48"),
        ("::ffff:203.0.113.77", "", "203.0.113.0/24"),
        ("", "", ""),
        ("unix", "", ""),
        ("10.0.0.1", "203.0.113.77", "203.0.113.0/24"),
        ("10.0.0.1", "198.51.100.1, 203.0.113.77", "203.0.113.0/24"),
        ("10.0.0.1", "203.0.113.77, 10.0.0.2", "203.0.113.0/24"),
        ("10.0.0.1", "not an address", ""),
    ],
)
def test_the_network_as_far_as_trusted_proxies_know(settings: Any, address: str, forwarded: str, network: str) -> None:
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/8")]
    assert network_of(request(address, forwarded)) == network


def test_so_many_and_no_more_of_one_network() -> None:
    for last in (1, 2, 3):
        assert allows(request(f"203.0.113.{last}"), "x", most=3, seconds=60)
    assert not allows(request("203.0.113.4"), "x", most=3, seconds=60)
    assert allows(request("203.0.114.4"), "x", most=3, seconds=60), "another network"
    assert allows(request("203.0.113.4"), "y", most=3, seconds=60), "something else"


def test_the_limit_ends() -> None:
    with time_machine.travel("2026-07-03 12:00", tick=False) as clock:
        assert allows(request("203.0.113.4"), "x", most=1, seconds=60)
        assert not allows(request("203.0.113.4"), "x", most=1, seconds=60)
        clock.shift(61)
        assert allows(request("203.0.113.4"), "x", most=1, seconds=60)


def test_a_network_is_recognised_for_a_day_and_in_this_cache_only() -> None:
    mark = mark_of("203.0.113.0/24", TODAY)
    assert mark_of("203.0.113.0/24", TODAY) == mark
    assert mark_of("203.0.113.0/24", date(2026, 7, 4)) != mark
    cache.clear()
    assert mark_of("203.0.113.0/24", TODAY) != mark


def test_an_account_is_limited_wherever_it_is_tried() -> None:
    assert allows(request("203.0.113.1"), "x", of="amal", most=1, seconds=60)
    assert not allows(request("198.51.100.1"), "x", of="amal", most=1, seconds=60)
    assert allows(request("203.0.113.1"), "x", of="bea", most=1, seconds=60)


def test_no_address_is_in_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Any] = []
    for name in ("add", "set", "incr", "get_or_set"):
        original = getattr(cache, name)
        monkeypatch.setattr(
            limits.cache,
            name,
            lambda *given, original=original: (kept.append(given), original(*given))[1],
            raising=False,
        )
    assert allows(request("203.0.113.77"), "x", most=3, seconds=60)
    assert kept
    assert "203.0" not in str(kept)


def test_a_cache_that_is_away_closes_no_form(monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    def away(*_given: Any) -> None:
        raise ConnectionError

    monkeypatch.setattr(limits.cache, "add", away, raising=False)
    assert allows(request("203.0.113.77"), "x", most=0, seconds=60)
    assert "is not limited" in caplog.text
    assert "203.0" not in caplog.text
