"""A picture with nothing in it but what one sees: written anew, without EXIF, GPS, thumbnails or leftovers."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

LONGEST_SIDE = 2000
MOST_PIXELS = 40_000_000
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")


Cleaned = dict[str, Any]


def clean_picture(file: Path, _options: Mapping[str, Any], _progress: Callable[[int, int], None]) -> Cleaned | None:
    """The task "clean_picture": see `cleaned`."""
    return cleaned(file.read_bytes())


def cleaned(content: bytes) -> Cleaned | None:
    """`content` as PNG or JPEG with its `media_type`, `width` and `height`; None for what is no picture of ours."""
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return None
            is_photograph = opened.format == "JPEG"
            seen = ImageOps.exif_transpose(opened)
            seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            return _written(seen, is_photograph=is_photograph)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _written(picture: Image.Image, *, is_photograph: bool) -> Cleaned:
    """The pixels alone, in a file of their own."""
    mode = "RGB" if is_photograph or not _is_transparent(picture) else "RGBA"
    pixels = Image.frombytes(mode, picture.size, picture.convert(mode).tobytes())
    out = io.BytesIO()
    if is_photograph:
        pixels.save(out, "JPEG", quality=85, optimize=True)
    else:
        pixels.save(out, "PNG", optimize=True)
    return {
        "content": out.getvalue(),
        "media_type": "image/jpeg" if is_photograph else "image/png",
        "width": picture.width,
        "height": picture.height,
    }


def _is_transparent(picture: Image.Image) -> bool:
    return picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
