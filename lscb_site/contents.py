"""The headings of a rendered page: each can be linked to, and a long page begins with a list of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

LONG = 4  # headings from which on a page has the list
HERE = "<!-- contents -->"  # where a template wants the list; otherwise it stands first
HEADING = re.compile(r"<h(?P<level>[23])(?P<attributes>[^>]*)>(?P<text>.*?)</h(?P=level)>", re.DOTALL)
ID = re.compile(r'\bid="([^"]*)"')


@dataclass(frozen=True)
class Heading:
    """A heading of the page, as the list of contents names it."""

    anchor: str
    text: str


def with_contents(html: str, *, listed: bool = True) -> SafeString:
    """Rendered HTML of our templates with an address of its own on each heading and, if long, the list of them."""
    taken: set[str] = set()
    headings: list[Heading] = []

    def addressed(found: "re.Match[str]") -> str:
        text, attributes = strip_tags(found["text"]).strip(), found["attributes"]
        given = ID.search(attributes)
        anchor = free(given[1] if given else slugify(text), taken)
        if found["level"] == "2" and "govuk-visually-hidden" not in attributes:
            headings.append(Heading(anchor, text))
        rest = ID.sub("", attributes).rstrip()
        return f'<h{found["level"]}{rest} id="{anchor}">{found["text"]}</h{found["level"]}>'

    whole = HEADING.sub(addressed, html)
    contents = list_of(headings) if listed and len(headings) >= LONG else ""
    before, _here, after = whole.partition(HERE) if HERE in whole else ("", HERE, whole)
    return mark_safe(before + contents + after)  # noqa: S308 - rendered by our own templates


def free(wanted: str, taken: set[str]) -> str:
    """An anchor that no heading before has; noted as taken."""
    anchor = next(name for name in numbered(wanted or "section") if name not in taken)
    taken.add(anchor)
    return anchor


def numbered(name: str) -> Iterator[str]:
    """The name itself, then with 2, 3 and so on."""
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def list_of(headings: list[Heading]) -> SafeString:
    """The list, as a part of the page that a screen reader can jump to."""
    lines = format_html_join(
        "",
        '<li class="app-contents__item"><a class="govuk-link" href="#{}">{}</a></li>',
        ((heading.anchor, mark_safe(heading.text)) for heading in headings),  # noqa: S308 - escaped when rendered
    )
    return format_html(
        '<nav class="app-contents" aria-labelledby="on-this-page">'
        '<p class="govuk-heading-s app-contents__heading" id="on-this-page">On this page</p>'
        '<ul class="app-contents__list">{}</ul></nav>',
        lines,
    )
