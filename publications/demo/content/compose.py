"""From a case to the text of each of its documents."""

from collections.abc import Callable
from datetime import date

from publications.demo.content import frames
from publications.demo.content.cases import Case, Document
from publications.demo.content.themes import THEMES, Theme
from publications.demo.pdf.report import Bullets, Grid, Heading, Part, Report, Section
from publications.terms import DocumentKind as Kind
from publications.terms import ReviewType

SHARED = "Shared learning from three reviews"
SHARED_THEMES = ("hidden", "voice", "sharing")


def composed(case: Case, document: Document, *, issued: date) -> Report:
    """The document as it was issued on that day; the month alone stands on it."""
    if document.title == SHARED:
        return shared_learning(issued)
    sections, summary, has_contents = WRITERS[document.kind](case)
    return Report(
        title=case.label,
        subtitle=document.title or str(document.kind.label),
        issuer=case.published_by or frames.BOARD,
        dated=f"{issued:%B %Y}",
        sections=sections,
        summary=summary,
        subject=str(case.review_type.label),
        has_contents=has_contents,
    )


Written = tuple[list[Section], str, bool]


def themes(case: Case) -> list[Theme]:
    """What the case found."""
    return [THEMES[key] for key in case.themes]


def overview_report(case: Case) -> Written:
    """The whole story: eight to ten pages."""
    found = themes(case)
    is_one_child = case.review_type not in {ReviewType.THEMATIC, ReviewType.MULTI_AGENCY}
    about = [text.format(label=case.label) for text in frames.ABOUT] if is_one_child else list(frames.ABOUT_THEME)
    sections = [
        Section("Why this review was carried out", [case.summary, *about]),
        Section("How it was carried out", [*frames.METHOD, _agencies()]),
        Section("The child and the family" if is_one_child else "The people in this report", list(case.story)),
        Section("What happened", ["The table tells in short what the agencies knew, and when.", _events(case)]),
        Section("What we found", [part for number, theme in enumerate(found, 1) for part in _finding(number, theme)]),
        Section(
            "What went well", ["Good practice is easily overlooked, since it leaves no trace.", Bullets(case.well)]
        ),
        Section("Recommendations", ["Each was agreed with those who are to carry it out.", _recommendations(found)]),
        Section("What happens next", list(frames.NEXT)),
        Section(
            "Questions for your team", ["Take one of these to your next team meeting.", Bullets(_questions(found))]
        ),
        Section(
            "Words used in this report",
            [Grid("Words and what we mean by them", (("Word", 0.3), ("Meaning", 0.7)), frames.WORDS)],
        ),
        Section("If this report has troubled you", [frames.SUPPORT]),
    ]
    return [section for section in sections if section.parts], "", True


def executive_summary(case: Case) -> Written:
    """Two or three pages for those who will not read more."""
    found = themes(case)
    sections = [
        Section("What happened", [*case.story, _events(case)] if case.events else list(case.story)),
        Section("What we found", [part for theme in found for part in (Heading(theme.finding), theme.why)]),
        Section("What we recommend", [_recommendations(found)]),
    ]
    return [section for section in sections if section.parts], case.summary, False


def learning_briefing(case: Case) -> Written:
    """A briefing that a team can read together in seven minutes."""
    found = themes(case)
    sections = [
        Section("1. What happened", [case.summary]),
        Section("2. Why it matters", [found[0].why]),
        Section("3. What we found", [Bullets([theme.finding + "." for theme in found])]),
        Section("4. What it looked like", [found[0].happened]),
        Section("5. What helps", [Bullets([point for theme in found for point in theme.learning])]),
        Section("6. Ask in your team", [Bullets(_questions(found))]),
        Section(
            "7. What to do now",
            ["Choose one thing to do differently this week, and tell your manager which.", frames.SUPPORT],
        ),
    ]
    return sections, "", False


def board_response(case: Case) -> Written:
    """What the partnership makes of a report."""
    found = themes(case)
    opening = (
        f"We are sorry for what {case.label} and the family went through. We thank them, and everybody who spoke openly, for "
        "helping us to understand it.",
        "We accept every finding and every recommendation of the report. This is what we do about each of them.",
    )
    sections = [
        Section("Our response", list(opening)),
        Section("What we do", [_recommendations(found)]),
        Section("How we will know", list(frames.NEXT)),
    ]
    return sections, "", False


