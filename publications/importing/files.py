"""Whether the files of an import were checked, and may be signed off with it (rules R9, R13)."""

from collections.abc import Iterable

from publications import verdicts
from publications.errors import Refused
from publications.models import FileVersion, ImportBatch, ImportLine, with_checks


def lines_with_checks(batch: ImportBatch) -> list[ImportLine]:
    """The lines in the order of the spreadsheet, with all that is asked of each; a fixed number of queries."""
    lines = batch.lines.select_related("publication__review__guidance", "version").order_by("number")
    return list(lines.prefetch_related(with_checks("version__checks"), "version__sign_offs"))


def files_of(batch: ImportBatch) -> list[FileVersion]:
    """The files that it brings."""
    return [line.version for line in lines_with_checks(batch) if line.version]


def refusal_of_files(batch: ImportBatch) -> Refused | None:
    """Why its files can't be signed off with it as their checks stand; None if they can."""
    refused: dict[str, list[int]] = {}
    for line in lines_with_checks(batch):
        if why := _refusal(line.version):
            refused.setdefault(why.code, []).append(line.number)
    for code, sentence in SENTENCES.items():
        if code in refused:
            return Refused(code, sentence.format(_numbers(refused[code])))
    return None


def _refusal(version: FileVersion | None) -> Refused | None:
    if version is None or verdicts.is_signed_off(version):
        return None
    return verdicts.refusal_to_sign_off(version)


def _numbers(lines: Iterable[int]) -> str:
    numbers = [str(number) for number in lines]
    return f"line {numbers[0]}" if len(numbers) == 1 else f"lines {', '.join(numbers[:-1])} and {numbers[-1]}"


SENTENCES = {
    "unreadable": (
        "The checks could not look into the file of {}. Discard this import, save the file as a PDF again, and bring it"
        " anew."
    ),
    "blocked": (
        "The checks found something that stops the release in the file of {}. Open the document from the table: have it"
        " overruled there and sign that file off there, or discard this import and bring it with another file."
    ),
    "not_checked": "The file of {} is still being checked. Wait until the table shows what was found, then approve.",
}
