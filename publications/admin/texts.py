"""What the screens say about the text inside a file: read, being read, why not, and which pages hold none."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from publications.checks.kinds_text import MARKINGS, PERSONAL
from publications.models import CheckFinding, FileText, FileVersion, PageText, Publication
from publications.page_texts import MOST_ATTEMPTS

IN_TEXT = frozenset((*PERSONAL, *MARKINGS))
CHANGE_IT = "Change it there, by “Give the text of scanned pages”; nothing has to be uploaded."


def reading_of(version: FileVersion) -> FileText | None:
    """How far the reading of its text has come; None before it was asked for, and after the file was destroyed."""
    return getattr(version, "file_text", None)


def pages_without(version: FileVersion) -> list[int]:
    """The pages of a PDF that hold no text; of a web page, none."""
    reading = reading_of(version)
    return reading.without_text if reading and not version.publication.is_web else []


def given_pages(publication: Publication) -> dict[int, list[int]]:
    """The pages whose text was given by an editor, by the number of the file version."""
    without = {version.pk: set(pages_without(version)) for version in publication.versions.all()}
    wanted = [pk for pk, pages in without.items() if pages]
    if not wanted:
        return {}
    found = PageText.objects.filter(version__in=wanted).order_by("number").values_list("version_id", "number")
    return {pk: list(dict.fromkeys(n for v, n in found if v == pk and n in without[pk])) for pk in wanted}


def in_a_sentence(version: FileVersion, given: Sequence[int] = ()) -> str:
    """What came of the reading of a version's text, and what was given in addition."""
    reading = reading_of(version)
    if version.is_destroyed:
        return ""
    if reading is None:
        return "Its text has not been read yet."
    if reading.problem:
        again = f" This was attempt {reading.attempts} of {MOST_ATTEMPTS}." if reading.finished_at is None else ""
        return f"Its text could not be read, so no search finds it: {reading.get_problem_display().lower()}.{again}"
    if reading.finished_at is None:
        return "Its text is being read." + (f" Page {reading.pages_read} of {reading.pages}." if reading.pages else "")
    return about_pages(reading, pages_without(version), given)


def about_pages(reading: FileText, without: Sequence[int], given: Sequence[int]) -> str:
    """Which pages can be searched."""
    if not without:
        return "All of its text can be searched."
    what = "None of its pages holds text" if len(without) == reading.pages else f"No text on {pages_in_words(without)}"
    return f"{what}, such as scanned ones." + (f" Given by an editor: {pages_in_words(given)}." if given else "")


def is_given(finding: CheckFinding, version: FileVersion) -> bool:
    """Whether a finding is in text that was given for a page: the page itself holds none."""
    return finding.kind in IN_TEXT and finding.place is None and finding.page in pages_without(version)


def about_finding(findings: Sequence[CheckFinding], version: FileVersion, given: Sequence[int]) -> str:
    """What else is to be said of findings of one kind, where text was given; nothing anywhere else."""
    if pages := {each.page for each in findings if each.page and is_given(each, version)}:
        return f"On {pages_in_words(pages)} it is not in the file but in the text that was given. {CHANGE_IT}"
    if given and findings[0].kind == "no_text_layer":
        return f"The text of {pages_in_words(given)} was given, so a search finds it; a screen reader still does not."
    return ""


def pages_in_words(numbers: Iterable[int]) -> str:
    """Such as "pages 2, 4 to 7"; nothing for none."""
    wanted = sorted(numbers)
    return f"page{'' if len(wanted) == 1 else 's'} {', '.join(runs(wanted))}" if wanted else ""


def runs(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers in order, those that follow each other together."""
    for _key, together in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _place, number in together]
        yield str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}"
