"""Kinds of findings in what stands on the pages and can't be seen there."""

from publications.checks.kind import Kind, Severity

HIDDEN: dict[str, Kind] = {
    "text_hidden": Kind(
        Severity.BLOCKING,
        "Here are words that nobody sees on the page, but anybody can select, copy and search.",
        "Take the words out in the program that the document was made with, and make the PDF again.",
        "Whoever opens the file can read them.",
    ),
}
