"""Kinds of findings that keep readers out: what makes a PDF hard to read with a screen reader or a keyboard."""

from publications.checks.kind import Kind, Severity

OFFER = "Or offer the same words as an HTML page beside it, which every reader can use."
WHY = (
    "Public bodies' documents must be accessible (Public Sector Bodies Accessibility Regulations 2018), but a report"
    " must also be published in time: the board decides, and what is missing is named in its accessibility statement."
)
IN_WORD = "In Word: File, Save as, PDF, Options,"

ACCESS: dict[str, Kind] = {
    "no_text_layer": Kind(
        Severity.LOOK,
        "This page is a picture without text: no screen reader and no search finds a word in it.",
        f"Make the PDF from the document instead of a scan, or have its text recognised (OCR). {OFFER} For the search"
        " alone, an editor may give the text of such pages before the sign-off.",
        WHY,
    ),
    "not_tagged": Kind(
        Severity.LOOK,
        "The file has no tags: a screen reader can't tell headings, lists and tables in it.",
        f"{IN_WORD} tick “Document structure tags for accessibility”; headings need Word's heading styles. {OFFER}",
        WHY,
    ),
    "no_title": Kind(
        Severity.LOOK,
        "The file has no title.",
        f"Give it one in its properties (in Word: File, Info, Title) and save the PDF again. {OFFER}",
        WHY,
        cleanable=True,
    ),
    "title_not_shown": Kind(
        Severity.LOOK,
        "A reader's window shows the name of the file instead of its title.",
        "In Acrobat: File, Properties, Initial View, Show: Document Title. A clean copy does so.",
        WHY,
        cleanable=True,
    ),
    "no_language": Kind(
        Severity.LOOK,
        "The file does not say which language it is in, so a screen reader may read it out as another.",
        f"Set the language of the text to English (United Kingdom) in Word (Review, Language) and save the PDF again,"
        f" or in Acrobat: File, Properties, Advanced. {OFFER}",
        WHY,
    ),
    "no_bookmarks": Kind(
        Severity.LOOK,
        "The file has more than twenty pages and no bookmarks to find one's way by.",
        f"{IN_WORD} tick “Create bookmarks using: Headings”. {OFFER}",
        WHY,
    ),
    "figure_without_text": Kind(
        Severity.LOOK,
        "A picture or chart has no alternative text: who can't see it learns nothing of it.",
        "In Word: right-click the picture, View Alt Text, and say in a sentence what it shows, or mark it as"
        f" decorative. Then save the PDF again. {OFFER}",
        WHY,
    ),
    "claims_pdf_ua": Kind(
        Severity.NOTE,
        "The file says that it keeps to PDF/UA, the standard for accessible PDFs.",
        "Nothing need be done. Whether it is so, only a full test can tell.",
        "The claim is the maker's; it is not proven here.",
    ),
    "no_pdf_ua": Kind(
        Severity.NOTE,
        "The file does not say that it keeps to PDF/UA, the standard for accessible PDFs.",
        "Nothing need be done if all else is in order; some programs can save as PDF/UA.",
        "Few programs write the claim, and a file may be accessible without it.",
    ),
}
