"""What Larkmoor's pages about reviews say: in our own words, with guidance named and paraphrased."""

from typing import Any

from publications.demo.content.people import NATIONAL_LINKS

Body = list[tuple[str, Any]]


def source(guidance: int | None = None, act: str = "", place: str = "") -> dict[str, Any]:
    """Where something comes from: an edition, or an act."""
    return {"guidance": guidance, "act": act, "place": place, "regulation": ""}


def point(text: str, **where: Any) -> dict[str, Any]:
    """One condition."""
    return {"text": text, "source": source(**where)}


def criteria(guidance: int, before: int) -> dict[str, Any]:
    """When a review is carried out, now and under the edition `before`."""
    return {
        "heading": "",
        "introduction": "<p>Within days of a serious incident the partners look at it together. They ask what can be learned, "
        "and whether a review is the way to learn it.</p>",
        "groups": [
            {
                "lead_in": "A review is considered when both of these are true:",
                "points": [
                    point("Abuse or neglect of a child is known or suspected."),
                    point("The child has died, or has been seriously harmed."),
                ],
                "source": source(act="Children Act 2004", place="sections 16C and 16F"),
            },
            {
                "lead_in": "Additionally, it is more likely to be carried out where any of these is true:",
                "points": [
                    point("Agencies could have worked together better."),
                    point("The same thing has happened here before."),
                    point("The child's voice was hard to find in the records."),
                    point("A national review has asked areas to look at this theme."),
                ],
                "source": source(guidance=guidance),
            },
            {
                "lead_in": "A review was always carried out, under the rules before 2018, when:",
                "points": [
                    point("a child died in custody, on remand or in a secure home"),
                    point(
                        "a child died while held under mental health law, and abuse or neglect was suspected",
                        act="Mental Health Act 1983",
                    ),
                ],
                "source": source(guidance=before),
            },
        ],
    }


def purposes(guidance: int) -> dict[str, Any]:
    """What a review is for, and what it is not."""
    return {
        "heading": "",
        "introduction": "",
        "lead_in": "A review helps agencies to:",
        "purposes": [
            "see what life was like for one child",
            "understand why people did what made sense to them at the time",
            "change what makes good practice hard",
            "say openly what they will do, and by when",
        ],
        "caveat_lead_in": "A review is not:",
        "caveats": [
            "a way to hold anybody to account: courts, employers and professional bodies do that",
            "an inquiry into how a child died, which is for the coroner",
        ],
        "source": source(guidance=guidance),
    }


def principles(guidance: int) -> dict[str, Any]:
    """What reviews keep to."""
    told = [
        ("The child first", "Every page of a report can be read with the child in mind."),
        ("Families take part", "They are asked what they want from the review, and told what became of it."),
        ("People who did the work are heard", "They take part without fear of being blamed for acting in good faith."),
        ("In proportion", "A review is as long as the learning needs, and no longer."),
        ("Led by somebody independent", "The reviewer has no part in the services that are looked at."),
        ("Published", "The report is written to be published, in plain words, so that nobody can be recognised."),
    ]
    return {
        "heading": "",
        "introduction": "<p>These are the partnership's own words for what the guidance asks of reviews.</p>",
        "principles": [{"title": title, "text": text, "quoted": False, "source": source()} for title, text in told],
        "source": source(guidance=guidance),
    }


def own_principles() -> dict[str, Any]:
    """What practice learning reviews keep to, quoted from the partnership's own framework with its pages."""
    told = [
        ("Start with what went well", "Good work is described as exactly as mistakes are.", "page 7"),
        ("Nobody writes about somebody who is not in the room", "Those who were there tell it themselves.", "page 9"),
    ]
    return {
        "heading": "What we keep to",
        "introduction": "<p>The partnership's framework for learning says:</p>",
        "principles": [
            {
                "title": title,
                "text": text,
                "quoted": True,
                "source": source(act="Larkmoor framework for learning", place=page),
            }
            for title, text, page in told
        ],
        "source": source(),
    }


def process(documents: list[dict[str, Any]]) -> dict[str, Any]:
    """How a review is carried out."""
    steps = [
        (
            "Tell the partnership",
            "Any agency tells the partnership's office of the incident.",
            "Every agency",
            "within 5 working days",
        ),
        (
            "Rapid review",
            "The partners gather what is known and decide what comes next.",
            "The three partners",
            "within 15 working days",
        ),
        ("Choose a reviewer", "Somebody independent, with the right knowledge.", "The partnership's office", ""),
        ("Talk with the family and with practitioners", "Separately, and where they feel at ease.", "The reviewer", ""),
        (
            "Write and check",
            "Everybody who spoke reads what was written of them.",
            "The reviewer and the panel",
            "within 6 months",
        ),
        ("Publish", "The report and the partnership's response appear on this website.", "The partnership", ""),
    ]
    return {
        "heading": "",
        "introduction": "",
        "leader": "An independent reviewer leads, with a panel of senior people from every agency.",
        "steps": [
            {"title": title, "text": f"<p>{text}</p>", "who": who, "when": when} for title, text, who, when in steps
        ],
        "professionals": "<p>Those who worked with the family come to two days of conversation. Their managers give them the time.</p>",
        "families": "<p>Parents, carers and children choose how to take part. They read the draft before anybody else.</p>",
        "documents": documents,
        "source": source(),
    }


