"""The demo's report as a web page: what its PDF says, with a drawing and a footnote."""

import io
from collections.abc import Iterator
from html import escape
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw, ImageFont

from publications import actions
from publications.checks.web.picture import cleaned
from publications.demo.pdf.report import Bullets, Grid, Heading, Part, Report
from publications.models import Publication
from publications.terms import Medium
from publications.web.drafts import add_picture, draft_of
from publications.web.freezing import frozen_from

SHOWN = (
    "Four boxes in a row: home, health visitor, pharmacy, surgery. Arrows lead from home to the health visitor and from the"
    " pharmacy to the surgery; between the health visitor and the pharmacy there is none."
)
NOTE = "Agencies are named by what they do. No person is named in this report."
Stored = dict[str, Any]


def release_page(beside: Publication, report: Report, *, by: Any, approver: Any) -> None:
    """The same document as a page: drafted, frozen, signed off by the second person, and released."""
    page = Publication.objects.create(
        review=beside.review, kind=beside.kind, title=beside.title, slug=beside.slug, medium=Medium.WEB
    )
    draft = draft_of(page, by=by)
    draft.body = list(blocks_of(report))
    draft.save()
    draft.refresh_from_db()
    add_picture(draft, drawing(), alternative=SHOWN)
    frozen = frozen_from(draft)
    assert not frozen.problems, frozen.problems  # noqa: S101 - words of our own
    file = ContentFile(frozen.document.as_bytes(), name=f"{page.slug}.json")
    actions.sign_off(actions.upload(page, file=file, by=by), by=approver)
    actions.release(page, by=by)


def blocks_of(report: Report) -> Iterator[Stored]:
    """The report's sections as blocks; the drawing stands after the first table, the footnote's mark in the first text."""
    yield text(f"<p>{escape(report.dated)}, {escape(report.issuer)}.[^1]</p>")
    is_drawn = False
    for section in report.sections:
        yield heading(section.heading, 2)
        for part in section.parts:
            yield block_of(part)
            if isinstance(part, Grid) and not is_drawn:
                is_drawn = True
                yield {"type": "figure", "value": {"number": 1, "caption": "Who told whom in the week before"}}
    yield {"type": "note", "value": {"label": "1", "text": f"<p>{NOTE}</p>"}}


def block_of(part: Part) -> Stored:
    """A paragraph, list, table or heading inside a section."""
    if isinstance(part, Heading):
        return heading(part.text, 3)
    if isinstance(part, Bullets):
        return text("<ul>" + "".join(f"<li>{escape(point)}</li>" for point in part.points) + "</ul>")
    if isinstance(part, Grid):
        columns = [{"type": "text", "heading": name or "Number"} for name, _share in part.columns]
        rows = [{"values": list(row)} for row in part.rows]
        table = {"columns": columns, "rows": rows, "caption": part.caption}
        return {"type": "table", "value": {"table": table, "row_headings": True}}
    return text(f"<p>{escape(part)}</p>")


def heading(words: str, level: int) -> Stored:
    """A heading of this level."""
    return {"type": "heading", "value": {"text": words, "level": str(level)}}


def text(html: str) -> Stored:
    """Running text."""
    return {"type": "text", "value": html}


def drawing() -> Stored:
    """Four boxes, of which two pairs are joined."""
    picture = Image.new("RGB", (1200, 260), "white")
    draw = ImageDraw.Draw(picture)
    for number, name in enumerate(("Home", "Health visitor", "Pharmacy", "Surgery")):
        left = 20 + number * 300
        draw.rounded_rectangle((left, 70, left + 220, 190), radius=18, fill="#e4efe9", outline="#1f5c4d", width=4)
        draw.text((left + 110, 130), name, font=ImageFont.load_default(28), fill="#12352c", anchor="mm")
        if number in {0, 2}:
            draw.line((left + 228, 130, left + 284, 130), fill="#1f5c4d", width=6)
            draw.polygon([(left + 296, 130), (left + 272, 116), (left + 272, 144)], fill="#1f5c4d")
    out = io.BytesIO()
    picture.save(out, "PNG")
    made = cleaned(out.getvalue())
    assert made is not None  # noqa: S101 - a picture of our own
    return made