def action_plan(case: Case) -> Written:
    """Who does what by when, and how far they are."""
    rows = [
        (theme.recommendation, theme.who, f"{theme.within} months", frames.PROGRESS[number % len(frames.PROGRESS)])
        for number, theme in enumerate(themes(case))
    ]
    columns = (("Action", 0.4), ("Who", 0.22), ("Within", 0.14), ("Progress", 0.24))
    sections = [
        Section("Actions", [Grid("Actions agreed by the partnership", columns, rows)]),
        Section("How it is followed up", [frames.NEXT[0]]),
    ]
    return sections, f"What the partnership does because of {case.label}.", False


def improvement(case: Case) -> Written:
    """What changed, where the report itself is not published."""
    found = themes(case)
    sections = [
        Section("Why there is no report here", [case.summary]),
        Section("What we learned", [Bullets([point for theme in found for point in theme.learning])]),
        Section("What has changed", [_recommendations(found)]),
    ]
    return sections, "", False


def statement(case: Case) -> Written:
    """A page by the chair."""
    words = (
        f"Today we publish the review about {case.label}. Behind it is a child whom people loved, and a family who let us "
        "ask hard questions.",
        case.summary,
        "The partnership accepts what the review says. Some things have changed already; others will take a year, and we "
        "will say openly how far we are.",
        "We ask everybody to let the family be. Nothing is gained by looking for who they are, and much may be lost.",
    )
    return [Section("Statement", list(words)), Section("If you are worried about a child", [frames.SUPPORT])], "", False


def easy_read(case: Case) -> Written:
    """Short sentences, one idea each."""
    found = themes(case)
    lines = ["This is about a child.", f"We call the child {case.label}.", "That is not the real name."]
    learned = [point for theme in found for point in (theme.finding + ".", theme.learning[0])]
    sections = [
        Section("What this is", [Bullets(lines)]),
        Section("What we learned", [Bullets(learned)]),
        Section("What will change", [Bullets([theme.recommendation for theme in found])]),
        Section("Who can help you", [Bullets(["You can ring 01632 960 101.", "If you are in danger, call 999."])]),
    ]
    return sections, "", False


def terms_of_reference(case: Case) -> Written:
    """What a review that has begun looks at."""
    asked = [theme.finding for theme in themes(case)]
    sections = [
        Section("What the review looks at", [case.summary, Bullets(_questions(themes(case)))]),
        Section("How it is carried out", list(frames.METHOD)),
        Section("Who takes part", [_agencies()]),
        Section(
            "When it ends",
            [f"The report is due within six months. It looks at {len(asked)} questions before all others."],
        ),
    ]
    return sections, "", False


def shared_learning(issued: date) -> Report:
    """One document that three reviews share."""
    parts: list[Part] = []
    for number, key in enumerate(SHARED_THEMES, start=1):
        parts += _finding(number, THEMES[key])
    sections = [
        Section("Why three reviews are read together", [frames.ABOUT_THEME[1]]),
        Section("What they share", parts),
        Section("What we do", [_recommendations([THEMES[key] for key in SHARED_THEMES])]),
    ]
    return Report("Three reviews, one lesson", SHARED, frames.BOARD, f"{issued:%B %Y}", sections, has_contents=False)


WRITERS: dict[Kind, Callable[[Case], Written]] = {
    Kind.OVERVIEW_REPORT: overview_report,
    Kind.EXECUTIVE_SUMMARY: executive_summary,
    Kind.LEARNING_BRIEFING: learning_briefing,
    Kind.BOARD_RESPONSE: board_response,
    Kind.ACTION_PLAN: action_plan,
    Kind.IMPROVEMENT: improvement,
    Kind.STATEMENT: statement,
    Kind.EASY_READ: easy_read,
    Kind.TERMS_OF_REFERENCE: terms_of_reference,
}


def _agencies() -> Grid:
    return Grid("Who contributed, and how", (("Agency", 0.45), ("Contribution", 0.55)), frames.AGENCIES)


def _events(case: Case) -> Grid:
    return Grid("What happened, in short", (("When", 0.25), ("What", 0.75)), case.events)


def _finding(number: int, theme: Theme) -> list[Part]:
    return [
        Heading(f"Finding {number}: {theme.finding}"),
        theme.happened,
        theme.why,
        "What we learned from this:",
        Bullets(theme.learning),
    ]


def _recommendations(found: list[Theme]) -> Grid:
    rows = [
        (str(number), theme.recommendation, theme.who, f"{theme.within} months")
        for number, theme in enumerate(found, start=1)
    ]
    return Grid("What is to be done", (("", 0.06), ("Recommendation", 0.5), ("Who", 0.28), ("Within", 0.16)), rows)


def _questions(found: list[Theme]) -> list[str]:
    return [question for theme in found for question in theme.questions]
