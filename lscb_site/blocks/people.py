"""Contacts, the concern panel and partners, from the one place where each is kept."""

from typing import Any

from django.utils.functional import SimpleLazyObject
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from lscb_site.blocks.texts import optional_heading

GROUP = "People"


def audience_choices() -> list[tuple[str, str]]:
    """Who may be meant to call."""
    from lscb_site.models.people import Audience

    return list(Audience.choices)


class ContactBlock(SnippetChooserBlock):
    """One contact; nothing once it is deleted."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("lscb_site.Contact", **kwargs)

    class Meta:
        template = "lscb_site/blocks/contact.html"
        icon = "user"
        group = GROUP
        label = "Contact"
        description = "One contact with phone numbers, hours and when to call."

    def get_preview_value(self) -> Any:
        """An invented contact; Ofcom keeps this number for drama."""
        from lscb_site.models import Contact, PhoneNumber

        contact = Contact(
            role="Business Manager",
            name="Alex Morgan",
            email="manager@example.org",
            opening_hours="Monday to Friday, 9am to 5pm",
        )
        contact.phone_numbers.add(PhoneNumber(label="Office", number="01632 960123"))
        return contact


class ContactsByRoleBlock(blocks.StructBlock):
    """All contacts of an audience or with certain words in their role."""

    heading = optional_heading()
    audience = blocks.ChoiceBlock(
        choices=audience_choices, required=False, label="Who is meant to call", help_text="Left empty: everybody."
    )
    role = blocks.CharBlock(
        required=False,
        max_length=120,
        label="Words in the role",
        help_text="For example “designated” for all designated doctors and nurses. Left empty: all roles.",
    )

    class Meta:
        template = "lscb_site/blocks/contacts_by_role.html"
        icon = "group"
        group = GROUP
        label = "Contacts by role"
        description = "All contacts of one kind, by role and name; new ones appear by themselves."
        preview_value: Any = {"heading": "Our officers", "audience": "", "role": ""}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Adds `contacts`."""
        from lscb_site.models import Contact

        context: dict[str, Any] = super().get_context(value, parent_context)
        chosen = Contact.objects.for_audience(value.get("audience") or "").in_role(value.get("role") or "")
        return context | {"contacts": list(chosen)}


class ConcernPanelBlock(blocks.StaticBlock):
    """Whom to call about a child now; its words and contacts are the board's settings."""

    class Meta:
        template = "lscb_site/blocks/concern_panel.html"
        icon = "warning"
        group = GROUP
        label = "Concern panel"
        admin_text = "The title and the 999 sentence come from Settings, Board; the numbers from the urgent contacts."
        description = "“Worried about a child?” with 999 and the urgent contacts."
        preview_value = None

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Makes sure of `board` and `urgent_contacts`, which pages have already."""
        from lscb_site.models import BoardSettings, Contact

        context: dict[str, Any] = super().get_context(value, parent_context)
        without_page = {
            "board": SimpleLazyObject(BoardSettings.load),
            "urgent_contacts": SimpleLazyObject(lambda: list(Contact.objects.urgent())),
        }
        return without_page | context


class PartnersBlock(blocks.StructBlock):
    """The partners that are shown on the site."""

    heading = optional_heading()
    descriptions = blocks.BooleanBlock(required=False, label="Say what each partner does")

    class Meta:
        template = "lscb_site/blocks/partners.html"
        icon = "group"
        group = GROUP
        label = "Partners"
        description = "Your partners with their logos."
        preview_value: Any = {"heading": "Our partners", "descriptions": True}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Adds `members`: the partners shown, with their logos."""
        from lscb_site.models import Partner

        context: dict[str, Any] = super().get_context(value, parent_context)
        return context | {"members": list(Partner.objects.active())}
