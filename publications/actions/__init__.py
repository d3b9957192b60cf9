"""Everything that can be done to a publication, each a verb (DESIGN.md, section 6).

Each locks its publication first and is one transaction with its row in the record. A refusal raises
`errors.Refused` with a code and a sentence.
"""

from publications.actions.darkness import confirm, lift, reinstate, suspend
from publications.actions.files import correct, destroy, discard, upload
from publications.actions.keeping import decide, move_to_request
from publications.actions.publishing import announce, release, sign_off, unschedule

__all__ = [
    "announce",
    "confirm",
    "correct",
    "decide",
    "destroy",
    "discard",
    "lift",
    "move_to_request",
    "reinstate",
    "release",
    "sign_off",
    "suspend",
    "unschedule",
    "upload",
]
