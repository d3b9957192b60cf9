"""How a document is cited: for people in Harvard style, for reference managers in `citation_` tags, for machines as
linked data (schema.org). All three are made of what the record page shows and name nothing else of the case.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lscb_site.addresses import absolute
from lscb_site.models import BoardSettings
from publications import words
from publications.records import Document, Record
from publications.search_engines import kept_out


@dataclass(frozen=True)
class Citation:
    """The parts of a citation in Harvard style."""

    author: str
    year: str
    title: str
    address: str
    accessed: str

    def __str__(self) -> str:
        return f"{self.author} ({self.year}) {self.title}. Available at: {self.address} (Accessed: {self.accessed})."


def citation_of(record: Record, document: Document, board: BoardSettings, today: date) -> Citation | None:
    """That of a document that is or was on this site; None for one that is dark or was never here.

    It leads to the record page, which stays when the file goes.
    """
    if document.first_public is None:
        return None
    corrected = [f" (corrected {words.day(document.corrections[-1].day)})"] if document.corrections else []
    return Citation(
        author=record.published_by or board.title,
        year=str(document.first_public.first_day().year),
        title="".join([title_of(record, document), *corrected]),
        address=absolute(record.url),
        accessed=words.day(today),
    )


def title_of(record: Record, document: Document) -> str:
    """The review and its document."""
    return f"{record.title}: {document.name}"


def citation_tags(record: Record, board: BoardSettings) -> list[tuple[str, str]]:
    """(name, content) of the tags that reference managers read: of the first document that is on the site."""
    document = next((document for document in record.documents if document.file), None)
    if document is None or document.file is None or document.first_public is None:
        return []
    author = record.published_by or board.title
    tags = [
        ("citation_title", title_of(record, document)),
        ("citation_author", author),
        ("citation_publication_date", str(document.first_public).replace("-", "/")),
        ("citation_technical_report_institution", author),
        ("citation_language", "en"),
        ("citation_public_url", absolute(record.url)),
    ]
    if not keeps_files_out(record, board):
        name = "citation_fulltext_html_url" if document.file.is_page else "citation_pdf_url"
        tags.append((name, absolute(document.file.url)))
    return tags


def keeps_files_out(record: Record, board: BoardSettings) -> bool:
    """Whether machines are not to be led to its files."""
    return kept_out(record.search_engines, by_default=board.keep_files_from_search)


def linked_data(record: Record, board: BoardSettings) -> dict[str, Any] | None:
    """The review as a schema.org collection of its reports; None where nothing of it may be told."""
    if record.is_neutral:
        return None
    publisher = {"@type": "Organization", "name": record.published_by or board.title}
    reports = _reports(record, publisher, with_files=not keeps_files_out(record, board))
    return {
        "@context": "https://schema.org",
        "@type": "Collection",
        "@id": record.identifier.urn if record.identifier else None,
        "url": absolute(record.url),
        "name": record.title,
        "genre": record.kind,
        "inLanguage": "en-GB",
        "publisher": publisher,
        "about": [{"@type": "DefinedTerm", "name": topic.name} for topic in record.topics],
        "hasPart": list(reports),
    }


def _reports(record: Record, publisher: dict[str, str], *, with_files: bool) -> Iterator[dict[str, Any]]:
    """The documents that are or were on this site."""
    for document in record.documents:
        if document.first_public is None:
            continue
        report: dict[str, Any] = {
            "@type": "Report",
            "@id": document.identifier.urn if document.identifier else None,
            "name": title_of(record, document),
            "genre": document.kind,
            "datePublished": str(document.first_public),
            "publisher": publisher,
            "isAccessibleForFree": True,
        }
        if document.corrections:
            report["dateModified"] = document.corrections[-1].day.isoformat()
        if document.file and with_files:
            report["encoding"] = {
                "@type": "MediaObject",
                "contentUrl": absolute(document.file.url),
                "encodingFormat": document.file.media_type,
            }
            if not document.file.is_page:
                report["encoding"] |= {"contentSize": f"{document.file.size} B", "sha256": document.file.sha256}
        yield report
