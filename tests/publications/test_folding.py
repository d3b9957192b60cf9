"""Signs and words: Python and the database split a text into the same words."""

import unicodedata

import pytest
from django.db import connection

from publications.folding import fold, tidy, word_places


def words(text: str) -> list[str]:
    tidied = tidy(text)
    return [tidied[begin:end] for begin, end in word_places(tidied)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The child\u2019s mother/father (aged 31\u201342)",
            ["The", "child", "s", "mother", "father", "aged", "31", "42"],
        ),
        ("O'Brien O\u2019Brien O\u02bcBrien", ["O", "Brien"] * 3),
        ("Zoë Zoe\u0308 \uff3a\uff4f\uff45", ["Zoë", "Zoë", "Zoe"]),
        ("safe\u00adguard\u200bing ﬁle", ["safeguarding", "file"]),
        ("neglect¹ and harm²,³", ["neglect", "and", "harm"]),
        ("\uf0b7bullet •point ●dot \U0001f600smile", ["bullet", "point", "dot", "smile"]),
        ("“quoted”—so it is…", ["quoted", "so", "it", "is"]),
        ("word.Word a@b.org 1e5 12-month", ["word", "Word", "a", "b", "org", "1e5", "12", "month"]),
        ("\x00\x01", []),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.django_db
def test_the_database_counts_the_same_words() -> None:
    """Every sign of a common script stands between two words, and apart from letters splits them for both."""
    signs = [chr(code) for code in range(1, 0x3100) if unicodedata.category(chr(code)) not in {"Cn", "Cs"}]
    signs += [chr(code) for code in (*range(0xFB00, 0xFB07), *range(0xFF00, 0xFFEF), *range(0x1F600, 0x1F610), 0xF0B7)]
    wrong = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT sign, search_text('ab' || sign || 'cd') FROM unnest(%s::text[]) AS sign", [signs])
        for sign, split in cursor.fetchall():
            if len(split.split()) != len(words(f"ab{sign}cd")):
                wrong.append((hex(ord(sign)), split))
    assert not wrong


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["Zoë\u2019s café, 12-month review\u2014O\u2019Brien", "e\u0301cole x\u0304 \u2460"])
def test_the_database_numbers_them_alike(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT lexeme, position FROM unnest(to_tsvector('site_exact', search_text(%s))) AS word,"
            " unnest(word.positions) AS position ORDER BY 2",
            [text],
        )
        assert [number for _word, number in cursor.fetchall()] == list(range(1, len(words(text)) + 1))


def test_fold() -> None:
    assert fold("ÉCOLE") == fold("e\u0301cole") == "ecole"
