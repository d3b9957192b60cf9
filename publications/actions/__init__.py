"""Everything that can be done to a publication, each a verb (DESIGN.md, section 6).

Each locks its publication first and is one transaction with its row in the record. A refusal raises
`errors.Refused` with a code and a sentence.
"""

from publications.actions.checks import check_again, overrule, return_file
from publications.actions.cleaning import clean
from publications.actions.darkness import confirm, lift, reinstate, suspend
from publications.actions.files import correct, destroy, discard, upload
from publications.actions.keeping import decide, move_to_request
from publications.actions.publishing import announce, release, unschedule
from publications.actions.reviews import change_slug, erase_former_slug, leave_no_trace, show_findings
from publications.actions.signing import Said, sign_off
from publications.actions.texts import give_text

__all__ = [
    "Said",
    "announce",
    "change_slug",
    "check_again",
    "clean",
    "confirm",
    "correct",
    "decide",
    "destroy",
    "discard",
    "erase_former_slug",
    "give_text",
    "leave_no_trace",
    "lift",
    "move_to_request",
    "overrule",
    "reinstate",
    "release",
    "return_file",
    "show_findings",
    "sign_off",
    "suspend",
    "unschedule",
    "upload",
]
