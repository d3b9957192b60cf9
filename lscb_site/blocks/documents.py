"""Documents on a page, with all that readers need to judge them before opening."""

from typing import Any

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from lscb_site.blocks.dates import PartialDateBlock
from lscb_site.blocks.targets import SentencesAboutTargets, Target
from lscb_site.blocks.texts import optional_heading


class DocumentValue(Target):
    """A document that knows the line of facts below its title."""

    @property
    def facts(self) -> str:
        """Issuing body, author and date, as far as they are known."""
        date = self.get("date")
        return ", ".join(filter(None, [self.get("issuing_body"), self.get("author"), date.words() if date else ""]))


class DocumentBlock(SentencesAboutTargets):
    """A file of this site or one that somebody else keeps."""

    title = blocks.CharBlock(
        required=False, max_length=250, label="Title", help_text="Left empty: the document's own title."
    )
    document = DocumentChooserBlock(required=False, label="Document of this site")
    address = blocks.URLBlock(
        required=False, label="Web address", help_text="For a document that others keep. Starts with https://"
    )
    issuing_body = blocks.CharBlock(required=False, max_length=150, label="Issued by")
    author = blocks.CharBlock(required=False, max_length=150, label="Author")
    date = PartialDateBlock(required=False, label="Date")
    note = blocks.CharBlock(
        required=False, max_length=300, label="Note", help_text="For example “This framework is being revised.”"
    )

    one_of = ("address", "document")

    class Meta:
        icon = "doc-full"
        label = "Document"
        label_format = "{title} {document}"
        value_class = DocumentValue


class DocumentsBlock(blocks.StructBlock):
    """A list of documents."""

    heading = optional_heading()
    documents = blocks.ListBlock(DocumentBlock(), label="Documents", default=[])

    class Meta:
        template = "lscb_site/blocks/documents.html"
        icon = "doc-full"
        group = "Links and files"
        label = "Documents"
        description = "Documents with issuer, date, type and size. Reports of reviews are publications instead."
        preview_value: Any = {
            "heading": "Procedures",
            "documents": [
                {
                    "title": "Learning framework",
                    "address": "https://example.org/framework.pdf",
                    "issuing_body": "Anyshire Safeguarding Children Partnership",
                    "date": "2024-06",
                    "note": "This framework is being revised.",
                }
            ],
        }
