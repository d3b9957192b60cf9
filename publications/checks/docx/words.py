"""The words of a Word file: those that readers see, line by line, and what is wrong with the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from publications.checks.docx.package import attribute, child, local
from publications.checks.docx.styles import LIGHT, Styles, is_filled, is_on, is_white, looks_hidden

CHANGES = {
    "ins", "del", "moveFrom", "moveTo", "delText", "delInstrText", "cellIns", "cellDel", "cellMerge",
    "customXmlInsRangeStart", "customXmlDelRangeStart", "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart",
}  # fmt: skip
FORMAT_CHANGES = {
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "tcPrChange", "trPrChange",
    "tblPrExChange", "numberingChange",
}  # fmt: skip
DARK = {"tx1", "dk1", "black", "text1", "dark1"}


@dataclass(frozen=True)
class Around:
    """What is round a run: the style of its paragraph, whether its ground is shaded, whether its row is hidden."""

    paragraph: str = ""
    on_ground: bool = False
    hidden: bool = False
    on_white_box: bool = False


@dataclass(frozen=True)
class Words:
    """Some words, and whether they are seen. An end of line is a word of its own."""

    text: str
    seen: bool


def words(root: Element, styles: Styles) -> Iterator[Words]:
    """Every word of a part with text, in order."""
    ground = attribute(child(root, "background"), "color")
    start = Around(on_ground=bool(ground) and not is_white(ground) and ground != "auto")
    waiting: list[tuple[Element | None, Around]] = [(root, start)]
    while waiting:
        element, around = waiting.pop()
        if element is None:
            yield Words("\n", seen=True)
            continue
        name = local(element)
        around = _inside(name, element, around, styles)
        if name == "r":
            yield from _of_run(element, around, styles)
        if name == "p":
            waiting.append((None, around))
        waiting += [(each, around) for each in reversed(element)]


def _of_run(run: Element, around: Around, styles: Styles) -> Iterator[Words]:
    text = "".join(_sign(each) for each in run)
    if text.strip():
        hidden = around.hidden or looks_hidden(styles, run, around.paragraph, on_ground=around.on_ground)
        yield Words(text, seen=not hidden)
    elif text:
        yield Words(text, seen=True)


def _sign(element: Element) -> str:
    name = local(element)
    if name == "t":
        return element.text or ""
    return {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(name, "")


def _inside(name: str, element: Element, around: Around, styles: Styles) -> Around:
    """What is round the children of an element."""
    if name == "p":
        style = attribute(child(element, "pPr", "pStyle"), "val")
        grounds = [child(element, "pPr", "shd"), *(child(each, "pPr", "shd") for each in styles.chain(style))]
        return replace(around, paragraph=style, on_ground=around.on_ground or any(map(is_filled, grounds)))
    if name in {"tbl", "tr", "tc"}:
        return _in_table(name, element, around, styles)
    if name == "txbxContent":
        return replace(around, on_ground=not around.on_white_box)
    return replace(around, on_white_box=_is_white_box(element)) if name == "wsp" else around


def _in_table(name: str, element: Element, around: Around, styles: Styles) -> Around:
    if name == "tr":
        return replace(around, hidden=around.hidden or is_on(child(element, "trPr", "hidden")))
    dark = is_filled(child(element, f"{name}Pr", "shd"))
    if name == "tbl":
        dark = dark or styles.is_dark_table(attribute(child(element, "tblPr", "tblStyle"), "val"))
    return replace(around, on_ground=around.on_ground or dark)


def _is_white_box(shape: Element) -> bool:
    """Whether a box of text is filled with white. Without a fill it may lie on a picture: it has the benefit of it."""
    fill = child(shape, "spPr", "solidFill")
    colours = [] if fill is None else [attribute(each, "val") for each in fill]
    return any(is_white(colour) or colour in LIGHT for colour in colours)


def changes(root: Element) -> dict[str, int]:
    """How many tracked changes of words and of the layout a part has: kinds and counts."""
    found = {"docx_changes": 0, "docx_format_changes": 0}
    for element in root.iter():
        name = local(element)
        found["docx_changes"] += name in CHANGES
        found["docx_format_changes"] += name in FORMAT_CHANGES
    return found


def boxes_in_front(root: Element) -> int:
    """How many dark boxes without words lie in front of the text, as those do that are drawn to black it out."""
    anchors = (each for each in root.iter() if local(each) == "anchor" and not is_on_behind(each))
    return sum(_is_dark_box(anchor) for anchor in anchors)


def is_on_behind(anchor: Element) -> bool:
    """Whether a drawing lies behind the text, or the text flows round it."""
    return attribute(anchor, "behindDoc") in {"1", "true"} or child(anchor, "wrapNone") is None


def _is_dark_box(anchor: Element) -> bool:
    for shape in (each for each in anchor.iter() if local(each) == "wsp"):
        fill = child(shape, "spPr", "solidFill")
        said = "".join(each.text or "" for each in shape.iter() if local(each) == "t")
        if fill is not None and not said.strip() and any(_is_dark(attribute(each, "val")) for each in fill):
            return True
    return False


def _is_dark(colour: str) -> bool:
    try:
        return colour in DARK or (len(colour) == 6 and max(bytes.fromhex(colour)) <= 0x40)
    except ValueError:
        return False
