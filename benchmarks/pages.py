"""How long each kind of public page of the demo takes, as a ratio to `/healthz` in the same run."""

import statistics
import time
from io import StringIO

from tests.environment import prepare

prepare()

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from publications import clock  # noqa: E402
from publications.models import Publication  # noqa: E402
from tests import databases  # noqa: E402

ROUNDS = 30


def addresses() -> dict[str, str]:
    """A name and an address for each kind of page."""
    now = clock.now()
    served = next(each for each in Publication.objects.with_facts() if each.is_public_at(now))
    return {
        "healthz": "/healthz",
        "home": "/",
        "list": "/publications/",
        "record": served.review.get_absolute_url(),
        "file": served.get_absolute_url(),
        "search": "/search/?q=sleep",
        "topics": "/topics/",
    }


def median(client: Client, address: str) -> float:
    """Seconds of one request: the median of `ROUNDS` after one that is not counted."""
    took = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        answer = client.get(address)
        b"".join(answer) if answer.streaming else answer.content
        took.append(time.perf_counter() - began)
        assert answer.status_code == 200, address  # noqa: S101 - a benchmark of an error page measures nothing
    return statistics.median(took[1:])


def main() -> None:
    """Print the table."""
    setup_test_environment()
    with databases.copy(databases.template()) as name:
        databases.grant(name)
        databases.use(databases.application_url(name))
        call_command("demo", stdout=StringIO())
        client = Client()
        medians = {kind: median(client, address) for kind, address in addresses().items()}
        databases.connection.close()
    for kind, seconds in medians.items():
        print(f"{kind:10} {seconds * 1000:8.1f} ms {seconds / medians['healthz']:8.1f} x healthz")  # noqa: T201


if __name__ == "__main__":
    main()
