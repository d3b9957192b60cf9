"""The public list as data, for whoever counts, compares or keeps a copy: JSON, CSV and a feed.

JSON and CSV are written as they are read, so that their length costs no memory; they carry no validators, which
would have to know the end before the beginning. The feed is short: its validator is made of its text and nothing else.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from lscb_site.models import BoardSettings
from lscb_site.spreadsheets import csv_lines
from publications import clock, open_data
from publications.feed import feed_of
from publications.records import Record

UNINDEXED = {"X-Robots-Tag": "noindex"}
JSON = "application/json; charset=utf-8"
CSV = "text/csv; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"


@require_safe
def as_json(request: HttpRequest) -> HttpResponseBase:
    """Every review with its documents, and what the fields mean."""
    board = BoardSettings.load(request_or_site=request)
    return streamed(request, json_pieces(open_data.begun(open_data.records()), board), JSON)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponseBase:
    """The same as a table, a line a document."""
    board = BoardSettings.load(request_or_site=request)
    lines = csv_lines(open_data.columns(), open_data.rows(open_data.begun(open_data.records()), board.title))
    response = streamed(request, lines, CSV)
    response.headers["Content-Disposition"] = 'attachment; filename="publications.csv"'
    return response


@require_safe
def feed(request: HttpRequest) -> HttpResponseBase:
    """The latest releases and corrections of what is on the site, as an Atom feed."""
    text = feed_of(BoardSettings.load(request_or_site=request), clock.now())
    etag = f'"{hashlib.sha256(text).hexdigest()}"'
    headers = {"ETag": etag, "Content-Type": ATOM}
    whole = HttpResponse(text, headers=headers)
    return get_conditional_response(request, etag=etag, response=whole) or whole


def streamed(request: HttpRequest, pieces: Iterable[bytes], kind: str) -> HttpResponseBase:
    """The pieces one by one; none of them for a HEAD."""
    if request.method == "HEAD":
        return HttpResponse(content_type=kind, headers=UNINDEXED)
    return StreamingHttpResponse(pieces, content_type=kind, headers=UNINDEXED)


def json_pieces(records: Iterable[Record], board: BoardSettings) -> Iterator[bytes]:
    """One JSON object, whose last member is the list of reviews."""
    licence = {"name": board.data_licence, "address": board.data_licence_address or None}
    about = {
        "title": f"Reviews published by {board.title}",
        "publisher": board.title,
        "licence": licence if board.data_licence else None,
        "review_fields": open_data.REVIEW_FIELDS,
        "document_fields": open_data.DOCUMENT_FIELDS,
        "states": open_data.STATES,
    }
    yield json.dumps(about, ensure_ascii=False, indent=1)[:-2].encode() + b',\n "reviews": ['
    comma = "\n"
    for record in records:
        review = open_data.review_values(record, board.title)
        review["documents"] = [open_data.document_values(document) for document in record.documents]
        yield (comma + json.dumps(review, ensure_ascii=False)).encode()
        comma = ",\n"
    yield b"\n]}\n"
