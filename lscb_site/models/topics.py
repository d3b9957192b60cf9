"""What pages and reviews are about."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from lscb_site.fields import WordListField
from lscb_site.usage import KeptWhileUsed


class Topic(KeptWhileUsed, index.Indexed):
    """A theme such as neglect, with the other words that people use for it."""

    name = models.CharField(max_length=80)
    slug = models.SlugField(
        "address",
        max_length=80,
        blank=True,
        help_text="The last part of the topic's web address. Left empty, it is made from the name.",
    )
    description = models.TextField(blank=True, help_text="A sentence or two for people who do not know the word.")
    synonyms = WordListField(
        models.CharField(max_length=80),
        blank=True,
        default=list,
        verbose_name="other words for it",
        help_text="Separate them with commas. Search finds the topic by them too.",
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("description"), FieldPanel("synonyms")], heading="Topic"),
        FieldPanel("slug"),
    ]

    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("synonyms_text"),
        index.SearchField("description"),
        index.AutocompleteField("name"),
        index.AutocompleteField("synonyms_text"),
    ]

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("name"),
                name="topic_once_by_name",
                violation_error_message="There is already a topic with this name. Use it, or choose another name.",
            ),
            models.UniqueConstraint(
                "slug",
                name="topic_once_by_address",
                violation_error_message="There is already a topic with this address. Choose another.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Makes the address from the name if there is none; ValidationError if the name has no letters for one."""
        super().clean()
        self.slug = self.slug or slugify(self.name)[:80]
        if self.name and not self.slug:
            raise ValidationError({"slug": "No address can be made from this name. Type one, in letters a to z."})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves it, with an address made from the name if it has none."""
        self.slug = self.slug or slugify(self.name)[:80]
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Where everything on this topic is listed."""
        return f"/topics/{self.slug}/"

    def synonyms_text(self) -> str:
        """All its synonyms, for the search index."""
        return ", ".join(self.synonyms)
