"""PDFs written by hand, object by object, for what no library would write."""

from collections.abc import Mapping

WORDS = "BT /F1 12 Tf 72 700 Td (%s) Tj ET"
CATALOG = {1: "<< /Type /Catalog /Pages 2 0 R >>"}


def stream(content: str, entries: str = "") -> str:
    """A stream object."""
    return f"<< /Length {len(content)} {entries} >>\nstream\n{content}\nendstream"


def one_page(content: str, *, page: str = "", catalog: str = "") -> dict[int, str]:
    """The objects of a file with one page that is drawn by this content."""
    return {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        f" /Resources << /Font << /F1 5 0 R >> >> {page} >>",
        4: stream(content),
        5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }


def file(objects: Mapping[int, str], *, between: str = "", trailer: str = "") -> bytes:
    """A whole file; what stands `between` is in it and listed nowhere."""
    body, offsets = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + between.encode("latin-1"), {}
    for number, content in objects.items():
        offsets[number] = len(body)
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    return body + _section(offsets, len(body), max(objects) + 1, trailer)


def updated(content: bytes, objects: Mapping[int, str], *, trailer: str = "") -> bytes:
    """The file with these objects put anew at its end, as programs save a change (an incremental update)."""
    start = int(content[content.rindex(b"startxref") + 9 : content.rindex(b"%%EOF")])
    body, offsets = content + b"\n", {}
    for number, each in objects.items():
        offsets[number] = len(body)
        body += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    return body + _section(offsets, len(body), 100, f"/Prev {start} {trailer}")


def _section(offsets: Mapping[int, int], at: int, size: int, trailer: str) -> bytes:
    lines = ["xref", "0 1", "0000000000 65535 f "]
    for number, offset in sorted(offsets.items()):
        lines += [f"{number} 1", f"{offset:010d} 00000 n "]
    lines += ["trailer", f"<< /Size {size} /Root 1 0 R {trailer} >>", "startxref", str(at), "%%EOF", ""]
    return "\n".join(lines).encode("latin-1")
