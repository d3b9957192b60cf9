"""From a draft to what is frozen, and what has to be mended first."""

from typing import Any

import pytest
from wagtail.models import Page

from lscb_site.models import HomePage, StandardPage
from publications.models import WebDraft
from publications.web.freezing import frozen_from
from publications.web.frozen import Figure, Heading, Note, Table, Text, read
from tests.publications.web import samples

pytestmark = pytest.mark.django_db


def draft(*blocks: tuple[str, Any]) -> WebDraft:
    return samples.draft(samples.web(), *blocks)


def heading(text: str = "A chapter", level: str = "2") -> tuple[str, Any]:
    return "heading", {"text": text, "level": level}


def table(**more: Any) -> tuple[str, Any]:
    values = {
        "columns": [{"type": "text", "heading": "Day"}, {"type": "rich_text", "heading": "What"}],
        "rows": [{"values": ["1 < 2", "<p>In <b>May</b></p>"]}],
        "caption": "Visits",
    }
    return "table", {"table": values | more, "row_headings": True}


def test_every_block_becomes_its_part() -> None:
    of = draft(
        heading("What  happened"),
        ("text", "<p>Ask <b>her</b>[^1]</p>"),
        table(),
        ("figure", {"number": 1, "caption": "The house"}),
        ("note", {"label": "1", "text": "<p>Told <i>later</i>.</p>"}),
        ("text", "<p> </p>"),
        ("table", {"table": {"columns": [], "rows": []}}),
    )
    picture = samples.picture(of, alternative="A plan of the house")
    samples.picture(of, samples.png("red"))  # used nowhere, so no part of the text
    frozen = frozen_from(of)
    assert frozen.problems == []
    assert frozen.document.blocks == (
        Heading("What  happened", 2),
        Text("<p>Ask <b>her</b>[^1]</p>"),
        Table("Visits", ("Day", "What"), (("1 &lt; 2", "<p>In <b>May</b></p>"),), row_headings=True),
        Figure(1, "A plan of the house", "The house"),
    )
    assert frozen.document.notes == (Note("1", "<p>Told <i>later</i>.</p>"),)
    assert [each.sha256 for each in frozen.document.pictures] == [picture.sha256]
    assert read(frozen.document.as_bytes()) == frozen.document


def test_the_same_draft_has_the_same_bytes() -> None:
    blocks = (heading(), ("text", "<p>Ask her</p>"))
    assert frozen_from(draft(*blocks)).document.as_bytes() == frozen_from(draft(*blocks)).document.as_bytes()


def test_links_to_pages_are_written_out_and_others_kept() -> None:
    home: Page = HomePage.objects.get()
    page = StandardPage(title="Help", slug="help")
    home.add_child(instance=page)
    html = f'<p><a linktype="page" id="{page.pk}">Help</a>, <a href="https://e.org/?a&amp;b">more</a></p>'
    [text] = frozen_from(draft(("text", html))).document.blocks
    assert text == Text('<p><a href="/help/">Help</a>, <a href="https://e.org/?a&amp;b">more</a></p>')


def test_html_that_got_in_another_way_is_left_out() -> None:
    [text] = frozen_from(draft(("text", "<p>a<script>b</script><img src=x onerror=c></p>"))).document.blocks
    assert text == Text("<p>a</p>")


@pytest.mark.parametrize(
    ("blocks", "problem"),
    [
        ([], "There is no text yet."),
        ([heading("")], "A heading has no words. Write some, or take it away."),
        ([heading(level="3")], "Begin with a heading of a chapter, or leave the headings out."),
        ([heading(), heading("Deep", "4")], ("The heading “Deep” is too small for where it stands: make it a section of"
         " the chapter above it.")),
        ([table(caption="")], "Table 1 has no caption. Say in it what the table shows."),
        ([table(columns=[{"type": "text", "heading": ""}], rows=[])], ("Table 1 (“Visits”) has a column without a"
         " heading.")),
        ([("figure", {"number": 7, "caption": ""})], ("There is no picture 7. Add it, or take its figure out of the"
         " text.")),
        ([("text", "<p>x[^1]</p>")], "The text marks a footnote 1, and there is none. Add it, or take [^1] out."),
        ([("text", "<p>x</p>"), ("note", {"label": "1", "text": "<p>y</p>"})], ("Footnote 1 has no place in the text."
         " Write [^1] where it belongs.")),
        ([("text", "<p>x[^1]</p>"), *[("note", {"label": "1", "text": "<p>y</p>"})] * 2], ("Two footnotes are called 1."
         " Give one another name.")),
    ],
)  # fmt: skip
def test_what_has_to_be_mended_first(blocks: list[tuple[str, Any]], problem: str) -> None:
    assert frozen_from(draft(*blocks)).problems == [problem]


@pytest.mark.parametrize(
    ("said", "is_fine"),
    [({"alternative": ""}, False), ({"alternative": " "}, False), ({"alternative": "A plan"}, True),
     ({"alternative": "", "is_decorative": True}, True)],
)  # fmt: skip
def test_every_picture_says_what_it_shows_or_that_it_shows_nothing(said: dict[str, Any], is_fine: bool) -> None:
    of = draft(("figure", {"number": 1, "caption": ""}))
    samples.picture(of, **said)
    problems = frozen_from(of).problems
    assert problems == ([] if is_fine else ["Say of picture 1 what it shows, for people who can't see it."])
