"""A Word file as the blocks of a text: headings, paragraphs, lists, tables, pictures and notes.

Mammoth reads the file; `examine_docx` has refused it before, if it holds what mammoth would let through unseen.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import mammoth
from lxml import html as lxml_html

from publications.checks.web.picture import cleaned
from publications.checks.web.tables import table_of
from publications.web.html import clean, words

MOST_PICTURES = 100
MOST_PICTURE_BYTES = 30_000_000  # of all together, as they are handed on
STYLES: Final = """
p[style-name='Title'] => p.title:fresh
p[style-name='Subtitle'] => p.title:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='TOC Heading'] => p.contents:fresh
p[style-name='toc 1'] => p.contents:fresh
p[style-name='toc 2'] => p.contents:fresh
p[style-name='toc 3'] => p.contents:fresh
p[style-name='Quote'] => blockquote > p:fresh
strike => s
"""
LEVELS: Final = {"h1": 2, "h2": 3, "h3": 4, "h4": 4, "h5": 4, "h6": 4}
NOTES: Final = "note-"
Block = dict[str, Any]

TITLE = "Its title was left out: the page has the title of the publication."
CONTENTS = "Its list of contents was left out: the page makes one of the headings."
STRUCK = "Struck-out words were taken over as plain ones. Take out what should not be there."
MERGED = "A table has cells that span others: each is there once, and the rest of its place is empty."
FIRST_ROW = "The first row of each table was taken for the headings of its columns. Look whether that is right."
UNREADABLE = "Picture {number} can't be read. Save it as PNG, add it on the screen of this text, and mend the figure."
TOO_MANY = "There are more or larger pictures than this site takes: those from picture {number} on were left out."


def from_word(file: Path, _options: Mapping[str, Any], _progress: Callable[[int, int], None]) -> dict[str, Any]:
    """The task "from_word": `blocks` and `notes` of a text, `pictures` (None for what can't be read), `messages`."""
    return Reader().read(file)


class Reader:
    """Reads one file; what somebody has to look at afterwards goes to `messages`."""

    def __init__(self) -> None:
        self.pictures: list[dict[str, Any] | None] = []
        self.bytes_of_pictures = 0
        self.blocks: list[Block] = []
        self.notes: list[dict[str, str]] = []
        self.messages: dict[str, None] = {}
        self.caption = ""
        """Said above a table, before the table comes."""

    def read(self, file: Path) -> dict[str, Any]:
        """All of it."""
        with file.open("rb") as opened:
            result = mammoth.convert_to_html(
                opened,
                style_map=STYLES,
                include_embedded_style_map=False,
                id_prefix=NOTES,
                convert_image=mammoth.images.img_element(self.keep_picture),
            )
        for element in lxml_html.fragments_fromstring(result.value or "<p></p>"):
            if isinstance(element, str):
                self.add_text(element)
            else:
                self.add(element)
        return {
            "blocks": self.blocks, "notes": self.notes, "pictures": self.pictures, "messages": list(self.messages),
        }  # fmt: skip

    def keep_picture(self, image: Any) -> dict[str, str]:
        """Cleans a picture as it comes; in the HTML its number stands for it."""
        with image.open() as content:
            data = content.read()
        number = len(self.pictures) + 1
        self.bytes_of_pictures += len(data)
        if number > MOST_PICTURES or self.bytes_of_pictures > MOST_PICTURE_BYTES:
            self.messages.setdefault(TOO_MANY.format(number=number))
            return {"src": ""}
        picture = cleaned(data)
        if picture is None:
            self.messages[UNREADABLE.format(number=number)] = None
        self.pictures.append(picture)
        return {"src": str(number)}

    def add(self, element: Any) -> None:
        """One element of the body."""
        if element.tag == "ol" and element.xpath(f"./li[starts-with(@id, '{NOTES}')]"):
            self.notes += [note_of(item) for item in element.xpath("./li")]
            return
        self.turn_marks(element)
        if element.xpath(".//s|self::s"):
            self.messages[STRUCK] = None
        if element.tag in LEVELS:
            self.add_heading(element)
        elif element.tag == "table":
            self.add_table(element)
        elif element.tag == "p" and element.get("class"):
            self.add_special(element, element.get("class"))
        else:
            self.add_words(element)

    def turn_marks(self, element: Any) -> None:
        """The references to notes as marks of ours: [^1], and [^e1] for an endnote."""
        for link in element.xpath(f".//a[starts-with(@href, '#{NOTES}')]"):
            above = link.getparent()
            mark = f"[^{label_of(link.get('href')[1:])}]"
            replaced = above if above is not None and above.tag == "sup" and len(above) == 1 else link
            _replace(replaced, mark)

    def add_heading(self, element: Any) -> None:
        """A heading, without what is no text."""
        text = " ".join(element.text_content().split())
        if text:
            self.blocks.append({"type": "heading", "text": text[:200], "level": LEVELS[element.tag]})
        self.add_figures(element)

    def add_special(self, element: Any, kind: str) -> None:
        """A title, an entry of a list of contents, or what is said of a figure or table."""
        text = " ".join(element.text_content().split())
        if kind == "title":
            self.messages[TITLE] = None
        elif kind == "contents":
            self.messages[CONTENTS] = None
        elif self.blocks and self.blocks[-1]["type"] in {"figure", "table"} and not self.blocks[-1]["caption"]:
            self.blocks[-1]["caption"] = text[:300]
        else:
            self.caption = text[:300]

    def add_table(self, element: Any) -> None:
        """A table; of pictures in it come the figures after it."""
        table = table_of(element, clean_of)
        if table["merged"]:
            self.messages[MERGED] = None
        if not table["has_head"]:
            self.messages[FIRST_ROW] = None
        if table["columns"]:
            said, self.caption = self.caption, ""
            block = {"type": "table", "caption": said, "columns": table["columns"], "rows": table["rows"]}
            self.blocks.append(block)
        self.add_figures(element)

    def add_words(self, element: Any) -> None:
        """Paragraphs and lists; a picture in them stands after them."""
        if self.caption:
            said, self.caption = self.caption, ""
            self.add_text(f"<p>{said}</p>")
        self.add_text(clean_of(element, outer=True))
        self.add_figures(element)

    def add_text(self, html: str) -> None:
        """More of the running text."""
        if not words(html):
            return
        if self.blocks and self.blocks[-1]["type"] == "text":
            self.blocks[-1]["html"] += html
        else:
            self.blocks.append({"type": "text", "html": html})

    def add_figures(self, element: Any) -> None:
        """The pictures inside an element."""
        for image in element.iter("img"):
            if image.get("src"):
                alternative = " ".join((image.get("alt") or "").split())
                self.blocks.append(
                    {"type": "figure", "number": int(image.get("src")), "alternative": alternative, "caption": ""}
                )


def clean_of(element: Any, *, outer: bool = False) -> str:
    """The HTML of an element, or of what is in it, as we take it."""
    inner = (element.text or "") + "".join(lxml_html.tostring(child, encoding="unicode") for child in element)
    whole: str = lxml_html.tostring(element, encoding="unicode", with_tail=False) if outer else inner
    return clean(whole)


def note_of(item: Any) -> dict[str, str]:
    """A note, without the arrow that leads back."""
    for back in item.xpath(".//a[starts-with(@href, '#')]"):
        _replace(back, "")
    return {"label": label_of(item.get("id") or ""), "html": re.sub(r"\s+(?=</p>)", "", clean_of(item)).strip()}


def label_of(address: str) -> str:
    """What a note is called: "1" for footnote 1, "e1" for endnote 1."""
    kind, _, number = address.removeprefix(NOTES).removesuffix("-ref").rpartition("-")
    digits = "".join(filter(str.isalnum, number))[:8]
    return f"e{digits}" if kind.startswith("endnote") else digits


def _replace(element: Any, text: str) -> None:
    """Put a text in the place of an element."""
    parent, before = element.getparent(), element.getprevious()
    tail = text + (element.tail or "")
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
