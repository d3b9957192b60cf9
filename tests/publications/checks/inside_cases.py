"""What travels inside a file besides its pages, each beside a twin without it."""

import io
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from tests.publications.checks import raw
from tests.publications.checks.cases import Case, page, visible
from tests.publications.checks.drawing import LEFT, NAME, changed, image, pdf

WRITER = "S. Caseworker"
PLAIN = pdf(visible)
RAW = raw.file(raw.one_page(raw.WORDS % "A page that everybody may read."))


def plain() -> bytes:
    return PLAIN


def made(change: Callable[[pikepdf.Pdf], None], **options: object) -> Callable[[], bytes]:
    """A plain file after a change."""
    return lambda: changed(PLAIN, change, **options)


def mark(subtype: str, **entries: object) -> Callable[[], bytes]:
    """A plain file with an annotation on its page."""

    def change(opened: pikepdf.Pdf) -> None:
        entry = Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), Rect=[400, 100, 420, 120], F=4, **entries)
        opened.pages[0].Annots = Array([opened.make_indirect(entry)])

    return made(change)


def link(**action: object) -> Callable[[], bytes]:
    return mark("Link", A=Dictionary(**action))


def to(address: str) -> Callable[[], bytes]:
    return link(S=Name.URI, URI=String(address))


def form(kind: str, **entries: object) -> Callable[[], bytes]:
    def change(opened: pikepdf.Pdf) -> None:
        entry = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, Rect=[72, 100, 200, 120], FT=Name("/" + kind), **entries
        )
        field = opened.make_indirect(entry)
        field.T = String("school")
        opened.pages[0].Annots = Array([field])
        opened.Root.AcroForm = Dictionary(Fields=Array([field]))

    return made(change)


def catalog(**entries: object) -> Callable[[], bytes]:
    def change(opened: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            opened.Root[Name("/" + key)] = value

    return made(change)


def on_page(**entries: object) -> Callable[[], bytes]:
    def change(opened: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            opened.pages[0][Name("/" + key)] = value

    return made(change)


def attached(how: str) -> Callable[[], bytes]:
    def change(opened: pikepdf.Pdf) -> None:
        content = opened.make_stream(b"name,born\n")
        content.Type = Name.EmbeddedFile
        entry = opened.make_indirect(
            Dictionary(Type=Name.Filespec, F=String("chronology.csv"), EF=Dictionary(F=content))
        )
        if how == "name":
            opened.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a"), entry])))
        elif how == "AF":
            opened.Root.AF = Array([entry])
        else:
            pin = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[400, 100, 420, 120], FS=entry)
            opened.pages[0].Annots = Array([pin])

    return made(change)


def information(**entries: str) -> Callable[[], bytes]:
    def change(opened: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            opened.docinfo[Name("/" + key)] = String(value)

    return made(change)


def packet(body: str) -> Callable[[], bytes]:
    text = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"><rdf:Description rdf:about="">'
        f"{body}</rdf:Description></rdf:RDF></x:xmpmeta>"
    )

    def change(opened: pikepdf.Pdf) -> None:
        held = opened.make_stream(text.encode())
        held.Type, held.Subtype = Name.Metadata, Name.XML
        opened.Root.Metadata = held

    return made(change)


def photo(**options: object) -> bytes:
    picture, written = Image.effect_noise((64, 64), 60).convert("RGB"), io.BytesIO()
    picture.save(written, "JPEG", **options)
    return written.getvalue()


def placed_photo() -> bytes:
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 12.5), 3: "W", 4: (2.0, 35.0, 6.1)}
    return photo(exif=exif)


def noted_photo() -> bytes:
    exif = Image.Exif()
    exif[0x013B] = WRITER
    return photo(exif=exif)


