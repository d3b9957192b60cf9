"""What two of the demo's reviews found and recommended, and what is done about it."""

from collections.abc import Callable
from datetime import date

from lscb_site.partial_dates import PartialDate
from publications.learning.lines import ActionLine, FindingLine
from publications.terms import ActionStatus, FindingKind

FINDING, RECOMMENDATION = FindingKind.FINDING, FindingKind.RECOMMENDATION
DONE, UNDER_WAY = ActionStatus.DONE, ActionStatus.UNDER_WAY
NOT_STARTED, NOT_NEEDED = ActionStatus.NOT_STARTED, ActionStatus.NOT_NEEDED


def of_reviews(day: Callable[[int], date]) -> dict[str, list[FindingLine]]:
    """By the label of the review; `day` gives the date so many days ago (negative: to come)."""

    def month(days: int) -> PartialDate:
        return PartialDate(day(days).isoformat()[:7])

    def exact(days: int) -> PartialDate:
        return PartialDate(day(days).isoformat())

    return {
        "Child Alder": [
            FindingLine(
                FINDING, "1",
                "Advice on safer sleep was given in the first days, when nobody could take it in, and not again when the "
                "family's nights changed.",
                "All agencies that visit families with babies",
                "Accepted. The three health services have agreed when it is given and who asks about it afterwards.",
                (
                    ActionLine(
                        "Ask about tonight: at every visit in the first twelve weeks somebody asks where the baby sleeps "
                        "tonight, and writes down the answer.",
                        "Head of Health Visiting", DONE, month(40), None,
                        "In a sample of 50 records the question was asked at 46 visits; a year before, at 11.",
                    ),
                    ActionLine(
                        "Family hubs lend a cot on the day that it is needed.", "Family Hubs Manager", UNDER_WAY,
                        exact(30), month(-120),
                    ),
                ),
            ),
            FindingLine(
                FINDING, "2", "Each service knew of one reason for tiredness. Nobody knew all four.", "",
                "Accepted.",
                (
                    ActionLine(
                        "One page on a family's week, which the parents keep and every service reads.",
                        "Designated Nurse for Safeguarding Children", UNDER_WAY, month(60), month(-200),
                    ),
                ),
            ),
            FindingLine(
                RECOMMENDATION, "1",
                "The partnership should find out from parents what advice on sleep they remember, and change it by that.",
                "Larkmoor Safeguarding Children Partnership",
                "Accepted. Parents who took part in this review will help to ask the questions.",
                (
                    ActionLine("A survey in the waiting rooms of all clinics.", "Partnership Manager", NOT_STARTED, None, month(-90)),
                    ActionLine(
                        "A leaflet for every home.", "Communications Officer", NOT_NEEDED, month(20), None,
                        "Parents told us that they would not read it.",
                    ),
                ),
            ),
        ],
        "Family Maple": [
            FindingLine(
                RECOMMENDATION, "1", "Children of parents in treatment are spoken with alone, and more than once.",
                "Adult treatment services and children's social care", "Accepted.",
                (
                    ActionLine(
                        "Every treatment plan names who speaks with the children.", "Head of Treatment Services", DONE,
                        month(300), None, "All plans opened since name somebody. Nine children in ten knew who it was.",
                    ),
                ),
            ),
            FindingLine(
                RECOMMENDATION, "2", "Recovery is told to schools as well as relapse, if the parents agree.", "Schools",
                "Accepted.",
                (
                    ActionLine(
                        "A form of words that parents choose themselves.", "Head of Education Safeguarding", DONE, month(240),
                        None, "Twelve of fourteen schools use it.",
                    ),
                ),
            ),
        ],
    }  # fmt: skip
