"""What was meant, perhaps, where a word is in nothing public: one that is, and looks much alike (rule R8)."""

import re
from collections.abc import Sequence
from datetime import datetime

from rapidfuzz.distance import OSA

from publications.folding import fold
from publications.search.asked import Question
from publications.sql import rows

SHORTEST = 4
LIKENESS = 0.3

# Of each word that is in nothing public at this instant: the words that are, and that look like it. Whether a word is
# public is asked of each, so that what stands in dark texts only is neither suggested nor keeps others out.
ALIKE = """
WITH asked AS (
    SELECT word FROM unnest(%(words)s::text[]) AS word
    WHERE NOT EXISTS (
        SELECT FROM search_records(plainto_tsquery('site_words', word)) s
        WHERE s.during @> %(at)s::timestamptz
    ) AND NOT EXISTS (
        SELECT FROM search_files(plainto_tsquery('site_words', word)) f
        JOIN publications_documentspan d ON d.version_id = f.version_id
        WHERE d.during @> %(at)s::timestamptz
    )
), alike AS MATERIALIZED (
    SELECT DISTINCT asked.word, w.word AS other, similarity(w.word, asked.word) AS likeness
    FROM asked JOIN publications_word w ON w.word %% asked.word
    WHERE similarity(w.word, asked.word) >= %(likeness)s
)
SELECT word, other FROM alike
WHERE EXISTS (
    SELECT FROM search_records(quote_literal('=' || other)::tsquery) s
    WHERE s.during @> %(at)s::timestamptz
) OR EXISTS (
    SELECT FROM search_files(quote_literal('=' || other)::tsquery) f
    JOIN publications_documentspan d ON d.version_id = f.version_id
    WHERE d.during @> %(at)s::timestamptz
)
ORDER BY word, likeness DESC, other
"""


def suggestion(asked: str, question: Question, at: datetime) -> str:
    """The question with every word that is nowhere public replaced by the likeliest that is; empty if none is."""
    words = {fold(clause.words): clause.words for group in question.groups for clause in group}
    words = {folded: word for folded, word in words.items() if len(folded) >= SHORTEST and folded.isalpha()}
    better = asked
    for folded, other in likeliest(list(words), at).items():
        better = re.sub(rf"(?<!\w){re.escape(words[folded])}(?!\w)", other, better)
    return better if better != asked else ""


def likeliest(words: Sequence[str], at: datetime) -> dict[str, str]:
    """Of those words that are nowhere public: the nearest that is, if one is near enough."""
    near: dict[str, tuple[int, str]] = {}
    for word, other in rows(ALIKE, words=list(words), at=at, likeness=LIKENESS):
        distance = OSA.distance(word, other)
        if distance <= slips(word) and distance < near.get(word, (99, ""))[0]:
            near[word] = (distance, other)
    return {word: other for word, (_distance, other) in near.items()}


def slips(word: str) -> int:
    """How many slips of the finger a word of this length may hold."""
    return 1 if len(word) < 6 else 2 if len(word) < 10 else 3
