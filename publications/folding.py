"""Words as people type them, made comparable: case, accents and ways of writing the same sign don't count.

The database's `search_text` splits a text into words by the signs named here, so that the n-th word there is the n-th
`word_places` finds; a test compares both over every sign there is.
"""

import re
import unicodedata

REMOVED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Signs that are not seen, inside words."""

SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
"""Numbers of notes stand at words without being part of them."""

MARKS = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Accents as signs of their own, as ranges of a regular expression."""

SEPARATORS = (
    r"\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7"
    r"\u02b9-\u02ff\u0374-\u0375\u037e\u0384-\u0385\u0387\u055a-\u055f\u0589-\u058f\u05be\u05c0\u05c3\u060c-\u060d"
    r"\u061b-\u061f\u066a-\u066d\u06d4\u0964-\u0965\u1680\u1fbd-\u1fc1\u1fcd-\u1fcf\u1fdd-\u1fdf\u1fed-\u1fef"
    r"\u1ffd-\u1ffe\u2000-\u20cf\u2100-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u30fb\ue000-\uf8ff\ufd3e-\ufd3f"
    r"\ufe10-\ufe1f\ufe30-\ufe6f\ufff0-\uffff\U0001f000-\U0001faff\U000f0000-\U0010ffff"
)
"""Signs between words: punctuation, symbols, blanks, signs of one font only."""

_WORD = re.compile(f"[^{SEPARATORS}]+")
_ERASE = str.maketrans(dict.fromkeys(REMOVED) | {"\x00": " "} | dict.fromkeys(SUPERSCRIPTS, " "))


def fold(text: str) -> str:
    """The text without case, accents and compatibility forms."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def tidy(text: str) -> str:
    """The text as it is kept for search: each sign in one form, none that is not seen, no numbers of notes."""
    return unicodedata.normalize("NFKC", text.translate(_ERASE))


def word_places(text: str) -> list[tuple[int, int]]:
    """Where each word of a tidy text begins and ends."""
    return [found.span() for found in _WORD.finditer(text)]
