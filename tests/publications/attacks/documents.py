"""The tables of docs/attacks.md, checks.md and states.md: what the tests try and what the code decides by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from publications import words
from publications.checks.kind import Kind, Severity
from publications.checks.kinds_access import ACCESS
from publications.checks.kinds_docx import DOCX
from publications.checks.kinds_hidden import HIDDEN
from publications.checks.kinds_inside import INSIDE
from publications.checks.kinds_text import TEXT
from publications.checks.kinds_unreadable import UNREADABLE
from publications.checks.kinds_web import WEB
from publications.listing import State
from publications.models import Publication
from publications.policy import RULES
from tests.publications.attacks.leak import PROBES
from tests.publications.attacks.shorten import ATTACKS

AGAIN = "    LSCB_WRITE_DOCS=1 .venv/bin/python -m pytest tests/publications/attacks/test_docs.py"
ATTACKS_PAGE = """\
# What was tried against it

Two tables of attacks, made of the tests that try each of them at every run (tests/publications/attacks). Who adds a
test writes this page anew:

{again}

## Ways to shorten, hide, replace or delete a protected report

Each is tried on a real site as the application's database user, and judged by an anonymous visitor: the record page
with its promised day and the bytes by their hash are as they were (rule R7). The list, the search and the sitemap are
looked at too, after each attack that changes something else, and once after all those that change nothing.

{shorten}

## Ways to see what is dark

Each is tried for a report that is a draft, scheduled, announced, imported but not approved, suspended, withdrawn, on
request, without trace, or under an address that was erased, and, so that the test could fail, for one that is public
(rule R8).

{leak}
"""
STATES_PAGE = """\
# States, and what may be done in each

Made of `publications/words.py` and `publications/policy.py`, which decide; written anew by

{again}

## What each state means

The first that holds is the state, from the top (rule R6); it follows from dates and decisions whenever it is asked for.

{states}

## What may be done, by whom, and when

{actions}

## State by action

{matrix}
"""
CHECKS_PAGE = """\
# What the checks look for

Made of `publications/checks`, whose tests find each kind in a file that has it and not in its twin; written anew by

{again}

What **stops** a release is mended or overruled by two people with a reason each; what can't be read is never overruled.
The rest is for the person who signs off. A clean copy takes out what is marked so.

{kinds}
"""
SEVERITIES = {Severity.BLOCKING: "stops", Severity.LOOK: "look", Severity.NOTE: "note"}
HEADINGS = {
    "Files that can't be read": UNREADABLE,
    "Hidden on a page": HIDDEN,
    "Inside the file": INSIDE,
    "In its words": TEXT,
    "For readers who need it": ACCESS,
    "In Word files": DOCX,
    "In texts for web pages": WEB,
}
ORDER = (
    State.WITHDRAWN, State.SUSPENDED, State.PROTECTED, State.LISTED, State.ON_REQUEST, State.SCHEDULED,
    State.UNDER_WAY, State.DELAYED, State.NOT_PUBLISHED, State.PUBLISHED_ELSEWHERE, State.DRAFT,
)  # fmt: skip


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def attacks_page() -> str:
    """docs/attacks.md."""
    head = ("Where", "Attack", "What stops it")
    return ATTACKS_PAGE.format(
        again=AGAIN,
        shorten=table(head, ((each.category, each.name, each.stopped_by) for each in ATTACKS)),
        leak=table(head, ((each.category, each.name, each.stopped_by) for each in PROBES)),
    )


def states_page() -> str:
    """docs/states.md."""
    return STATES_PAGE.format(
        again=AGAIN,
        states=table(
            ("State", "In words", "What it means", "The public reads", "The file is served"),
            (
                (f"`{state}`", told.name, told.meaning, words.PUBLIC.get(state, "nothing"), "yes" * state.serves_file)
                for state, told in ((state, words.STATES[state]) for state in ORDER)
            ),
        ),
        actions=table(("Action", "Who", "While it is", "Otherwise"), actions()),
        matrix=table(
            ("", *(words.STATES[state].name for state in ORDER)),
            ((rule.verb, *("yes" * (state in rule.states) for state in ORDER)) for rule in RULES.values()),
        ),
    )


def checks_page() -> str:
    """docs/checks.md."""
    head = ("Finding", "How grave, and why", "What to do", "Clean copy")
    parts = (f"## {heading}\n\n{table(head, findings(kinds))}" for heading, kinds in HEADINGS.items())
    return CHECKS_PAGE.format(again=AGAIN, kinds="\n\n".join(parts))


def findings(kinds: Mapping[str, Kind]) -> Iterator[Sequence[str]]:
    """Each kind of finding in its words."""
    for code, kind in kinds.items():
        grave = "can't be overruled" if kind.unreadable else SEVERITIES[kind.severity]
        yield f"`{code}`: {kind.sentence}", f"**{grave}** {kind.why}", kind.advice, "yes" * kind.cleanable


def actions() -> Iterator[Sequence[str]]:
    """Each action: the rights of which one is needed, the states, and what to do instead."""
    rights = dict(Publication._meta.permissions)
    for rule in RULES.values():
        who = " or ".join(rights[right.rpartition(".")[2]].removeprefix("Can ") for right in rule.rights)
        names = [words.STATES[state].name.lower() for state in ORDER if state in rule.states]
        yield rule.verb, who, "anything" if len(names) == len(ORDER) else ", ".join(names), rule.instead
