"""Word files made by hand, part by part."""

import io
import zipfile
from pathlib import Path
from typing import Any

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CLEAN = {
    "[Content_Types].xml": TYPES,
    "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{R}/officeDocument"'
    ' Target="word/document.xml"/></Relationships>',
    "docProps/core.xml": '<c:coreProperties xmlns:c="c" xmlns:d="d"><d:creator/><d:title>An overview</d:title>'
    "</c:coreProperties>",
    "docProps/app.xml": '<Properties xmlns="p"><Template>Normal.dotm</Template><Company></Company></Properties>',
    "customXml/item1.xml": '<b:Sources xmlns:b="b" SelectedStyle="/APA.XSL"/>',
    "word/styles.xml": f'<w:styles {SPACES}><w:style w:styleId="Ghost" w:type="character"><w:rPr><w:vanish/></w:rPr>'
    '</w:style><w:style w:styleId="Spectre"><w:basedOn w:val="Ghost"/></w:style>'
    '<w:style w:styleId="White"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:styleId="Banner"><w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr></w:style>'
    '<w:style w:styleId="Grid" w:type="table"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:fill="4472C4"/></w:tcPr>'
    "</w:tblStylePr></w:style></w:styles>",
}


def run(text: str, wishes: str = "") -> str:
    """A run of text with its wishes."""
    return f'<w:r><w:rPr>{wishes}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, wishes: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p><w:pPr>{wishes}</w:pPr>{''.join(runs)}</w:p>"


def body(*blocks: str, before: str = "") -> str:
    """The part with the text."""
    return f"<w:document {SPACES}>{before}<w:body>{''.join(blocks)}</w:body></w:document>"


def relations(*pairs: tuple[str, str], external: bool = True) -> str:
    """A part with relations: types and targets."""
    mode = ' TargetMode="External"' if external else ""
    each = "".join(f'<Relationship Id="r{n}" Type="{R}/{t}" Target="{to}"{mode}/>' for n, (t, to) in enumerate(pairs))
    return f'<Relationships xmlns="{RELATIONS}">{each}</Relationships>'


def docx(*blocks: str, before: str = "", **parts: Any) -> bytes:
    """A Word file with these blocks of text and further parts; `word__header1_xml` is word/header1.xml."""
    named = {name.replace("__", "/").replace("_xml", ".xml"): content for name, content in parts.items()}
    return packed(CLEAN | {"word/document.xml": body(*(blocks or [paragraph(run("A text."))]), before=before)} | named)


def packed(parts: dict[str, Any]) -> bytes:
    """A package of parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def written(folder: Path, content: bytes) -> Path:
    """As a file."""
    file = folder / "a.docx"
    file.write_bytes(content)
    return file
