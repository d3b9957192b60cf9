"""Texts, pictures and web pages for the tests of both."""

import io
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from publications import actions, storage
from publications.models import DraftPicture, FileVersion, Publication, WebDraft
from publications.terms import Medium
from publications.web.drafts import add_picture, draft_of
from publications.web.freezing import frozen_from
from publications.web.frozen import Document, Heading, Note, Text
from tests.publications import factories as make

WORD = "numbat"
TEXT = Document(
    (Heading("What happened"), Text(f"<p>Nobody asked the {WORD}[^1].</p>")), (Note("1", "As the school told us."),)
)


def png(colour: str = "navy", size: tuple[int, int] = (60, 40), **saved: Any) -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG", **saved)
    return out.getvalue()


def web(beside: Publication | None = None, **fields: Any) -> Publication:
    """A web page without a text: of its own, or the other form of a PDF."""
    if beside:
        fields = {"of": beside.review, "kind": beside.kind, "title": beside.title, "slug": beside.slug} | fields
    return make.publication(fields.pop("of", None), medium=Medium.WEB, **fields)


def text_file(document: Document = TEXT, more: str = "") -> ContentFile[bytes]:
    """A frozen text; `more` makes it another."""
    blocks = (*document.blocks, *([Text(f"<p>{more}</p>")] if more else []))
    return ContentFile(Document(blocks, document.notes, document.pictures).as_bytes(), name="text.json")


def frozen(publication: Publication, *, more: str = "", by: Any = None) -> FileVersion:
    """A text frozen by an editor."""
    first = not publication.releases.filter(cancelled_at=None).exists()
    add = actions.upload if first else actions.correct
    return add(publication, file=text_file(more=more), by=by or make.editor())


def released(publication: Publication, *, more: str = "", at: Any = None, **said: Any) -> Publication:
    """A web page with a text that was signed off and released now, or to be released at `at`."""
    actions.sign_off(frozen(publication, more=more), by=make.approver())
    actions.release(publication, at=at, by=make.editor(), **said)
    return Publication.objects.with_facts().get(pk=publication.pk)


def draft(publication: Publication, *blocks: tuple[str, Any], by: Any = None) -> WebDraft:
    """Its draft with these blocks as they are stored."""
    found = draft_of(publication, by=by or make.editor())
    found.body = [{"type": name, "value": value} for name, value in blocks]
    found.save()
    found.refresh_from_db()
    return found


def picture(of: WebDraft, content: bytes = b"", **said: Any) -> DraftPicture:
    """A picture of a draft, as if it had been cleaned."""
    values = {"content": content or png(), "media_type": "image/png", "width": 60, "height": 40}
    return add_picture(of, values, **{"alternative": "A plan", **said})


def freeze(of: WebDraft) -> FileVersion:
    """The draft, frozen as it is."""
    document = frozen_from(of).document
    return actions.upload(of.publication, file=ContentFile(document.as_bytes(), name="text.json"), by=make.editor())


def is_stored(sha256: str) -> bool:
    """Whether the store has a content."""
    return storage.storages["reports"].exists(storage.store_name(sha256))
