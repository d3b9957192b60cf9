"""The checks of a file before its release: time and memory of the process that does them, by the length of the file."""

import io
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from publications.checks.report import report_on

PAGES = (10, 100, 300)
SECTIONS_A_PAGE = 1.2
DOTS = (1240, 1754)  # A4 with 150 dots to the inch


def text(pages: int) -> bytes:
    """A tagged report of so many full pages of text."""
    from publications.demo.content.themes import THEMES
    from publications.demo.pdf.drawing import drawn
    from publications.demo.pdf.report import Report, Section

    paragraphs = [text for theme in THEMES.values() for text in (theme.happened, theme.why)]
    sections = [
        Section(f"What was found {number}", [*paragraphs[number % 9 : number % 9 + 6], *paragraphs[:3]])
        for number in range(round(pages * SECTIONS_A_PAGE))
    ]
    return drawn(Report("Child Q", "Overview report", "A board", "May 2026", sections))


def scan(pages: int) -> bytes:
    """A scan of so many pages, each of which is one picture."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    buffer, picture = io.BytesIO(), Image.effect_noise(DOTS, 5)
    canvas = Canvas(buffer, invariant=1)
    for number in range(pages):
        picture.putpixel((number, 0), 0)  # another picture for each page
        jpeg = io.BytesIO()
        picture.save(jpeg, "JPEG", quality=30)
        canvas.drawImage(ImageReader(jpeg), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def measure(file: Path) -> None:
    """Print one line of the table. In a process of its own: a child's memory is at first that of its parent."""
    began = time.perf_counter()
    report = report_on(file)
    took, used = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    computed = used.ru_utime + used.ru_stime
    pages = max(1, report.pages)
    print(  # noqa: T201
        f"{file.stem:5} {report.pages:4} pages {file.stat().st_size / 1e6:6.1f} MB {took:7.1f} s,"
        f" computing {computed:6.1f} s,"
        f" {computed / pages * 1000:5.0f} ms a page, {used.ru_maxrss // 1024:4} MB"
        f" {', '.join(each.kind for each in report.blocking)}"
    )


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        for name, make in (("text", text), ("scan", scan)):
            for pages in PAGES:
                file = Path(folder) / f"{name}.pdf"
                file.write_bytes(make(pages))
                subprocess.run([sys.executable, "-m", "benchmarks.checks", str(file)], check=True)


if __name__ == "__main__":
    measure(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
