"""Word files with one thing in them that must not get out, and twins without it."""

import io
import zipfile

from PIL import Image

from tests.publications.checks.docx_files import (
    CLEAN,
    SPACES,
    TYPES,
    body,
    docx,
    packed,
    paragraph,
    relations,
    run,
)

WHITE, BLACK = '<w:color w:val="FFFFFF"/>', '<w:color w:val="000000"/>'
PICTURE = (
    '<w:drawing><wp:inline><wp:docPr id="1" name="{name}" descr="{alt}"/><a:graphic><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="{name}"/></pic:nvPicPr><pic:blipFill>{crop}</pic:blipFill></pic:pic></a:graphic>'
    "</wp:inline></w:drawing>"
)
BOX = (
    '<w:r><w:drawing><wp:anchor behindDoc="{behind}"><wp:{wrap}/><wp:docPr id="1" name="Box" descr="A box"/><wps:wsp>'
    "<wps:spPr><a:solidFill><a:{fill}/></a:solidFill></wps:spPr><wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>"
    "</wps:wsp></wp:anchor></w:drawing></w:r>"
)
WITH_MACROS = TYPES.replace("+xml", ".macroEnabled+xml")
HEADER = relations(("header", "header1.xml"), external=False)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CORE = '<c:coreProperties xmlns:c="c" xmlns:d="d">{}</c:coreProperties>'


def box(*, behind: str = "0", wrap: str = "wrapNone", fill: str = 'srgbClr val="000000"', text: str = "") -> bytes:
    return docx(paragraph(BOX.format(behind=behind, wrap=wrap, fill=fill, text=text)))


def picture(*, name: str = "Picture 1", alt: str = "A map of services", crop: str = "") -> bytes:
    return docx(paragraph(f"<w:r>{PICTURE.format(name=name, alt=alt, crop=crop)}</w:r>"))


def table(cell: str, *, table_wishes: str = "", row: str = "", cell_wishes: str = "") -> bytes:
    return docx(
        f"<w:tbl><w:tblPr>{table_wishes}</w:tblPr><w:tr><w:trPr>{row}</w:trPr><w:tc><w:tcPr>{cell_wishes}</w:tcPr>"
        f"{paragraph(cell)}</w:tc></w:tr></w:tbl>"
    )


def photograph(*, gps: bool) -> bytes:
    written_to = io.BytesIO()
    data = Image.Exif()
    if gps:
        data.get_ifd(0x8825)[1] = "N"
        data[0x8825] = data.get_ifd(0x8825)
    Image.new("RGB", (9, 9)).save(written_to, "JPEG", exif=data)
    return written_to.getvalue()


def changed(inner: str) -> bytes:
    return docx(paragraph(inner))


def with_leftovers() -> bytes:
    """A part put in a second time, as some programs save: the first stays in the file."""
    made = io.BytesIO(docx())
    with zipfile.ZipFile(made, "a") as archive:
        old = archive.filelist.pop(1)
        del archive.NameToInfo[old.filename]
        archive.writestr(old.filename, CLEAN[old.filename])
    return made.getvalue()


def relations_of_document(kind: str, target: str) -> bytes:
    return docx(**{"word/_rels/document.xml.rels": relations((kind, target))})


