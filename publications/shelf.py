"""The public list at an instant: which reviews fit, in which order, and how many fit each choice of each filter.

It is looked up in what the database keeps of the facts (models/spans.py); neutral reviews are there only while nothing
is asked, as any answer about them would tell something (R10).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from publications.listing import ANNOUNCED, SERVED, State
from publications.sql import rows

STATES: dict[str, tuple[str, frozenset[State]]] = {
    "on_site": ("On this site", SERVED),
    "on_request": ("Available on request", frozenset({State.ON_REQUEST})),
    "coming": ("Under way or delayed", frozenset({State.UNDER_WAY, State.DELAYED})),
    "other": ("Not on this site", ANNOUNCED - {State.UNDER_WAY, State.DELAYED}),
}
NEWEST, LABEL, BEST = "newest", "label", "best"
ORDERS = {
    NEWEST: "r.is_own DESC, r.is_neutral, r.day DESC NULLS LAST, r.sort_label, r.review_id",
    LABEL: "r.is_own DESC, r.is_neutral, r.sort_label, r.review_id",
    BEST: "r.is_own DESC, r.is_neutral, array_position(%(words)s::bigint[], r.review_id)",
}

# What each filter asks of a review, and of one of its documents: the same document must fit all of the latter.
OF_REVIEW = {
    "words": "r.review_id = ANY (%(words)s::bigint[])",
    "type": "r.review_type || ' ' || coalesce(r.guidance_id, 0) = ANY (%(type)s::text[])",
    "guidance": "r.guidance_id = %(guidance)s",
    "topic": (
        "r.review_id IN (SELECT l.review_id FROM publications_review_topics l"
        " JOIN lscb_site_topic t ON t.id = l.topic_id WHERE t.slug = %(topic)s)"
    ),
}
OF_DOCUMENT = {
    "kind": "d.kind = %(kind)s",
    "state": "d.shown = ANY (%(state)s::text[])",
    "year": "d.day BETWEEN make_date(%(year)s, 1, 1) AND make_date(%(year)s, 12, 31)",
}
TOLD = "d.during @> %(at)s::timestamptz AND d.shown NOT IN ('suspended', 'withdrawn')"  # not where it is NULL either
FITTING = """
SELECT r.review_id FROM publications_reviewspan r WHERE r.during @> %(at)s::timestamptz AND {conditions}
"""
COUNT_OF = "SELECT count(*) FROM ({}) AS fitting"
DOCUMENT = "EXISTS (SELECT FROM publications_documentspan d WHERE d.review_id = r.review_id AND {conditions})"

# Each choice that leads to anything at all, with the number of reviews that fit it and every other filter.
COUNTS = """
WITH document AS MATERIALIZED (
    SELECT d.review_id, d.kind, {state} AS state, extract(year FROM d.day)::integer AS year,
        r.review_type, r.guidance_id{fits}
    FROM publications_reviewspan r JOIN publications_documentspan d ON d.review_id = r.review_id
    WHERE r.during @> %(at)s::timestamptz AND NOT r.is_neutral AND {told}
), review AS MATERIALIZED (
    SELECT review_id, review_type, guidance_id, {fits_but}
    FROM document GROUP BY review_id, review_type, guidance_id
)
{counts}
"""
COUNT_OF_REVIEWS = """
SELECT '{name}', {choice}, count(*) FILTER (WHERE but_{name}) FROM review {join} GROUP BY {columns}
"""
COUNT_OF_DOCUMENTS = """
SELECT '{name}', choice::text, count(*) FILTER (WHERE fits) FROM (
    SELECT DISTINCT {name} AS choice, review_id, {others} AS fits FROM document WHERE {name} IS NOT NULL
) AS of_review GROUP BY choice
"""
STATE = (
    "CASE "
    + " ".join(
        f"WHEN d.shown = ANY ('{{{','.join(sorted(states))}}}') THEN '{name}'"
        for name, (_label, states) in STATES.items()
    )
    + " END"
)
# The choice, the table it is in if not there already, and what is counted together.
CHOICES_OF_REVIEW = {
    "type": ("review_type || ' ' || coalesce(guidance_id, 0)", "", "review_type, guidance_id"),
    "guidance": ("guidance_id::text", "", "guidance_id"),
    "topic": ("topic_id::text", "JOIN publications_review_topics USING (review_id)", "topic_id"),
}
CHOICES_OF_DOCUMENT = ("kind", "state", "year")
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Wanted:
    """What is asked of the list: the values of the filters that are set, by their names, and the order."""

    at: datetime
    values: Mapping[str, Any] = field(default_factory=dict)
    order: str = NEWEST

    @property
    def parameters(self) -> dict[str, Any]:
        """For every statement here."""
        return {"at": self.at, **self.values}

    def conditions(self, of: Mapping[str, str]) -> list[str]:
        """Those of the filters that are set."""
        return [condition for name, condition in of.items() if name in self.values]


class Shelf(Sequence[int]):
    """The numbers of the reviews that fit, in order; read as far as they are looked at."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        conditions = wanted.conditions(OF_REVIEW)
        if of_document := wanted.conditions(OF_DOCUMENT):
            conditions.append(DOCUMENT.format(conditions=" AND ".join([*of_document, TOLD])))
        if wanted.values:
            conditions.append("NOT r.is_neutral")
        self.statement = FITTING.format(conditions=" AND ".join(conditions or ["true"]))
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
    every = {**OF_REVIEW, **OF_DOCUMENT}
    asked = [name for name in every if name in wanted.values]
    others = {name: " AND ".join(f"fits_{other}" for other in asked if other != name) or "true" for name in every}
    fits = "".join(f", ({every[name]}) AS fits_{name}" for name in asked)
    fits_but = ", ".join(f"bool_or({others[name]}) AS but_{name}" for name in CHOICES_OF_REVIEW)
    parts = [
        COUNT_OF_REVIEWS.format(name=name, choice=choice, join=join, columns=columns)
        for name, (choice, join, columns) in CHOICES_OF_REVIEW.items()
    ] + [COUNT_OF_DOCUMENTS.format(name=name, others=others[name]) for name in CHOICES_OF_DOCUMENT]
    statement = COUNTS.format(state=STATE, fits=fits, told=TOLD, fits_but=fits_but, counts=" UNION ALL ".join(parts))
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for name, choice, count in rows(statement, **wanted.parameters):
        if choice is not None:
            found[name][choice] = count
    return found
