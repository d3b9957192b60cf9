"""Kinds of findings in what stands on the pages and can't be seen there."""

from publications.checks.kind import Kind, Severity

REDACT = (
    "Take the words themselves out in the program that the document was made with, or with a tool that really redacts,"
    " and make the PDF again. A box, a mark or a colour takes nothing out."
)
COPIED = "Anybody can select, copy or search it; most leaks from redacted papers happened so."
DRAWN = "What is covered or cut off can be taken out of the file whole; but frames and designs do it every day."


def _hidden(sentence: str, advice: str = REDACT, why: str = COPIED) -> Kind:
    return Kind(Severity.BLOCKING, sentence, advice, why)


HIDDEN: dict[str, Kind] = {
    "text_under_box": _hidden("Words lie under a filled shape and can still be copied."),
    "text_under_picture": _hidden("Words lie under a picture and can still be copied."),
    "text_under_annotation": _hidden("Words lie under a comment's mark, box or stamp and can still be copied."),
    "text_under_text": _hidden("Words lie under other letters and can still be copied."),
    "text_in_background_colour": _hidden("Words have the colour of what is behind them and can still be copied."),
    "text_not_drawn": _hidden("Words are not drawn on the page and can still be copied."),
    "text_layer_differs": _hidden(
        "The searchable words behind a scanned page say something that the picture does not show.",
        "Redact the picture and its words together, or scan the redacted paper anew and have its words recognised.",
    ),
    "text_off_page": _hidden(
        "Words stand outside of the visible page and can still be copied.",
        "Take them out in the program that the document was made with, or make the PDF again without what is outside.",
        "Nobody sees them when reading, and every search finds them.",
    ),
    "text_clipped": _hidden(
        "Words are cut off by a frame or a cell and can still be copied.",
        "Make the cell or frame large enough, or shorten what stands in it, and make the PDF again.",
        "The cut part of a table's cell is whole in the file: a name in a narrow column, for example.",
    ),
    "text_on_hidden_layer": _hidden(
        "Words stand on a layer that is switched off.",
        "Delete the layer in the program that the document was made with, and make the PDF again.",
        "Every reader can switch it on.",
    ),
    "text_too_small": _hidden(
        "Words are too small to be read, but can be copied.",
        "Take them out or set them in a size that people can read.",
        "On the page they look like a line or a speck.",
    ),
    "scan_under_box": _hidden(
        "A shape lies over writing in a scanned page; the writing under it is still in the picture.",
        "Redact inside the picture, with a tool that really redacts, or scan the redacted paper anew.",
        "The picture can be taken out of the file without the shape.",
    ),
    "text_without_font": Kind(
        Severity.LOOK,
        "The font of these words is not in the file, so that these checks could not see how they look.",
        "Make the PDF again with all fonts embedded (PDF/A does that).",
        "Nothing is known to be hidden; but nobody can promise either what readers will see.",
    ),
    "picture_under_box": Kind(
        Severity.LOOK,
        "A shape of one colour covers a part of a picture; the part under it is still in the file.",
        "If it is there to hide something, such as a face, change the picture itself and make the PDF again.",
        DRAWN,
    ),
    "picture_cropped": Kind(
        Severity.LOOK,
        "A picture is larger than what is shown of it; the rest is still in the file.",
        "Look at the whole picture. If the rest must not be seen, crop it for good: Word has “Delete cropped areas”.",
        DRAWN,
    ),
    "text_layer_elsewhere": Kind(
        Severity.LOOK,
        "The searchable words behind a scanned page stand elsewhere than the writing in the picture.",
        "Copy the page's words into an empty document and compare them with the picture.",
        "Some programs place recognised words badly; and words can say more than the picture.",
    ),
    "text_layer": Kind(
        Severity.NOTE,
        "The page is a picture with searchable words behind it, which stand where the picture shows writing.",
        "Nothing. The words were recognised by a program: they may be wrong, and were not compared letter by letter.",
        "So are all scanned pages that can be searched and read out.",
    ),
    "label_under_box": Kind(
        Severity.NOTE,
        "Under a box there is only a label, such as “redacted”, or the mark of the program that made the file.",
        "Nothing.",
        "It says nothing about anybody.",
    ),
}
