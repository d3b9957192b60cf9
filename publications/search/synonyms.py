"""Other words that topics have for what was asked: whoever looks for one finds the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lscb_site.models import Topic
from publications.folding import fold, tidy, word_places
from publications.search.asked import Clause, Question

Words = tuple[str, ...]
Groups = tuple[tuple[Clause, ...], ...]


def with_synonyms(question: Question, topics: Iterable[Topic]) -> tuple[Question, list[str]]:
    """The question with the other words for what it names, and those words. The topics are ones anybody may know."""
    groups, added = question.groups, list[str]()
    for topic in topics:
        forms = {words_of(form): form for form in [topic.name, *topic.synonyms]}
        groups, others = widened(groups, {words: form for words, form in forms.items() if words})
        added += others
    return replace(question, groups=groups), list(dict.fromkeys(added))


def words_of(text: str) -> Words:
    """The words of a text, made comparable."""
    tidied = tidy(text)
    return tuple(fold(tidied[begin:end]) for begin, end in word_places(tidied))


def widened(groups: Groups, forms: dict[Words, str]) -> tuple[Groups, list[str]]:
    """The groups with other forms beside each that is in them, the longest first, and what was added."""
    for words in sorted(forms, key=len, reverse=True):
        for start in places(groups, words):
            others = [form for other, form in forms.items() if other != words]
            kept = groups[start] if len(words) == 1 else (together(groups[start : start + len(words)]),)
            group = (*kept, *(Clause(form, is_phrase=True) for form in others))
            return (*groups[:start], group, *groups[start + len(words) :]), others
    return groups, []


def places(groups: Groups, words: Words) -> Iterator[int]:
    """Where these words stand one after the other in the question, not quoted."""
    asked: Sequence[Words | None] = [
        words_of(group[0].words) if len(group) == 1 and not group[0].is_phrase else None for group in groups
    ]
    for start in range(len(asked) - len(words) + 1):
        if all(asked[start + place] == (word,) for place, word in enumerate(words)):
            yield start


def together(groups: Groups) -> Clause:
    """Single words as one clause, of which all are looked for."""
    return Clause(" ".join(clause.words for group in groups for clause in group))
