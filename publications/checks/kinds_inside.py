"""Kinds of findings in what travels inside the file besides its pages."""

from publications.checks.kind import Kind, Severity

CLEAN = "A clean copy takes it out."
NOBODY_SEES = "No reader sees it on a page, and any program shows it."
SOURCE = "Take it out in the program that the document was made with, and make the PDF again."


def _blocking(sentence: str, advice: str, why: str, *, cleanable: bool = False) -> Kind:
    return Kind(Severity.BLOCKING, sentence, advice, why, cleanable=cleanable)


def _look(sentence: str, advice: str, why: str, *, cleanable: bool = False) -> Kind:
    return Kind(Severity.LOOK, sentence, advice, why, cleanable=cleanable)


INSIDE: dict[str, Kind] = {
    "comment": _blocking(
        "There is a comment, note or mark with words or the name of whoever made it.",
        "Delete all comments, then make or save the PDF again. On request a clean copy takes them out.",
        "Comments name children and staff, and were written for colleagues only.",
        cleanable=True,
    ),
    "mark": _look(
        "There is a mark of a reviewer, such as a highlight, without words or name.",
        "Delete it if it is not meant for readers. On request a clean copy takes it out.",
        "It says little by itself, but shows that the file is a working copy.",
        cleanable=True,
    ),
    "text_typed_on": _look(
        "Text was typed onto the page with a tool for comments; it carries the name of whoever typed it.",
        "Print the document to a new PDF: the text stays where it is, and the name goes.",
        "Readers see the text; the name is in its properties.",
    ),
    "redaction_not_applied": _blocking(
        "A part is marked for redaction and was never redacted: the words under the mark are all there.",
        "Apply the redactions in the program that marked them, save under a new name, and upload that.",
        "The most common way to publish what was to be taken out.",
    ),
    "form_value": _blocking(
        "A form field is filled in or offers a list of words.",
        "Take the form out, or print the document to a new PDF, once its values may be read.",
        "Somebody's answers, and choices that the page does not show.",
    ),
    "form_field": _look(
        "There is an empty form field.",
        "If the form is not meant for readers, make the PDF again without it.",
        "It holds nothing; readers' programs may keep what they type.",
    ),
    "xfa_form": _blocking(
        "The file holds a second, hidden document in the form language XFA, which was not looked into.",
        "Print the document to a new PDF.",
        "Its data and scripts stand beside the pages, and few programs show them.",
    ),
    "signature": _look(
        "The file is signed digitally; the signature carries a name and its time.",
        "Check whether the signer's name may be public. A clean copy breaks the signature: publish an unsigned copy.",
        "Some boards sign on purpose.",
    ),
    "attachment": _blocking(
        "Another file is attached inside this one.", CLEAN, "It may be the whole case file.", cleanable=True
    ),
    "media": _blocking(
        "There is sound, film or a 3D model in the file, which was not looked into.",
        "Take it out. Publish recordings by themselves once somebody has listened to them.",
        "Voices and faces identify.",
    ),
    "private_data": _look(
        "The program that made the file left its own working data in it.",
        CLEAN + " It can hold the drawing as it was before.",
        "Often harmless settings, at times a whole earlier drawing.",
        cleanable=True,
    ),
    "javascript": _blocking(
        "The file runs a script.", CLEAN, "Nobody expects it in a report, and it can call out.", cleanable=True
    ),
    "launch_action": _blocking(
        "The file starts a program or opens another file.", CLEAN, "No report needs it.", cleanable=True
    ),
    "submit_action": _blocking(
        "The file sends what is typed into it to an address, or reads data in.",
        CLEAN,
        "Readers of these pages must leave no trace.",
        cleanable=True,
    ),
    "link_to_file": _look(
        "A link leads to a file on somebody's computer or on a shared drive.",
        "Take the link out: it works for nobody, and its path can name people and folders.",
        NOBODY_SEES,
    ),
    "link_to_internal_host": _look(
        "A link leads to an address inside an organisation, or names the person who copied it.",
        "Replace it by the public address, or take it out.",
        NOBODY_SEES,
    ),
    "layer_off": _look(
        "A layer of the drawing is switched off.",
        "Look at what is on it, and delete it in the program that the document was made with.",
        "Every reader can switch it on. Words on it are reported by themselves.",
    ),
    "earlier_words": _blocking(
        "An earlier state of this document is still in the file, with words or comments that are gone now.",
        CLEAN,
        "Changes were saved at the end of the file; whatever was deleted can be brought back.",
        cleanable=True,
    ),
    "earlier_picture": _blocking(
        "An earlier state of this document is still in the file, in which a page shows something that is gone now.",
        CLEAN,
        "Changes were saved at the end of the file; whatever was painted over can be brought back.",
        cleanable=True,
    ),
    "earlier_state": _look(
        "An earlier state of this document is still in the file. Its pages show nothing else than today's.",
        CLEAN,
        "Its properties may differ.",
        cleanable=True,
    ),
    "removed_page": _blocking(
        "A page that was taken out of the document is still in the file.",
        CLEAN,
        "It can be brought back whole.",
        cleanable=True,
    ),
    "unreferenced_text": _blocking(
        "There are words in the file that no page shows any more.",
        CLEAN,
        "They are left from an earlier state and can be read.",
        cleanable=True,
    ),
    "bytes_outside": _look(
        "There is something before the beginning or after the end of the document in this file.",
        CLEAN,
        "Another file could hang there; mostly it is a mail program's or a web server's rubbish.",
        cleanable=True,
    ),
    "author": _look(
        "The properties name who wrote, changed or owns the document.",
        "Check that these names may be public. " + CLEAN,
        "Nearly every file has them; a board as author is right, a social worker is not.",
        cleanable=True,
    ),
    "title_is_file_name": _look(
        "The title in the properties is the name of a file.",
        "Give the document its real title in the program that it was made with. " + CLEAN,
        "File names name children, and “final v3” says that there were others.",
        cleanable=True,
    ),
    "name_in_title": _look(
        "The title in the properties reads as if it had a person's name, an e-mail address or a postcode in it.",
        "Readers see it in their window. If it is not a name made up for the child, give the document another title in"
        " the program that it was made with. " + CLEAN,
        "Children are given other names in reports, and only a person knows which is real.",
        cleanable=True,
    ),
    "description": _look(
        "The properties have a subject, keywords or a description with words that the pages do not show.",
        "Check that they may be public. " + CLEAN,
        NOBODY_SEES,
        cleanable=True,
    ),
    "property": _look(
        "The properties have entries of an organisation's own, such as a company, a manager or a document number.",
        "Check that they may be public. " + CLEAN,
        NOBODY_SEES,
        cleanable=True,
    ),
    "path": _look(
        "There is the path of a file or folder, which can name a user, a case or a server.",
        "Find it in the properties and links, and take it out. " + CLEAN,
        NOBODY_SEES,
        cleanable=True,
    ),
    "editing_history": _look(
        "The properties tell the history of the document: which files it was made from, and when it was changed.",
        CLEAN,
        "Design programs write it into every file.",
        cleanable=True,
    ),
    "producer": Kind(
        Severity.NOTE,
        "The properties name the programs that the document was made with.",
        "Nothing need be done. A clean copy takes it out.",
        "Every PDF does so, and it names nobody.",
        cleanable=True,
    ),
    "metadata_unreadable": _look(
        "A part of the properties can't be read.", CLEAN, "What can't be read can't be checked.", cleanable=True
    ),
    "bookmark": _look(
        "A bookmark has words that the pages do not show.",
        "Correct the heading it was made from, and make the PDF again.",
        "Bookmarks are made from headings as they were, before names were changed.",
    ),
    "destination_name": _look(
        "A place in the document has a name with words that the pages do not show.", SOURCE, NOBODY_SEES
    ),
    "alternative_text": _look(
        "The text for screen readers has words that the pages do not show.",
        "Listen to it or read it: it should describe the picture, and name nobody.",
        "Pictures need such texts; Word and others also write file names into them.",
    ),
    "page_label": _look(
        "The label of a page has words that the pages do not show.", SOURCE, NOBODY_SEES, cleanable=False
    ),
    "picture_place": _blocking(
        "A photograph carries the place where it was taken.",
        CLEAN,
        "It leads to the door of a home or a school.",
        cleanable=True,
    ),
    "picture_origin": _look(
        "A picture carries notes of its camera or program: when, by whom or with what it was made.",
        CLEAN,
        "Mostly harmless; at times a name.",
        cleanable=True,
    ),
    "thumbnail": _look(
        "The file keeps a small copy of a page or picture, perhaps as it was before it was changed.",
        CLEAN,
        "Programs forget to renew it after a redaction.",
        cleanable=True,
    ),
    "other_picture": _look(
        "A picture has another version for print, which nobody sees on the screen.",
        SOURCE,
        "The two need not show the same.",
    ),
}
