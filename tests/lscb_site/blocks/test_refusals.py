"""What blocks refuse, and the sentence that says what to do."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks

from lscb_site.blocks.documents import DocumentBlock
from lscb_site.blocks.links import LinkBlock
from lscb_site.blocks.notices import NoticeBlock
from lscb_site.blocks.pictures import PictureBlock
from lscb_site.blocks.tables import TableBlock
from lscb_site.blocks.texts import HeadingBlock
from tests.lscb_site.samples import image

pytestmark = pytest.mark.django_db

CAPTIONLESS = {"columns": [{"type": "text", "heading": "A"}], "rows": [{"values": ["1"]}], "caption": ""}
NAMELESS = {"columns": [{"type": "text", "heading": " "}], "rows": [{"values": ["1"]}], "caption": "All"}
REFUSED: list[tuple[blocks.Block, dict[str, Any], str]] = [
    (NoticeBlock(), {"kind": "new", "vanishes": True}, "Give the day on which the notice is taken off"),
    (LinkBlock(), {"title": "Nowhere"}, "Give either the web address or the page of this site"),
    (LinkBlock(), {"address": "https://there.example/"}, "Give the title"),
    (DocumentBlock(), {"title": "Nothing"}, "Give either the web address or the document of this site"),
    (DocumentBlock(), {"title": "When", "address": "https://a.example/", "date": "someday"}, "is not a date"),
    (TableBlock(), {"table": CAPTIONLESS}, "Give the table a caption"),
    (TableBlock(), {"table": NAMELESS}, "Give every column a heading"),
    (HeadingBlock(), {"text": "A", "anchor_text": "No Spaces"}, "Use small letters, figures and hyphens only."),
]


def sentences(error: ValidationError) -> str:
    """All that a block's error says, its children's too."""
    inner = [*getattr(error, "block_errors", {}).values(), *(getattr(error, "non_block_errors", None) or [])]
    own = " ".join(error.messages) if not hasattr(error, "block_errors") else ""
    return own + " ".join(sentences(each) if isinstance(each, ValidationError) else str(each) for each in inner)


@pytest.mark.parametrize(("block", "given", "sentence"), REFUSED)
def test_refused(block: blocks.Block, given: dict[str, Any], sentence: str) -> None:
    value = block.to_python(given)
    if given.get("date"):
        value["date"] = given["date"]  # as typed into the form
    with pytest.raises(ValidationError) as refusal:
        block.clean(value)
    assert sentence in sentences(refusal.value)


def test_an_image_says_what_it_shows_or_that_it_is_for_decoration() -> None:
    block = PictureBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"image": {"image": image().pk, "decorative": False, "alt_text": ""}}))
    block.clean(block.to_python({"image": {"image": image().pk, "decorative": True, "alt_text": ""}}))
