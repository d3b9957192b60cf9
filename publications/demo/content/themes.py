"""What invented reviews keep finding: each theme is also a topic of the site."""

from collections.abc import Sequence
from dataclasses import dataclass

from publications.demo.content import themes_early, themes_later


@dataclass(frozen=True)
class Theme:
    """A finding as reports and briefings tell it.

    `happened` and `why` are paragraphs; `learning` and `questions` are points; `who` answers for the
    recommendation by the end of `within` months.
    """

    name: str
    description: str
    synonyms: Sequence[str]
    finding: str
    happened: str
    why: str
    learning: Sequence[str]
    questions: Sequence[str]
    recommendation: str
    who: str
    within: int


THEMES = {key: Theme(**told) for key, told in {**themes_early.THEMES, **themes_later.THEMES}.items()}
