"""Counting downloads, and reads of reports on web pages: a number a day and file, and nothing of who it was (rule R15).

People are counted, as far as that can be told from one request alone: no cookie, no address, no memory of earlier ones.
Somebody who fetches a file twice counts twice, and a program that claims to be a browser counts as one.
"""

import logging
import re
from datetime import date

from django.db import Error as DatabaseError
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from publications.views.ranges import Part

log = logging.getLogger(__name__)

# Every browser calls itself Mozilla, since 1994; so do many programs, but they add what they are, or a web address.
BROWSER = re.compile(r"Mozilla/|Opera/")
PROGRAM = re.compile(
    r"(?<!cu)bot|crawl|spider|slurp|archiv|preview|monitor|scan|fetch|headless|lighthouse|https?://", re.IGNORECASE
)
PREFETCH = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
LONGEST_WAIT = "200ms"  # for whoever holds the table; the thread has other readers to serve
ADD_ONE = """
INSERT INTO publications_downloadcount AS counted (version_id, day, number) VALUES (%s, %s, 1)
ON CONFLICT (version_id, day) DO UPDATE SET number = counted.number + 1
"""


def is_download(request: HttpRequest, part: Part | None, size: int) -> bool:
    """Whether a request that gets (a part of) a file of `size` bytes is a person's download.

    A part is one only if it is the whole: readers of PDFs ask for the beginning, and then for piece after piece.
    """
    is_whole = part is None or part.length == size
    return request.method == "GET" and is_whole and is_person(request)


def is_person(request: HttpRequest) -> bool:
    """Whether a browser asks, as it says itself, for somebody who wants to see the file now."""
    agent = request.headers.get("User-Agent", "")
    ahead_of_time = any("prefetch" in request.headers.get(name, "").lower() for name in PREFETCH)
    return bool(BROWSER.match(agent)) and not PROGRAM.search(agent) and not ahead_of_time


def count(version: int, day: date) -> None:
    """One more download of a file on a day. Whatever goes wrong is written in the log, and nobody waits for it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [LONGEST_WAIT])
            cursor.execute(ADD_ONE, [version, day])
    except DatabaseError as error:
        log.warning("A download of file version %s was not counted: %s", version, type(error).__name__)


class Counted(HttpResponseBase):
    """An answer that is counted once its reader has it, or has gone away."""

    counted: tuple[int, date] | None = None
    """Which file, on which day."""

    def close(self) -> None:
        """After the last byte: count it, then let everything go."""
        counted, self.counted = self.counted, None
        try:
            if counted:
                count(*counted)
        finally:
            super().close()


class CountedFile(Counted, StreamingHttpResponse):
    """A file that somebody fetches."""


class CountedPage(Counted, HttpResponse):
    """A text that somebody reads as a web page."""
