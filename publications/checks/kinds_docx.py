"""Kinds of findings in a Word file."""

from publications.checks.kind import Kind, Severity

INSPECT = "In Word: File, Info, Check for Issues, Inspect Document; remove what it finds, save, and upload that."
OPEN = "Whoever opens the file in Word can read it."


def _blocking(sentence: str, advice: str, why: str = OPEN) -> Kind:
    return Kind(Severity.BLOCKING, sentence, advice, why)


def _look(sentence: str, advice: str, why: str) -> Kind:
    return Kind(Severity.LOOK, sentence, advice, why)


DOCX: dict[str, Kind] = {
    "not_a_docx": Kind(
        Severity.BLOCKING,
        "This is not a Word document (.docx).",
        "Save it as a Word document (.docx) in the program that it was made with.",
        "What can't be read to its end can't be checked.",
        unreadable=True,
    ),
    "docx_changes": _blocking(
        "Tracked changes: words that were inserted, deleted or moved are still marked, and the old ones can be read.",
        "In Word: Review, Accept, Accept All Changes and Stop Tracking; save, and upload that.",
        "What was struck out is often what had to go.",
    ),
    "docx_format_changes": _look(
        "Tracked changes of the layout; they name who made them and when.",
        "In Word: Review, Accept, Accept All Changes and Stop Tracking; save, and upload that.",
        "They hold no words of the text, but a person's name.",
    ),
    "docx_comments": _blocking(
        "Comments in the margin, with the names of those who wrote them.",
        "In Word: Review, Delete, Delete All Comments in Document; save, and upload that.",
    ),
    "docx_hidden_text": _blocking(
        "Words that are not seen on the page: marked as hidden, or in white, in tiny letters, or on a mark of their own"
        " colour.",
        "Delete the words themselves (to see hidden ones, in Word: Home, ¶), and upload that.",
    ),
    "docx_box_over_text": _blocking(
        "A dark box lies in front of the text: what is under it can be read by moving it.",
        "Delete the words under it and type [redacted] instead.",
    ),
    "docx_embedded": _blocking(
        "Other files are embedded in it, such as a spreadsheet behind a chart or a whole document.",
        "In Word: copy the chart or object, paste it as a picture, and delete the first one.",
        "A chart on the page brings along the whole table that it was drawn from.",
    ),
    "docx_macros": _blocking(
        "Programs (macros) or controls are in it.",
        "Save it as an ordinary Word document (.docx) without macros.",
        "They run on the reader's computer.",
    ),
    "docx_earlier_version": _blocking(
        "Parts of an earlier version are still inside the file.",
        "Copy everything into a new document, save that and upload it.",
    ),
    "docx_author": _look(
        "The file's properties name who wrote it or saved it last.",
        INSPECT,
        "An author may be meant to be known; a colleague's name in a report on a child may not.",
    ),
    "docx_people": _look(
        "The file keeps a list of people who commented or changed something, with their account names.",
        INSPECT,
        "Staff can be found by them.",
    ),
    "docx_company": _look(
        "The file's properties name an organisation or a manager.",
        INSPECT,
        "It may be the board itself.",
    ),
    "docx_properties": _look(
        "Further properties or data that a program put in, such as those of SharePoint.",
        INSPECT,
        "They may name folders, users and cases.",
    ),
    "docx_template": _look(
        "The file names the template that it was made from, with its path on somebody's computer or server.",
        "In Word: Developer, Document Template: choose Normal; save, and upload that.",
        "Paths have names of users, servers and cases in them.",
    ),
    "docx_link_to_file": _look(
        "A link or picture in it leads to a file on somebody's computer or to an internal server.",
        "Remove the link (right-click, Remove Hyperlink), or break it (File, Info, Edit Links to Files).",
        "Readers can't follow it, and the path has names in it.",
    ),
    "docx_picture_data": _look(
        "A picture in it says where, when or with what camera it was taken.",
        "In Word: select the picture, Picture Format, Compress Pictures; or save it without its properties first.",
        "A place tells which school or home it is.",
    ),
    "docx_cropped_picture": _look(
        "A picture is cropped: what was cut off is still in the file.",
        "In Word: select the picture, Picture Format, Compress Pictures, Delete cropped areas of pictures.",
        "Cropping is ordinary, and only a person sees whether what is hidden may be seen.",
    ),
    "docx_alternative_text": _look(
        "A picture's name or alternative text reads as if it had a path, or a person's name, number or address in it.",
        "In Word: right-click the picture, View Alt Text, and say what readers should know of it.",
        "Screen readers read it out.",
    ),
    "docx_thumbnail": _look(
        "A small picture of the first page, as it once was, is kept in the file.",
        "In Word: File, Info, Properties, Advanced Properties: untick Save Thumbnails; save again.",
        "It may show the page before it was changed.",
    ),
}
