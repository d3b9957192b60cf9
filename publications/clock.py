"""The one clock of the ledger: the database's.

Guards and readers ask the same function in the database, so a server whose own clock is wrong can neither show
a report early nor drop it from the list. In tests that function is replaced, and with it every reader's time.
"""

from datetime import datetime

from django.db import connection


def now() -> datetime:
    """This instant, in UTC, as the database has it: within a transaction, the instant it began."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT lscb_now()")
        instant: datetime = cursor.fetchone()[0]
        return instant
