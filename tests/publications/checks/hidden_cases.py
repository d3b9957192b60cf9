"""Words that can't be seen, in every way that we know, each beside a twin in which nothing is hidden."""

from collections.abc import Callable

import pikepdf
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.publications.checks import raw
from tests.publications.checks.cases import Case, page, visible
from tests.publications.checks.drawing import (
    LEFT,
    NAME,
    TOP,
    changed,
    image,
    name,
    name_width,
    pdf,
    scan,
    text_layer,
)


def box(canvas: Canvas, *, gap: float = 0, **paint: int) -> None:
    start = name(canvas)
    canvas.rect(start - 2, TOP - 4 + gap, name_width(canvas) + 4, 16, **(paint or {"fill": 1}))


def white_box(canvas: Canvas) -> None:
    start = name(canvas)
    canvas.setFillGray(1)
    canvas.rect(start - 2, TOP - 4, name_width(canvas) + 4, 16, fill=1, stroke=0)


def polygon(canvas: Canvas) -> None:
    start = name(canvas)
    path = canvas.beginPath()
    path.moveTo(start - 6, TOP - 6)
    path.lineTo(start + name_width(canvas) + 9, TOP - 3)
    path.lineTo(start + name_width(canvas) + 6, TOP + 14)
    path.lineTo(start - 9, TOP + 12)
    path.close()
    canvas.setFillColorRGB(0.1, 0.2, 0.5)
    canvas.drawPath(path, fill=1, stroke=0)


def thick_line(canvas: Canvas, *, width: float = 15) -> None:
    start = name(canvas)
    canvas.setLineWidth(width)
    canvas.line(start - 2, TOP + 4, start + name_width(canvas) + 2, TOP + 4)


def hatched(canvas: Canvas, *, step: float = 0.8) -> None:
    start, wide = name(canvas), name_width(canvas)
    canvas.setLineWidth(0.8)
    for number in range(int((wide + 16) / step)):
        x = start - 16 + number * step
        canvas.line(x, TOP - 4, x + 16, TOP + 12)
        canvas.line(x, TOP + 12, x + 16, TOP - 4)


def shading(canvas: Canvas) -> None:
    start = name(canvas)
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(start - 2, TOP - 4, name_width(canvas) + 4, 16)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.linearGradient(start, TOP, start + 100, TOP, ((0, 0, 0), (0.4, 0.4, 0.4)))
    canvas.restoreState()


def labelled(canvas: Canvas) -> None:
    canvas.drawString(LEFT, TOP, "Redacted")
    canvas.rect(LEFT - 2, TOP - 4, 60, 16, fill=1)


def far_font() -> bytes:
    """Words in a Japanese font that is not in the file."""
    objects = raw.one_page("BT /F1 14 Tf 72 700 Td <93FA967B8CEA> Tj ET")
    objects[5] = "<< /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding /90ms-RKSJ-H /DescendantFonts [6 0 R] >>"
    objects[6] = (
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Mincho /FontDescriptor 7 0 R"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>"
    )
    objects[7] = (
        "<< /Type /FontDescriptor /FontName /Mincho /Flags 6 /FontBBox [0 -137 1000 859] /ItalicAngle 0"
        " /Ascent 859 /Descent -140 /CapHeight 709 /StemV 69 >>"
    )
    return raw.file(objects)


def in_a_form(canvas: Canvas, *, covered: bool = True) -> None:
    canvas.beginForm("line")
    canvas.setFont("Helvetica", 12)
    start = name(canvas)
    canvas.endForm()
    canvas.doForm("line")
    if covered:
        canvas.rect(start - 2, TOP - 4, name_width(canvas) + 4, 16, fill=1)


def box_in_a_form(canvas: Canvas) -> None:
    start = name(canvas)
    canvas.beginForm("box")
    canvas.rect(0, 0, name_width(canvas) + 4, 16, fill=1)
    canvas.endForm()
    canvas.translate(start - 2, TOP - 4)
    canvas.doForm("box")


def picture_over(canvas: Canvas, *, down: float = 0) -> None:
    start = name(canvas)
    canvas.drawImage(image(Image.new("RGB", (30, 5), "grey")), start - 2, TOP - 4 - down, name_width(canvas) + 4, 16)


def photo_over(canvas: Canvas, *, down: float = 0) -> None:
    start = name(canvas)
    noise = Image.effect_noise((90, 20), 90)
    canvas.drawImage(image(noise.convert("RGB")), start - 2, TOP - 4 - down, name_width(canvas) + 4, 16)


def label_on_the_box(canvas: Canvas) -> None:
    box(canvas)
    canvas.setFillGray(1)
    canvas.drawString(LEFT + 130, TOP, "Child A Child")


def blocks_over(canvas: Canvas, *, down: float = 0) -> None:
    start = name(canvas)
    canvas.setFont("ZapfDingbats", 17)  # its "n" is a black square
    canvas.drawString(start - 2, TOP - 2 - down, "n" * 11)