def with_photo(content: Callable[[], bytes]) -> Callable[[], bytes]:
    def change(opened: pikepdf.Pdf) -> None:
        held = opened.make_stream(content())
        held.Type, held.Subtype, held.Filter = Name.XObject, Name.Image, Name.DCTDecode
        held.Width = held.Height = 64
        held.ColorSpace, held.BitsPerComponent = Name.DeviceRGB, 8
        opened.pages[0].Resources.XObject = Dictionary(Photo=held)
        opened.pages[0].contents_add(b"q 100 0 0 100 72 400 cm /Photo Do Q")

    return made(change)


def without_pages_but_first(leave: bool) -> Callable[[], bytes]:
    """Two pages, of which the second is taken out while a bookmark still leads to it."""

    def change(opened: pikepdf.Pdf) -> None:
        second = opened.pages[1].obj
        entry = opened.make_indirect(
            Dictionary(Title=String("What everybody may read."), Dest=Array([second, Name.Fit]))
        )
        entry.Parent = opened.Root.Outlines = opened.make_indirect(
            Dictionary(Type=Name.Outlines, First=entry, Last=entry, Count=1)
        )
        if leave:
            del opened.pages[1]

    return lambda: changed(pdf(visible, visible), change)


def bookmarked(title: str) -> Callable[[], bytes]:
    def change(opened: pikepdf.Pdf) -> None:
        with opened.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(title, 0))

    return made(change)


def tagged(**entries: str) -> Callable[[], bytes]:
    def change(opened: pikepdf.Pdf) -> None:
        said = {key: String(value) for key, value in entries.items()}
        element = Dictionary(Type=Name.StructElem, S=Name.Figure, Pg=opened.pages[0].obj, **said)
        root = opened.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        element.P = root
        root.K = opened.make_indirect(element)
        opened.Root.StructTreeRoot = root

    return made(change)


def words(text: str) -> dict[int, str]:
    return raw.one_page(raw.WORDS % text)


def saved_twice(before: str, after: str) -> Callable[[], bytes]:
    """A page whose words were changed and saved behind the old ones."""
    return lambda: raw.updated(raw.file(words(before)), {4: words(after)[4]})


def linearised() -> bytes:
    return changed(PLAIN, lambda _: None, linearize=True)


def layer(*, on: bool) -> Callable[[], bytes]:
    """A drawing without words on a layer."""

    def change(opened: pikepdf.Pdf) -> None:
        held = opened.make_indirect(Dictionary(Type=Name.OCG, Name=String("Frame")))
        opened.pages[0].Resources.Properties = Dictionary(Frame=held)
        opened.pages[0].contents_add(b"/OC /Frame BDC 72 300 200 50 re S EMC")
        state = {"ON" if on else "OFF": Array([held])}
        opened.Root.OCProperties = Dictionary(OCGs=Array([held]), D=Dictionary(**state))

    return made(change)


