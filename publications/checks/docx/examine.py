"""All checks of a Word file in one pass over its parts."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from publications.checks.docx.inside import has_no_alternative, in_drawings, in_package, in_part
from publications.checks.docx.package import Package, attribute, local, opened
from publications.checks.docx.styles import Styles
from publications.checks.docx.words import boxes_in_front, changes, words
from publications.checks.findings import Finding, Report
from publications.checks.opening import Unreadable
from publications.checks.spans import plain
from publications.checks.texts import spans

Progress = Callable[[int, int], None]
WITH_WORDS = {"document", "hdr", "ftr", "footnotes", "endnotes", "glossaryDocument"}


def examine_docx(file: Path, options: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """The task "examine_docx": the `Report` on a Word file, as plain values. Its findings have no page."""
    try:
        with opened(file, options) as package:
            report = examined(package, progress)
    except Unreadable as error:
        report = Report((Finding(error.kind),), pages=0)
    return report.as_json()


def examined(package: Package, progress: Progress) -> Report:
    """The report on an open package: a finding for each kind, with its count."""
    styles = Styles.of(package.xml("word/styles.xml") if "word/styles.xml" in package.infos else None)
    kinds: Counter[str] = Counter(in_package(package))
    seen: list[str] = []
    targets, spoken = {"[content_types].xml"}, set()
    for number, (name, root) in enumerate(package.trees(), start=1):
        kinds.update(in_part(name, root))
        targets |= {file_of(attribute(each, "Target")) for each in root if local(each) == "Relationship"}
        if local(root) in WITH_WORDS:
            spoken.add(file_of(name))
            kinds.update(_with_words(root))
            kinds["docx_hidden_text"] += _hidden(root, styles, seen)
        progress(number, len(package.names))
    kinds["docx_earlier_version"] += len(spoken - targets)
    texts = _of_text("".join(seen))
    return Report((*(Finding(kind, count=count) for kind, count in kinds.items() if count), *texts), pages=1)


def file_of(target: str) -> str:
    """The last part of a part's name, by which a relation finds it wherever that stands."""
    return target.rpartition("/")[2].lower()


def _with_words(root: Element) -> Counter[str]:
    kinds = Counter(in_drawings(root)) + Counter(changes(root))
    kinds["docx_box_over_text"] += boxes_in_front(root)
    kinds["figure_without_text"] += has_no_alternative(root)
    return kinds


def _hidden(root: Element, styles: Styles, seen: list[str]) -> int:
    """How many stretches of words of a part are not seen; those that are, are added to `seen`."""
    count = 0
    for each in words(root, styles):
        if each.seen:
            seen.append(each.text)
        else:
            count += 1
    return count


def _of_text(text: str) -> list[Finding]:
    even = "\n".join(map(plain, text.splitlines()))
    found = Counter((span.kind, " ".join(even[span.start : span.end].split()).casefold()) for span in spans(even))
    return [Finding(kind, count=count) for (kind, _), count in found.items()]
