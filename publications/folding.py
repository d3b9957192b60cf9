"""Words as people type them, made comparable: case, accents and ways of writing the same sign don't count."""

import unicodedata


def fold(text: str) -> str:
    """The text without case, accents and compatibility forms."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def has_words(text: str, words: str) -> bool:
    """Whether every one of the words is somewhere in the text."""
    folded = fold(text)
    return all(word in folded for word in fold(words).split())
