"""The text of files: read once, by page, in a process of its own; what can't be read is said."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django_tasks_db.models import DBTaskResult

from publications import actions, page_texts, storage
from publications.checks import sandbox
from publications.demo.pdf.drawing import drawn
from publications.demo.pdf.report import Report, Section
from publications.models import FileText, FileVersion, FileWords, PageText, Word
from tests.publications import factories as make
from tests.publications.clock import set_clock

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def uploaded(content: bytes) -> FileVersion:
    return actions.upload(make.publication(), file=ContentFile(content, name="a.pdf"), by=make.editor())


def report() -> bytes:
    """A real PDF of some pages, drawn as the demo's are."""
    sections = [Section(f"Part {number}", [f"An xylophone number {number}."]) for number in range(1, 4)]
    return drawn(Report("A report", "", "A board", "May 2026", sections))


def fails(code: str) -> Any:
    def run(*_args: object, **_more: object) -> None:
        raise sandbox.Failed(code)

    return run


def test_an_upload_asks_for_it() -> None:
    version = uploaded(b"%PDF-1.7 x")
    assert FileText.objects.get(version=version).finished_at is None
    job = DBTaskResult.objects.get(task_path="publications.page_texts.read_text")
    assert job.args_kwargs == {"args": [version.pk], "kwargs": {}}


def test_the_pages_of_a_pdf_are_read() -> None:
    version = uploaded(report())
    assert page_texts.read_text.call(version.pk) == "read"
    reading = FileText.objects.get(version=version)
    assert (reading.problem, reading.without_text) == ("", [])
    assert reading.pages == reading.pages_read > 1
    texts = dict(PageText.objects.filter(version=version).values_list("number", "text"))
    assert list(texts) == list(range(1, reading.pages + 1))
    assert any("An xylophone number 3." in text for text in texts.values())


def test_it_is_read_once() -> None:
    version = uploaded(report())
    page_texts.read_text.call(version.pk)
    before = list(PageText.objects.values_list("pk", flat=True))
    assert page_texts.read_text.call(version.pk) == "nothing to do"
    assert list(PageText.objects.values_list("pk", flat=True)) == before
    page_texts.read(version)
    assert PageText.objects.count() == len(before)


def test_progress_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def run(_task: str, _path: Path, *, on_progress: Any, **_more: Any) -> list[str]:
        on_progress(3, 12)
        seen.append(FileText.objects.values_list("pages_read", "pages").get())
        return ["one"] * 12

    version = uploaded(b"%PDF-1.7 x")
    monkeypatch.setattr(sandbox, "run", run)
    page_texts.read(version)
    assert seen == [(3, 12)]


def test_pages_without_text_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "run", lambda *_args, **_more: ["one", " \n", "", "four"])
    reading = page_texts.read(uploaded(b"%PDF-1.7 x"))
    assert reading.without_text == [2, 3]


@pytest.mark.parametrize("code", ["memory", "time", "crash"])
def test_what_fails_is_tried_three_times(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    set_clock("2026-07-03 10:00")
    version = uploaded(b"%PDF-1.7 x")
    monkeypatch.setattr(sandbox, "run", fails(code))
    jobs = DBTaskResult.objects.filter(task_path="publications.page_texts.read_text")
    for attempt in (1, 2, 3):
        assert jobs.count() == attempt
        page_texts.read_text.call(version.pk)
        reading = FileText.objects.get(version=version)
        assert (reading.attempts, reading.problem) == (attempt, code)
        assert (reading.finished_at is not None) is (attempt == 3)
    assert jobs.count() == 3
    assert page_texts.read_text.call(version.pk) == "nothing to do"


def test_a_failure_can_be_mended_by_the_next_attempt(monkeypatch: pytest.MonkeyPatch) -> None:
    version = uploaded(report())
    with monkeypatch.context() as patched:
        patched.setattr(sandbox, "run", fails("time"))
        page_texts.read_text.call(version.pk)
    assert page_texts.read_text.call(version.pk) == "read"
    assert FileText.objects.get(version=version).problem == ""


def test_a_file_that_is_not_in_the_store() -> None:
    version = uploaded(b"%PDF-1.7 x")
    Path(storages["reports"].path(storage.store_name(version.sha256))).unlink()
    assert page_texts.read(version).problem == "missing"


def test_a_file_that_is_damaged() -> None:
    assert page_texts.read(uploaded(b"%PDF-1.7 nothing more")).problem == "crash"


def test_r12_destroyed_text_goes_everywhere() -> None:
    set_clock("2026-07-03 10:00")
    publication = make.with_text(make.released(), "An xylophone.")
    both = [make.person("one", "manage", "approve", "suspend"), make.person("two", "manage", "approve", "suspend")]
    suspension = actions.suspend(publication, category="wrong_file", reason="x", by=both[0])
    actions.confirm(suspension, by=both[1])
    version = publication.versions.get()
    actions.destroy(version, by=both[0])
    assert PageText.objects.exists()
    actions.destroy(version, by=both[1])
    assert not [model for model in (PageText, FileText, FileWords) if model.objects.exists()]
    assert not Word.objects.filter(word="xylophone").exists()


def test_a_discarded_draft_takes_its_text_along() -> None:
    publication = make.publication()
    make.signed_off(publication)
    make.with_text(publication, "An xylophone.")
    actions.discard(publication.versions.get(), by=make.editor())
    assert not PageText.objects.exists()
    assert not FileWords.objects.exists()


def test_what_is_missing() -> None:
    first, second = uploaded(b"%PDF-1.7 x"), uploaded(b"%PDF-1.7 y")
    assert list(page_texts.missing()) == [first, second]
    page_texts.keep(FileText.objects.get(version=first), ["one"])
    assert list(page_texts.missing()) == [second]
