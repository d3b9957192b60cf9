"""Larkmoor's people, partners and links. Nobody in here exists; the numbers are kept for drama, except 999."""

from typing import Any

BOARD: dict[str, Any] = {
    "name": "Larkmoor Safeguarding Children Partnership",
    "short_name": "LSCP",
    "kind": "partnership",
    "area": "Larkmoor",
    "strapline": "Learning together, so that children are safe",
    "logo_alt": "Larkmoor Safeguarding Children Partnership",
    "brand_colour": "#1f5c4d",
    "address": "The Partnership Office\nOld Tollhouse, 1 Invented Street\nLarkmoor LM1 0AA",
    "phone": "01632 960 120",
    "email": "partnership@larkmoor.example",
    "copyright_holder": "Larkmoor Safeguarding Children Partnership",
    "publications_introduction": (
        "Every review that we have published, with each of its documents and what has become of it. A report stays here "
        "for at least twelve months; afterwards we give it to anybody who asks."
    ),
}

# (role, name, numbers as (label, number), the other fields)
CONTACTS: list[tuple[str, str, list[tuple[str, str]], dict[str, Any]]] = [
    (
        "Children's social care", "", [("Office hours", "01632 960 101")],
        {
            "urgent": True, "order": 1, "opening_hours": "Monday to Friday, 8.30am to 5.30pm",
            "when_to_call": "If you are worried that a child is being harmed, or may be.",
            "what_it_does": "Listens, asks what you have seen, and decides with others what a child needs.",
        },
    ),
    (
        "Emergency duty team", "", [("Nights, weekends and bank holidays", "01632 960 102")],
        {
            "urgent": True, "order": 2, "opening_hours": "Whenever the office is closed",
            "when_to_call": "If it can't wait until the office opens.",
        },
    ),
    (
        "Police", "", [("Emergency", "999"), ("If nobody is in danger now", "01632 960 103")],
        {"urgent": True, "order": 3, "when_to_call": "If a child is in danger at this moment, call 999."},
    ),
    (
        "Local Authority Designated Officer (LADO)", "Ottilie Fernwhistle", [("Office hours", "01632 960 110")],
        {
            "order": 1, "audience": "professional", "email": "lado@larkmoor.example",
            "opening_hours": "Monday to Thursday, 9am to 5pm; Friday, 9am to 4pm",
            "when_to_call": "Within one working day, if somebody who works with children may have harmed a child.",
            "what_it_does": "Advises employers, and follows each allegation until it is settled.",
        },
    ),
    (
        "Designated nurse", "Barnaby Quillfeather", [("Direct", "01632 960 111")],
        {"order": 2, "audience": "professional", "what_it_does": "Advises everybody in the health service."},
    ),
    (
        "Business Manager", "Tamsin Copperkettle", [("Direct", "01632 960 121")],
        {
            "order": 3, "audience": "professional", "email": "manager@larkmoor.example",
            "what_it_does": "Runs the partnership's office, its meetings and this website.",
        },
    ),
    (
        "Independent Chair", "Dr Aurelio Thistledown", [],
        {"order": 1, "audience": "board", "what_it_does": "Leads the partnership and belongs to none of its agencies."},
    ),
    ("Vice Chair", "Chief Superintendent Maud Lanternjaw", [], {"order": 2, "audience": "board"}),
]  # fmt: skip

# (name, letters of the logo, its colour, description)
PARTNERS = [
    ("Larkmoor Council", "LC", "#1f5c4d", "Children's services, schools and public health."),
    ("Larkmoor Police", "LP", "#27408b", "Investigates crime and keeps people safe."),
    ("Larkmoor Community Health", "LH", "#7a3e9d", "Health visitors, midwives and school nurses."),
    ("Larkmoor Hospitals", "HO", "#005a83", "Two hospitals and the children's ward."),
    ("Larkmoor Mental Health Trust", "MT", "#8a3b12", "Care for adults and for young people."),
    ("Larkmoor Voices", "LV", "#9c1f4e", "Young people who tell services what they are like."),
]

# (group, title, address)
QUICK_LINKS = [
    ("For families", "When somebody is worried about your child", "https://www.example.org/families/worried"),
    ("For families", "What happens at a child protection conference", "https://www.example.org/families/conference"),
    ("For professionals", "Make a referral", "https://www.example.org/professionals/refer"),
    ("For professionals", "Procedures", "https://www.example.org/professionals/procedures"),
    ("For professionals", "Book a training day", "https://www.example.org/professionals/training"),
]

NATIONAL_LINKS = [
    {
        "title": "The national collection of case reviews", "address": "https://www.example.org/national/collection",
        "sentence": "Reports of every area in one place, searchable by theme.", "scope": "national",
    },
    {
        "title": "Findings from national reviews", "address": "https://www.example.org/national/findings",
        "sentence": "What is learned when the same thing happens in many places.", "scope": "national",
    },
    {
        "title": "Larkmoor procedures", "address": "https://www.example.org/professionals/procedures",
        "sentence": "What to do, step by step, when you are worried about a child.", "scope": "local",
    },
]  # fmt: skip
