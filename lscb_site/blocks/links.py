"""Links: those kept as quick links, and those written on the page with a sentence each."""

from typing import Any

from wagtail import blocks

from lscb_site.blocks.targets import SentencesAboutTargets, Target
from lscb_site.blocks.texts import optional_heading

GROUP = "Links and files"
SCOPES = {"local": "Local", "national": "National"}


def group_choices() -> list[tuple[str, str]]:
    """The groups that quick links are in."""
    from lscb_site.models import QuickLink

    return [(group, group) for group in QuickLink.objects.groups()]


class QuickLinksBlock(blocks.StructBlock):
    """The quick links of one group."""

    heading = optional_heading()
    group = blocks.ChoiceBlock(
        choices=group_choices, required=False, label="Group", help_text="Left empty: the links that are in no group."
    )

    class Meta:
        template = "lscb_site/blocks/quick_links.html"
        icon = "link"
        group = GROUP
        label = "Quick links"
        description = "All quick links of a group, which you keep under Board, Quick links."
        preview_value: Any = {"heading": "Quick links", "group": ""}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Adds `links`."""
        from lscb_site.models import QuickLink

        context: dict[str, Any] = super().get_context(value, parent_context)
        links = QuickLink.objects.in_group(value.get("group") or "")
        return context | {"links": [link for link in links if link.url]}


class LinkBlock(SentencesAboutTargets):
    """A link with a sentence on what one finds there."""

    title = blocks.CharBlock(
        required=False, max_length=200, label="Title", help_text="Left empty: the page's own title."
    )
    page = blocks.PageChooserBlock(required=False, label="Page of this site")
    address = blocks.URLBlock(
        required=False, label="Web address", help_text="For a page elsewhere. Starts with https://"
    )
    sentence = blocks.CharBlock(required=False, max_length=300, label="What one finds there")
    scope = blocks.ChoiceBlock(choices=list(SCOPES.items()), required=False, label="Local or national")

    one_of = ("address", "page")

    class Meta:
        icon = "link"
        label = "Link"
        label_format = "{title}"
        value_class = Target


class LinksValue(blocks.StructValue):
    """Links, told apart by scope."""

    def by_scope(self) -> list[tuple[str, list[Any]]]:
        """(heading, links) for each scope that has any that lead somewhere; those without a scope first."""
        links = [link for link in self.get("links") or [] if link.url]
        groups = [
            (name, [link for link in links if (link.get("scope") or "") == scope])
            for scope, name in [("", ""), *SCOPES.items()]
        ]
        return [(name, members) for name, members in groups if members]


class LinksBlock(blocks.StructBlock):
    """Links that belong to this page."""

    heading = optional_heading()
    links = blocks.ListBlock(LinkBlock(), label="Links", default=[])

    class Meta:
        template = "lscb_site/blocks/links.html"
        value_class = LinksValue
        icon = "link"
        group = GROUP
        label = "Links"
        description = "Links with a sentence each; local and national ones are told apart."
        preview_value: Any = {
            "heading": "Useful links",
            "links": [
                {
                    "title": "Our procedures",
                    "address": "https://example.org/",
                    "sentence": "What to do, step by step.",
                    "scope": "local",
                },
                {
                    "title": "National guidance",
                    "address": "https://example.org/",
                    "sentence": "What the law asks.",
                    "scope": "national",
                },
            ],
        }
