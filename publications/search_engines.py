"""Whether search engines are asked to leave a review's files out of their lists.

Only asked: the files are on the site for everybody all the same, so this darkens nothing and anybody who may change a
review may change it, also after release. It is in the record, as it changes how readily a report is found.
"""

from publications.models import Publication
from publications.models.review import SearchEngines

LEAVE_OUT = "noindex, noarchive"
NO_COPIES = "noarchive"


def kept_out(choice: str, *, by_default: bool) -> bool:
    """By what was chosen for the review, or else by the board's default."""
    return by_default if choice == SearchEngines.BOARD else choice == SearchEngines.KEEP_OUT


def told_of_file(publication: Publication) -> str:
    """The `X-Robots-Tag` of a file; the publication comes from `queries.released_publication`."""
    by_default: bool = publication.kept_out_by_default  # type: ignore[attr-defined]
    return LEAVE_OUT if kept_out(publication.review.search_engines, by_default=by_default) else NO_COPIES
