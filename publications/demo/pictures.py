"""Pictures drawn for the demo: logos and one picture for a page."""

import io

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw, ImageFont

from lscb_site.models import BoardImage


def logo(letters: str, colour: str, *, title: str, width: int = 480) -> BoardImage:
    """A plain logo: letters on a rounded field."""
    picture = Image.new("RGB", (width, 200), "white")
    drawing = ImageDraw.Draw(picture)
    drawing.rounded_rectangle((10, 10, width - 10, 190), radius=40, fill=colour)
    drawing.text((width // 2, 100), letters, font=ImageFont.load_default(110), fill="white", anchor="mm")
    return kept(picture, title=title, name=f"{letters.lower()}.png")


def landscape() -> BoardImage:
    """Hills under an evening sky."""
    picture = Image.new("RGB", (1200, 480), "#f6e3c5")
    drawing = ImageDraw.Draw(picture)
    drawing.ellipse((860, 60, 980, 180), fill="#f2a65a")
    for left, top, colour in ((-300, 250, "#8fb39a"), (300, 280, "#5d9078"), (-100, 350, "#1f5c4d")):
        drawing.ellipse((left, top, left + 1200, top + 900), fill=colour)
    return kept(picture, title="Hills in the evening", name="hills.png")


def kept(picture: Image.Image, *, title: str, name: str) -> BoardImage:
    """The picture as an image of the site."""
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    image: BoardImage = BoardImage.objects.create(title=title, file=ImageFile(buffer, name=name))
    return image
