"""JPEG pictures without the notes of cameras and programs; the picture itself is not touched (ITU-T T.81, annex B)."""

# Markers: 0xE1 EXIF and XMP, 0xED Photoshop, 0xFE comment, and the other notes of programs. What stays is how the
# colours are meant: 0xE0 JFIF, 0xE2 with a colour profile, 0xEE Adobe.
NOTES = {0xE1, 0xFE, *range(0xE3, 0xEE), 0xEF}
PROFILE = b"ICC_PROFILE\x00"
START_OF_SCAN = 0xDA


def without_notes(picture: bytes) -> bytes:
    """The same bytes without notes; what does not read as a JPEG comes back as it was."""
    if not picture.startswith(b"\xff\xd8"):
        return picture
    kept, at = bytearray(b"\xff\xd8"), 2
    while at + 4 <= len(picture) and picture[at] == 0xFF:
        marker, size = picture[at + 1], int.from_bytes(picture[at + 2 : at + 4], "big")
        if marker == START_OF_SCAN:
            return bytes(kept + picture[at:])
        if size < 2 or marker == 0xFF or 0xD0 <= marker <= 0xD9:
            return picture
        segment = picture[at : at + 2 + size]
        is_note = marker in NOTES or (marker == 0xE2 and not segment[4:].startswith(PROFILE))
        if not is_note:
            kept += segment
        at += 2 + size
    return picture
