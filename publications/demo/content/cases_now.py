"""Larkmoor's reviews of the last years: local child safeguarding practice reviews and what stands beside them."""

from publications.demo.content.cases import Case, Document
from publications.listing import State
from publications.terms import DocumentKind as Kind
from publications.terms import ReviewType

LCSPR = ReviewType.LCSPR

CASES = [
    Case(
        "Child Alder", LCSPR, ("infants", "parental_health", "sharing"),
        "Child Alder died at eleven weeks while sleeping beside tired parents in a house that was not their own. The "
        "review asks what would have helped on that one night, and finds that advice had been given well and too early.",
        [
            Document(Kind.OVERVIEW_REPORT, days=96),
            Document(Kind.LEARNING_BRIEFING, days=96),
            Document(Kind.BOARD_RESPONSE, days=61),
            Document(Kind.ACTION_PLAN, days=61),
        ],
        completed=130,
        story=(
            "Alder was a much wanted first child, born to parents who were both nineteen. They had met at an evening "
            "class in upholstery and still had the kingfisher cushion that they made together. They wanted it mentioned.",
            "Both parents met the reviewer three times. They asked that nobody be blamed, and that other parents be told "
            "about the nights that go wrong, since they had thought that advice about sleeping was for other people.",
        ),
        events=(
            ("First weeks", "Four visits by the health visitor. Advice on safer sleep given and noted at the first."),
            ("Week five", "The father sees his doctor: he does not sleep. Nobody asks about the baby."),
            ("Week nine", "The tenancy ends. The family stays with friends, then with an aunt."),
            ("Week eleven", "After a long journey the three fall asleep on a sofa bed. Alder does not wake."),
        ),
        well=("The family's midwife stayed in touch for as long as they wanted, well beyond what her rules allowed.",),
    ),
    Case(
        "Child Birch", LCSPR, ("neglect", "voice", "challenge"),
        "Child Birch was nine when a teacher found out that he looked after three younger children each evening. Eleven "
        "visits in two years had each dealt with one small problem.",
        [
            Document(Kind.OVERVIEW_REPORT, days=1140),
            Document(Kind.EXECUTIVE_SUMMARY, days=1140),
            Document(Kind.LEARNING_BRIEFING, days=1140),
            Document(Kind.ACTION_PLAN, days=1020, title="Action plan, as completed"),
        ],
        edition=2018, completed=1200,
        story=(
            "Birch described himself to the reviewer as somebody who is good at toast. He knew the opening hours of every "
            "shop within a mile and which of them sold bread cheaply after six.",
            "He had won a swimming certificate that nobody had come to see him receive. His teacher framed it.",
        ),
        events=(
            ("Year one, autumn", "A neighbour rings about shouting. Advice is given; the file is closed."),
            ("Year one, spring", "The school nurse notes decayed teeth. Three appointments pass; the notes say: did not attend."),
            ("Year two, autumn", "Two visits about the state of the kitchen. It is tidy on the second."),
            ("Year two, summer", "A new teacher asks Birch what he does after school, and he tells her."),
        ),
        well=("His teacher asked an open question, and then waited for the whole answer.",),
    ),
    Case(
        "Child Elm", LCSPR, ("domestic_abuse", "sharing"),
        "Child Elm, aged four, was seriously injured at home and is recovering well. The briefing for practitioners is "
        "published now; the report follows when the criminal trial has ended.",
        [
            Document(Kind.OVERVIEW_REPORT, state=State.DELAYED, reason="Criminal proceedings have not ended."),
            Document(Kind.LEARNING_BRIEFING, days=212),
        ],
        completed=240,
    ),
    Case(
        "Child Fern", LCSPR, ("hidden", "sharing"),
        "The review of Child Fern's life began this year. Its terms of reference say what it looks at and when it is to end.",
        [
            Document(Kind.OVERVIEW_REPORT, state=State.UNDER_WAY),
            Document(Kind.TERMS_OF_REFERENCE, days=40),
        ],
    ),
    Case(
        "Child Hazel", LCSPR, ("voice", "disability"),
        "The report on Child Hazel is not published, since it could not be told without making her brothers and sisters "
        "known. What changed because of it is published here instead.",
        [
            Document(Kind.OVERVIEW_REPORT, state=State.NOT_PUBLISHED, reason="To protect the identity of her brothers and sisters."),
            Document(Kind.IMPROVEMENT, days=520, title="What changed because of Hazel"),
        ],
        edition=2018, completed=600,
    ),
    Case(
        "Children Juniper and Larch", LCSPR, ("hidden", "neglect"),
        "Two brothers lived in four areas within three years. One report tells of both, and of the librarian who noticed "
        "that they came every morning.",
        [
            Document(Kind.OVERVIEW_REPORT, days=700),
            Document(Kind.BOARD_RESPONSE, days=540, title="Shared learning from three reviews"),
        ],
        edition=2018, completed=760,
        story=(
            "Juniper was eleven and Larch was eight. They arrived at the library when it opened, sat beside the radiator "
            "and read the encyclopaedia from the letter M, since that volume stood lowest.",
            "They live with their grandmother now and have a hopscotch court outside their door, which Larch drew to "
            "regulation size after looking it up.",
        ),
        events=(
            ("First area", "A referral from the school; the family moves within the fortnight."),
            ("Second area", "Records requested, and received after the family had left."),
            ("Third area", "Seven months on no school's roll."),
            ("Larkmoor", "The librarian asks a police officer who is returning a book whom she ought to tell."),
        ),
        well=("The librarian trusted what she saw. The officer did not leave until somebody had rung back.",),
    ),
    Case(
        "Family Maple", LCSPR, ("substances", "voice"),
        "Three sisters grew up with a mother who fought hard against her drinking. The review tells what recovery looks "
        "like from the top of the stairs.",
        [
            Document(Kind.OVERVIEW_REPORT, days=560),
            Document(Kind.BOARD_RESPONSE, days=540, title="Shared learning from three reviews"),
            Document(Kind.EASY_READ, days=540),
        ],
        edition=2018, completed=590,
        story=(
            "The sisters asked to be described as loud, brave and funny, in that order of age. They wrote part of this "
            "chapter themselves, and the reviewer changed nothing but one spelling.",
            "Their mother has not drunk for two years. She reads this report with them on its anniversary, beside the "
            "wheelbarrow in which they grow strawberries.",
        ),
        events=(
            ("Spring", "The treatment service reports good progress to the meeting."),
            ("Summer", "The middle sister rings 999 from the bathroom. She is thanked and sent to bed."),
            ("Autumn", "Two relapses, both told honestly, neither with a plan for the children."),
            ("Winter", "An aunt moves in. The sisters sleep through the night."),
        ),
        well=("The aunt was asked what she needed, and was given it within the week: a second bed and a cot rail.",),
    ),
    Case(
        "Young Person Oak", LCSPR, ("exploitation", "challenge"),
        "Young Person Oak was fifteen when older people made him carry drugs between towns. He took part in this review "
        "and chose its title page.",
        [
            Document(Kind.OVERVIEW_REPORT, then="release"),
            Document(Kind.LEARNING_BRIEFING, then="release", title="Seven minutes on exploitation"),
            Document(Kind.EASY_READ, then="release"),
            Document(Kind.STATEMENT, then="release", title="Statement by the Independent Chair"),
            Document(Kind.BOARD_RESPONSE, then="schedule"),
        ],
        completed=30,
        story=(
            "Oak took accordion lessons until the lessons were cut, and can still play. He says that the people who used "
            "him were the first to ask what he wanted to be.",
            "He is eighteen now, works for a tree surgeon, and came to the presentation of this report on the night bus "
            "that he used to be sent on.",
        ),
        events=(
            ("September", "Excluded from school after a fight that he did not start."),
            ("October", "Reported missing for the first time. Found on a train two counties away."),
            ("December", "Arrested. Two telephones, new trainers, no questions about either."),
            ("January", "He tells a youth worker that he owes money. Her post ends in the same month."),
        ),
        well=("The youth worker wrote to him after she had left. He kept the letter.",),
    ),
    Case(
        "Child Poplar", LCSPR, ("self_harm", "sharing"),
        "The report on Child Poplar appears this week. Her parents have read it, and asked for a day on which they can be "
        "somewhere else.",
        [Document(Kind.OVERVIEW_REPORT, then="announce,schedule"), Document(Kind.LEARNING_BRIEFING, then="schedule")],
        completed=45,
        story=(
            "Poplar was sixteen and taught younger children to skate. Her friends brought lavender to the first meeting "
            "with the reviewer, since it had been the smell of her room.",
        ),
        events=(
            ("March", "Referred by her doctor, and accepted within a week."),
            ("April to August", "Five months on a waiting list. Four adults each believe another is in touch."),
            ("Late August", "A friend's mother rings every number she can find."),
        ),
        well=("Her form tutor kept a seat for her on every school trip.",),
    ),
    Case(
        "Child Quince", LCSPR, ("prebirth", "parental_health"),
        "Child Quince was born on a bank holiday to a young woman who had grown up in care. The plan for going home was "
        "made in a corridor.",
        [Document(Kind.OVERVIEW_REPORT, days=150, then="suspend"), Document(Kind.LEARNING_BRIEFING, days=150)],
        completed=180,
        story=("Quince's mother had chosen a second-hand pram months ahead and had painted it yellow.",),
        events=(
            ("Week sixteen", "The midwife rings and is asked to ring again after week twenty-eight."),
            ("Week thirty-four", "Quince is born early, on a bank holiday."),
        ),
        well=("The night sister found a room, a kettle and an hour.",),
    ),
    Case(
        "Child Rowan", LCSPR, ("domestic_abuse",),
        "A review about a child whose father was feared by everybody and met by nobody.",
        [Document(Kind.OVERVIEW_REPORT, days=300, then="withdraw")],
        edition=2018, completed=330,
        story=("Rowan was five and had learned to close doors without a sound.",),
        events=(("Fourteen months", "Every agency describes the father; none meets him."),),
        well=("A neighbour left her porch light on.",),
    ),
    Case(
        "Child Sorrel", LCSPR, ("disability", "voice"),
        "Child Sorrel speaks with pictures. Her distress was taken for a part of her disability until her teaching "
        "assistant insisted.",
        [Document(Kind.OVERVIEW_REPORT, days=260, then="correct"), Document(Kind.EASY_READ, days=255)],
        completed=290,
        story=(
            "Sorrel is ten and has a laugh that fills a corridor. Her picture board has a square for allotment, which is "
            "where she wants to be most of the time.",
            "She told the reviewer by pointing that the minibus was too loud, that one person there had been unkind, and "
            "that she would like chips.",
        ),
        events=(
            ("Spring", "She stops eating at respite care. Noted as known behaviour."),
            ("Summer", "She pulls her hair. Noted as known behaviour."),
            ("Autumn", "Her teaching assistant brings the picture board to a meeting and is asked to wait outside."),
            ("Winter", "She is listened to."),
        ),
        well=("The teaching assistant waited outside for fifty minutes, and then came in.",),
    ),
    Case(
        "Child Gorse", LCSPR, ("online", "self_harm"),
        "A picture of Child Gorse was passed round a school. She told no adult for three weeks, because she believed that "
        "she had broken a rule.",
        [Document(Kind.OVERVIEW_REPORT, days=355, then="move"), Document(Kind.LEARNING_BRIEFING, days=340)],
        completed=380,
        story=("Gorse was thirteen, captain of a quiz team and never without her grandmother's wristwatch.",),
        events=(
            ("Monday", "The picture is sent to one person."),
            ("Thursday", "It is on most telephones in her year."),
            ("Three weeks later", "A dinner lady asks why she no longer queues."),
        ),
        well=("The dinner lady asked.",),
    ),
    Case(
        "Child Foxglove", LCSPR, ("substances", "infants"),
        "Child Foxglove, a toddler, swallowed medicine that had been prescribed to her father. She recovered fully.",
        [Document(Kind.OVERVIEW_REPORT, days=400, then="keep,page"), Document(Kind.LEARNING_BRIEFING, days=400)],
        edition=2018, completed=430,
        story=("Foxglove was two and could open every cupboard in the house. Her father had been in treatment for a year.",),
        events=(
            ("January", "A locked box is ordered."),
            ("March", "The box has not come. Nobody has been to see."),
            ("April", "An ambulance arrives within six minutes."),
        ),
        well=("The ambulance crew rang the ward the next morning to ask after her.",),
    ),
    Case(
        "Child Nettle", LCSPR, ("hidden",),
        "A review about a child who was looked after by people whom nobody had checked.",
        [Document(Kind.OVERVIEW_REPORT, days=75), Document(Kind.STATEMENT, days=75, then="suspend-review")],
        completed=100,
        story=("Nettle was seven and had lived with a family friend for a year.",),
        events=(("One year", "A private arrangement that nobody was told of."),),
        well=("A school secretary asked who would come to sports day.",),
    ),
    Case(
        "Child Thistle", LCSPR, ("challenge", "neglect"),
        "The report on Child Thistle is being prepared for publication.",
        [
            Document(Kind.OVERVIEW_REPORT, then="bad"),
            Document(Kind.EXECUTIVE_SUMMARY, then="bad", flaw="box"),
            Document(Kind.LEARNING_BRIEFING, then="bad", flaw="layer"),
            Document(Kind.STATEMENT, then="bad", flaw="scan"),
            Document(Kind.ACTION_PLAN, then="draft"),
        ],
        completed=14,
    ),
    Case(
        "Child Ivy", LCSPR, (),
        "Published without a name by a national collection. Nothing on this site may point to it.",
        [], no_trace=True,
    ),
]  # fmt: skip
