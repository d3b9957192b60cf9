"""A list is looked for everywhere in a file that can be read, and only places come back."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from publications.checks import sandbox
from publications.checks.watch.task import watch
from publications.demo import bad

NAME = "Jamie Invented-Example"
Spoil = Callable[[pikepdf.Pdf], Any]


def report(*lines: str, spoil: Spoil = lambda _pdf: None) -> bytes:
    """A page with lines 20 points apart from 100 points below the top; then spoilt."""
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=A4)
    canvas.setFont("Helvetica", 12)
    for number, line in enumerate(lines or ("Nothing to see.",)):
        canvas.drawString(72, A4[1] - 100 - 20 * number, line)
    canvas.save()
    with pikepdf.open(drawn) as pdf:
        spoil(pdf)
        written = io.BytesIO()
        pdf.save(written)
    return written.getvalue()


def told(content: bytes, folder: Path, wanted: str = NAME, **options: str) -> dict[str, Any]:
    file = folder / "a.pdf"
    file.write_bytes(content)
    return watch(file, {"list": wanted, **options}, lambda _done, _of: None)


def places(content: bytes, folder: Path, wanted: str = NAME, **options: str) -> set[str]:
    return {hit["where"] for hit in told(content, folder, wanted, **options)["hits"]}


def outline(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as tree:
        tree.root.append(pikepdf.OutlineItem(f"What {NAME} said", 0))


def xmp(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:description"] = f"On {NAME}"
    del pdf.docinfo["/Subject"]


def comment(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[9, 9, 20, 20], Contents=String(f"Is it {NAME}?"))
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


def alternative_text(pdf: pikepdf.Pdf) -> None:
    figure = Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String(f"{NAME} smiling"))
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([figure])))


def form(pdf: pikepdf.Pdf) -> None:
    field = Dictionary(FT=Name.Tx, T=String("child"), V=String(NAME))
    field.update(Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=[0, 0, 9, 9]))
    pdf.pages[0].Annots = Array([pdf.make_indirect(field)])
    pdf.Root.AcroForm = Dictionary(Fields=pdf.pages[0].Annots)


def attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.csv"] = f"name,born\n{NAME},2015\n".encode()


def attached_report(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.pdf"] = report(f"On {NAME}")


def attached_name(pdf: pikepdf.Pdf) -> None:
    pdf.attachments[f"{NAME}.csv"] = b"1,2"


def label(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(NAME))]))


EVERYWHERE = {
    "page": report(f"The child {NAME} was seen."),
    "hidden": bad.drawn("box"),
    "outline": report(spoil=outline),
    "properties": report(spoil=xmp),
    "comment": report(spoil=comment),
    "alternative_text": report(spoil=alternative_text),
    "form": report(spoil=form),
    "attachment": report(spoil=attachment),
    "other": report(spoil=label),
}


@pytest.mark.parametrize(("where", "content"), EVERYWHERE.items(), ids=EVERYWHERE.keys())
def test_everywhere_in_a_file(where: str, content: bytes, tmp_path: Path) -> None:
    assert where in places(content, tmp_path)


@pytest.mark.parametrize("flaw", ["white", "invisible", "layer"])
def test_whatever_hides_it(flaw: str, tmp_path: Path) -> None:
    assert "hidden" in places(bad.drawn(flaw), tmp_path)


@pytest.mark.parametrize("spoil", [attached_report, attached_name])
def test_in_attachments(spoil: Spoil, tmp_path: Path) -> None:
    assert places(report(spoil=spoil), tmp_path) == {"attachment"}


def test_in_document_information(tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Keywords"] = String(NAME)

    assert places(report(spoil=spoil), tmp_path) == {"properties"}


def updated(before: bytes, number: int, content: bytes) -> bytes:
    """A file with an object replaced at its end, as programs save changes."""
    start = before.rindex(b"startxref")
    root, size = (re.findall(pattern, before)[-1].decode() for pattern in (rb"/Root (\d+ \d+ R)", rb"/Size (\d+)"))
    body = f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = f"xref\n{number} 1\n{len(before):010d} 00000 n \n"
    trailer = f"trailer\n<</Size {size} /Root {root} /Prev {before[start:].split()[1].decode()}>>\n"
    return before + body + f"{table}{trailer}startxref\n{len(before) + len(body)}\n%%EOF\n".encode()


def test_in_an_earlier_state(tmp_path: Path) -> None:
    before = report(f"It was {NAME}.")
    with pikepdf.open(io.BytesIO(before)) as pdf:
        number = pdf.pages[0].Contents.objgen[0]
    assert "earlier" in places(updated(before, number, b"<</Length 0>>\nstream\n\nendstream"), tmp_path)


def test_in_what_it_is_called(tmp_path: Path) -> None:
    assert places(report(), tmp_path, name="SCR_JamieInvented-Example_final.pdf") == {"file_name"}
    assert places(report(), tmp_path, title=f"Review on {NAME}") == {"title"}


def test_the_place_is_that_of_the_words(tmp_path: Path) -> None:
    [hit] = told(report("one", "two", f"x {NAME} y"), tmp_path)["hits"]
    assert (hit["line"], hit["how"], hit["where"], hit["page"], hit["count"]) == (1, "watch_found", "page", 1, 1)
    assert 130 < hit["place"]["top"] < 140 < hit["place"]["bottom"] < 145
    assert 72 < hit["place"]["left"] < 90


def test_words_parted_at_the_end_of_a_line(tmp_path: Path) -> None:
    assert places(report("The child Ja-", "mie Invented-", "Example was seen."), tmp_path) == {"page"}


def test_each_line_is_told_by_its_number(tmp_path: Path) -> None:
    hits = told(report("On 3 April 2015 at Anytown."), tmp_path, "Nobody\n\nAnytown\n03/04/2015")["hits"]
    assert sorted(hit["line"] for hit in hits) == [3, 4]


def test_nothing_there_nothing_told(tmp_path: Path) -> None:
    assert told(report(), tmp_path) == {"unreadable": "", "pages": 1, "hits": []}


def test_no_word_comes_back(tmp_path: Path) -> None:
    for content in EVERYWHERE.values():
        answer = json.dumps(told(content, tmp_path)).casefold()
        assert "hits" in answer
        assert not [word for word in ("jamie", "invented", "example") if word in answer]


def test_an_unreadable_file_is_told(tmp_path: Path) -> None:
    assert told(b"%PDF-1.7 broken", tmp_path)["unreadable"] == "broken"


def test_it_runs_in_a_process_of_its_own_that_gets_the_list_unseen(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(report(f"On {NAME}"))
    answer = sandbox.run("watch", file, options={"list": NAME})
    assert [hit["where"] for hit in answer["hits"]] == ["page"]
