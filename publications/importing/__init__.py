"""Reviews and reports from before this site, read in from a spreadsheet.

`table` reads the file, `lines` understands one line, `plan` compares it with what is here, `saving` makes the
records, and `approval` makes them public once a second person agrees (rule R7).
"""

from publications.importing.approval import approve, discard
from publications.importing.files import files_of
from publications.importing.plan import Plan, plan
from publications.importing.problems import ImportRefused, Problem
from publications.importing.saving import save

__all__ = ["ImportRefused", "Plan", "Problem", "approve", "discard", "files_of", "plan", "save"]