def other_name_over(canvas: Canvas) -> None:
    start = name(canvas)
    canvas.setFillGray(1)
    canvas.setFont("Helvetica-Bold", 14)
    for shift in (-0.6, 0, 0.6):
        canvas.drawString(start + shift, TOP, NAME)
        canvas.drawString(start, TOP + shift, NAME)
    canvas.setFillGray(0)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(start, TOP, "Child A")


def coloured(*, ink: float, paper: float | None = None) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        if paper is not None:
            canvas.setFillGray(paper)
            canvas.rect(LEFT - 10, TOP - 10, 300, 40, fill=1, stroke=0)
        canvas.setFillGray(ink)
        canvas.drawString(LEFT, TOP, NAME)

    return draw


def clear(canvas: Canvas, *, alpha: float = 0) -> None:
    canvas.setFillAlpha(alpha)
    canvas.drawString(LEFT, TOP, NAME)


def mode(number: int) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(LEFT, TOP)
        text.setTextRenderMode(number)
        text.textLine(NAME)
        text.setTextRenderMode(0)
        canvas.drawText(text)

    return draw


def at(x: float, y: float) -> Callable[[Canvas], None]:
    return lambda canvas: canvas.drawString(x, y, NAME)


def clipped(canvas: Canvas, *, width: float = 90) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(LEFT, TOP - 5, width, 20)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.drawString(LEFT, TOP, "A cell holds " + NAME)
    canvas.restoreState()


def sized(points: float, across: float = 100) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(LEFT, TOP)
        text.setFont("Helvetica", points)
        text.setHorizScale(across)
        text.textLine(NAME)
        canvas.drawText(text)

    return draw


def cropped(content: bytes, *, bottom: float) -> bytes:
    def crop(opened: pikepdf.Pdf) -> None:
        opened.pages[0].CropBox = [20, bottom, A4[0] - 20, A4[1] - 20]

    return changed(content, crop)


def turned(content: bytes, degrees: int) -> bytes:
    def turn(opened: pikepdf.Pdf) -> None:
        opened.pages[0].Rotate = degrees
        opened.pages[0].CropBox = [30, 40, A4[0] - 10, A4[1] - 20]

    return changed(content, turn)


def annotated(*, subtype: str = "Square", opacity: float = 1, drawn: bool = True) -> Callable[[], bytes]:
    """A mark over the name, with the appearance that programs give it, or without one."""

    def annotate(opened: pikepdf.Pdf) -> None:
        place = [185, TOP - 4, 320, TOP + 12]
        mark = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name("/" + subtype),
            Rect=place,
            F=4,
            C=[0, 0, 0],
            IC=[0, 0, 0],
            CA=opacity,
            QuadPoints=[185, TOP + 12, 320, TOP + 12, 185, TOP - 4, 320, TOP - 4],
        )
        if drawn:
            form = opened.make_stream(b"/G gs 0 g 185 %d 135 16 re f" % (TOP - 4))
            form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, place
            form.Resources = pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(G=pikepdf.Dictionary(ca=opacity)))
            mark.AP = pikepdf.Dictionary(N=form)
        opened.pages[0].Annots = opened.make_indirect(pikepdf.Array([opened.make_indirect(mark)]))

    def line(canvas: Canvas) -> None:
        name(canvas)

    return lambda: changed(pdf(line), annotate)


def layered(*, on: bool, form: bool = False) -> Callable[[], bytes]:
    """A name on a layer (ISO 32000-1, 8.11)."""

    def change(opened: pikepdf.Pdf) -> None:
        layer = opened.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("Notes")))
        page = opened.pages[0]
        words = b"BT /F1 12 Tf 72 640 Td (%s) Tj ET" % NAME.encode()
        if form:
            drawn = opened.make_stream(words)
            drawn.Type, drawn.Subtype, drawn.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, *A4]
            drawn.Resources, drawn.OC = page.Resources, layer
            page.Resources.XObject = pikepdf.Dictionary(X=drawn)
            page.contents_add(b"/X Do")
        else:
            page.Resources.Properties = pikepdf.Dictionary(Notes=layer)
            page.contents_add(b"/OC /Notes BDC " + words + b" EMC")
        opened.Root.OCProperties = pikepdf.Dictionary(
            OCGs=[layer], D=pikepdf.Dictionary(**{"ON" if on else "OFF": [layer], "Order": [layer]})
        )

    return lambda: changed(pdf(visible), change)


LINES = [
    "The review looked at the care of one child",
    f"who was called {NAME} at school",
    "and at what the services around the family did.",
    "Its findings are those of the panel alone.",
]


def scanned(
    canvas: Canvas, *, out: str = "", with_ink: int = 0, mode: int | None = 3, up: float = 0, box: bool = False
) -> None:
    """A scanned page and its text layer: not drawn (mode 3), drawn under the picture (mode 0), or not there."""
    canvas.setFillGray(1)
    canvas.rect(0, 0, *A4, fill=1, stroke=0)
    if mode == 0:
        text_layer(canvas, LINES, mode=0)
    canvas.drawImage(image(scan(LINES, out, with_ink)), 0, 0, *A4)
    if mode == 3:
        canvas.saveState()
        canvas.translate(0, up)
        text_layer(canvas, LINES)
        canvas.restoreState()
    if box:
        canvas.setFillGray(0)
        canvas.rect(150, A4[1] - 118, 150, 20, fill=1)


