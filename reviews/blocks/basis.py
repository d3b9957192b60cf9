"""The guidance and the law that a page stands on."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks

from reviews.blocks.sources import SourceBlock
from reviews.blocks.texts import GROUP, SectionBlock, one_line, text

NOTHING_NAMED = "Choose an edition, or name an act or a regulation: one of them is needed."


class BasisBlock(SourceBlock):
    """One thing that a page, or a section of it, stands on."""

    regulation = one_line("Regulation", "Such as Local Safeguarding Children Boards Regulations 2006, regulation 5.")
    applies_to = one_line("Which section this is about", "Such as Criteria. Leave empty if it is the whole page.")

    class Meta:
        icon = "doc-full-inverse"
        label = "Statutory basis"
        label_format = "{applies_to} {act} {regulation}"

    def clean(self, value: Any) -> Any:
        """Refuse an entry that names nothing."""
        cleaned = super().clean(value)
        if not cleaned.words:
            raise blocks.StructBlockValidationError(block_errors={"act": ValidationError(NOTHING_NAMED)})
        return cleaned


class StatutoryBasisBlock(SectionBlock):
    """The editions, acts and regulations, each with the section it applies to."""

    entries = blocks.ListBlock(BasisBlock(), label="Guidance and law")

    class Meta:
        icon = "doc-full-inverse"
        group = GROUP
        label = "Statutory basis"
        label_format = "{heading}"
        template = "reviews/blocks/statutory_basis.html"
        description = "The guidance editions, acts and regulations that this page or parts of it stand on."
        preview_value = {
            "heading": "Statutory basis",
            "entries": [
                {"applies_to": "Criteria", "act": "Children Act 2004", "place": "section 14"},
                {"act": "Children and Social Work Act 2017"},
            ],
        }


class LawValue(blocks.StructValue):
    """An act or regulation as readers see it."""

    @property
    def words(self) -> str:
        """Its name and the provision: "Children Act 2004, section 14"."""
        return ", ".join(filter(None, [self.get("name"), self.get("provision")]))


class LawBlock(blocks.StructBlock):
    """One act or regulation with what it says."""

    name = blocks.CharBlock(max_length=255, label="Name", help_text="Such as Children Act 2004.")
    provision = one_line("Section or regulation", "Such as section 14. May be empty.")
    sentence = blocks.TextBlock(required=False, rows=2, label="What it says, in a sentence")
    address = blocks.URLBlock(
        required=False, label="Web address", help_text="Such as its page on legislation.gov.uk, starting with https://."
    )

    class Meta:
        icon = "doc-full"
        label = "Act or regulation"
        label_format = "{name} {provision}"
        value_class = LawValue


class LegislationBlock(SectionBlock):
    """The laws that matter here."""

    introduction = text("Introduction")
    laws = blocks.ListBlock(LawBlock(), label="Acts and regulations")

    class Meta:
        icon = "doc-full"
        group = GROUP
        label_format = "{heading}"
        template = "reviews/blocks/legislation.html"
        description = "A list of acts and regulations, each with a sentence and a link."
        preview_value = {
            "heading": "Legislation",
            "laws": [{"name": "Children Act 2004", "sentence": "Sets out how agencies work together for children."}],
        }
