"""Larkmoor's older reviews, its other kinds of review, and reviews by others that matter here."""

from publications.demo.content.cases import (
    ADULTS,
    AFON,
    COMMUNITY_SAFETY,
    FIVE_RIVERS,
    NATIONAL,
    WESTMERE,
    Case,
    Document,
)
from publications.listing import State
from publications.terms import DocumentKind as Kind
from publications.terms import ReviewType

SCR = ReviewType.SCR
YEAR = 365

CASES = [
    Case(
        "Child Cedar", SCR, ("prebirth", "domestic_abuse"),
        "Child Cedar was born into a home in which the police had been called nineteen times. The report is available on "
        "request; what practitioners need to remember stays here.",
        [
            Document(Kind.OVERVIEW_REPORT, days=10 * YEAR, state=State.ON_REQUEST),
            Document(Kind.EXECUTIVE_SUMMARY, days=10 * YEAR),
            Document(Kind.LEARNING_BRIEFING, days=12 * YEAR - 120),
        ],
        edition=2015, completed=10 * YEAR + 90,
        story=("Cedar's grandmother kept a calendar of every call to the police. Nobody asked to see it until this review.",),
        events=(("Three years", "Nineteen calls, each handled as the first."),),
        well=("One constable drove past every evening on his own account.",),
    ),
    Case(
        "Child Yew", SCR, ("neglect",),
        "An older review, about a child of three whose weight nobody had written on the same chart twice.",
        [
            Document(Kind.OVERVIEW_REPORT, days=14 * YEAR, precision="month", state=State.ON_REQUEST, has_file=False),
            Document(Kind.EXECUTIVE_SUMMARY, days=14 * YEAR, precision="month"),
        ],
        edition=2010,
    ),
    Case(
        "Child Aspen", SCR, ("challenge", "sharing"),
        "The first review that this board published. Only its year is known for certain.",
        [Document(Kind.OVERVIEW_REPORT, days=15 * YEAR, precision="year", state=State.ON_REQUEST, has_file=False)],
        edition=2010,
    ),
    Case(
        "Child Linden", SCR, ("parental_health", "sharing"),
        "Child Linden's father was a patient, a neighbour and a good cook. Two teams knew two halves of how ill he was.",
        [
            Document(Kind.OVERVIEW_REPORT, days=9 * YEAR),
            Document(Kind.BOARD_RESPONSE, days=540, title="Shared learning from three reviews"),
            Document(Kind.ACTION_PLAN, days=9 * YEAR - 200, state=State.ON_REQUEST),
        ],
        edition=2015, completed=9 * YEAR + 60,
        story=("Linden, at four, put himself to bed each night and told his nursery that he was the night watchman.",),
        events=(
            ("Autumn", "The father tells his nurse that he no longer sleeps."),
            ("Winter", "The nursery notes what Linden says and thinks it charming, as it was."),
        ),
        well=("A barber noticed, and rang.",),
    ),
    Case(
        "Child Mistletoe", SCR, ("infants",),
        "A review about a bruise that four people saw and each explained.",
        [Document(Kind.OVERVIEW_REPORT, days=8 * YEAR), Document(Kind.LEARNING_BRIEFING, days=8 * YEAR + 610)],
        edition=2015, completed=8 * YEAR + 700,
        story=("Mistletoe was four months old and slept best in a sling.",),
        events=(("One week", "Four visits, one bruise, four explanations."),),
        well=("A student nurse asked why.",),
    ),
    Case(
        "Young people and life online", ReviewType.THEMATIC, ("online", "exploitation"),
        "Three young people, three schools, one question: what do adults do when something goes wrong on a screen?",
        [Document(Kind.OVERVIEW_REPORT, days=9 * YEAR, precision="year"), Document(Kind.LEARNING_BRIEFING, days=8 * YEAR)],
        edition=2015,
        story=("The three never met. They agreed, each in their own words, on what would have helped: being believed first.",),
        events=(("One school year", "Three pictures, three silences, three good endings that came late."),),
        well=("One school closed its office for an hour so that a girl could sit in it.",),
    ),
    Case(
        "Babies: what five reviews taught us", ReviewType.THEMATIC, ("infants", "prebirth", "parental_health"),
        "Five reviews about babies, read together. The same four moments return in each of them.",
        [Document(Kind.OVERVIEW_REPORT, days=480), Document(Kind.LEARNING_BRIEFING, days=480)],
        edition=2018,
        story=("Five families agreed that their stories be told as one. They met once, over cake, and are still in touch.",),
        events=(("Five families", "Pregnancy, the first night at home, the sixth week, the first move: four moments in each."),),
        well=("Grandparents turned up in every one of the five.",),
    ),
    Case(
        "Child Bramble", ReviewType.PRACTICE_LEARNING, ("voice", "challenge"),
        "A practice learning review looks at what went well. Child Bramble was kept safe by people who disagreed and "
        "said so.",
        [Document(Kind.OVERVIEW_REPORT, days=120, title="Practice learning report"), Document(Kind.LEARNING_BRIEFING, days=118)],
        edition=None, completed=140,
        story=("Bramble, aged six, drew everybody who helped. There are fourteen people on the drawing, and a dog.",),
        events=(("Eight days", "A worry, a disagreement, a telephone call one step up, a safe night."),),
        well=("Everything in this report.",),
    ),
    Case(
        "Child Clover", ReviewType.PRACTICE_LEARNING, ("disability",),
        "How a school, a taxi driver and a nurse noticed together that a boy who does not speak was in pain.",
        [Document(Kind.LEARNING_BRIEFING, days=30)],
        edition=None,
    ),
    Case(
        "Young people far from home", ReviewType.MULTI_AGENCY, ("hidden", "exploitation"),
        "Five areas looked together at young people who were placed more than fifty miles from home.",
        [Document(Kind.OVERVIEW_REPORT, days=620), Document(Kind.EXECUTIVE_SUMMARY, days=620, precision="month")],
        published_by=FIVE_RIVERS, edition=2018,
        story=("Nine young people were asked what they missed. The answers were a dog, a bus route, a grandmother and chips.",),
        events=(("Two years", "Nine young people, thirty-one addresses."),),
        well=("One home drove a young man to his grandmother every Sunday.",),
    ),
    Case(
        "Child Birch", SCR, ("substances",),
        "Another area's review about another child; the label is a coincidence.",
        [Document(Kind.OVERVIEW_REPORT, state=State.PUBLISHED_ELSEWHERE, address="https://www.example.org/westmere/child-birch")],
        published_by=WESTMERE, edition=2015,
    ),
    Case(
        "Bryn", ReviewType.CHILD_PRACTICE, ("neglect", "hidden"),
        "A review from a neighbouring board in Wales, where part of the family lived.",
        [Document(Kind.OVERVIEW_REPORT, state=State.ON_REQUEST, has_file=False)],
        published_by=AFON, edition=None,
    ),
    Case(
        "Seen and heard: children in large families", ReviewType.NATIONAL, ("voice", "neglect"),
        "A national review with much to say to local teams: in a large family each child has a story.",
        [Document(Kind.OVERVIEW_REPORT, state=State.PUBLISHED_ELSEWHERE, address="https://www.example.org/national/seen-and-heard")],
        published_by=NATIONAL,
    ),
    Case(
        "Leaving: the months after separation", ReviewType.DOMESTIC_HOMICIDE, ("domestic_abuse",),
        "A domestic homicide review. Two children survived; the learning for those who work with children is set out in "
        "its fifth chapter.",
        [Document(Kind.OVERVIEW_REPORT, state=State.PUBLISHED_ELSEWHERE, address="https://www.example.org/community-safety/leaving")],
        published_by=COMMUNITY_SAFETY, edition=None,
    ),
    Case(
        "Adult Samphire", ReviewType.SAFEGUARDING_ADULTS, ("parental_health",),
        "A safeguarding adults review about a young mother with a learning disability.",
        [Document(Kind.OVERVIEW_REPORT, state=State.PUBLISHED_ELSEWHERE, address="https://www.example.org/adults/samphire")],
        published_by=ADULTS, edition=None,
    ),
]  # fmt: skip

# Found in a cupboard, typed into a spreadsheet, and waiting for the second person.
WAITING = [
    Case(
        "Child Tansy", SCR, ("infants", "substances"),
        "An older review, found when the office moved.",
        [
            Document(Kind.OVERVIEW_REPORT, days=11 * YEAR, precision="month"),
            Document(Kind.LEARNING_BRIEFING, days=11 * YEAR - 400),
            Document(Kind.ACTION_PLAN, days=11 * YEAR, precision="year", has_file=False),
        ],
        edition=2013,
        story=("Tansy was two, and had a song for every stair.",),
        events=(("One winter", "Three families in one house; four names on the doorbell."),),
        well=("The postwoman told somebody.",),
    ),
    Case(
        "Child Juniper", SCR, ("neglect",),
        "Another board's review about another child.",
        [Document(Kind.OVERVIEW_REPORT, state=State.NOT_PUBLISHED, reason="To protect the child's brothers and sisters.")],
        published_by=WESTMERE, edition=2013,
    ),
]  # fmt: skip
