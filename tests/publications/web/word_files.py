"""Word files as people write them: headings, lists, tables, notes and pictures."""

import base64

from tests.publications.checks.docx_files import SPACES, TYPES, R, docx, paragraph, relations, run
from tests.publications.web.samples import png

HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in {
        "H1": "heading 1", "H2": "heading 2", "H3": "heading 3", "T": "Title", "C": "caption", "Q": "Quote",
        "TOC": "toc 1",
    }.items()
)  # fmt: skip
STYLES = f"<w:styles {SPACES}>{HEADINGS}</w:styles>"
NUMBERING = (
    f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
PARTS = {
    "styles": STYLES,
    "numbering": NUMBERING,
    "footnotes": f'<w:footnotes {SPACES}><w:footnote w:id="1">{paragraph(run("As the school told us."))}</w:footnote>'
    "</w:footnotes>",
}


def styled(style: str, *runs: str) -> str:
    """A paragraph in a style."""
    return paragraph(*runs, wishes=f'<w:pStyle w:val="{style}"/>')


def item(text: str) -> str:
    """An entry of a list."""
    return paragraph(run(text), wishes='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def note(number: int) -> str:
    """The mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def cell(text: str, wishes: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{wishes}</w:tcPr>{paragraph(run(text))}</w:tc>"


def table(*rows: str) -> str:
    """A table of rows of cells."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def picture(alternative: str = "", relation: str = "p1") -> str:
    """A run with a picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{alternative}"/>'
        "<a:graphic><a:graphicData>"
        f'<pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def word(*blocks: str, image: bytes = b"") -> bytes:
    """A Word file with these blocks, styles, lists, a footnote and a picture."""
    parts = {f"word/{name}.xml": content for name, content in PARTS.items()}
    targets = "".join(f'<Relationship Id="{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in PARTS)
    targets += f'<Relationship Id="p1" Type="{R}/image" Target="media/image1.png"/>'
    parts["word/_rels/document.xml.rels"] = relations().replace("</Relationships>", f"{targets}</Relationships>")
    parts["word/media/image1.png"] = image or png()
    types = TYPES.replace("<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1)
    kinds = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{name}+xml"/>'
        for name in PARTS
    )
    parts["[Content_Types].xml"] = types.replace("</Types>", f"{kinds}</Types>")
    return docx(*blocks, **parts)


REPORT = word(
    styled("T", run("Child G")),
    styled("H1", run("What happened")),
    paragraph(run("Nobody asked the "), run("numbat", "<w:b/>"), run("."), note(1)),
    item("One thing"),
    item("Another"),
    styled("H2", run("At school")),
    styled("C", run("Visits in May")),
    table(cell("Day") + cell("What"), cell("Monday") + cell("Nobody came")),
    paragraph(picture("A plan of the house")),
    styled("C", run("The house")),
    paragraph(run("The end.")),
)
TRANSPARENT = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
