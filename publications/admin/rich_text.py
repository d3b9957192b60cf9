"""Links to reviews and publications in the rich text editor.

Stored as `<a linktype="review" id="5">`; what readers get is made by the link handlers of `publications.rich_text`.
"""

from collections.abc import Callable
from typing import Any

from django.urls import reverse, reverse_lazy
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import LinkElementHandler
from wagtail.admin.rich_text.editors.draftail import features as draftail
from wagtail.rich_text.feature_registry import FeatureRegistry

SCRIPTS = ["wagtailadmin/js/chooser-modal.js", "js/ledger-links.js"]


class LedgerLinkElement(LinkElementHandler):
    """Reads a stored link for the editor."""

    def __init__(self, entity: str, linktype: str) -> None:
        super().__init__(entity)
        self.linktype = linktype

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        """Its number, and where the thing is in the admin, so that the editor can show it."""
        number = attrs.get("id", "")
        if not (number.isascii() and number.isdigit()):
            return {}
        return {"id": int(number), "url": reverse(f"{self.linktype}s_admin:inspect", args=[int(number)])}


def stored_link(linktype: str) -> Callable[[dict[str, Any]], Any]:
    """What makes the stored link of an entity in the editor."""
    return lambda props: DOM.create_element("a", {"linktype": linktype, "id": props.get("id")}, props["children"])


def add_feature(features: FeatureRegistry, linktype: str, description: str, icon: str) -> None:
    """Put a button for links to one kind of thing into the editor."""
    name, entity = f"{linktype}-link", linktype.upper()
    features.register_editor_plugin(
        "draftail",
        name,
        draftail.EntityFeature(
            {
                "type": entity,
                "icon": icon,
                "description": description,
                "attributes": ["id", "url"],
                "allowlist": {"id": True},
                "chooserUrls": {"ledgerChooser": reverse_lazy(f"{linktype}_chooser:choose")},
            },
            js=SCRIPTS,
        ),
    )
    features.register_converter_rule(
        "contentstate",
        name,
        {
            "from_database_format": {f'a[linktype="{linktype}"]': LedgerLinkElement(entity, linktype)},
            "to_database_format": {"entity_decorators": {entity: stored_link(linktype)}},
        },
    )
    features.default_features.append(name)


def add_features(features: FeatureRegistry) -> None:
    """Both kinds."""
    add_feature(features, "review", "Link to a review", "folder-open-inverse")
    add_feature(features, "publication", "Link to a document of a review", "doc-full")
