"""What was written for those who prepared the document and not for its readers: markings, notes, traces of editing."""

import re
from collections.abc import Iterator

from publications.checks.spans import Span

_VERSION = r" *[-:,|]? *(?:v(?:ersion|er)?\.? *)?\d{1,2}(?:\.\d{1,2}){0,2}"
_WORK = r"(?:report|copy|version|for (?:comment|consultation|discussion|review|approval)|not for \w+|final)"
_DATE = r"\d[\d/. -]*|\d{1,2} [a-z]+ \d{4}|[a-z]+ \d{4}"
# In capitals anywhere, but not in the capitals of a heading on laws; else only on a short line of its own.
DRAFT = re.compile(
    r"(?<!\w)D ?R ?A ?F ?T(?!\w)(?!\s+(?:LEGISLATION|BILL|REGULATIONS|ORDER|GUIDANCE|CODE|STANDARDS|STRATEGY|DOMESTIC))"
    r"|(?im:^[^\w\n]*(?:(?:first|second|third|final|working|early|initial) )?draft\b"
    rf"(?:{_VERSION}| *[-:,|(]? *{_WORK})*[^\w\n]*(?:{_DATE})?[^\w\n]*$)"
)
_SENSITIVE = r"\s*[-:\[(]?\s*"
PROTECTIVE = re.compile(
    rf"(?<!\w)(?:OFFICIAL{_SENSITIVE}SENSITIVE|Official\s*[-:]\s*Sensitive|OFFICIAL\s*[-:]\s*(?:PERSONAL|COMMERCIAL)"
    r"|RESTRICTED(?!\s+(?:INTERESTS|PATIENT))|TOP\s+SECRET|SECRET(?=\s*$)|PROTECT\s*-\s*\w+|IN\s+(?:STRICT\s+)?CONFIDENCE"
    r"|CONFIDENTIAL(?!\s+(?:INQUIRY|ENQUIRY|INQUIRIES|ENQUIRIES|HELPLINE|ADVICE))|EMBARGOED"
    r"|NOT\s+FOR\s+(?:ONWARD\s+)?(?:PUBLICATION|CIRCULATION|DISTRIBUTION|DISCLOSURE|RELEASE)|INTERNAL\s+USE\s+ONLY)(?!\w)"
)
PROTECTIVE_LINE = re.compile(
    r"(?im)^[^\w\n]*(?:(?:strictly\s+|private\s+(?:and|&)\s+)?confidential|restricted|in\s+(?:strict\s+)?confidence"
    r"|not\s+for\s+(?:onward\s+)?(?:publication|circulation|distribution|disclosure|release)|for\s+internal\s+use\s+only"
    r"|embargoed\s+until\b[^\n]{0,40})[^\w\n]*$"
)
EDITING = re.compile(
    r"(?m)(?<!\w)(?:Comment(?:ed)?\s*\[[A-Za-z]{1,5}\d{1,4}(?:R\d+)?\]"
    r"|Track(?:ed)?\s+Changes\b(?!\s+(?:in|of|to|over)\b)|(?:with|in)\s+track(?:ed)?\s+changes\b(?!\s+(?:in|of|to|over)\b)"
    r"|Moved\s+(?:\(insertion\)|down|up)\s*\[\d+\]|(?<=\n)(?:Formatted|Deleted|Inserted|Field\s+Code\s+Changed):(?=\s)"
    r"|^(?:Formatted|Deleted|Inserted|Field\s+Code\s+Changed):(?=\s))"
)
_TO_DO = r"to\s+(?:be\s+)?(?:check|confirm|add|insert|complete|verif|updat|amend|redact|anonymis)\w*"
NOTE = re.compile(
    r"(?:[\[{<(]{1,2}\s*(?i:N\.?B\.?|author'?s?(?:'s)?\s+note|note\s+(?:to|for)|drafting\s+note|editor'?s?\s+note|query"
    rf"|(?:please|pls)\s|to\s+do\b|check\b|insert\b|add\b|delete\b|redact\b|remove\b|{_TO_DO}|not\s+sure\b|\?{{2,}})"
    r"[^\]}>)\n]{0,200}[\]}>)]{1,2})"
    rf"|(?<!\w)(?:X{{2,}}\s+{_TO_DO}|X{{4,}}(?!\w)|(?:TBC|TBA|TODO|FIXME)(?!\w)|(?<=\()(?:tbc|tba)(?=\)))|\?{{3,}}"
    r"|(?<!\w)(?i:lorem\s+ipsum)\b"
    r"|(?m:^ *(?i:author's\s+note|note\s+to\s+(?:author|editor|self|reviewer)s?|drafting\s+note)\s*:)"
)


def drafts(text: str) -> Iterator[Span]:
    """DRAFT as a mark across the page or in a header; not a draft that the sentence tells of."""
    for match in DRAFT.finditer(text):
        yield Span("draft_marking", *match.span())


def protective(text: str) -> Iterator[Span]:
    """RESTRICTED, CONFIDENTIAL, OFFICIAL-SENSITIVE and the like; not "official" or "confidential" in a sentence."""
    for pattern in (PROTECTIVE, PROTECTIVE_LINE):
        for match in pattern.finditer(text):
            yield Span("protective_marking", *match.span())


def editing(text: str) -> Iterator[Span]:
    """Traces of a word processor's change tracking that were printed with the page."""
    for match in EDITING.finditer(text):
        yield Span("editing_trace", *match.span())


def notes(text: str) -> Iterator[Span]:
    """What an author left for later: [NB: ...], XX to check, TBC."""
    for match in NOTE.finditer(text):
        yield Span("author_note", *match.span())
