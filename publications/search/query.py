"""A question as PostgreSQL takes it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from publications.search.asked import Clause, Question
from publications.sql import rows

# A clause's words one after the other, and all of them somewhere; the words; those of them that English has not in
# every sentence. No text makes these functions fail.
CLAUSES = """
SELECT phraseto_tsquery('site_words', folded)::text, plainto_tsquery('site_words', folded)::text,
    tsvector_to_array(to_tsvector('site_words', folded)), ARRAY(
        SELECT DISTINCT unnest(tsvector_to_array(to_tsvector('site_words', word)))
        FROM unnest(string_to_array(folded, ' ')) AS word
        WHERE numnode(plainto_tsquery('pg_catalog.english', word)) > 0
    )
FROM unnest(%(clauses)s::text[]) WITH ORDINALITY AS clause(words, place),
    LATERAL (SELECT search_text(words) AS folded) AS text
ORDER BY place
"""


@dataclass(frozen=True)
class Part:
    """A clause as PostgreSQL has it: `strict` with its words in order, `loose` in any."""

    strict: str
    loose: str
    words: tuple[str, ...]
    telling: tuple[str, ...]
    """Those of the words that English has not in every sentence."""
    is_phrase: bool

    @property
    def is_sure(self) -> bool:
        """Whether it holds wherever its words are."""
        return not self.is_phrase or len(self.words) < 2

    @property
    def is_small(self) -> bool:
        """Whether it says little, unless it is asked for as a phrase."""
        return not self.telling and self.is_sure


@dataclass(frozen=True)
class Group:
    """Clauses of which one is enough."""

    parts: tuple[Part, ...]

    @property
    def strict(self) -> str:
        """Any of them, phrases as such."""
        return either(part.strict if part.is_phrase else part.loose for part in self.parts)

    @property
    def loose(self) -> str:
        """Any of them, phrases as words in any order."""
        return either(part.loose for part in self.parts)

    @property
    def sure(self) -> str:
        """Any of those that need no look at the order of words; empty if there is none."""
        return either(part.loose for part in self.parts if part.is_sure)

    @property
    def phrases(self) -> str:
        """Any of the others."""
        return either(part.strict for part in self.parts if not part.is_sure)


@dataclass(frozen=True)
class Query:
    """Groups that are all looked for, and clauses that are left out."""

    groups: tuple[Group, ...]
    without: Group | None = None
    enough: tuple[tuple[int, ...], ...] = ()
    """Which groups are enough, where not all of them are looked for."""

    @cached_property
    def strict(self) -> str:
        """All of it, as one text that is looked at must have it."""
        return self._all([group.strict for group in self.groups])

    @cached_property
    def loose(self) -> str:
        """The same with phrases as words in any order."""
        return self._all([group.loose for group in self.groups])

    @cached_property
    def sure(self) -> str:
        """What needs no look at the order of words; empty if there is nothing like that."""
        sure = [group.sure for group in self.groups]
        return self._all(sure) if all(sure) else ""

    @cached_property
    def any(self) -> str:
        """Any of it."""
        return either(group.strict for group in self.groups)

    @property
    def has_phrases(self) -> bool:
        """Whether the order of words has to be looked at."""
        return any(group.phrases for group in self.groups)

    @property
    def words(self) -> list[str]:
        """The words to be marked, as they are in the index."""
        parts = [part for group in self.groups for part in group.parts]
        telling = {word for part in parts for word in part.telling}
        return sorted(telling or {word for part in parts for word in part.words})

    def but(self, left: Sequence[bool]) -> "Query":
        """The same without the groups that are left out, unless those are all of it."""
        groups = tuple(group for group, is_left in zip(self.groups, left, strict=True) if not is_left)
        return Query(groups) if groups and len(groups) < len(self.groups) and not self.enough else self

    def _all(self, queries: Sequence[str]) -> str:
        if self.enough:
            return either(every(queries[place] for place in places) for places in self.enough)
        return every(queries)


def every(queries: Iterable[str], sign: str = " & ") -> str:
    """All of these, joined by a sign of tsquery or of SQL."""
    return sign.join(f"({query})" for query in queries)


def either(queries: Iterable[str], sign: str = " | ") -> str:
    """One of these at least."""
    return sign.join(f"({query})" for query in dict.fromkeys(queries))


def query_of(question: Question) -> Query | None:
    """The question for the database; None if there is nothing to look for.

    Small words are left out where there are others, so that a whole sentence can be asked.
    """
    parts = iter(_parts(question.clauses))
    groups = [Group(tuple(part for part in (next(parts) for _ in group) if part.words)) for group in question.groups]
    without = Group(tuple(part for part in parts if part.words))
    groups = [group for group in groups if group.parts]
    telling = [group for group in groups if not all(part.is_small for part in group.parts)]
    wanted = tuple(telling or groups)
    return Query(wanted, without if without.parts else None) if wanted else None


def _parts(clauses: Sequence[Clause]) -> list[Part]:
    found = rows(CLAUSES, clauses=[clause.words for clause in clauses])
    return [
        Part(strict, loose, tuple(words), tuple(telling), clause.is_phrase or " " not in clause.words)
        for clause, (strict, loose, words, telling) in zip(clauses, found, strict=True)
    ]
