"""A picture on a page."""

from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageBlock


class PictureBlock(blocks.StructBlock):
    """An image; Wagtail's own block refuses one that is neither described nor marked as decorative."""

    image = ImageBlock(label="Image")
    caption = blocks.CharBlock(required=False, max_length=300, label="Caption")

    class Meta:
        template = "lscb_site/blocks/picture.html"
        icon = "image"
        group = "Pictures and tables"
        label = "Image"
        description = "An image with its alternative text and perhaps a caption."

    def get_preview_value(self) -> Any:
        """The newest image there is; only the caption while there is none."""
        from lscb_site.models import BoardImage

        image = BoardImage.objects.order_by("-pk").first()
        return self.normalize({"image": image, "caption": "The children's centre after it was rebuilt"})
