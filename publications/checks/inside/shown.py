"""The words that a drawing shows, read from its operators alone (ISO 32000-1, 9.4.3)."""

import re

STRING = re.compile(rb"\((?:[^()\\]|\\.){0,1000}\)|<[0-9A-Fa-f\s]{1,4000}>", re.DOTALL)
SHOWN = re.compile(rb"(?:(" + STRING.pattern + rb")|\[([^\]]{0,8000})\])\s{0,8}(?:Tj|TJ|'|\")", re.DOTALL)
TEXT = re.compile(rb"\bBT\b")
FEWEST = 3  # letters: fewer carry no word
MOST = 4000


def shows_text(drawing: bytes) -> str:
    """The text that is shown, as far as it can be read without its fonts; empty if there are no letters.

    Of letters that only the font can name, there are as many dots.
    """
    parts: list[str] = []
    if not TEXT.search(drawing):
        return ""
    for found in SHOWN.finditer(drawing):
        parts += [_string(each) for each in STRING.findall(found.group(1) or found.group(2))]
        if sum(map(len, parts)) > MOST:
            break
    text = "".join(parts)
    return text if sum(sign.isalnum() or sign == "." for sign in text) >= FEWEST else ""


def _string(written: bytes) -> str:
    if written.startswith(b"<"):
        digits = re.sub(rb"\s", b"", written[1:-1])
        plain = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    else:
        plain = re.sub(rb"\\([0-7]{1,3}|.)", _unescaped, written[1:-1], flags=re.DOTALL)
    return "".join(chr(sign) if 32 <= sign < 127 else "." for sign in plain if sign)


def _unescaped(found: "re.Match[bytes]") -> bytes:
    code = found.group(1)
    return bytes([int(code, 8) & 255]) if code.isdigit() else {b"n": b"\n", b"r": b"\r", b"t": b"\t"}.get(code, code)
