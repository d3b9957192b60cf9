"""The one table of everything that the checks may find."""

from publications.checks.kind import Kind
from publications.checks.kinds_access import ACCESS
from publications.checks.kinds_docx import DOCX
from publications.checks.kinds_hidden import HIDDEN
from publications.checks.kinds_inside import INSIDE
from publications.checks.kinds_text import TEXT
from publications.checks.kinds_unreadable import UNREADABLE
from publications.checks.kinds_web import WEB

KINDS: dict[str, Kind] = {**UNREADABLE, **HIDDEN, **INSIDE, **TEXT, **ACCESS, **DOCX, **WEB}
CLEANABLE = frozenset(kind for kind, told in KINDS.items() if told.cleanable)
"""Those that a clean copy takes out."""
