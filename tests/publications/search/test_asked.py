"""What was typed, as a question."""

import pytest

from lscb_site.models import Topic
from publications.search.asked import Clause, Question, fewer, question, readable
from publications.search.synonyms import with_synonyms


def words(*groups: str) -> tuple[tuple[Clause, ...], ...]:
    return tuple(tuple(Clause(word) for word in group.split("|")) for group in groups)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("bruising babies", Question(words("bruising", "babies"))),
        ("bruising OR burns harm", Question(words("bruising|burns", "harm"))),
        ("or harm or", Question(words("harm"))),
        ("harm -school", Question(words("harm"), (Clause("school"),))),
        ('-"at school" harm', Question(words("harm"), (Clause("at school", is_phrase=True),))),
        ('"at school"', Question(((Clause("at school", is_phrase=True),),))),
        ("“at school”", Question(((Clause("at school", is_phrase=True),),))),
        ('"not closed', Question(((Clause("not closed", is_phrase=True),),))),
        ("the child's child\u2019s", Question(words("the", "child", "child"))),
        ("O'Brien well-known", Question(words("O'Brien", "well-known"))),
        ("-", Question(words("-"))),
        ("", Question()),
    ],
)
def test_questions(asked: str, expected: Question) -> None:
    assert question(asked) == expected


def test_a_book_is_cut() -> None:
    assert len(readable("x" * 100_000)) == 300
    assert len(readable("a b " * 600).split()) == 32
    assert readable("a\x00b\x07\u200fc") == "a b c"


@pytest.mark.parametrize(("count", "levels"), [(1, []), (2, []), (3, [3]), (4, [4, 6])])
def test_fewer_words(count: int, levels: list[int]) -> None:
    assert [len(level) for level in fewer(count, range(count))] == levels


def test_what_is_in_nothing_is_not_asked_for() -> None:
    assert list(fewer(4, [0, 2])) == [[(0, 2)]]
    assert list(fewer(4, [0, 1, 3])) == [[(0, 1, 3)], [(0, 1), (0, 3), (1, 3)]]
    assert list(fewer(32, [5])) == []


@pytest.mark.parametrize(
    ("asked", "groups", "added"),
    [
        ("neglect", 1, ["Lack of care"]),
        ("NEGLECT signs", 2, ["Lack of care"]),
        ("signs of a lack of care at home", 6, ["Neglect"]),
        ('"neglect"', 1, []),
        ("care", 1, []),
        ("harm", 1, []),
    ],
)
def test_synonyms(asked: str, groups: int, added: list[str]) -> None:
    topics = [Topic(name="Neglect", synonyms=["Lack of care"]), Topic(name="Sleep", synonyms=[])]
    widened, others = with_synonyms(question(asked), topics)
    assert len(widened.groups) == groups
    assert others == added
