"""A Word file becomes a draft, or is refused with the reason."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from publications.checks.web.word import from_word
from publications.errors import Refused
from publications.models import WebDraft
from publications.web import word
from publications.web.drafts import draft_of
from publications.web.freezing import frozen_from
from publications.web.frozen import Figure, Heading, Note, Table, Text
from tests.publications import factories as make
from tests.publications.checks.docx_files import R, docx, paragraph, run, written
from tests.publications.web import samples
from tests.publications.web.word_files import (
    REPORT,
    TRANSPARENT,
    cell,
    note,
    picture,
    styled,
    table,
)
from tests.publications.web.word_files import word as word_file

pytestmark = pytest.mark.slow


def taken(folder: Path, *blocks: str, **given: Any) -> dict[str, Any]:
    return from_word(written(folder, word_file(*blocks, **given)), {}, lambda _done, _of: None)


def test_styles_become_headings_and_what_the_page_has_itself_is_left_out(tmp_path: Path) -> None:
    found = taken(
        tmp_path, styled("T", run("Child G")), styled("TOC", run("What happened 3")), styled("H1", run("One")),
        styled("H2", run("Two")), styled("H3", run("Three")), styled("H1"), styled("Q", run("Told by her.")),
    )  # fmt: skip
    assert found["blocks"] == [
        {"type": "heading", "text": "One", "level": 2},
        {"type": "heading", "text": "Two", "level": 3},
        {"type": "heading", "text": "Three", "level": 4},
        {"type": "text", "html": "<blockquote><p>Told by her.</p></blockquote>"},
    ]
    assert len(found["messages"]) == 2


def test_a_table_is_laid_out_evenly(tmp_path: Path) -> None:
    down, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = taken(
        tmp_path,
        table(
            cell("Day") + cell("What") + cell("Who"),
            cell("Monday", down) + cell("Both", '<w:gridSpan w:val="2"/>'),
            cell("", goes_on) + cell("Only this"),
        ),
    )
    [made] = found["blocks"]
    assert made["columns"] == ["Day", "What", "Who"]
    assert made["rows"] == [["<p>Monday</p>", "<p>Both</p>", ""], ["", "<p>Only this</p>", ""]]
    assert (
        "A table has cells that span others: each is there once, and the rest of its place is empty."
        in (found["messages"])
    )


def test_pictures_are_cleaned_and_those_that_can_t_be_read_are_told(tmp_path: Path) -> None:
    taken_where = Image.Exif()
    taken_where[0x010F] = "A camera"
    found = taken(tmp_path, paragraph(picture("A plan")), image=samples.png(exif=taken_where))
    [kept] = found["pictures"]
    assert dict(Image.open(io.BytesIO(kept["content"])).getexif()) == {}
    assert found["blocks"] == [{"type": "figure", "number": 1, "alternative": "A plan", "caption": ""}]
    broken = taken(tmp_path, paragraph(picture()), image=b"\x01\x00\x00\x00 EMF")
    assert broken["pictures"] == [None]
    assert broken["messages"][0].startswith("Picture 1 can't be read.")
    assert taken(tmp_path, paragraph(picture()), image=TRANSPARENT)["pictures"][0]["media_type"] == "image/png"


def test_a_picture_outside_the_file_is_never_fetched(tmp_path: Path) -> None:
    """A linked picture could be any file of this machine, or an address that then knows who works on what."""
    outside = tmp_path / "outside.png"
    outside.write_bytes(samples.png("red"))
    linked = picture().replace('r:embed="p1"', 'r:link="p2"')
    for target in (outside.as_uri(), str(outside), "http://127.0.0.1:9/picture.png"):
        link = f'<Relationship Id="p2" Type="{R}/image" Target="{target}" TargetMode="External"/>'
        rewritten = with_part(word_file(paragraph(linked)), "word/_rels/document.xml.rels", link)
        try:
            found = word.looked_at(ContentFile(rewritten, name="a.docx"))
        except Refused:
            continue
        assert found.stops or not any(found.text["pictures"]), target


def with_part(content: bytes, name: str, more: str) -> bytes:
    """A Word file with another relation."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(out, "w") as written_to:
        for each in given.namelist():
            part = given.read(each)
            is_it = each == name
            written_to.writestr(
                each, part.replace(b"</Relationships>", f"{more}</Relationships>".encode()) if is_it else part
            )
    return out.getvalue()


