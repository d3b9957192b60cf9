"""Kinds of findings that end the checks: what can't be read can't be checked, and nobody may overrule that."""

from publications.checks.kind import Kind, Severity

AGAIN = "Save it again as a PDF from the program that it was made with, and upload that."


def _unreadable(sentence: str, advice: str) -> Kind:
    why = "What can't be read to its end can't be checked."
    return Kind(Severity.BLOCKING, sentence, advice, why, unreadable=True)


UNREADABLE = {
    "missing": _unreadable("There is no such file, or it may not be read.", "Upload it again."),
    "not_a_pdf": _unreadable("This is not a PDF.", "Save it as a PDF in the program that it was made with."),
    "broken": _unreadable("The file is damaged: it can't be read to its end.", AGAIN),
    "encrypted": _unreadable(
        "The file is encrypted or protected by a password, so that not all of it can be looked into.",
        "Save it without a password and without restrictions, and upload that.",
    ),
    "too_many_bytes": _unreadable(
        "The file is larger than this site takes.", "Make its pictures smaller, or publish it in parts."
    ),
    "too_many_pages": _unreadable(
        "The file has, or says that it has, more pages than this site takes.", "Publish it in parts."
    ),
    "too_much_inside": _unreadable("The file is small but grows beyond all measure when it is opened.", AGAIN),
    "page_too_large": _unreadable("A page says that it is larger than any paper or screen.", AGAIN),
    "no_pages": _unreadable("The file has no page.", AGAIN),
    "out_of_memory": _unreadable(
        "Reading the file took more memory than it may.", "Make its pictures smaller. " + AGAIN
    ),
    "out_of_time": _unreadable("Reading the file took longer than it may.", "Publish it in parts. " + AGAIN),
    "crashed": _unreadable("Reading the file failed: it is damaged, or made to do harm.", AGAIN),
}
