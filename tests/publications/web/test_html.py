"""What HTML a frozen text may hold."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publications.web.html import clean, words

PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<strong>", "<i/>", "<ul>", "</ul>", "<li>", "</li>", "<a href='https://e.org/?a&b'>",
     "<a href=\"javascript:x\">", "</a>", "<script>", "</script>", "<img src=x onerror=y>", "<br>", "<!-- x -->",
     "&amp;", "&lt;", "&", "<", ">", '"', "<p onclick='x'>", "<blockquote>", "<table>", "\x00", "\x85", "[^1]", "words",
     "<svg><p>", "<![CDATA[", "<?xml", "<!DOCTYPE x>", "</b", "<a href=/x>", "<sup>"]
)  # fmt: skip
ALLOWED = r"</?(p|b|i|sup|sub|ul|ol|li|blockquote)>|<br>|</a>|<a href=\"(https://e\.org/\?a&amp;b|/x)\">"
html = st.lists(PIECES | st.text(max_size=5), max_size=20).map("".join)


@given(html)
def test_what_is_clean_stays_as_it_is(given_html: str) -> None:
    once = clean(given_html)
    assert clean(once) == once
    assert once.count("<") == once.count(">")


@given(html)
@example("<![CDATA[<p onclick='x'>")
@example('<![CDATA[<a href="javascript:x">')
def test_nothing_but_the_tags_gets_through(given_html: str) -> None:
    text = clean(given_html)
    tags = re.findall("<[^>]*>", text)
    assert "<" not in re.sub("<[^>]*>", "", text)
    assert [tag for tag in tags if not re.fullmatch(ALLOWED, tag)] == []


@pytest.mark.parametrize(
    ("given_html", "wanted"),
    [
        ("<p>Ask <strong>her</strong> <em>now</em></p>", "<p>Ask <b>her</b> <i>now</i></p>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<p>a<ul><li>b</ul>", "<p>a</p><ul><li>b</li></ul>"),
        ("<li>b</li>", "b"),
        ("<b><i>x</b>y</i>", "<b><i>x</i></b>y"),
        ("<a href='https://e.org/?a=1&b=2'>x</a>", '<a href="https://e.org/?a=1&amp;b=2">x</a>'),
        ("<a href='//e.org'>x</a><a>y</a><a href='data:z'>z</a>", "xyz"),
        ("<a href='mailto:a@e.org'>x</a>", '<a href="mailto:a@e.org">x</a>'),
        ("<h2>x</h2><div style='y'>z</div>", "xz"),
        ("a<script>b</script>c<style>d</style>", "ac"),
        ("a\x00b", "a b"),
        ("1 < 2 &amp; 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
    ],
)
def test_some(given_html: str, wanted: str) -> None:
    assert clean(given_html) == wanted


def test_words_are_what_a_reader_sees() -> None:
    assert words("<p>Ask <b>her</b>,\nnow</p><ul><li>one</li><li>two &amp; three</li></ul>a<br>b") == (
        "Ask her, now\none\ntwo & three\na\nb"
    )