def test_notes_are_marked_where_they_belong(tmp_path: Path) -> None:
    found = taken(tmp_path, paragraph(run("Nobody asked."), note(1), run(" Why?")))
    assert found["blocks"] == [{"type": "text", "html": "<p>Nobody asked.[^1] Why?</p>"}]
    assert found["notes"] == [{"label": "1", "html": "<p>As the school told us.</p>"}]


def test_struck_out_words_are_told(tmp_path: Path) -> None:
    found = taken(tmp_path, paragraph(run("not ", "<w:strike/>"), run("so")))
    assert found["messages"] == ["Struck-out words were taken over as plain ones. Take out what should not be there."]


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    assert taken(tmp_path, paragraph())["blocks"] == []


@pytest.fixture
def draft() -> WebDraft:
    return draft_of(samples.web(), by=make.editor())


def filled(draft: WebDraft, content: bytes) -> word.LookedAt:
    found = word.looked_at(ContentFile(content, name="report.docx"))
    if not found.stops:
        word.fill(draft, found.text, by=draft.changed_by)
        draft.refresh_from_db()
    return found


@pytest.mark.django_db
def test_a_whole_report_can_be_frozen_as_it_comes(draft: WebDraft) -> None:
    found = filled(draft, REPORT)
    assert found.stops == ()
    frozen = frozen_from(draft)
    assert frozen.problems == []
    assert frozen.document.blocks == (
        Heading("What happened", 2),
        Text("<p>Nobody asked the <b>numbat</b>.[^1]</p><ul><li>One thing</li><li>Another</li></ul>"),
        Heading("At school", 3),
        Table("Visits in May", ("Day", "What"), (("<p>Monday</p>", "<p>Nobody came</p>"),)),
        Figure(1, "A plan of the house", "The house"),
        Text("<p>The end.</p>"),
    )
    assert frozen.document.notes == (Note("1", "<p>As the school told us.</p>"),)


@pytest.mark.django_db
def test_pictures_without_words_are_asked_for_before_it_is_frozen(draft: WebDraft) -> None:
    filled(draft, word_file(paragraph(run("A text.")), paragraph(picture())))
    assert frozen_from(draft).problems == ["Say of picture 1 what it shows, for people who can't see it."]


@pytest.mark.django_db
def test_it_takes_the_place_of_what_was_there(draft: WebDraft) -> None:
    filled(draft, word_file(paragraph(run("First.")), paragraph(picture("A plan"))))
    filled(draft, word_file(paragraph(run("Second.")), paragraph(picture("A map"))))
    assert [each.alternative for each in draft.pictures.all()] == ["A map"]
    assert "First." not in "".join(frozen_from(draft).document.texts())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("block", "kind"),
    [
        (paragraph(f"<w:ins>{run('added')}</w:ins>"), "docx_changes"),
        (paragraph(run("hidden", "<w:vanish/>")), "docx_hidden_text"),
    ],
)
def test_what_one_does_not_see_stops_it(draft: WebDraft, block: str, kind: str) -> None:
    found = filled(draft, docx(paragraph(run("A text.")), block))
    assert kind in {finding.kind for finding in found.stops}
    assert not draft.body


@pytest.mark.django_db
@pytest.mark.parametrize("content", [b"%PDF-1.7", b""], ids=["a pdf", "empty"])
def test_what_is_no_word_file(draft: WebDraft, content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        filled(draft, content)
    assert refused.value.code == "not_word"


@pytest.mark.django_db
def test_a_broken_one_is_stopped_by_the_checks(draft: WebDraft) -> None:
    assert filled(draft, b"PK\x03\x04 and no more").stops
    assert not draft.body
