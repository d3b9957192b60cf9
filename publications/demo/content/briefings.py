"""The demo's seven-minute briefings: title, topic, summary, and (heading, text) boxes."""

BRIEFINGS = [
    (
        "Bruises in babies who don't move yet", "infants",
        "Seven minutes on why a bruise on a baby who can't crawl is always talked about on the same day.",
        [
            ("Background",
             "<p>Babies who can't roll or crawl seldom bruise themselves. Three reviews in Larkmoor within six years told of "
             "a baby with a small bruise that somebody saw, wondered about, and did not speak of until later.</p>"
             "<p>Nobody was careless. Each had a reason that made sense at the time, and each of the reasons was another.</p>"),
            ("Why it matters",
             "<p>A bruise on a baby is rare, and what looks harmless is sometimes the first of several injuries. It may also be "
             "a sign of an illness that can be treated. Either way a child doctor has to look, and soon: bruises fade "
             "within days, and with them what could have been found out.</p>"),
            ("What happened",
             "<p>A nursery nurse saw a mark the size of a penny on the cheek of a baby of nine weeks. The parents said that he "
             "had lain on a toy. She wrote it down and meant to ask her manager, who was away until Monday.</p>"
             "<p>On Sunday the baby came to hospital with injuries that had happened on the Saturday.</p>"),
            ("What was found",
             "<ul><li>Everybody knew that there was a rule for such bruises. Few knew that it holds for the smallest ones too.</li>"
             "<li>People looked for a sign that something was wrong with the parents, and as they saw none they waited.</li>"
             "<li>The telephone number stood in a document of 140 pages.</li>"
             "<li>Where a team had talked about it beforehand, people rang within the hour.</li></ul>"),
            ("What to do",
             "<ol><li>Look at the whole baby, in good light, with a parent beside you.</li>"
             "<li>Ask openly how it happened. Write down the answer in their words.</li>"
             "<li>Ring the child doctor on call on the same day, whatever the explanation is and whoever the parents are.</li>"
             "<li>Tell the parents that you do this for every baby, and why. Most are glad to hear it.</li>"
             "<li>Ring children's social care if the doctor says so, or if you are worried.</li></ol>"),
            ("Talk about it in your team",
             "<ul><li>Who of us has the number in their telephone?</li><li>Who rings when it is five o'clock on a Friday?</li>"
             "<li>What would we say to parents whom we know well?</li><li>What would keep me from ringing?</li></ul>"),
            ("Find out more",
             "<p>The procedure has the number on its first page now. Each practice, nursery and clinic has somebody who has "
             "done the one-hour course; ask them to show you the pictures. The reports are on this site under the topic "
             "“Babies under one”.</p>"),
        ],
    ),
    (
        "Was not brought", "neglect",
        "Seven minutes on why a child who misses appointments was not brought to them.",
        [
            ("Why it matters", "<p>Children can't drive. A missed appointment is something that happened to them.</p>"),
            ("What was found",
             "<p>In four of five reports a child had missed appointments that nobody counted together. Letters said “did not "
             "attend”, and the third such letter closed the case.</p>"),
            ("What to do",
             "<p>Write that the child was not brought, and ask what stood in the way: a bus, a shift, a fear of being judged. "
             "Look at the third one together with whoever else knows the family.</p>"),
            ("Ask in your team", "<ul><li>What do our letters say?</li><li>Who looks at the third one?</li></ul>"),
        ],
    ),
    (
        "Who else lives here?", "hidden",
        "Seven minutes on the people whom nobody asks about.",
        [
            ("Why it matters", "<p>In every second report somebody was in the home of whom no agency knew.</p>"),
            ("What to do", "<p>Ask, at every visit, in an open way. Write down the answer, and the date.</p>"),
            ("Ask in your team", "<ul><li>Would our form have room for it?</li><li>Whom did we last ask?</li></ul>"),
        ],
    ),
]  # fmt: skip
