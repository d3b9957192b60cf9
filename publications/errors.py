"""Refusals: each has a code that programs can rely on and a sentence that tells a person what to do instead."""


class Refused(Exception):
    """Something that may not be done (now, or by this person)."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class ListingProtected(Refused):
    """It would take a report off the public list, or change what readers were promised (rule R7)."""
