"""The task "clean": writes a clean copy, proves that its pages look the same, and says what was removed."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
from pikepdf import Dictionary, Name, Stream, String

from publications.checks.accessibility import UA, claims_ua, title_of
from publications.checks.cleaning.removals import strip
from publications.checks.inside.size import Size
from publications.checks.inside.walk import Walk
from publications.checks.opening import MOST, Unreadable, objects_of, pages_of
from publications.checks.sheet import Sheet, fair_scale

SCALE, MOST_PIXELS = 1.5, 3_000_000  # of the pictures that are compared
PACKING = ("/ObjStm", "/XRef")  # how a file is written, not what it says
SECRETS = ("/EF", "/AA", "/Thumb", "/PieceInfo", "/JS")
Progress = Callable[[int, int], None]


def clean(file: Path, options: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Writes a clean copy to `options["to"]`; `removed` are codes of `WORDS` with their counts.

    `title` becomes the copy's title, `comments` says whether reviewers' comments go too. Where that is not possible
    `refused` is "signed", "differs" (a page would look another way), "left" (something is still there) or a kind of
    `kinds_unreadable`, and the copy must not be used.
    """
    to = Path(options["to"])
    try:
        with objects_of(file, options) as pdf:
            size = Size(options.get("expanded", MOST["expanded"]))
            for node in Walk(pdf):
                if isinstance(node.value, Stream):
                    size.add(node)
            if is_signed(pdf):
                return {"refused": "signed", "removed": {}}
            left_behind = rest(pdf, file)
            removed = _cleaned(pdf, str(options.get("title") or ""), comments=bool(options.get("comments")))
            removed["rest"] += left_behind
            pdf.save(to, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        refused = "" if is_free_of_secrets(to) else "left"
        refused = refused or ("" if looks_the_same(file, to, options, progress) else "differs")
    except Unreadable as error:
        return {"refused": error.kind, "removed": {}}
    return {"refused": refused, "removed": dict(+removed)}


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """Whether it carries a digital signature, which no changed copy can keep."""
    return any(node.name("/Type") == "/Sig" or "/ByteRange" in node.items for node in Walk(pdf))


def _cleaned(pdf: pikepdf.Pdf, title: str, *, comments: bool) -> Counter[str]:
    """Take out what has to go, and write the few properties that readers need."""
    kept_title, says_ua = title.strip() or title_of(pdf), claims_ua(pdf)
    removed = strip(pdf, comments=comments)
    information = pdf.trailer.get("/Info")
    if isinstance(information, Dictionary) and set(information.keys()) - {"/Title"}:
        removed["information"] += 1
    for holder, key in ((pdf.trailer, "/Info"), (pdf.Root, "/Metadata")):
        if key in holder:
            del holder[key]
    if kept_title:
        pdf.docinfo["/Title"] = String(kept_title)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if kept_title:
            metadata["dc:title"] = kept_title
        if says_ua:
            metadata[f"{{{UA}}}part"] = "1"
    packet = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(re.sub(rb' x:xmptk="[^"]*"', b"", packet))  # no program's name
    preferences = pdf.Root.get("/ViewerPreferences")
    if not isinstance(preferences, Dictionary):
        preferences = pdf.Root["/ViewerPreferences"] = Dictionary()
    preferences[Name.DisplayDocTitle] = True
    return removed


def rest(pdf: pikepdf.Pdf, file: Path) -> int:
    """How many objects nothing leads to any more, and whether the file was saved more than once: gone in a new one."""
    walk = Walk(pdf)
    for _node in walk:
        pass
    unreached = sum(
        isinstance(each, Dictionary | Stream) and each.objgen not in walk.seen and each.get("/Type") not in PACKING
        for each in pdf.objects
    )
    return unreached + max(0, file.read_bytes().count(b"%%EOF") - 1)


def is_free_of_secrets(file: Path) -> bool:
    """Whether nothing of what was to go can be found in what was written, all of it unpacked."""
    with pikepdf.open(file) as pdf:
        return not any(
            any(key in node.items for key in SECRETS) or node.name("/Type") == "/EmbeddedFile" for node in Walk(pdf)
        )


def looks_the_same(before: Path, after: Path, options: Mapping[str, Any], progress: Progress) -> bool:
    """Whether every page looks the same to the last pixel, but for the signs of comments that were taken off."""
    annotations = not options.get("comments")
    with pages_of(before, options) as one, pages_of(after, options) as other:
        if len(one) != len(other):
            return False
        for number in range(1, len(one) + 1):
            sheets = Sheet(one, number), Sheet(other, number)
            first, second = (
                sheet.picture(fair_scale(sheet, SCALE, MOST_PIXELS), annotations=annotations) for sheet in sheets
            )
            if not np.array_equal(first, second):
                return False
            for sheet in sheets:
                sheet.close()
            progress(number, len(one))
    return True
