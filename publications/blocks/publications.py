"""Publications on ordinary pages: the latest, or one as a download. What is dark is not shown."""

from typing import Any

from wagtail import blocks

from lscb_site.blocks.texts import optional_heading
from publications.blocks.reviews import GROUP
from publications.choosers import PublicationChooserBlock

MOST_PUBLICATIONS = 20


class LatestPublicationsBlock(blocks.StructBlock):
    """The newest documents on the site."""

    heading = optional_heading()
    count = blocks.IntegerBlock(default=5, min_value=1, max_value=MOST_PUBLICATIONS, label="How many")

    class Meta:
        template = "publications/blocks/latest_publications.html"
        icon = "history"
        group = GROUP
        label = "Latest publications"
        description = (
            "The newest documents on the site with their reviews; new ones appear at the minute of their release."
        )
        preview_value: Any = {"heading": "Latest publications", "count": 3}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Adds `latest`: (record, document) pairs."""
        from publications.blocks.asked import latest_now

        context: dict[str, Any] = super().get_context(value, parent_context)
        return context | {"latest": latest_now(value.get("count") or 5)}


class PublicationBlock(blocks.StructBlock):
    """One document as a download, with its state."""

    publication = PublicationChooserBlock(label="Publication")

    class Meta:
        template = "publications/blocks/publication.html"
        icon = "download"
        group = GROUP
        label = "Publication"
        label_format = "{publication}"
        description = "One document as a download with its state. When it leaves the site, the page says how to get it."

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Adds `record` and `document`; both None if nothing may be told of it."""
        from publications.blocks.asked import document_now

        context: dict[str, Any] = super().get_context(value, parent_context)
        publication = value.get("publication")
        record, document = document_now(publication.pk) if publication else (None, None)
        return context | {"record": record, "document": document}

    def get_preview_value(self) -> Any:
        """The newest document on the site."""
        from publications.blocks.asked import latest_now

        newest = next(iter(latest_now(1)), None)
        return self.to_python({"publication": newest[1].number if newest else None})
