"""Themes about young children and their families."""

from typing import Any

THEMES: dict[str, dict[str, Any]] = {
    "infants": {
        "name": "Babies under one",
        "description": "Safer sleep, bruises in babies who do not move yet, and help for tired parents.",
        "synonyms": ["infants", "newborns", "safer sleep", "non-mobile babies"],
        "finding": "Advice was given once, and life had changed by the time it was needed",
        "happened": "The health visitor talked about safer sleep at the first visit and wrote down that the parents "
        "understood. Three weeks later the family was staying on a friend's sofa. Nobody had asked where the baby "
        "would sleep on a night that was not like other nights.",
        "why": "Staff were proud of covering every item on a long list. The list left little time to be curious about "
        "this home, this evening and these parents, and it treated advice as something that is done and then finished.",
        "learning": [
            "Ask to see where the baby sleeps, and ask again whenever the family moves or has visitors.",
            "Talk about the night that goes wrong: the long journey, the party, the argument, the illness.",
            "A bruise on a baby who is not yet crawling is always discussed with a paediatrician on the same day.",
        ],
        "questions": [
            "When did we last ask a family what happens on a bad night?",
            "Who in our team knows how to reach a paediatrician this afternoon?",
        ],
        "recommendation": "Make the safer sleep conversation part of every contact in the first six months, and record "
        "the plan for unusual nights.",
        "who": "Larkmoor Community Health",
        "within": 6,
    },
    "neglect": {
        "name": "Neglect",
        "description": "When a child's everyday needs go unmet for a long time, and how to notice the pattern.",
        "synonyms": ["poor care", "emotional neglect", "missed appointments", "was not brought"],
        "finding": "Each visit looked like a small problem; together they were a childhood",
        "happened": "Eleven visits in two years ended with advice about the kitchen, the school uniform or the dentist. "
        "Each was written up on its own. When the notes were laid side by side on one long table for this review, "
        "professionals who had known the family for years were silent for some time.",
        "why": "Every visit started from what had improved since the one before. There was no single place in which the "
        "story could be read from the beginning, and no moment at which somebody had to read it.",
        "learning": [
            "Write a chronology early and read it aloud together; patterns are heard before they are seen.",
            "Say that a child was not brought, not that the family did not attend.",
            "Describe a day in the child's life in the child's own measure: food, sleep, warmth, play, kindness.",
        ],
        "questions": [
            "Could a stranger tell from our notes what it is like to be this child on a Tuesday?",
            "What would have to be different for us to say that this is good enough?",
        ],
        "recommendation": "Hold a review of the whole chronology whenever a child has been supported for nine months "
        "without lasting change.",
        "who": "Larkmoor Council, children's services",
        "within": 9,
    },
    "domestic_abuse": {
        "name": "Domestic abuse",
        "description": "Living with control and violence at home harms children, also when nobody hits them.",
        "synonyms": ["domestic violence", "coercive control", "violence at home"],
        "finding": "The plan asked the mother to keep everybody safe from somebody else",
        "happened": "The written agreement said that the mother would not let her former partner in. He had keys. When "
        "he came, she was told that she had broken the agreement. She stopped ringing. Nobody had met him in fourteen "
        "months, though everybody could describe him.",
        "why": "He did not come to meetings and she did, so the work was done with her. Staff had not been helped to "
        "talk with men who frighten people, and were, quite reasonably, frightened themselves.",
        "learning": [
            "Put the person who does harm at the centre of the plan: what will he be asked to do, and by whom?",
            "Ask children what they do when voices are raised; most have a plan of their own.",
            "Leaving is often the most dangerous time. Plan for the months after it.",
        ],
        "questions": [
            "Whose name stands beside each action in our plan?",
            "How do we make it safe for a worker to meet somebody who is controlling?",
        ],
        "recommendation": "Train and support staff of every agency to work directly with people who use violence, in pairs.",
        "who": "Larkmoor Domestic Abuse Partnership",
        "within": 12,
    },
    "prebirth": {
        "name": "Before birth",
        "description": "Planning with parents during pregnancy, so that help is there on the first day.",
        "synonyms": ["pregnancy", "unborn babies", "pre-birth assessment", "concealed pregnancy"],
        "finding": "The assessment began when the birth was near enough to be urgent",
        "happened": "The community midwife rang in the sixteenth week, worried about a young woman who had been in care "
        "herself. She was told to ring back after twenty-eight weeks. The baby was born at thirty-four, on a bank "
        "holiday, and the plan for going home was made in a corridor.",
        "why": "A rule about when to accept a referral had grown up in a busy year and had never been looked at again. "
        "Nobody remembered who had made it.",
        "learning": [
            "Begin early: trust takes longer to build than an assessment takes to write.",
            "A parent who grew up in care has lost more by being judged than by being asked.",
            "Plan for a birth that comes early, at night or on a holiday.",
        ],
        "questions": [
            "Which of our rules about timing would we find hard to explain to an expectant mother?",
            "Who rings the ward on the first morning?",
        ],
        "recommendation": "Accept a worry about an unborn baby at any week, and hold the first planning meeting by the "
        "twentieth week.",
        "who": "Larkmoor Council and Larkmoor Hospitals",
        "within": 4,
    },
    "parental_health": {
        "name": "Parents' mental health",
        "description": "Thinking about the child whenever a parent is unwell, and about the parent whenever a child is.",
        "synonyms": ["parental mental illness", "depression", "postnatal depression", "think family"],
        "finding": "Adult services treated a patient; children's services supported a child; they were one family",
        "happened": "The father's care coordinator knew that he heard voices when he did not sleep. The nursery knew that "
        "the little boy put himself to bed. Each held half of a sentence that nobody spoke.",
        "why": "The two record systems cannot see each other, and both teams believed that the law forbade them to talk. "
        "It does not. A telephone call lasting four minutes would have been enough.",
        "learning": [
            "Ask every adult patient who depends on them, and write down names and ages.",
            "Ask what the child does when the parent is ill, and who else the child can turn to.",
            "When in doubt about sharing, ask what the child would wish you had done.",
        ],
        "questions": [
            "Do we know the names of the children of the adults we treat?",
            "When did we last telephone the other team before writing to them?",
        ],
        "recommendation": "Give each adult mental health team a named link worker in children's services, and cover for "
        "that worker's holidays.",
        "who": "Larkmoor Mental Health Trust",
        "within": 6,
    },
    "substances": {
        "name": "Alcohol and drugs at home",
        "description": "Parents' drinking or drug use, methadone in the home, and what children see of it.",
        "synonyms": ["substance misuse", "parental drinking", "methadone", "addiction"],
        "finding": "Recovery was counted in weeks; the child's worry was counted in nights",
        "happened": "The treatment service saw real progress and said so. Relapses were brief and honestly reported. The "
        "seven-year-old had meanwhile learned to judge the evening from the sound of the key in the door.",
        "why": "Reports to the meeting described attendance and test results. None asked what home was like during a "
        "relapse, because the service saw adults in a building and never visited.",
        "learning": [
            "Relapse is part of recovery: agree beforehand who looks after the children when it comes.",
            "Medicines that can kill a child are kept in a locked box, and somebody goes to see the box.",
            "Ask children what they notice first; they are careful observers.",
        ],
        "questions": [
            "Does our safety plan still work at eleven at night?",
            "Who has seen the locked box?",
        ],
        "recommendation": "Visit at home together, treatment worker and health visitor, at least once every three months.",
        "who": "Larkmoor Recovery Service",
        "within": 6,
    },
}