CASES = {
    "note": Case("comment", mark("Text", Contents=String(f"Is {NAME} meant?"), T=String(WRITER)), plain),
    "author of a mark": Case("comment", mark("Highlight", T=String(WRITER)), plain),
    "rich note": Case("comment", mark("Caret", RC=String("<p>Say <b>more</b></p>")), plain),
    "mark": Case("mark", mark("Underline"), plain),
    "typed on": Case("text_typed_on", mark("FreeText", IT=Name.FreeTextTypewriter, T=String(WRITER)), plain),
    "marked for redaction": Case("redaction_not_applied", mark("Redact"), plain),
    "filled in": Case("form_value", form("Tx", V=String(NAME)), form("Tx", V=String(""))),
    "choices": Case("form_value", form("Ch", Opt=Array([String("North School"), String("South School")])), plain),
    "ticked": Case("form_value", form("Btn", V=Name.Yes, AS=Name.Yes), form("Btn", V=Name.Off, AS=Name.Off)),
    "empty field": Case("form_field", form("Tx"), plain),
    "second form": Case("xfa_form", catalog(AcroForm=Dictionary(XFA=String("<xdp/>"))), plain),
    "signed": Case("signature", form("Sig", V=Dictionary(Type=Name.Sig, Name=String(WRITER))), plain),
    "attached by name": Case("attachment", attached("name"), plain),
    "attached by AF": Case("attachment", attached("AF"), plain),
    "attached to the page": Case("attachment", attached("pin"), plain),
    "film": Case("media", mark("Screen"), plain),
    "sound": Case("media", link(S=Name.Sound), plain),
    "working data": Case(
        "private_data", on_page(PieceInfo=Dictionary(Draw=Dictionary(Private=Dictionary(A=1)))), plain
    ),
    "script at opening": Case(
        "javascript", catalog(OpenAction=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))), catalog()
    ),
    "script by name": Case(
        "javascript",
        catalog(
            Names=Dictionary(
                JavaScript=Dictionary(Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String("1"))]))
            )
        ),
        plain,
    ),
    "script of a page": Case(
        "javascript", on_page(AA=Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("1")))), plain
    ),
    "script in a link": Case("javascript", to("javascript:alert(1)"), to("https://www.example.org/")),
    "launch": Case("launch_action", link(S=Name.Launch, F=String("notes.exe")), plain),
    "submit": Case("submit_action", link(S=Name.SubmitForm, F=String("https://example.org/")), plain),
    "import": Case("submit_action", link(S=Name.ImportData, F=String("data.fdf")), plain),
    "link to a file": Case("link_to_file", to("file:///C:/Users/scaseworker/notes.docx"), to("https://example.org/a")),
    "link to another PDF": Case("link_to_file", link(S=Name.GoToR, F=String("other.pdf")), link(S=Name.GoTo)),
    "link to a share": Case("link_to_file", to(r"\\server\cases\g"), to("mailto:board@example.org")),
    "link to a host inside": Case(
        "link_to_internal_host", to("http://intranet/cases/7"), to("https://www.example.org/cases/7")
    ),
    "link to a number": Case("link_to_internal_host", to("https://10.2.3.4/x"), to("https://8.8.8.8/x")),
    "layer": Case("layer_off", layer(on=False), layer(on=True)),
    "words before": Case(
        "earlier_words",
        saved_twice(f"A page about {NAME}.", "A page about a child."),
        lambda: raw.file(words("A page about a child.")),
    ),
    "comment before": Case(
        "earlier_words",
        lambda: raw.updated(
            raw.file({**words("A page."), 3: words("A page.")[3].replace(">> >>", ">> >> /Annots [6 0 R]"), 6: NOTE}),
            {3: words("A page.")[3]},
        ),
        lambda: raw.file(words("A page.")),
    ),
    "drawing before": Case(
        "earlier_picture",
        lambda: raw.updated(
            raw.file({**words("A page."), 4: raw.stream("72 500 200 90 re f " + raw.WORDS % "A page.")}),
            {4: words("A page.")[4]},
        ),
        linearised,
    ),
    "state before": Case(
        "earlier_state",
        lambda: raw.updated(RAW, {6: "<< /Keywords () >>"}, trailer="/Info 6 0 R"),
        linearised,
    ),
    "removed page": Case("removed_page", without_pages_but_first(True), without_pages_but_first(False)),
    "words of nothing": Case(
        "unreferenced_text",
        lambda: raw.file({**words("A page."), 6: raw.stream(raw.WORDS % NAME)}),
        lambda: raw.file({**words("A page."), 6: raw.stream("0 0 m 9 9 l S")}),
    ),
    "words not listed": Case(
        "unreferenced_text",
        lambda: raw.file(words("A page."), between=f"9 0 obj\n{raw.stream(raw.WORDS % NAME)}\nendobj\n"),
        lambda: raw.file(words("A page."), between="9 0 obj\n<< /Kind /Nothing >>\nendobj\n"),
    ),
    "bytes behind": Case("bytes_outside", lambda: RAW + b"PK\x03\x04" * 50, lambda: RAW + b"\n\n"),
    "author": Case("author", information(Author=WRITER), information(Author="anonymous")),
    "author in XMP": Case(
        "author",
        packet(f"<dc:creator><rdf:Seq><rdf:li>{WRITER}</rdf:li></rdf:Seq></dc:creator>"),
        packet("<xmp:CreateDate>2026-01-01</xmp:CreateDate>"),
    ),
    "title of a file": Case(
        "title_is_file_name",
        information(Title="Microsoft Word - Child G final v3.docx"),
        information(Title="Child G: overview report"),
    ),
    "person in the title": Case(
        "name_in_title",
        information(Title="Microsoft Word - Overview report on Jamie Invented-Example.docx"),
        information(Title="Child G: overview report"),
    ),
    "person in the title in XMP": Case(
        "name_in_title",
        packet("<dc:title><rdf:Alt><rdf:li>Jamie Invented-Example</rdf:li></rdf:Alt></dc:title>"),
        packet("<dc:title><rdf:Alt><rdf:li>Child G</rdf:li></rdf:Alt></dc:title>"),
    ),
    "keywords": Case("description", information(Keywords="Kingfisher Lane"), information(Keywords="everybody, read")),
    "company": Case("property", information(Company="North Invented Council"), plain),
    "path": Case("path", information(Subject=r"C:\Users\scaseworker\g.docx"), information(Subject="What may be read")),
    "home": Case("path", on_page(Note=String("/home/scaseworker/cases/g.odt")), on_page(Note=String("and/or"))),
    "history": Case(
        "editing_history",
        packet("<xmpMM:History><rdf:Seq><rdf:li>saved child-g.indd</rdf:li></rdf:Seq></xmpMM:History>"),
        packet("<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>"),
    ),
    "torn properties": Case("metadata_unreadable", packet("<dc:creator>"), packet("")),
    "program": Case("producer", information(Producer="A word processor 7"), lambda: RAW),
    "bookmark": Case("bookmark", bookmarked(f"Life of {NAME[:5]} before"), bookmarked("What everybody may read")),
    "name of a place": Case(
        "destination_name",
        catalog(Dests=Dictionary(JamieAtSchool=Array([]))),
        catalog(Dests=Dictionary(_Toc123=Array([]), section2=Array([]))),
    ),
    "alternative text": Case("alternative_text", tagged(Alt="Photo of Jamie"), tagged(Alt="What everybody may read")),
    "actual text": Case("alternative_text", tagged(ActualText="Someone else"), tagged(ActualText="The child")),
    "page label": Case(
        "page_label",
        catalog(PageLabels=Dictionary(Nums=Array([0, Dictionary(P=String("Kingfisher "))]))),
        catalog(PageLabels=Dictionary(Nums=Array([0, Dictionary(S=Name.D, P=String("A-"))]))),
    ),
    "place of a photo": Case("picture_place", with_photo(placed_photo), with_photo(photo)),
    "maker of a photo": Case("picture_origin", with_photo(noted_photo), with_photo(photo)),
    "small copy": Case("thumbnail", on_page(Thumb=Dictionary()), plain),
    "version for print": Case("other_picture", on_page(X=Dictionary(Alternates=Array([]))), plain),
    "cut picture": Case("picture_cropped", page(lambda canvas: cut(canvas, 40)), page(lambda canvas: cut(canvas, 100))),
    "box on a picture": Case(
        "picture_under_box", page(lambda canvas: boxed(canvas, 30)), page(lambda canvas: boxed(canvas, -60))
    ),
}


def cut(canvas, shown):  # type: ignore[no-untyped-def]
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(LEFT, 400, shown, shown)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.drawImage(image(Image.effect_noise((120, 120), 80)), LEFT, 400, 100, 100)
    canvas.restoreState()


def boxed(canvas, up):  # type: ignore[no-untyped-def]
    canvas.drawImage(image(Image.effect_noise((120, 120), 80)), LEFT, 400, 100, 100)
    canvas.rect(LEFT + 20, 400 + up, 50, 40, fill=1)


NOTE = "<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (Who is that?) /T (S. Caseworker) >>"
