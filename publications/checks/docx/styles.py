"""How the letters of a run look, as far as it decides whether they are seen: its own wishes and those of its styles."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from publications.checks.docx.package import attribute, child, local

OFF = {"0", "false", "off", "none"}
DEEPEST = 12
NO_COLOUR = {"", "auto", "none", "clear"}
HIGHLIGHTS = {"black": "000000", "white": "FFFFFF", "darkBlue": "000080", "darkGray": "808080"}
LIGHT = {"background1", "light1", "bg1", "lt1"}
TINY = 4  # half points


@dataclass
class Styles:
    """The styles of a document by their ids."""

    by_id: dict[str, Element] = field(default_factory=dict)
    defaults: Element | None = None

    @classmethod
    def of(cls, root: Element | None) -> "Styles":
        """From the part "styles"."""
        if root is None:
            return cls()
        styles = {attribute(each, "styleId"): each for each in root if local(each) == "style"}
        return cls(styles, child(root, "docDefaults", "rPrDefault", "rPr"))

    def chain(self, name: str) -> Iterator[Element]:
        """A style and those that it is based on."""
        for _ in range(DEEPEST):
            style = self.by_id.get(name)
            if style is None:
                return
            yield style
            name = attribute(child(style, "basedOn"), "val")

    def wishes(self, run: Element, paragraph: str, wish: str) -> Element | None:
        """The nearest wish of a name for a run: its own, or that of its style, its paragraph's style, or of all."""
        own = child(run, "rPr")
        chains = [*self.chain(attribute(child(own, "rStyle"), "val")), *self.chain(paragraph)]
        holders = [own, *(child(style, "rPr") for style in chains), self.defaults]
        return next((found for holder in holders if (found := child(holder, wish)) is not None), None)

    def is_dark_table(self, name: str) -> bool:
        """Whether a table's style fills any of its cells: white letters may be meant to be read there."""
        return any(is_filled(each) for style in self.chain(name) for each in style.iter() if local(each) == "shd")


def is_on(wish: Element | None) -> bool:
    """Whether a switch is there and not switched off."""
    return wish is not None and attribute(wish, "val").lower() not in OFF


def is_filled(shading: Element | None) -> bool:
    """Whether a ground is shaded in another colour than white."""
    colour = attribute(shading, "fill")
    return bool(attribute(shading, "themeFill")) or (colour.lower() not in NO_COLOUR and not is_white(colour))


def is_white(colour: str) -> bool:
    """Whether nobody sees letters of this colour (six hexadecimal digits) on paper."""
    try:
        return min(bytes.fromhex(colour)) >= 0xF4
    except ValueError:
        return False


def looks_hidden(styles: Styles, run: Element, paragraph: str, *, on_ground: bool) -> bool:
    """Whether the letters of a run are not seen; `on_ground`: what is round it is shaded."""
    if is_on(styles.wishes(run, paragraph, "vanish")) or is_on(styles.wishes(run, paragraph, "specVanish")):
        return True
    size = attribute(styles.wishes(run, paragraph, "sz"), "val")
    if size.isdecimal() and int(size) <= TINY:
        return True
    return _in_colour_of_ground(styles, run, paragraph, on_ground=on_ground)


def _in_colour_of_ground(styles: Styles, run: Element, paragraph: str, *, on_ground: bool) -> bool:
    colour = styles.wishes(run, paragraph, "color")
    value = attribute(colour, "val")
    mark = attribute(styles.wishes(run, paragraph, "highlight"), "val")
    shade = styles.wishes(run, paragraph, "shd")
    if mark and mark != "none":
        return same_colour(HIGHLIGHTS.get(mark, ""), value if value.lower() not in NO_COLOUR else "000000")
    if is_filled(shade):
        return same_colour(attribute(shade, "fill"), value)
    return not on_ground and (is_white(value) or attribute(colour, "themeColor") in LIGHT)


def same_colour(ground: str, letters: str) -> bool:
    """Whether letters can't be told from their ground (both as six hexadecimal digits)."""
    try:
        pairs = zip(bytes.fromhex(ground), bytes.fromhex(letters), strict=True)
        return bool(ground) and all(abs(one - other) <= 24 for one, other in pairs)
    except ValueError:
        return False
