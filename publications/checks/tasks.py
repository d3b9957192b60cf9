"""What the process of `sandbox` can be told to do."""

TASKS = {
    "attached": "publications.checks.attached.attached",
    "clean": "publications.checks.cleaning.task.clean",
    "evidence": "publications.checks.evidence.evidence",
    "examine": "publications.checks.examine.examine",
    "examine_docx": "publications.checks.docx.examine.examine_docx",
    "examine_plain": "publications.checks.plain_text.examine_plain",
    "watch": "publications.checks.watch.task.watch",
    "examine_several": "publications.checks.several.examine_several",
    "text": "publications.checks.page_text.text",
    "picture": "publications.checks.picture.picture",
    "examine_text": "publications.checks.web.examine.examine_text",
    "watch_text": "publications.checks.web.watch.watch_text",
    "evidence_of_text": "publications.checks.web.watch.evidence_of_text",
    "words_of_text": "publications.checks.web.examine.words_of_text",
    "from_word": "publications.checks.web.word.from_word",
    "clean_picture": "publications.checks.web.picture.clean_picture",
}
"""The dotted function of each task, found by that process alone.

A function is called with the file's path, the options and `progress(done, of)`; it returns what JSON can hold, and
bytes.
"""