TABLE = [
    # kind, files in which it is found, files in which it is not
    (
        "docx_changes",
        [
            changed(f'<w:ins w:author="A B">{run("new")}</w:ins>'),
            changed("<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"),
            changed(f"<w:moveFrom>{run('x')}</w:moveFrom>"),
            changed(f"<w:moveTo>{run('x')}</w:moveTo>"),
            docx(paragraph(run("x"), wishes="<w:rPr><w:ins/></w:rPr>")),
            table(run("x"), row="<w:del/>"),
            docx(word__footnotes_xml=f"<w:footnotes {SPACES}><w:footnote><w:ins/></w:footnote></w:footnotes>"),
        ],
        [docx(), docx(word__settings_xml=f"<w:settings {SPACES}><w:rsids><w:rsid/></w:rsids></w:settings>")],
    ),
    (
        "docx_format_changes",
        [
            changed(run("x", "<w:rPrChange/>")),
            docx(paragraph(wishes="<w:pPrChange/>")),
            docx("<w:sectPr><w:sectPrChange/></w:sectPr>"),
        ],
        [changed(run("x", "<w:b/>"))],
    ),
    (
        "docx_comments",
        [docx(word__comments_xml=f"<w:comments {SPACES}><w:comment w:id='1'/></w:comments>")],
        [docx(word__comments_xml=f"<w:comments {SPACES}/>")],
    ),
    (
        "docx_hidden_text",
        [
            changed(run("hidden", "<w:vanish/>")),
            changed(run("hidden", '<w:vanish w:val="true"/>')),
            changed(run("hidden", '<w:rStyle w:val="Ghost"/>')),
            changed(run("hidden", '<w:rStyle w:val="Spectre"/>')),
            docx(paragraph(run("hidden"), wishes='<w:pStyle w:val="Ghost"/>')),
            changed(run("white", WHITE)),
            changed(run("white", '<w:color w:val="FEFEFE"/>')),
            changed(run("white", '<w:color w:val="FFFFFF" w:themeColor="background1"/>')),
            docx(paragraph(run("white"), wishes='<w:pStyle w:val="White"/>')),
            changed(run("tiny", '<w:sz w:val="2"/>')),
            changed(run("black on black", BLACK + '<w:highlight w:val="black"/>')),
            changed(run("on black", '<w:highlight w:val="black"/>')),
            changed(run("black on black", BLACK + '<w:shd w:val="clear" w:fill="000000"/>')),
            changed(run("white on white", WHITE + '<w:highlight w:val="white"/>')),
            table(run("in a hidden row"), row="<w:hidden/>"),
            box(fill='srgbClr val="FFFFFF"', text=paragraph(run("white", WHITE))),
            docx(word__header1_xml=f"<w:hdr {SPACES}>{paragraph(run('hidden', '<w:vanish/>'))}</w:hdr>"),
        ],
        [
            changed(run("shown", '<w:vanish w:val="0"/>')),
            changed(run(" ", "<w:vanish/>")),
            docx(paragraph(run("shown"), wishes="<w:rPr><w:vanish/></w:rPr>")),
            changed(run("grey", '<w:color w:val="C0C0C0"/>')),
            changed(run("white on blue", WHITE + '<w:shd w:fill="0000FF"/>')),
            changed(run("white on black", WHITE + '<w:highlight w:val="black"/>')),
            changed(run("automatic on black", '<w:shd w:fill="000000"/>')),
            changed(run("marked", '<w:highlight w:val="yellow"/>')),
            docx(paragraph(run("white on a banner", WHITE), wishes='<w:pStyle w:val="Banner"/>')),
            docx(paragraph(run("white on blue", WHITE), wishes='<w:shd w:fill="0000FF"/>')),
            table(run("white on blue", WHITE), cell_wishes='<w:shd w:fill="0000FF"/>'),
            table(run("white heading", WHITE), table_wishes='<w:tblStyle w:val="Grid"/>'),
            box(fill='schemeClr val="accent1"', text=paragraph(run("white", WHITE))),
            docx(paragraph(run("white", WHITE)), before='<w:background w:color="003366"/>'),
            changed(run("small print", '<w:sz w:val="12"/>')),
        ],
    ),
    (
        "docx_box_over_text",
        [box(), box(fill='prstClr val="black"'), box(fill='schemeClr val="tx1"')],
        [
            box(behind="1"),
            box(wrap="wrapSquare"),
            box(fill='srgbClr val="FFFF00"'),
            box(text=paragraph(run("a caption", WHITE))),
        ],
    ),
    (
        "docx_embedded",
        [
            docx(**{"word/embeddings/sheet.xlsx": b"PK"}),
            docx(**{"word/embeddings/oleObject1.bin": b"x"}),
            docx('<w:altChunk r:id="x"/>'),
            docx(**{"word/_rels/document.xml.rels": relations(("aFChunk", "part.html"), external=False)}),
        ],
        [docx(**{"word/media/image1.emf": b"x"}), docx(**{"word/printerSettings1.bin": b"x"})],
    ),
    (
        "docx_macros",
        [
            docx(**{"word/vbaProject.bin": b"x"}),
            docx(**{"word/activeX/activeX1.xml": "<a/>"}),
            packed(CLEAN | {"word/document.xml": body(), "[Content_Types].xml": WITH_MACROS}),
        ],
        [docx()],
    ),
    (
        "docx_earlier_version",
        [with_leftovers(), docx(**{"word/document_old.xml": body()})],
        [docx(), docx(**{"word/header1.xml": f"<w:hdr {SPACES}/>", "word/_rels/document.xml.rels": HEADER})],
    ),
    (
        "docx_author",
        [
            docx(docProps__core_xml=CORE.format("<d:creator>S. Caseworker</d:creator>")),
            docx(docProps__core_xml=CORE.format("<d:lastModifiedBy>jbloggs</d:lastModifiedBy>")),
        ],
        [docx(docProps__core_xml=CORE.format("<d:creator>python-docx</d:creator><d:lastModifiedBy/>"))],
    ),
    (
        "docx_people",
        [docx(word__people_xml='<w15:people xmlns:w15="w"><w15:person w15:author="S. Caseworker"/></w15:people>')],
        [docx(word__people_xml='<w15:people xmlns:w15="w"/>')],
    ),
    (
        "docx_company",
        [
            docx(docProps__app_xml='<Properties xmlns="p"><Company>Invented Council</Company></Properties>'),
            docx(docProps__app_xml='<Properties xmlns="p"><Manager>A. Manager</Manager></Properties>'),
        ],
        [docx()],
    ),
    (
        "docx_properties",
        [
            docx(docProps__custom_xml='<Properties xmlns="p"><property name="Case">12</property></Properties>'),
            docx(customXml__item2_xml="<p:properties xmlns:p='p'><SharedWith>jbloggs</SharedWith></p:properties>"),
            docx(docProps__core_xml=CORE.format("<d:subject>Jamie Smith</d:subject>")),
            docx(word__settings_xml=f"<w:settings {SPACES}><w:docVars><w:docVar/></w:docVars></w:settings>"),
        ],
        [docx(docProps__core_xml=CORE.format("<d:subject>Serious case review</d:subject>"))],
    ),
    (
        "docx_template",
        [
            docx(
                **{"word/_rels/settings.xml.rels": relations(("attachedTemplate", "file:///C:/Users/jb/report.dotx"))}
            ),
            docx(docProps__app_xml=r'<Properties xmlns="p"><Template>\\server\share\r.dotx</Template></Properties>'),
        ],
        [docx(), docx(**{"word/_rels/settings.xml.rels": relations(("attachedTemplate", "Normal.dotm"))})],
    ),
    (
        "docx_link_to_file",
        [
            relations_of_document("hyperlink", r"file:///\\server\cases\jamie.docx"),
            relations_of_document("hyperlink", r"C:\cases\notes.docx"),
            relations_of_document("image", "file:///H:/pictures/1.png"),
            relations_of_document("hyperlink", "http://intranet/cases"),
            relations_of_document("hyperlink", "https://10.1.2.3/x"),
            docx(paragraph(r'<w:r><w:instrText>INCLUDEPICTURE "C:\\cases\\1.png"</w:instrText></w:r>')),
        ],
        [
            relations_of_document("hyperlink", "https://www.example.org/reports"),
            relations_of_document("hyperlink", "mailto:board@example.org"),
            docx(paragraph("<w:r><w:instrText>PAGE \\* MERGEFORMAT</w:instrText></w:r>")),
        ],
    ),
    (
        "docx_picture_data",
        [docx(**{"word/media/image1.jpeg": photograph(gps=True)})],
        [docx(**{"word/media/image1.jpeg": photograph(gps=False)}), docx(**{"word/media/image1.png": b"no picture"})],
    ),
    (
        "docx_cropped_picture",
        [picture(crop='<a:srcRect l="20000"/>')],
        [picture(crop="<a:srcRect/>"), picture(crop='<a:srcRect l="0" t="0"/>')],
    ),
    (
        "docx_alternative_text",
        [
            picture(alt=r"C:\Users\jb\Pictures\family.jpg"),
            picture(alt="Jamie in the garden"),
            picture(name="jamie-smith.jpg"),
            picture(alt="Call 07700 900123"),
        ],
        [picture(), picture(name="image1.png")],
    ),
    ("figure_without_text", [picture(alt="")], [picture()]),
    ("docx_thumbnail", [docx(**{"docProps/thumbnail.jpeg": photograph(gps=False)})], [docx()]),
    ("not_a_docx", [packed({"[Content_Types].xml": "<Types/>"}), packed({"a": "b"}), OLD + b" old"], [docx()]),
    ("phone", [docx(paragraph(run("07700 9"), run("00123")))], [docx(paragraph(run("7 or 8")))]),
    (
        "draft_marking",
        [docx(word__header1_xml=f"<w:hdr {SPACES}>{paragraph(run('DRAFT'))}</w:hdr>")],
        [docx(paragraph(run("a draft law")))],
    ),
]
