"""Themes about older children, and about how agencies work together."""

from typing import Any

THEMES: dict[str, dict[str, Any]] = {
    "exploitation": {
        "name": "Exploitation",
        "description": "Adults who use young people for crime or sex, and why it is never a young person's choice.",
        "synonyms": ["child sexual exploitation", "CSE", "criminal exploitation", "county lines", "grooming"],
        "finding": "He was treated as trouble at the very time when he was in it",
        "happened": "In five months he was excluded from school, arrested twice and reported missing on nine nights. He had "
        "new trainers and a second telephone. Each agency answered what it saw: a rule, an offence, an absence. He told "
        "a youth worker that he owed money. She wrote it down, and then her post ended.",
        "why": "Meetings about missing children, about crime and about school were held on different days by different "
        "people. Exclusion took away the only place where an adult saw him every morning.",
        "learning": [
            "Ask who gains from what the young person does.",
            "Keep a young person in school: a place to be at nine o'clock is protection.",
            "Stay. One adult who keeps turning up is worth more than six who assess.",
        ],
        "questions": [
            "Which words in our notes make a child sound like an adult?",
            "Who will still be there in six months?",
        ],
        "recommendation": "Hold one meeting for each young person at risk outside the home, in place of three, with one "
        "trusted adult named in it.",
        "who": "Larkmoor Police and Larkmoor Council",
        "within": 6,
    },
    "online": {
        "name": "Life online",
        "description": "Friendship, pressure and harm on screens, and how adults can stay part of the conversation.",
        "synonyms": ["internet safety", "social media", "online safety", "image sharing", "sextortion"],
        "finding": "Adults asked about screen time; young people wanted to talk about friendship",
        "happened": "School had taught every rule of staying safe online. When a picture was passed round, the young woman "
        "believed that she had broken a rule and would be punished. She told no adult for three weeks.",
        "why": "Lessons were about not getting into trouble. They did not say clearly enough what adults would do to help, "
        "nor that they would not be angry.",
        "learning": [
            "Promise help before asking questions, and keep the promise.",
            "Pictures can be taken down: know how, and do it together with the young person on the same day.",
            "Ask what somebody loves online before asking what worries them.",
        ],
        "questions": [
            "Does every pupil know one adult who would not be shocked?",
            "Could each of us have a picture taken down this afternoon?",
        ],
        "recommendation": "Write with young people a one-page promise of what adults do when something goes wrong online.",
        "who": "Larkmoor Schools Forum",
        "within": 8,
    },
    "self_harm": {
        "name": "Self-harm and despair",
        "description": "Noticing when a young person is losing hope, and staying close until it passes.",
        "synonyms": ["self harm", "suicidal thoughts", "emotional wellbeing", "young people's mental health"],
        "finding": "There was a waiting list, and nobody's task was to wait with her",
        "happened": "She was referred quickly and accepted at once. The wait was five months. During it, four caring adults "
        "each believed that another was keeping in touch.",
        "why": "A referral felt like an answer. The letter that confirmed it gave a date and a telephone number but no "
        "person, and a friend's mother turned out to know most.",
        "learning": [
            "Name one adult who keeps in touch, every week, until treatment begins.",
            "Ask directly about thoughts of not wanting to live; asking does not plant them.",
            "Tell parents and friends what to look for and whom to ring at night.",
        ],
        "questions": [
            "Who is waiting with the young people on our list?",
            "Would a friend know how to reach us on a Sunday?",
        ],
        "recommendation": "Give every young person who waits for treatment a named contact who rings once a week.",
        "who": "Larkmoor Mental Health Trust",
        "within": 3,
    },
    "disability": {
        "name": "Disabled children",
        "description": "Hearing children who speak in other ways, and never explaining a worry away by a diagnosis.",
        "synonyms": ["learning disability", "SEND", "communication needs", "autism"],
        "finding": "Signs of distress were read as signs of disability",
        "happened": "She stopped eating at respite care and began to pull her hair. The record says each time that this is "
        "known behaviour. Her teaching assistant had made a board of pictures with her; nobody from outside school "
        "had ever asked to see it.",
        "why": "Many kind people spoke for her. Few had been shown how to listen to somebody who points, and visits were "
        "too short to learn.",
        "learning": [
            "A change is a message. Ask what happened before asking what the diagnosis is.",
            "Borrow the child's way of speaking: the board, the signs, the device, the person who knows.",
            "See disabled children alone as often as you would see any other child.",
        ],
        "questions": [
            "Can everybody who visits this child understand a yes and a no?",
            "What would we think of this sign in a child without a diagnosis?",
        ],
        "recommendation": "Keep a one-page communication passport with every disabled child's plan, written with the child.",
        "who": "Larkmoor Council, disabled children's team",
        "within": 6,
    },
    "hidden": {
        "name": "Children not seen",
        "description": "Children out of school, privately fostered, often moved or simply out of sight.",
        "synonyms": ["missing education", "home education", "private fostering", "moved between areas"],
        "finding": "The family moved four times, and each time the story began again",
        "happened": "Records arrived after the family had left. In the third area the children were on no school roll for "
        "seven months. A librarian noticed that they came every weekday morning, and did not know whom to tell.",
        "why": "Each area did what its rules asked and closed its file when the family was gone. Nobody's task was to make "
        "sure that somebody had opened another.",
        "learning": [
            "Ring the next area; a file is not closed until somebody there has said a child's name back to you.",
            "Tell libraries, swimming pools and play centres whom to call.",
            "Home education is a right. Seeing a child from time to time is one as well: the child's.",
        ],
        "questions": [
            "Which children in our area would nobody miss before Christmas?",
            "Do the people at our front desks know whom to ring?",
        ],
        "recommendation": "Agree with neighbouring areas that a case is handed over in a conversation, within five working "
        "days, and record both names.",
        "who": "Larkmoor Safeguarding Children Partnership",
        "within": 6,
    },
    "voice": {
        "name": "The child's voice",
        "description": "Seeing children alone, believing what they show, and telling them what came of it.",
        "synonyms": ["wishes and feelings", "listening to children", "lived experience"],
        "finding": "Adults disagreed about him at length, and he was in the next room",
        "happened": "Between two and nine years of age he was the subject of forty-one meetings. His own words stand in the "
        "minutes of two. In one he asked for a door that closes.",
        "why": "Time with children was the first thing to go when a day grew short, since nothing else in the system "
        "stopped when it was missing.",
        "learning": [
            "See the child alone, in a place the child likes, before writing what the child thinks.",
            "Write words down as they were said, and drawings as they were drawn.",
            "Go back and say what changed, also when it is nothing yet.",
        ],
        "questions": [
            "What did this child ask us for, and what did we answer?",
            "How many minutes of last month did we spend with the child alone?",
        ],
        "recommendation": "Begin every meeting about a child with the child's own words, and record when there are none.",
        "who": "All partners",
        "within": 3,
    },
    "sharing": {
        "name": "Sharing information",
        "description": "Telling each other in time what only the whole picture shows.",
        "synonyms": ["information sharing", "confidentiality", "records", "GDPR"],
        "finding": "Everybody knew something, and each waited for more",
        "happened": "By the spring seven professionals were worried. Each had one piece, thought it too small to trouble "
        "somebody with and decided to see whether it happened again. It happened again, in front of somebody else.",
        "why": "People feared to break the law by speaking. None had been told as plainly that they may share what keeps a "
        "child safe, and the form for it was nine pages long.",
        "learning": [
            "A worry shared early is small. Ring, and write afterwards.",
            "The law lets you share what protects a child, also without consent. Note why you did.",
            "Tell whoever rang you what became of it; people ring again if they were answered.",
        ],
        "questions": [
            "What are we waiting to see a second time?",
            "When somebody rang us last, did they ever hear what we did?",
        ],
        "recommendation": "Replace the referral form with a telephone call, and answer every caller within two working days.",
        "who": "Larkmoor Council, front door team",
        "within": 4,
    },
    "challenge": {
        "name": "Curiosity and challenge",
        "description": "Asking once more, disagreeing kindly, and knowing whom to go to when it is not heard.",
        "synonyms": ["professional curiosity", "escalation", "disguised compliance", "supervision"],
        "finding": "The nursery nurse was right, and stopped saying so",
        "happened": "She rang three times. The third time she apologised for ringing. Her manager knew of the procedure for "
        "disagreements and thought of it as something for serious cases; everybody else had thought so too.",
        "why": "The person with the most hours beside the child had the least standing in the room. Optimism was shared out "
        "freely; doubt had to be carried alone.",
        "learning": [
            "Ask the person who sees the child most what they would do.",
            "Disagreement is part of the work: say it, write it down, take it one step up on the same day.",
            "In supervision, ask what would change your mind.",
        ],
        "questions": [
            "Who in this meeting has not spoken?",
            "When did we last use the procedure for disagreements, and what did we learn?",
        ],
        "recommendation": "Count how often the procedure for disagreements is used, and look into any team that never does.",
        "who": "Larkmoor Safeguarding Children Partnership",
        "within": 6,
    },
}
