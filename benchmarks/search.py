"""The list and the search over 100, 1,000 and 10,000 reviews with twenty pages of text each.

Prints the median of each kind of request in milliseconds, its ratio to `/healthz` in the same run and how it grew; then
which queries read a whole table of more than a thousand rows. `python -m benchmarks.search 100 1000` stops earlier.
"""

import json
import statistics
import sys
import time
from collections.abc import Iterator
from typing import Any

from tests.environment import prepare

prepare()

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402

from benchmarks.library import RARE, Library  # noqa: E402
from tests import databases  # noqa: E402

SIZES = (100, 1_000, 10_000)
ROUNDS = 15
LARGE = 1_000  # rows: reading the whole of a smaller table is as good as an index
REQUESTS = {
    "healthz": "/healthz",
    "list": "/publications/",
    "list, a later page": "/publications/?page=4",
    "list, three filters": "/publications/?topic=topic-3&year=2015&state=on_site",
    "list, by label": "/publications/?sort=label",
    "one record": "/publications/child-1/",
    "a topic": "/topics/topic-3/",
    "search, common word": "/search/?q=family",
    "search, two words": "/search/?q=bruising+babies",
    "search, phrase": '/search/?q="professional+curiosity"',
    "search, without": "/search/?q=family+-school",
    "search, rare word": f"/search/?q={RARE}",
    "search, misspelt": f"/search/?q={RARE.replace('wort', 'wrot')}",
    "search, nothing": "/search/?q=zzzzzzzz",
    "search, 600 words": "/search/?q=" + "+".join(f"w{number}" for number in range(600)),
}


def median(client: Client, address: str) -> float:
    """Seconds for one request, answered well."""
    took = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        if client.get(address).status_code != 200:
            raise SystemExit(f"{address} was not answered")
        took.append(time.perf_counter() - began)
    return statistics.median(took[1:])


def whole_tables(client: Client, address: str) -> set[str]:
    """The large tables that a request reads from the first row to the last."""
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    found = set[str]()
    for query in asked.captured_queries:
        if query["sql"].startswith("SELECT") or query["sql"].startswith("WITH"):
            found |= {table for table, rows in read_whole(query["sql"]) if rows > LARGE}
    return found


def read_whole(query: str) -> Iterator[tuple[str, int]]:
    """Each table that a query reads without an index, and its rows."""
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (FORMAT JSON) " + query.replace("%", "%%"), [])
        (plans,) = cursor.fetchone()
        for node in nodes((json.loads(plans) if isinstance(plans, str) else plans)[0]["Plan"]):
            if node["Node Type"] == "Seq Scan":
                cursor.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [node["Relation Name"]])
                yield node["Relation Name"], int(cursor.fetchone()[0])


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A plan and all below it."""
    yield plan
    for below in plan.get("Plans", []):
        yield from nodes(below)


def main(sizes: tuple[int, ...]) -> None:
    """Print the tables."""
    setup_test_environment()
    with databases.copy(databases.template()) as name:
        databases.grant(name)
        databases.use(databases.application_url(name))
        library, client, before = Library(databases.owner_url(name)), Client(), dict[str, float]()
        for size in sizes:
            began = time.perf_counter()
            library.fill(size)
            print(f"\n{size} reviews, {size * 20} pages; filled up in {time.perf_counter() - began:.0f} s", flush=True)  # noqa: T201
            medians = {kind: median(client, address) for kind, address in REQUESTS.items()}
            for kind, seconds in medians.items():
                grown = f"{seconds / before[kind]:8.1f} x before" if before else ""
                print(f"{kind:22}{seconds * 1000:9.1f} ms{seconds / medians['healthz']:9.1f} x healthz{grown}")  # noqa: T201
            before = medians
        for kind, address in REQUESTS.items():
            if found := whole_tables(client, address):
                print(f"{kind} reads all of {', '.join(sorted(found))}")  # noqa: T201
        databases.connection.close()


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
