"""The canonical form of a frozen text: one text has one spelling, and nothing else is read."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from publications.web.frozen import (
    Document,
    Figure,
    Heading,
    Malformed,
    Note,
    Picture,
    Table,
    Text,
    read,
)

PICTURE = Picture(1, "a" * 64, 100, "image/png", 30, 20)
WHOLE = Document(
    (
        Heading("What happened"),
        Text("<p>Zoë’s words[^1] &amp; more</p>"),  # noqa: RUF001
        Table("Visits", ("Day", "What"), (("Monday", "<b>none</b>"),), row_headings=True),
        Figure(1, "A plan of the house", "The house"),
    ),
    (Note("1", "As she told <i>us</i>."),),
    (PICTURE,),
)


def test_what_is_written_is_read_again() -> None:
    assert read(WHOLE.as_bytes()) == WHOLE
    assert read(Document(()).as_bytes()) == Document(())


def test_its_texts_are_all_that_a_reader_reads() -> None:
    assert list(WHOLE.texts()) == [
        "What happened", "Zoë’s words[^1] & more", "Visits", "Day", "What", "Monday", "none",  # noqa: RUF001
        "A plan of the house", "The house", "As she told us.",
    ]  # fmt: skip


def test_its_bytes_are_canonical() -> None:
    content = WHOLE.as_bytes()
    values = json.loads(content)
    assert content == json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert content.startswith(b'{"blocks":[')


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda content: content[:-1],
    "with a space": lambda content: content.replace(b'",', b'", ', 1),
    "in another order": lambda content: content.replace(b'"level":2,"text":"What happened"', b'"text":"W","level":2'),
    "with a key more": lambda content: content.replace(b'"level":2', b'"extra":1,"level":2'),
    "with a key less": lambda content: content.replace(b'"level":2,', b""),
    "a level as text": lambda content: content.replace(b'"level":2', b'"level":"2"'),
    "a level that is none": lambda content: content.replace(b'"level":2', b'"level":7'),
    "a text that is none": lambda content: content.replace(b'"What happened"', b"null"),
    "a cell that is none": lambda content: content.replace(b'"Monday"', b"7"),
    "a block of another kind": lambda content: content.replace(b'"type":"heading"', b'"type":"script"'),
    "HTML that is not ours": lambda content: content.replace(b"<b>none</b>", b"<script>none</script>"),
    "HTML that is not closed": lambda content: content.replace(b"<b>none</b>", b"<b>none"),
    "a control sign": lambda content: content.replace(b"What happened", b"What\\u0000happened"),
    "another one": lambda content: content.replace(b"What happened", b"What\\rhappened"),
    "of another format": lambda content: content.replace(b'"format":1', b'"format":2'),
    "nested without end": lambda _content: b'{"blocks":[' + b"[" * 100_000,
    "not JSON": lambda _content: b"%PDF-1.7",
    "empty": lambda _content: b"",
    "not UTF-8": lambda content: content.replace(b"Monday", b"\xff"),
    "too large": lambda content: content.replace(b"Monday", b"x" * 10_000_000),
}


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_else_is_read(change: str) -> None:
    changed = CHANGES[change](WHOLE.as_bytes())
    assert changed != WHOLE.as_bytes()
    with pytest.raises(Malformed):
        read(changed)


@pytest.mark.parametrize(
    "parts",
    [
        {"pictures": ()},
        {"pictures": (PICTURE, replace(PICTURE, number=2))},
        {"pictures": (PICTURE, PICTURE)},
        {"pictures": (replace(PICTURE, sha256="b"),)},
        {"pictures": (replace(PICTURE, media_type="image/svg+xml"),)},
        {"pictures": (replace(PICTURE, width=0),)},
        {"notes": (Note("1", "a"), Note("1", "b"))},
        {"notes": (Note("<", "a"),)},
        {"blocks": (*WHOLE.blocks, Table("x", ("a", "b"), (("only one",),)))},
    ],
)
def test_parts_that_don_t_belong_together(parts: dict[str, Any]) -> None:
    with pytest.raises(Malformed):
        read(replace(WHOLE, **parts).as_bytes())