def after_review() -> Body:
    """From findings to action: with a table and parts that fold."""
    return [
        ("text", "<p>A report changes nothing by itself. This is what happens after it was published.</p>"),
        (
            "table",
            {
                "row_headings": False,
                "table": {
                    "caption": "Who does what, and by when",
                    "columns": [{"type": "text", "heading": "What"}, {"type": "text", "heading": "Who"}, {"type": "text", "heading": "When"}],
                    "rows": [
                        {"values": ["The response", "The partners", "On the same day as the report"]},
                        {"values": ["The action plan", "Named people in each agency", "Within six weeks"]},
                        {"values": ["A look at what changed", "The learning group", "After six and twelve months"]},
                    ],
                },
            },
        ),
        (
            "accordion",
            {
                "parts": [
                    {"heading": "How do you know that something changed?", "text": "<p>We ask children, families and staff, and read records.</p>"},
                    {"heading": "Where can I see it?", "text": "<p>Action plans stand beside the report that they answer.</p>"},
                ]
            },
        ),
        ("legislation", laws()),
    ]  # fmt: skip


def laws() -> dict[str, Any]:
    """The law behind reviews."""
    return {
        "heading": "The law",
        "introduction": "",
        "laws": [
            {"name": "Children Act 2004", "provision": "sections 16B to 16K", "sentence": "How partners work together and review.", "address": ""},
            {"name": "Children and Social Work Act 2017", "provision": "", "sentence": "Changed boards into partnerships.", "address": ""},
        ],
    }  # fmt: skip


def history(editions: dict[int, int]) -> Body:
    """How the duty came about, and the rule on publishing, explained."""
    return [
        (
            "text",
            "<p>Until 2018 boards carried out serious case reviews. Since then partners carry out local child safeguarding "
            "practice reviews. The words changed and so did who decides; the wish to learn did not.</p>",
        ),
        ("heading", {"text": "Our rule on publishing", "level": "2", "anchor_text": ""}),
        (
            "quotation",
            {
                "lead_in": "Our own rule, agreed by all partners, says:",
                "text": "<h3>Publishing</h3><p>Every report is published here on the day on which it is finished.</p>"
                "<ul><li>It stays for at least twelve months.</li><li>Afterwards anybody can ask for it.</li></ul>",
                "source": source(act="Larkmoor publication rule", place="paragraph 2"),
            },
        ),
        (
            "statutory_basis",
            {
                "heading": "Where the duty comes from",
                "entries": [
                    {**source(guidance=editions[2015]), "applies_to": "Reviews begun before 2018"},
                    {**source(guidance=editions[2023]), "applies_to": "Reviews begun now"},
                ],
            },
        ),
        ("links", {"heading": "More on this", "links": NATIONAL_LINKS}),
    ]


def guide(editions: dict[int, int]) -> list[tuple[str, Body]]:
    """A guide for practitioners, by section."""
    return [
        (
            "What a learning review is",
            [("text", "<p>When the criteria are not met there is often still something to learn. A practice learning review is "
              "shorter, is not required by law, and is carried out because we want to know.</p>")],
        ),
        (
            "When we carry one out",
            [("criteria", {
                "heading": "When we carry one out", "introduction": "",
                "groups": [{
                    "lead_in": "Any of these is enough:",
                    "points": [point("A near miss."), point("Good work that others could learn from."), point("A worry shared by two agencies.")],
                    "source": source(act="Larkmoor framework for learning"),
                }],
            })],
        ),
        (
            "How it is done",
            [("text", "<p>Half a day together, a large sheet of paper, and somebody who has no part in it to ask the questions.</p>"),
             ("purposes", {**purposes(editions[2023]), "heading": "What it is for", "source": source(act="Larkmoor framework for learning")}),
             ("documents", {"heading": "To use on the day", "documents": [
                 {"title": "How to run a practice learning review", "document": None,
                  "address": "https://www.example.org/professionals/practice-learning.pdf",
                  "issuing_body": "Larkmoor Safeguarding Children Partnership", "author": "Learning group", "date": "2025-09",
                  "note": "Not required by law; agreed by all partners"},
             ]})],
        ),
        (
            "What comes of it",
            [("principles", own_principles()),
             ("text", "<p>A page of learning within a month, shown to every team that was there.</p>")],
        ),
    ]  # fmt: skip
