"""The demo's reports: tagged, the same on every run, words where they are said to be; and the bad ones bad."""

import subprocess
import sys
from datetime import date
from hashlib import sha256

import pytest

from publications.demo import bad
from publications.demo.content import cases_before, cases_now
from publications.demo.content.cases import Case
from publications.demo.content.compose import WRITERS, composed
from publications.demo.content.themes import THEMES
from publications.demo.known import KNOWN, Known
from publications.demo.pdf.drawing import drawn
from tests.publications.demo.texts import pages

pytestmark = pytest.mark.slow

ISSUED = date(2026, 7, 3)
CASES = [*cases_now.CASES, *cases_before.CASES, *cases_before.WAITING]
AGAIN = """
from tests.publications.demo.test_pdfs import report, sha256
print(sha256(report("Child Alder")).hexdigest())
"""


def case(label: str) -> Case:
    return next(case for case in CASES if case.label == label)


def report(label: str) -> bytes:
    document = next(document for document in case(label).documents if document.kind == "overview_report")
    return drawn(composed(case(label), document, issued=ISSUED))


def test_the_same_report_has_the_same_bytes_in_another_process() -> None:
    command = [sys.executable, "-c", f"import django; django.setup(); {AGAIN.strip().replace(chr(10), '; ')}"]
    other = subprocess.run(command, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == sha256(report("Child Alder")).hexdigest()


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.words)
def test_known_words_stand_on_their_page_and_nowhere_else(known: Known) -> None:
    found = [number for number, text in enumerate(pages(report(known.review)), start=1) if known.words in text]
    assert found == [known.page]


def test_known_words_are_in_no_other_case() -> None:
    for known in KNOWN:
        told = [(each.label, f"{each.story} {each.summary} {each.events} {each.well}") for each in CASES]
        tellers = [label for label, text in told if known.words in text]
        assert tellers == [known.review]


def test_contents_name_the_pages_on_which_sections_begin() -> None:
    text = pages(report("Young Person Oak"))
    assert "1. Why this review was carried out 3" in text[1]
    for line in ("4. What happened", "7. Recommendations"):
        page = int(text[1].partition(line)[2].split()[0])
        assert line in text[page - 1]


def test_reports_are_tagged_have_a_language_a_title_and_an_outline() -> None:
    content = report("Child Alder")
    marks = b"/MarkInfo", b"/StructTreeRoot", b"/Lang (en-GB)", b"/DisplayDocTitle true", b"/Outlines", b"/Scope"
    assert [mark for mark in marks if mark not in content] == []
    assert b"/Title (Child Alder: Overview report)" in content
    assert content.count(b"/S /H1") == 1


def test_every_kind_of_document_can_be_written_of_every_case_with_a_file() -> None:
    for each in CASES:
        for document in each.documents:
            if document.has_file:
                written = composed(each, document, issued=ISSUED)
                assert all(section.parts for section in written.sections), (each.label, document.kind)
    assert {document.kind for each in CASES for document in each.documents} <= set(WRITERS)


def test_every_theme_is_found_by_some_review() -> None:
    assert {key for each in CASES for key in each.themes} == set(THEMES)


@pytest.mark.parametrize(
    ("flaw", "trace"),
    [
        ("comment", b"/Subtype /Text"),
        ("attachment", b"/EmbeddedFiles"),
        ("layer", b"/OFF [ "),
        ("scan", b"/Subtype /Image"),
        ("properties", b"/Author (S. Caseworker)"),
    ],
)
def test_a_bad_file_has_its_flaw_and_a_good_one_has_not(flaw: str, trace: bytes) -> None:
    assert trace in bad.drawn(flaw)
    assert trace not in report("Child Alder")
    assert bad.drawn(flaw) == bad.drawn(flaw)


@pytest.mark.parametrize("flaw", ["box", "white", "invisible", "layer"])
def test_hidden_names_are_in_the_text(flaw: str) -> None:
    assert bad.HIDDEN_NAME in pages(bad.drawn(flaw))[0]


def test_one_file_has_every_flaw_on_a_page_of_its_own() -> None:
    assert bad.everything().count(b"/Type /Page\n") + bad.everything().count(b"/Type /Page ") == len(bad.BAD)
