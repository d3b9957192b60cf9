"""The public list at an instant: which reviews fit, in which order, and how many fit each choice of each filter.

It is looked up in what the database keeps of the facts (models/spans.py); neutral reviews are there only while nothing
is asked, as any answer about them would tell something (R10).
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property, lru_cache
from typing import Any

from publications.listing import ANNOUNCED, SERVED, State
from publications.sql import rows

STATES: dict[str, tuple[str, frozenset[State]]] = {
    "on_site": ("On this site", SERVED),
    "on_request": ("Available on request", frozenset({State.ON_REQUEST})),
    "coming": ("Under way or delayed", frozenset({State.UNDER_WAY, State.DELAYED})),
    "other": ("Not on this site", ANNOUNCED - {State.UNDER_WAY, State.DELAYED}),
}
GROUP_OF = {state: name for name, (_label, states) in STATES.items() for state in states}
NEWEST, LABEL, BEST = "newest", "label", "best"
ORDERS = {
    NEWEST: "r.is_own DESC, r.is_neutral, r.day DESC NULLS LAST, r.sort_label, r.review_id",
    LABEL: "r.is_own DESC, r.is_neutral, r.sort_label, r.review_id",
    BEST: "r.is_own DESC, r.is_neutral, array_position(%(words)s::bigint[], r.review_id)",
}

# What each filter asks of a review, and of one of its documents: the same document must fit all of the latter.
TYPE = "r.review_type || ' ' || coalesce(r.guidance_id, 0)"
OF_REVIEW = {
    "words": "r.review_id = ANY (%(words)s::bigint[])",
    "type": f"{TYPE} = ANY (%(type)s::text[])",
    "guidance": "coalesce(r.guidance_id = %(guidance)s, false)",
    "topic": "r.topics @> ARRAY[(SELECT t.id FROM lscb_site_topic t WHERE t.slug = %(topic)s)]",
}
OF_DOCUMENT: dict[str, Callable[["Told"], Any]] = {
    "kind": lambda document: document.kind,
    "state": lambda document: GROUP_OF[document.shown],
    "year": lambda document: document.year,
}
DOCUMENTS = "r.documents = ANY (%(documents)s::text[])"
TOLD = "r.during @> %(at)s::timestamptz AND NOT r.is_neutral"
FITTING = """
SELECT r.review_id FROM publications_reviewspan r WHERE r.during @> %(at)s::timestamptz AND {conditions}
"""
COUNT_OF = "SELECT count(*) FROM ({}) AS fitting"


# Reviews alike in what can be chosen, and in which of the filters asked for fit; topics, of which each has some, apart.
ALIKE = """
SELECT {type}, r.guidance_id::text, r.documents, ARRAY[{fits}]::boolean[], count(*)
FROM publications_reviewspan r WHERE {told} GROUP BY 1, 2, 3, 4
"""
TOPICS = """
SELECT topic::text, count(*) FILTER (WHERE fits)
FROM (SELECT unnest(r.topics) AS topic, {fits} AS fits FROM publications_reviewspan r WHERE {told}) AS link
GROUP BY topic
"""
SETS_OF_DOCUMENTS = "SELECT DISTINCT r.documents FROM publications_reviewspan r WHERE {told}"
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Told:
    """A document as far as one can choose by it."""

    kind: str
    shown: State
    year: str = ""


@lru_cache(maxsize=4096)
def documents_of(lines: str) -> tuple[Told, ...]:
    """The documents of a review, from what `ReviewSpan.documents` says of them."""
    return tuple(Told(kind, State(shown), *year) for kind, shown, *year in map(str.split, lines.splitlines()))


@dataclass(frozen=True)
class Wanted:
    """What is asked of the list: the values of the filters that are set, by their names, and the order."""

    at: datetime
    values: Mapping[str, Any] = field(default_factory=dict)
    order: str = NEWEST

    @property
    def of_review(self) -> list[str]:
        """Those of the filters that are set which a review itself fits or not."""
        return [name for name in OF_REVIEW if name in self.values]

    @property
    def of_document(self) -> list[str]:
        """Those that one of its documents has to fit."""
        return [name for name in OF_DOCUMENT if name in self.values]

    @cached_property
    def parameters(self) -> dict[str, Any]:
        """For every statement here."""
        asked = {"at": self.at, **self.values}
        if self.of_document:
            sets = [lines for (lines,) in rows(SETS_OF_DOCUMENTS.format(told=TOLD), at=self.at)]
            asked["documents"] = [lines for lines in sets if self.has_fitting(lines)]
        return asked

    def conditions(self, *, but: str = "") -> str:
        """All that is asked of a review, or all but one filter of it."""
        of_review = [OF_REVIEW[name] for name in self.of_review if name != but]
        return " AND ".join([*of_review, *([DOCUMENTS] if self.of_document else [])]) or "true"

    def missed_by(self, document: Told) -> set[str]:
        """The filters that a document does not fit."""
        return {name for name in self.of_document if OF_DOCUMENT[name](document) != self.values[name]}

    def has_fitting(self, lines: str) -> bool:
        """Whether one of these documents fits all that is asked of one."""
        return any(not self.missed_by(document) for document in documents_of(lines))

    def choices(self, lines: str) -> dict[tuple[str, str], bool]:
        """(filter, choice) of these documents -> whether one that has it fits the other filters."""
        found = dict[tuple[str, str], bool]()
        for document in documents_of(lines):
            missed = self.missed_by(document)
            for name, choice_of in OF_DOCUMENT.items():
                if choice := choice_of(document):
                    found[name, choice] = found.get((name, choice), False) or missed <= {name}
        return found


class Shelf(Sequence[int]):
    """The numbers of the reviews that fit, in order; read as far as they are looked at."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        told = " AND NOT r.is_neutral" if wanted.values else ""
        self.statement = FITTING.format(conditions=wanted.conditions() + told)
        self.length = self._asked(COUNT_OF.format(self.statement))[0]

    def __len__(self) -> int:
        """How many fit."""
        return self.length

    def __getitem__(self, wanted: Any) -> Any:
        """Some of them, from the first to before the last."""
        first, last, _step = wanted.indices(self.length)
        limits = f"LIMIT {last - first} OFFSET {first}"
        return self._asked(f"{self.statement} ORDER BY {ORDERS[self.wanted.order]} {limits}")

    def _asked(self, statement: str) -> list[int]:
        return [value for (value,) in rows(statement, **self.wanted.parameters)]


def counts(wanted: Wanted) -> Counts:
    """filter -> choice -> how many reviews fit that choice and all other filters; choices that never fit are not there.

    Types come as "code guidance", with 0 for no edition.
    """
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    asked = wanted.of_review
    alike = ALIKE.format(type=TYPE, fits=", ".join(OF_REVIEW[name] for name in asked), told=TOLD)
    has_fitting, choices = cache(wanted.has_fitting), cache(wanted.choices)
    for review_type, guidance, lines, fits, number in rows(alike, **wanted.parameters):
        missed = {name for name, fit in zip(asked, fits, strict=True) if not fit}
        of_review = {("type", review_type): missed <= {"type"} and has_fitting(lines)}
        if guidance:
            of_review["guidance", guidance] = missed <= {"guidance"} and has_fitting(lines)
        of_document = {key: fit and not missed for key, fit in choices(lines).items()}
        for (name, choice), fit in (of_review | of_document).items():
            found[name][choice] += number * fit
    topics = TOPICS.format(fits=wanted.conditions(but="topic"), told=TOLD)
    return found | {"topic": dict(rows(topics, **wanted.parameters))}
