"""The sentences that the invented reports share: how a review is done, what its words mean, who answers for what."""

BOARD = "Larkmoor Safeguarding Children Partnership"

ABOUT = (
    "This report is about a child whom we call {label}. The name is not a real one. Nothing in the report says when "
    "or where exactly things happened, so that the family can go on living their life.",
    "We write about a child, not about a case. Where we had to choose between telling everything and telling what "
    "helps other children, we told what helps.",
    "Nobody can know what would have happened if something else had been done. We try to understand why what people "
    "did made sense to them at the time; only then can it be made easier to do something better.",
)
ABOUT_THEME = (
    "This report reads several stories together. The names in it are not real ones, and nothing in it says when or "
    "where exactly things happened.",
    "We looked for what returns: the same moment in another home, the same silence in another meeting. Where a thing "
    "happens again to different people, it is seldom because of the people.",
)
METHOD = (
    "An independent reviewer led the work. She had not worked for any of the agencies and had not known the family. A "
    "panel of senior staff from every agency met with her five times, opened their records and answered her questions.",
    "Twenty-two people who had worked with the family came to two days of conversation. They were not interviewed; "
    "they talked with each other, often for the first time. What they said was written down and read by them before "
    "it was used.",
    "The family was told of the review by letter and in person. They chose where to meet and who else was there. They "
    "read the draft before anybody else, and what they wanted to have changed is changed.",
)
AGENCIES = (
    ("Larkmoor Council, children's services", "Records, and six members of staff in conversation"),
    ("Larkmoor Community Health", "Records, health visitors and a midwife"),
    ("Larkmoor Hospitals", "Records, and the safeguarding nurse on the panel"),
    ("Larkmoor Mental Health Trust", "Records of the adult team and of the young people's team"),
    ("Larkmoor Police", "Records, and two officers in conversation"),
    ("Schools and nurseries", "Records, and the people who saw the child every day"),
)
NEXT = (
    "The partnership has accepted every recommendation and publishes its own response beside this report. It asks for "
    "a report on each action after six months and again after twelve, and looks not only at whether something was "
    "done but at whether any child has noticed.",
    "Reports stay on the partnership's website for at least twelve months. After that they can be asked for.",
)
WORDS = (
    ("Chronology", "What happened, in the order in which it happened, from the records of every agency."),
    ("Independent reviewer", "Somebody who leads a review and has no part in the services that it looks at."),
    ("Panel", "Senior people from each agency who work with the reviewer and answer for their agency."),
    ("Partnership", "The council, the health service and the police, who share the duty to keep children safe here."),
    ("Recommendation", "Something that the reviewer asks an agency to do, and by when."),
)
SUPPORT = (
    "If reading this has troubled you, please talk with somebody. Practitioners can turn to their manager or to the "
    "partnership's team. If you are worried about a child, ring children's social care on 01632 960 101, at night and "
    "at weekends 01632 960 102. If a child is in danger now, call 999."
)
PROGRESS = (
    "Done. Checked by the partnership with twelve families.",
    "Under way. The first teams have begun.",
    "Done. To be looked at again next year.",
    "Begun. Staff have been asked what would help.",
)
