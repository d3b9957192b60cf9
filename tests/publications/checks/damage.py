"""Damaged PDFs, the same for the same number."""

import random
import re
from collections.abc import Callable, Sequence
from functools import cache

from publications.demo import bad
from tests.publications.checks import hidden_cases, inside_cases
from tests.publications.checks.cases import page
from tests.publications.checks.drawing import changed, pdf

Damage = Callable[[bytes, random.Random], bytes]
TOKENS = [
    b"<<",
    b">>",
    b"[" * 900,
    b"<<" * 900,
    b"]",
    b"(",
    b")",
    b"endobj",
    b"endstream",
    b"stream\n",
    b"null",
    b"\x00" * 9,
]
TOKENS += [b"9999999999", b"-1", b"4294967296", b"1e999", b"NaN", b"/Kids", b"/Type", b"/Page", b"R", b"0 0 R", b"obj"]
TOKENS += [b"/Filter /FlateDecode", b"/Filter [/JBIG2Decode /JPXDecode]", b"/Length 1", b"Do", b"Tj", b"q " * 500]


@cache
def sources() -> Sequence[bytes]:
    """Whole files to damage: text and objects as they are written, and packed as programs write them."""
    some = [
        bad.everything(),
        hidden_cases.CASES["layer"].bad(),
        hidden_cases.CASES["square"].bad(),
        hidden_cases.CASES["font elsewhere"].bad(),
        inside_cases.CASES["words before"].bad(),
        inside_cases.CASES["filled in"].bad(),
        inside_cases.CASES["author in XMP"].bad(),
        inside_cases.CASES["place of a photo"].bad(),
        inside_cases.CASES["alternative text"].bad(),
        inside_cases.CASES["removed page"].bad(),
        page(hidden_cases.scanned, out="Jamie")(),
        pdf(hidden_cases.box, hidden_cases.hatched, hidden_cases.clipped),
    ]
    packed = {"object_stream_mode": 2, "linearize": True}
    return [*some, *(changed(each, lambda _: None, **packed) for each in some[:6])]


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Single bytes changed."""
    held = bytearray(content)
    for _ in range(chance.choice([1, 5, 50, 500])):
        held[chance.randrange(len(held))] = chance.randrange(256)
    return bytes(held)


def cut(content: bytes, chance: random.Random) -> bytes:
    """The end, the start or a part of the middle gone."""
    one, other = sorted(chance.randrange(len(content)) for _ in range(2))
    small = content[:one] + content[one + chance.randrange(1, 200) :]
    return chance.choice([small, small, content[:one], content[:8] + content[one:], content[:one] + content[other:]])


def doubled(content: bytes, chance: random.Random) -> bytes:
    """A part put in again somewhere."""
    one, other = sorted(chance.randrange(len(content)) for _ in range(2))
    place = chance.randrange(len(content))
    return content[:place] + content[one : min(other, one + 5000)] + content[place:]


def renumbered(content: bytes, chance: random.Random) -> bytes:
    """Numbers changed: references that lead elsewhere or in circles, sizes that are wrong."""
    found = [each.span() for each in re.finditer(rb"\d+", content)]
    held = content
    for start, end in sorted(chance.sample(found, min(len(found), chance.choice([1, 5, 40]))), reverse=True):
        number = chance.choice(
            [str(chance.randrange(30)).encode(), b"0", b"-7", b"2147483648", b"99999999999999999999"]
        )
        held = held[:start] + number + held[end:]
    return held


def sprinkled(content: bytes, chance: random.Random) -> bytes:
    """Words of the language where they don't belong."""
    held = content
    for _ in range(chance.choice([1, 3, 20])):
        place = chance.randrange(len(held))
        held = held[:place] + chance.choice(TOKENS) + held[place + chance.choice([0, 2, 9]) :]
    return held


DAMAGES: tuple[Damage, ...] = (flipped, cut, doubled, renumbered, sprinkled)


def damaged(number: int) -> bytes:
    """The damaged file of this number."""
    chance = random.Random(number)
    content = sources()[number % len(sources())]
    for damage in chance.sample(DAMAGES, chance.choice([1, 1, 2])):
        content = damage(content, chance) or b"%"
    return content
