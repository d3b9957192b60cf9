"""Kinds of findings in what stands on the pages and can't be seen there."""

from publications.checks.kind import Kind, Severity

REDACT = (
    "Take the words out in the program that the document was made with, or with a tool that really redacts, and make"
    " the PDF again."
)
COPIED = "Anybody can select, copy and search it; most leaks of redacted papers happened like this."


def _hidden(sentence: str, advice: str = REDACT, why: str = COPIED) -> Kind:
    return Kind(Severity.BLOCKING, sentence, advice, why)


HIDDEN: dict[str, Kind] = {
    "text_under_box": _hidden("Under a filled shape there are words that can be copied."),
    "text_under_picture": _hidden("Under a picture there are words that can be copied."),
    "text_under_annotation": _hidden("Under a mark, stamp or box of a comment there are words that can be copied."),
    "text_under_text": _hidden("Under other letters there are words that can be copied."),
    "text_in_background_colour": _hidden("Words have the colour of what is behind them, and can be copied."),
    "text_not_drawn": _hidden("There are words that are not drawn but can be copied."),
    "text_layer_differs": _hidden("The words behind a scanned page say more than the picture shows."),
    "text_off_page": _hidden("There are words off the edge of the page."),
    "text_clipped": _hidden("There are words in the part of the page that is cut off."),
    "text_on_hidden_layer": _hidden("There are words on a layer that is switched off."),
    "text_too_small": _hidden("There are words too small to be read, but they can be copied."),
    "text_without_font": Kind(Severity.LOOK, "x", "y", "z"),
    "text_layer": Kind(Severity.NOTE, "x", "y", "z"),
    "label_under_box": Kind(Severity.NOTE, "x", "y", "z"),
}
