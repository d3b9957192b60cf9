"""A few lines round the words that were looked for."""

import pytest

from publications.search.marks import excerpt

LONG = " ".join(f"w{number}" for number in range(1, 201))


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("A quokka, it was.", [2], [("A ", False), ("quokka", True), (", it was.", False)]),
        ("two\n  words\nhere", [2, 3], [("two ", False), ("words", True), (" ", False), ("here", True)]),
        ("O\u2019Brien said “no”", [1, 2], [("O", True), ("\u2019", False), ("Brien", True), (" said “no”", False)]),
        ("<b>bold</b>", [1], [("<", False), ("b", True), (">bold</b>", False)]),
        ("nothing marked", [], [("nothing marked", False)]),
        ("", [], []),
        ("...", [3], []),
        ("short", [99], [("short", False)]),
    ],
)
def test_excerpts(text: str, marked: list[int], expected: list[tuple[str, bool]]) -> None:
    assert excerpt(text, marked) == expected


def test_the_stretch_with_most_of_them_is_shown() -> None:
    parts = excerpt(LONG, [3, 100, 105, 110])
    text = "".join(part for part, _ in parts)
    assert [part for part, is_marked in parts if is_marked] == ["w100", "w105", "w110"]
    assert text.startswith("… w92 ")
    assert text.endswith(" w125 …")
