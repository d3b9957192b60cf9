"""Whom to call: contacts by role, each kept once and shown everywhere."""

import re
from typing import Self

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from lscb_site.usage import KeptWhileUsed


class Audience(models.TextChoices):
    """Who is meant to call."""

    PUBLIC = "public", "Families and the public"
    PROFESSIONAL = "professional", "People who work with children"
    BOARD = "board", "Our own officers"


class ContactQuerySet(models.QuerySet["Contact"]):
    """Contacts as pages need them."""

    def urgent(self) -> Self:
        """Those to call about a child now."""
        return self.filter(urgent=True)

    def in_role(self, role: str) -> Self:
        """Those whose role has these words, in any case; none named means all."""
        return self.filter(role__icontains=role)

    def for_audience(self, audience: str) -> Self:
        """Those meant for one audience; none named means all."""
        return self.filter(audience=audience) if audience else self


class ContactManager(models.Manager.from_queryset(ContactQuerySet)):  # type: ignore[misc]
    """Brings the phone numbers along: no contact is ever shown without them."""

    def get_queryset(self) -> ContactQuerySet:
        """All contacts, each with its numbers."""
        return super().get_queryset().prefetch_related("phone_numbers")  # type: ignore[no-any-return]


class Contact(KeptWhileUsed, index.Indexed, ClusterableModel):
    """A role that can be called, such as the Independent Chair or the emergency duty team."""

    role = models.CharField(
        max_length=120, help_text="For example Independent Chair, Business Manager, emergency duty team, LADO, police."
    )
    name = models.CharField(max_length=120, blank=True, help_text="Who holds the role now. May be left empty.")
    email = models.EmailField("e-mail address", blank=True)
    opening_hours = models.CharField(
        max_length=200, blank=True, help_text="For example “Monday to Friday, 9am to 5pm” or “evenings and weekends”."
    )
    when_to_call = models.TextField(blank=True, help_text="For example “If you think a child may be at risk of harm”.")
    what_it_does = models.TextField("what this role does", blank=True)
    audience = models.CharField("who is meant to call", max_length=20, choices=Audience, default=Audience.PUBLIC)
    urgent = models.BooleanField(
        "call about a child now",
        default=False,
        help_text="Shows this contact on every page under “Worried about a child?” (or your own title for it).",
    )
    order = models.PositiveIntegerField(default=0, help_text="Lower numbers come first.")

    objects = ContactManager()

    panels = [
        MultiFieldPanel([FieldPanel("role"), FieldPanel("name"), FieldPanel("what_it_does")], heading="Who"),
        MultiFieldPanel(
            [
                InlinePanel("phone_numbers", heading="Phone numbers", label="Phone number"),
                FieldPanel("email"),
                FieldPanel("opening_hours"),
            ],
            heading="How to reach them",
        ),
        MultiFieldPanel([FieldPanel("audience"), FieldPanel("urgent"), FieldPanel("when_to_call")], heading="When"),
        FieldPanel("order"),
    ]

    search_fields = [
        index.SearchField("role", boost=2),
        index.SearchField("name"),
        index.AutocompleteField("role"),
        index.AutocompleteField("name"),
        index.FilterField("audience"),
        index.FilterField("urgent"),
    ]

    class Meta:
        ordering = ["order", "role", "pk"]
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("role"),
                models.functions.Lower("name"),
                name="contact_once_by_role_and_name",
                violation_error_message="There is already a contact with this role and name. Change that one instead.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.name}" if self.name else self.role


class PhoneNumber(Orderable):
    """One number of a contact, with what it is for."""

    contact = ParentalKey(Contact, on_delete=models.CASCADE, related_name="phone_numbers")
    label = models.CharField(
        max_length=80, blank=True, help_text="For example “office hours” or “nights and weekends”."
    )
    number = models.CharField(max_length=40)

    panels = [FieldPanel("label"), FieldPanel("number")]

    class Meta(Orderable.Meta):
        verbose_name = "phone number"

    def __str__(self) -> str:
        return self.number

    @property
    def href(self) -> str:
        """The address that a telephone dials: digits, and a leading plus."""
        return "tel:" + re.sub(r"(?!^\+)\D", "", self.number.strip())
