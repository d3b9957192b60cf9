"""The few HTML tags that a frozen text may hold, and nothing else. Plain Python: it is asked in the sandbox too."""

import re
from html import escape, unescape
from html.parser import HTMLParser
from typing import Final

TAGS: Final = frozenset({"p", "br", "b", "i", "sup", "sub", "ul", "ol", "li", "blockquote", "a"})
SAME: Final = {"strong": "b", "em": "i"}
DROPPED: Final = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title"})
ADDRESS: Final = re.compile(r"(?i)(https?://|mailto:|tel:|/(?!/)|#)[^\s<>\"'\\]*")
LINK: Final = re.compile(r'<a href="([^"]*)">')
BLOCKS: Final = frozenset({"p", "ul", "ol", "blockquote"})
UNREADABLE: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # control signs but the line end
MOST_NESTED = 30


def clean(html: str) -> str:
    """The HTML without anything but these tags, every tag closed; what `clean` returned, it leaves as it is."""
    cleaner = _Cleaner()
    cleaner.feed(html)
    cleaner.close()
    return cleaner.whole()


def words(html: str) -> str:
    """The text of cleaned HTML as a reader sees it, a line for each paragraph and entry of a list."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "\n".join(" ".join(line.split()) for line in "".join(reader.parts).split("\n") if line.strip())


def addresses(html: str) -> list[str]:
    """Where the links of cleaned HTML lead."""
    return [unescape(address) for address in LINK.findall(html)]


class _Cleaner(HTMLParser):
    """Writes the allowed part of what it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.open: list[str] = []
        self.dropping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = SAME.get(tag, tag)
        if tag in DROPPED:
            self.dropping += 1
        if self.dropping or tag not in TAGS or len(self.open) >= MOST_NESTED:
            return
        if tag == "br":
            self.parts.append("<br>")
        elif tag == "a":
            self._open_link(dict(attrs).get("href") or "")
        elif tag != "li" or {"ul", "ol"} & set(self.open):
            self._open(tag)

    def _open_link(self, href: str) -> None:
        if ADDRESS.fullmatch(href) and "a" not in self.open:
            self.open.append("a")
            self.parts.append(f'<a href="{escape(href)}">')

    def _open(self, tag: str) -> None:
        if tag in BLOCKS and "p" in self.open:
            self.handle_endtag("p")
        self.open.append(tag)
        self.parts.append(f"<{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in DROPPED:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        tag = SAME.get(tag, tag)
        if tag in DROPPED:
            self.dropping = max(0, self.dropping - 1)
        elif not self.dropping and tag in self.open:
            while (closed := self.open.pop()) != tag:
                self.parts.append(f"</{closed}>")
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.dropping:
            self.parts.append(escape(UNREADABLE.sub(" ", data), quote=False))

    def whole(self) -> str:
        """Everything, with what is still open closed."""
        return "".join(self.parts) + "".join(f"</{tag}>" for tag in reversed(self.open))


class _Reader(HTMLParser):
    """Gathers text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"p", "br", "li", "ul", "ol", "blockquote"}:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"p", "li", "ul", "ol", "blockquote"}:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data.replace("\n", " "))
