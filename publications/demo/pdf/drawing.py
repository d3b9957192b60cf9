"""A report as a PDF file."""

import io
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable, PageBreak, Spacer

from publications.demo.pdf import styles
from publications.demo.pdf.report import Bullets, Grid, Heading, Part, Report
from publications.demo.pdf.tagging import Element, TaggedCanvas, TaggedParagraph, TaggedTable

INVENTED = "Invented for demonstration. Larkmoor, its children and its families do not exist."


def drawn(report: Report) -> bytes:
    """The report as PDF; the same report gives the same bytes.

    One with contents is drawn twice: only then are the pages known that they name.
    """
    first = _Drawing(report, pages={}, total=0)
    once = first.draw()
    if not report.has_contents:
        return once
    final = _Drawing(report, pages=first.found, total=first.pages_drawn)
    return final.draw()


class _Template(BaseDocTemplate):
    """Notes the page on which each section begins, and lists it in the viewer's outline."""

    def __init__(self, *args: Any, found: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        """Called for each thing drawn."""
        key = getattr(flowable, "section", None)
        if key:
            self.found[key] = self.page
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(key, key, level=0)


class _Drawing:
    """One pass over a report; `pages` and `total` are what the pass before found."""

    def __init__(self, report: Report, *, pages: Mapping[str, int], total: int) -> None:
        self.report, self.pages, self.total = report, pages, total
        self.root = Element("Document")
        self.found: dict[str, int] = {}
        self.pages_drawn = 0

    def draw(self) -> bytes:
        """The file."""
        buffer = io.BytesIO()
        template = _Template(
            buffer,
            pagesize=styles.PAGE,
            title=f"{self.report.title}: {self.report.subtitle}",
            author=self.report.issuer,
            subject=self.report.subject,
            creator="Larkmoor demonstration",
            lang="en-GB",
            invariant=1,
            found=self.found,
        )
        margin = styles.MARGIN
        frame = Frame(margin, margin, styles.TEXT_WIDTH, styles.PAGE[1] - 2 * margin, 0, 0, 0, 0)
        template.addPageTemplates(
            [
                PageTemplate("title", [frame], onPage=self.decorate_title),
                PageTemplate("text", [frame], onPage=self.decorate),
            ]
        )
        if not self.report.has_contents:
            template.pageTemplates.reverse()
        template.build(list(self.story()), canvasmaker=partial(TaggedCanvas, root=self.root))
        self.pages_drawn = template.page
        return buffer.getvalue()

    def story(self) -> Iterator[Flowable]:
        """Everything in reading order."""
        if self.report.has_contents:
            yield from self.title_page()
            yield from self.contents()
        else:
            yield from self.masthead()
        for number, section in enumerate(self.report.sections, start=1):
            node = self.root.child("Sect")
            text = f"{number}. {section.heading}" if self.report.has_contents else section.heading
            heading = self.text(text, styles.H1, node.child("H2"))
            heading.section = text
            yield heading
            for part in section.parts:
                yield from self.part(part, node)

    def title_page(self) -> Iterator[Flowable]:
        """Who, what, when."""
        node = self.root.child("Sect")
        yield self.text(self.report.issuer, styles.ISSUER, node.child("P"))
        yield Spacer(0, 62 * mm)
        yield self.text(self.report.title, styles.TITLE, node.child("H1"))
        yield self.text(self.report.subtitle, styles.SUBTITLE, node.child("P"))
        if self.report.summary:
            yield self.text(self.report.summary, styles.LEAD, node.child("P"))
        yield self.text(self.report.dated, styles.BODY, node.child("P"))
        yield Spacer(0, 10 * mm)
        yield self.text(INVENTED, styles.SMALL, node.child("P"))
        yield NextPageTemplate("text")
        yield PageBreak()

    def masthead(self) -> Iterator[Flowable]:
        """The head of a short document."""
        node = self.root.child("Sect")
        yield self.text(self.report.issuer, styles.ISSUER, node.child("P"))
        yield Spacer(0, 6 * mm)
        yield self.text(self.report.title, styles.TITLE, node.child("H1"))
        yield self.text(f"{self.report.subtitle}. {self.report.dated}.", styles.SMALL, node.child("P"))
        if self.report.summary:
            yield self.text(self.report.summary, styles.LEAD, node.child("P"))

    def contents(self) -> Iterator[Flowable]:
        """The sections with their pages."""
        node = self.root.child("TOC")
        yield self.text("Contents", styles.H1, node.child("Caption"))
        rows = []
        for number, section in enumerate(self.report.sections, start=1):
            text, item = f"{number}. {section.heading}", node.child("TOCI")
            page = str(self.pages.get(text, 0))
            cells = (
                self.text(text, styles.ENTRY, item.child("Lbl")),
                self.text(page, styles.ENTRY_PAGE, item.child("P")),
            )
            rows.append(cells)
        table = TaggedTable(rows, colWidths=[styles.TEXT_WIDTH * 0.9, styles.TEXT_WIDTH * 0.1], hAlign="LEFT")
        table.setStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, styles.RULE), *_padding(0)])
        yield table
        yield PageBreak()

    def part(self, part: Part, node: Element) -> Iterator[Flowable]:
        """One part of a section."""
        if isinstance(part, Bullets):
            yield from self.bullets(part, node.child("L"))
        elif isinstance(part, Grid):
            yield from self.grid(part, node.child("Table"))
        elif isinstance(part, Heading):
            yield self.text(part.text, styles.H2, node.child("H3"))
        else:
            yield self.text(part, styles.BODY, node.child("P"))

    def bullets(self, bullets: Bullets, node: Element) -> Iterator[Flowable]:
        """A list."""
        for point in bullets.points:
            item = node.child("LI").child("LBody")
            yield self.text(point, styles.POINT, item, bulletText="•")
        yield Spacer(0, 2 * mm)

    def grid(self, grid: Grid, node: Element) -> Iterator[Flowable]:
        """A table; its first row is said again on each page it runs over."""
        yield self.text(grid.caption, styles.CAPTION, node.child("Caption"))
        head = node.child("TR")
        rows = [[self.text(name, styles.HEAD_CELL, head.child("TH", scope="Column")) for name, _ in grid.columns]]
        for row in grid.rows:
            line = node.child("TR")
            rows.append([self.text(cell, styles.CELL, line.child("TD")) for cell in row])
        widths = [styles.TEXT_WIDTH * share for _, share in grid.columns]
        table = TaggedTable(rows, colWidths=widths, repeatRows=1, hAlign="LEFT")
        table.setStyle(
            [
                ("BACKGROUND", (0, 0), (-1, 0), styles.TINT),
                ("LINEBELOW", (0, 0), (-1, -1), 0.5, styles.RULE),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *_padding(5),
            ]
        )
        yield table
        yield Spacer(0, 4 * mm)

    def text(self, text: str, style: Any, element: Element, **options: Any) -> Any:
        """A tagged paragraph."""
        return TaggedParagraph(text, style, element=element, **options)

    def decorate_title(self, canvas: TaggedCanvas, _template: Any) -> None:
        """The band on the title page."""
        width, height = styles.PAGE
        with canvas.artifact():
            canvas.setFillColor(styles.BRAND)
            canvas.rect(0, height - 14 * mm, width, 14 * mm, stroke=0, fill=1)
            canvas.rect(styles.MARGIN, height - 92 * mm, 30 * mm, 1.6 * mm, stroke=0, fill=1)

    def decorate(self, canvas: TaggedCanvas, template: Any) -> None:
        """Head and foot of each other page."""
        width, height = styles.PAGE
        with canvas.artifact():
            canvas.setFillColor(styles.GREY)
            canvas.setFont("Helvetica", 8.5)
            if self.report.has_contents:
                canvas.drawString(styles.MARGIN, height - 15 * mm, f"{self.report.title}: {self.report.subtitle}")
            canvas.drawString(styles.MARGIN, 13 * mm, INVENTED)
            page = f"Page {template.page} of {self.total}" if self.total else f"Page {template.page}"
            canvas.drawRightString(width - styles.MARGIN, 13 * mm, page)


def _padding(sides: float) -> list[tuple[Any, ...]]:
    return [
        ("LEFTPADDING", (0, 0), (-1, -1), sides),
        ("RIGHTPADDING", (0, 0), (-1, -1), sides),
        ("TOPPADDING", (0, 0), (-1, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    ]
