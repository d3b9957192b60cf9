"""Where words or rules come from: an edition of the guidance, an act, a place in them."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from reviews.blocks.texts import one_line

PLACE_HELP = (
    "Type it as it should read, such as page 12 or section 14. A number alone is read as a chapter of the edition. "
    "If empty, the edition's own chapter on reviews is shown."
)
PLACE_OF_WHAT = "Choose an edition or name an act as well: this chapter, section or page must belong to something."


class SourceValue(blocks.StructValue):
    """A source as readers see it."""

    @property
    def words(self) -> str:
        """The citation, "Working Together 2018, chapter 4; Children Act 2004"; empty if nothing is named."""
        guidance, act, place = self.get("guidance"), self.get("act"), self.get("place") or ""
        parts = [guidance.cite(place or guidance.chapter) if guidance else ""]
        parts.append(", ".join(filter(None, [act, "" if guidance else place])))
        parts.append(self.get("regulation") or "")
        return "; ".join(filter(None, parts))

    @property
    def address(self) -> str:
        """Where the edition can be read; empty if that is not known."""
        guidance = self.get("guidance")
        return guidance.address if guidance else ""


class SourceBlock(blocks.StructBlock):
    """An edition or an act, and a place in it; everything may be empty."""

    guidance = SnippetChooserBlock("reviews.StatutoryGuidance", required=False, label="Guidance edition")
    act = one_line("Act or other source", "Such as Children Act 2004, section 14.")
    place = one_line("Chapter, section or page", PLACE_HELP)

    class Meta:
        icon = "openquote"
        label = "Source"
        label_format = "{act} {place}"
        value_class = SourceValue

    def clean(self, value: Any) -> Any:
        """Refuse a page of nothing."""
        cleaned = super().clean(value)
        if cleaned["place"] and not cleaned["guidance"] and not cleaned["act"]:
            raise blocks.StructBlockValidationError(block_errors={"place": ValidationError(PLACE_OF_WHAT)})
        return cleaned
