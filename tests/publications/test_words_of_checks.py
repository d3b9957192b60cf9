"""Checks say what was looked for and what was found, and never that something is "safe" (rule R13)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from publications.checks.kinds import KINDS

ROOT = Path(__file__).resolve().parents[2]
WORD = re.compile(r"\bsafe(ly|r|st)?\b", re.IGNORECASE)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
CODE = sorted(
    path
    for folder in ("publications/checks", "publications/admin", "publications/actions", "publications/models")
    for path in (ROOT / folder).rglob("*.py")
) + [ROOT / "publications" / name for name in ("verdicts.py", "notices.py", "terms.py", "policy.py")]


def words_of_template(path: Path) -> str:
    """What people may read of it: without tags of the template language, comments and attributes."""
    return re.sub(r"(?s){%.*?%}|{{.*?}}|{#.*?#}|<[^>]+>", " ", path.read_text())


def sentences(path: Path) -> Iterator[str]:
    """The texts in a module that are not its documentation."""
    tree = ast.parse(path.read_text())
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body and isinstance(node.body[0], ast.Expr)
    }  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def test_there_is_something_to_look_at() -> None:
    assert len(TEMPLATES) > 50
    assert len(CODE) > 50
    assert len(KINDS) > 10


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_finding_says_it(kind: str) -> None:
    words = KINDS[kind]
    assert not WORD.search(f"{words.sentence} {words.advice} {words.why}")


def test_no_template_says_it() -> None:
    assert [str(path) for path in TEMPLATES if WORD.search(words_of_template(path))] == []


def test_no_sentence_of_ours_says_it() -> None:
    assert [(path.name, text) for path in CODE for text in sentences(path) if WORD.search(text)] == []
