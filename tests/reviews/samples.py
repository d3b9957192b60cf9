"""Every block about reviews with all of its fields filled in, as a page keeps it; invented content."""

from typing import Any


def source(edition: int, place: str = "page 12") -> dict[str, Any]:
    """An edition by its key, an act beside it, and a place in the edition."""
    return {"guidance": edition, "act": "Children Act 2004, section 14", "place": place}


def full(edition: int) -> dict[str, dict[str, Any]]:
    """Block name -> its value, everything filled in and naming `edition`."""
    return {
        "criteria": {
            "heading": "When we look at a case together",
            "introduction": "<p>The chair decides within a month.</p>",
            "groups": [
                {
                    "lead_in": "All of these must be so:",
                    "points": [
                        {"text": "a child has come to serious harm", "source": source(edition, "page 13")},
                        {"text": "somebody suspects neglect", "source": {}},
                    ],
                    "source": source(edition),
                },
                {"lead_in": "Additionally, where:", "points": [{"text": "agencies did not talk"}], "source": {}},
            ],
        },
        "purposes": {
            "heading": "What it is for",
            "introduction": "<p>Learning comes first.</p>",
            "lead_in": "A look back helps us to:",
            "purposes": ["understand what happened", "do better next time"],
            "caveat_lead_in": "It is never:",
            "caveats": ["a trial of anybody"],
            "source": source(edition),
        },
        "principles": {
            "heading": "What guides us",
            "introduction": "<p>We hold to these.</p>",
            "principles": [
                {"title": "Kindness", "text": "People are heard kindly.", "quoted": False, "source": {}},
                {"title": "Plainness", "text": "Words are plain.", "quoted": True, "source": source(edition)},
            ],
            "source": source(edition, "page 14"),
        },
        "process": {
            "heading": "How it goes",
            "introduction": "<p>It takes about six months.</p>",
            "leader": "Somebody who never worked here leads.",
            "steps": [
                {
                    "title": "Gather",
                    "text": "<p>Notes come in.</p>",
                    "who": "Every agency",
                    "when": "within a fortnight",
                },
                {"title": "Meet", "text": "", "who": "", "when": ""},
            ],
            "professionals": "<p>They talk in a workshop.</p>",
            "families": "<p>They choose where to talk.</p>",
            "documents": [
                {
                    "title": "The framework",
                    "address": "https://board.example/framework.pdf",
                    "issuing_body": "Invented board",
                    "author": "A. Writer",
                    "date": "2025-06",
                    "note": "It is being revised.",
                }
            ],
            "source": source(edition),
        },
        "statutory_basis": {
            "heading": "What this stands on",
            "entries": [
                {**source(edition), "regulation": "Invented Regulations 2006, regulation 5", "applies_to": "Criteria"},
                {"act": "Invented Act 2017"},
            ],
        },
        "legislation": {
            "heading": "The law",
            "introduction": "<p>These matter here.</p>",
            "laws": [
                {
                    "name": "Invented Act 2017",
                    "provision": "section 3",
                    "sentence": "Says who works together.",
                    "address": "https://law.example/2017/3",
                }
            ],
        },
        "quotation": {
            "lead_in": "The handbook says:",
            "text": "<h3>On talking</h3><p>Talk early.</p><ul><li>Ask</li><li>Listen</li></ul>",
            "source": {"act": "Board handbook", "place": "page 3"},
        },
    }


SHOWN = {
    "criteria": (
        "When we look at a case together",
        "The chair decides within a month.",
        "All of these must be so:",
        "a child has come to serious harm",
        "Working Together 2015, page 13; Children Act 2004, section 14",
        "somebody suspects neglect",
        "Working Together 2015, page 12; Children Act 2004, section 14",
        "Additionally, where:",
        "agencies did not talk",
    ),
    "purposes": (
        "What it is for",
        "Learning comes first.",
        "A look back helps us to:",
        "understand what happened",
        "do better next time",
        "Working Together 2015, page 12; Children Act 2004, section 14",
        "It is never:",
        "a trial of anybody",
    ),
    "principles": (
        "What guides us",
        "We hold to these.",
        "Kindness",
        "People are heard kindly.",
        "Plainness",
        "Words are plain.",
        "Working Together 2015, page 12; Children Act 2004, section 14",
        "Working Together 2015, page 14; Children Act 2004, section 14",
    ),
    "process": (
        "How it goes",
        "It takes about six months.",
        "Somebody who never worked here leads.",
        "Gather",
        "Every agency · within a fortnight",
        "Notes come in.",
        "Meet",
        "They talk in a workshop.",
        "They choose where to talk.",
        "https://board.example/framework.pdf",
        "The framework",
        "Invented board, A. Writer, June 2025",
        "It is being revised.",
        "Working Together 2015, page 12; Children Act 2004, section 14",
    ),
    "statutory_basis": (
        "What this stands on",
        "Working Together 2015, page 12; Children Act 2004, section 14; Invented Regulations 2006, regulation 5",
        "(Criteria)",
        "Invented Act 2017",
    ),
    "legislation": (
        "The law",
        "These matter here.",
        "https://law.example/2017/3",
        "Invented Act 2017, section 3",
        "Says who works together.",
    ),
    "quotation": (
        "The handbook says:",
        "On talking",
        "Talk early.",
        "Listen",
        "Board handbook, page 3",
    ),
}
