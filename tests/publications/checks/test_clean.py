"""A clean copy: what travelled in the file is gone from its unpacked bytes, and the pages are the same."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from publications.checks import sandbox
from publications.checks.accessibility import accessibility_findings
from publications.checks.cleaning.jpeg import without_notes
from publications.checks.cleaning.removals import WORDS
from publications.checks.cleaning.task import clean
from publications.checks.examine import examined
from publications.demo import bad
from tests.publications.checks.accessible import accessible

SECRET = b"Jamie Invented-Example"
NAME = SECRET.decode()
Spoil = Callable[[pikepdf.Pdf], Any]


def nothing(_done: int, _of: int) -> None:
    """No progress is told."""


def photograph() -> bytes:
    written, notes = io.BytesIO(), Image.Exif()
    notes[0x013B] = NAME
    Image.effect_noise((80, 80), 50).convert("RGB").save(written, "JPEG", exif=notes, comment=SECRET)
    return written.getvalue()


def report(spoil: Spoil = lambda _pdf: None) -> bytes:
    """Two pages of text and a photograph with a bookmark and a link to the web; then spoilt."""
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=A4)
    for number in (1, 2):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(72, 700, f"Page {number} of an overview report.")
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"Page {number}", f"p{number}")
        canvas.linkURL("https://www.example.org/", (72, 690, 200, 715))
        canvas.showPage()
    canvas.save()
    with pikepdf.open(drawn) as pdf:
        spoil(pdf)
        written = io.BytesIO()
        pdf.save(written)
    return written.getvalue()


def information(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = String(NAME)


def xmp(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [NAME]


def attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.csv"] = SECRET
    pdf.Root.AF = Array([pdf.attachments["a.csv"].obj])


def pinned(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(SECRET, Type=Name.EmbeddedFile)
    held = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("a.csv"), EF=Dictionary(F=stream)))
    pin = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 0, 0], FS=held)
    pdf.pages[0].obj["/AF"] = Array([held])
    pdf.pages[0].Annots.append(pdf.make_indirect(pin))


def script(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{NAME}')"))
    pdf.Root.OpenAction = action
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), action])))
    pdf.pages[0].obj["/AA"] = Dictionary(O=action)
    pdf.pages[1].Annots[0].A["/Next"] = Array([Dictionary(S=Name.Launch, F=String(NAME))])


def thumbnail(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Thumb"] = pdf.make_stream(SECRET, Type=Name.XObject)


def private_data(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/PieceInfo"] = Dictionary(Maker=Dictionary(Private=String(NAME)))


def picture(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(photograph())
    image.update(Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=80, Height=80, BitsPerComponent=8))
    image["/ColorSpace"], image["/Filter"] = Name.DeviceRGB, Name.DCTDecode
    image["/Metadata"] = pdf.make_stream(SECRET, Type=Name.Metadata)
    pdf.pages[0].Resources["/XObject"] = Dictionary(Photo=image)
    pdf.pages[0].contents_add(b"q 200 0 0 200 72 300 cm /Photo Do Q")


def removed_page(pdf: pikepdf.Pdf) -> None:
    gone = Dictionary(Type=Name.Page, Contents=pdf.make_stream(b"BT (" + SECRET + b") Tj ET"), MediaBox=[0, 0, 9, 9])
    pdf.Root.Names = Dictionary(
        Dests=Dictionary(Names=Array([String("x"), Array([pdf.make_indirect(gone), Name.Fit])]))
    )


SPOILS = {
    "information": information, "xmp": xmp, "attachment": attachment, "script": script, "thumbnail": thumbnail,
    "private_data": private_data, "picture_notes": picture, "removed_page": removed_page,
}  # fmt: skip


def cleaned(content: bytes, folder: Path, **options: Any) -> tuple[dict[str, Any], Path]:
    file, to = folder / "before.pdf", folder / "after.pdf"
    file.write_bytes(content)
    return clean(file, {"to": str(to), **options}, nothing), to


def unpacked(file: Path | bytes) -> bytes:
    """All bytes of a file with nothing packed, pictures' own bytes among them; strings as they are meant."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(file) if isinstance(file, bytes) else file) as pdf:
        pdf.save(
            written, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.specialized,
        )  # fmt: skip
    return written.getvalue()


def kinds(file: Path) -> set[str]:
    return {finding.kind for finding in examined(file, {}, nothing).findings}


@pytest.mark.parametrize(("code", "spoil"), SPOILS.items(), ids=SPOILS.keys())
def test_it_is_gone_and_told(code: str, spoil: Spoil, tmp_path: Path) -> None:
    content = report(spoil)
    assert SECRET in unpacked(content) or NAME.encode("utf-16-be") in unpacked(content)
    told, to = cleaned(content, tmp_path)
    assert told["refused"] == ""
    assert told["removed"][code] >= 1
    assert SECRET not in unpacked(to)
    assert NAME.encode("utf-16-be") not in unpacked(to)


def test_files_pinned_to_a_page_are_gone_too(tmp_path: Path) -> None:
    told, to = cleaned(report(pinned), tmp_path)
    assert (told["refused"], "attachment" in told["removed"]) == ("", True)
    assert SECRET not in unpacked(to)
    assert "attachment" not in kinds(to)


