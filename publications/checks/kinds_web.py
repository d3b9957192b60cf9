"""Kinds of findings in the frozen text of a web page, beside those in what any file says."""

from publications.checks.kind import Kind, Severity

WEB = {
    "not_a_text": Kind(
        Severity.BLOCKING,
        "This is not the frozen text of a web page.",
        "Freeze the text again on its own screen.",
        "What can't be read to its end can't be checked.",
        unreadable=True,
    ),
    "text_pictures": Kind(
        Severity.LOOK,
        "It has pictures. What is written or shown in a picture is not read by these checks.",
        "Look at every picture as a stranger would: faces, places, names on doors and screens, dates.",
        "Only a person can tell what a picture gives away.",
    ),
}