CASES = {
    "box": Case("text_under_box", page(box), page(box, gap=-20)),
    "outline": Case("text_under_box", page(box), page(box, fill=0)),
    "white box": Case("text_under_box", page(white_box), page(visible)),
    "polygon": Case("text_under_box", page(polygon), page(visible)),
    "thick line": Case("text_under_box", page(thick_line), page(thick_line, width=1)),
    "hatching": Case("text_under_box", page(hatched), page(hatched, step=9)),
    "shading": Case("text_under_box", page(shading), page(visible)),
    "form": Case("text_under_box", page(in_a_form), page(in_a_form, covered=False)),
    "box in a form": Case("text_under_box", page(box_in_a_form), page(visible)),
    "turned 90": Case("text_under_box", lambda: turned(page(box)(), 90), lambda: turned(page(visible)(), 90)),
    "turned 180": Case("text_under_box", lambda: turned(page(box)(), 180), lambda: turned(page(visible)(), 180)),
    "turned 270": Case("text_under_box", lambda: turned(page(box)(), 270), lambda: turned(page(visible)(), 270)),
    "picture": Case("text_under_picture", page(picture_over), page(picture_over, down=20)),
    "photo": Case("text_under_picture", page(photo_over), page(photo_over, down=20)),
    "label on the box": Case("text_under_box", page(label_on_the_box), page(visible)),
    "blocks": Case("text_under_text", page(blocks_over), page(blocks_over, down=30)),
    "other name": Case("text_in_background_colour", page(other_name_over), page(visible)),
    "white on white": Case("text_in_background_colour", page(coloured(ink=1)), page(coloured(ink=0.75))),
    "nearly white": Case("text_in_background_colour", page(coloured(ink=0.98)), page(coloured(ink=0.8))),
    "black on black": Case("text_in_background_colour", page(coloured(ink=0, paper=0)), page(coloured(ink=1, paper=0))),
    "grey on grey": Case(
        "text_in_background_colour", page(coloured(ink=0.5, paper=0.5)), page(coloured(ink=0, paper=0.5))
    ),
    "clear": Case("text_not_drawn", page(clear), page(clear, alpha=0.4)),
    "not drawn": Case("text_not_drawn", page(mode(3)), page(mode(0))),
    "only clipping": Case("text_not_drawn", page(mode(7)), page(mode(1))),
    "left": Case("text_off_page", page(at(-200, TOP)), page(at(20, TOP))),
    "right": Case("text_off_page", page(at(A4[0] + 5, TOP)), page(at(400, TOP))),
    "above": Case("text_off_page", page(at(LEFT, A4[1] + 4)), page(at(LEFT, A4[1] - 14))),
    "below": Case("text_off_page", page(at(LEFT, -14)), page(at(LEFT, 4))),
    "cropped": Case(
        "text_off_page", lambda: cropped(page(visible)(), bottom=730), lambda: cropped(page(visible)(), bottom=600)
    ),
    "clipped": Case("text_clipped", page(clipped), page(clipped, width=400)),
    "one point": Case("text_too_small", page(sized(1)), page(sized(6))),
    "two points": Case("text_too_small", page(sized(2)), page(sized(5))),
    "squeezed": Case("text_too_small", page(sized(12, across=6)), page(sized(12, across=60))),
    "square": Case("text_under_annotation", annotated(), annotated(opacity=0.3)),
    "highlight": Case(
        "text_under_annotation", annotated(subtype="Highlight"), annotated(subtype="Highlight", opacity=0.3)
    ),
    "layer": Case("text_on_hidden_layer", layered(on=False), layered(on=True)),
    "form on a layer": Case("text_on_hidden_layer", layered(on=False, form=True), layered(on=True, form=True)),
    "scan": Case("text_layer_differs", page(scanned, out=NAME), page(scanned)),
    "scan painted white": Case("text_layer_differs", page(scanned, out=NAME, with_ink=250), page(scanned)),
    "scan over its words": Case("text_layer_differs", page(scanned, out=NAME, mode=0), page(scanned, mode=0)),
    "box over a scan": Case("text_layer_differs", page(scanned, box=True), page(scanned)),
    "text layer": Case("text_layer", page(scanned), page(visible)),
    "words far from their scan": Case("text_layer_elsewhere", page(scanned, up=-300), page(scanned)),
    "box over a scan without words": Case(
        "scan_under_box", page(scanned, mode=None, box=True), page(scanned, mode=None)
    ),
    "label": Case("label_under_box", page(labelled), page(box, gap=-20)),
    "font elsewhere": Case("text_without_font", far_font, page(visible)),
}
