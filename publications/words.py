"""States and dates in plain words, for the public and for board staff."""

from dataclasses import dataclass
from datetime import date

from publications.listing import State


@dataclass(frozen=True)
class Words:
    """A state's name, and what it means for somebody who edits."""

    name: str
    meaning: str


STATES = {
    State.DRAFT: Words("Draft", "Nobody outside the admin can see that it exists."),
    State.SCHEDULED: Words(
        "Scheduled",
        "It appears by itself at its release; until then nobody can see its file.",
    ),
    State.PROTECTED: Words(
        "Protected",
        "It is on the site and inside its minimum listing period: only a suspension takes it off.",
    ),
    State.LISTED: Words("Listed", "It is on the site, and its minimum listing period has passed."),
    State.ON_REQUEST: Words("Available on request", "The record stays; the file is given out on request."),
    State.SUSPENDED: Words(
        "Suspended",
        "It was taken dark in an emergency; a second person confirms or lifts that.",
    ),
    State.WITHDRAWN: Words(
        "Withdrawn",
        "Two people took it dark; it returns only if two people reinstate it.",
    ),
    State.UNDER_WAY: Words("Under way", "The public can see that it is being written."),
    State.DELAYED: Words("Delayed", "The public can see that it is delayed, and why."),
    State.NOT_PUBLISHED: Words("Not published", "The public can see that it is not published, and why."),
    State.PUBLISHED_ELSEWHERE: Words("Published elsewhere", "The public can see where it was published."),
}


def day(when: date) -> str:
    """A date in words: "3 July 2027"."""
    return f"{when.day} {when:%B %Y}"


# What the public reads of each state; that of a file on the site comes with its date (presentation.py). Dark ones
# say nothing of why, and draft and scheduled ones are never shown.
PUBLIC = {
    State.PROTECTED: "On this site",
    State.LISTED: "On this site",
    State.ON_REQUEST: "Available on request",
    State.SUSPENDED: "Not available at present",
    State.WITHDRAWN: "Withdrawn",
    State.UNDER_WAY: "Under way",
    State.DELAYED: "Delayed",
    State.NOT_PUBLISHED: "Not published",
    State.PUBLISHED_ELSEWHERE: "Published elsewhere",
}
WITH_REASON = {State.DELAYED, State.NOT_PUBLISHED}