def test_what_readers_need_stays(tmp_path: Path) -> None:
    told, to = cleaned(report(script), tmp_path, title="An overview report")
    assert told["refused"] == ""
    with pikepdf.open(to) as pdf:
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Page 1", "Page 2"]
        assert [str(page.Annots[0].A.URI) for page in pdf.pages] == ["https://www.example.org/"] * 2
        assert str(pdf.docinfo["/Title"]) == "An overview report"
        assert pdf.open_metadata()["dc:title"] == "An overview report"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_tags_language_and_the_claim_of_pdf_ua_stay(tmp_path: Path) -> None:
    written = io.BytesIO()
    accessible(pages=25).save(written)
    told, to = cleaned(written.getvalue(), tmp_path)
    assert told["refused"] == ""
    with pikepdf.open(to) as pdf:
        assert [finding.kind for finding in accessibility_findings(pdf)] == ["claims_pdf_ua"]


class TestComments:
    """Only on request; what is drawn over words stays where it is."""

    def commented(self, subtype: Name) -> bytes:
        def spoil(pdf: pikepdf.Pdf) -> None:
            note = Dictionary(Type=Name.Annot, Subtype=subtype, Rect=[72, 690, 200, 715], C=[0, 0, 0], IC=[0, 0, 0])
            note.update(Dictionary(Contents=String(NAME), T=String(NAME)))
            note["/QuadPoints"] = [72, 715, 200, 715, 72, 690, 200, 690]
            pdf.pages[0].Annots.append(pdf.make_indirect(note))

        return report(spoil)

    def test_they_stay_unless_asked(self, tmp_path: Path) -> None:
        told, to = cleaned(self.commented(Name.Text), tmp_path)
        assert "comment" not in told["removed"]
        assert SECRET in unpacked(to)

    def test_on_request_they_go(self, tmp_path: Path) -> None:
        told, to = cleaned(self.commented(Name.Text), tmp_path, comments=True)
        assert (told["refused"], told["removed"]["comment"]) == ("", 1)
        assert SECRET not in unpacked(to)

    @pytest.mark.parametrize("subtype", [Name.Highlight, Name.Square, Name.StrikeOut, Name.Stamp])
    def test_marks_stay_without_their_words(self, subtype: Name, tmp_path: Path) -> None:
        _told, to = cleaned(self.commented(subtype), tmp_path, comments=True)
        assert SECRET not in unpacked(to)
        with pikepdf.open(to) as pdf:
            assert len(pdf.pages[0].Annots) == 2


def test_earlier_states_are_gone(tmp_path: Path) -> None:
    before = report(information)
    with pikepdf.open(io.BytesIO(before)) as pdf:
        orphan = pdf.make_stream(b"BT (" + SECRET + b") Tj ET")
        assert orphan.is_indirect
        written = io.BytesIO()
        pdf.save(written, preserve_pdfa=False)
    told, to = cleaned(before + b"\n1000 0 obj\n(" + SECRET + b")\nendobj\n%%EOF\n", tmp_path)
    assert told["removed"]["rest"] >= 1
    assert SECRET not in to.read_bytes()


@pytest.mark.parametrize("flaw", ["box", "white", "invisible"])
def test_words_under_boxes_are_never_touched(flaw: str, tmp_path: Path) -> None:
    content = bad.drawn(flaw)
    before = tmp_path / "flawed.pdf"
    before.write_bytes(content)
    hidden = {kind for kind in kinds(before) if kind.startswith("text_")}
    told, to = cleaned(content, tmp_path)
    assert told["refused"] == ""
    assert hidden
    assert hidden <= kinds(to)


@pytest.mark.parametrize(("content", "why"), [(b"%PDF-1.7 no more", "broken"), (b"nothing", "not_a_pdf")])
def test_what_can_not_be_read_is_refused(content: bytes, why: str, tmp_path: Path) -> None:
    assert cleaned(content, tmp_path)[0] == {"refused": why, "removed": {}}


def test_a_signed_file_is_refused(tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root["/Perms"] = Dictionary(DocMDP=pdf.make_indirect(Dictionary(Type=Name.Sig, ByteRange=[0, 1, 2, 3])))

    assert cleaned(report(spoil), tmp_path)[0]["refused"] == "signed"


def test_a_copy_that_looks_another_way_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pikepdf.Pdf.save

    def wrong(pdf: pikepdf.Pdf, *args: Any, **options: Any) -> None:
        pdf.pages[1].contents_add(b"0 0 9 9 re f")
        real(pdf, *args, **options)

    content = report()
    monkeypatch.setattr(pikepdf.Pdf, "save", wrong)
    assert cleaned(content, tmp_path)[0]["refused"] == "differs"


def test_every_code_has_its_words() -> None:
    assert {*SPOILS, "comment", "rest"} == {*WORDS}


def test_pictures_are_the_same_without_notes() -> None:
    before = photograph()
    after = without_notes(before)
    assert SECRET in before
    assert SECRET not in after
    assert Image.open(io.BytesIO(before)).tobytes() == Image.open(io.BytesIO(after)).tobytes()
    for damaged in (b"", b"\xff\xd8", before[:30], b"\xff\xd8\xff\xe1\x00\x00" + before, b"no picture"):
        assert without_notes(damaged) == damaged


def test_it_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    file, to = tmp_path / "a.pdf", tmp_path / "b.pdf"
    file.write_bytes(report(attachment))
    limits = sandbox.Limits(written=10_000_000)
    told = sandbox.run("clean", file, options={"to": str(to), "title": "A title"}, limits=limits)
    assert (told["refused"], told["removed"]["attachment"]) == ("", 1)
    assert SECRET not in unpacked(to)
