"""The form of a publication: which document of which review it is, and since when it is public."""

from typing import Any

from django import forms
from django.conf import settings
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from publications.admin.stale import StaleGuardForm
from publications.choosers import review_chooser
from publications.models import SignOff

FIXED = "It was released or is scheduled, so this stays as it is."
SIGNED = (
    "Its file was signed off with this date. To change it, discard that file, change the date, and upload it again."
)
SOURCE_MISSING = "Say how you know when it was first public, for example “minutes of the board, 4 May 2016”."


class PublicationForm(StaleGuardForm, WagtailAdminModelForm):
    """Adding and changing a publication. What its clock and its readers rely on is fixed by its release."""

    class Meta:
        widgets = {"review": review_chooser.widget_class, "medium": forms.RadioSelect}
        labels = {"slug": "Last part of its address", "kind": "Kind of document", "medium": "What readers get"}
        help_texts = {
            "title": "Leave empty to show the kind of document, such as “Overview report”. Never a real name.",
            "first_public": "Only if people could read it before it came here. Its time on the list counts from then.",
            "first_public_source": "Needed with that date. For example “minutes of the board, 4 May 2016”.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slug = self.fields["slug"]
        slug.required = False
        slug.help_text = f"Its address will be {self._address()}. Leave empty: it is made from the kind."
        if self.instance.slug and self.instance.other_form:
            slug.disabled = bool(self.instance.pk)
            slug.widget.attrs["readonly"] = True
            slug.help_text = f"{self._address()}. Both forms of a document have the same name."
        if self.instance.pk:
            self.fields.pop("review", None)
            self.fields.pop("medium", None)
            if self.instance.releases.filter(cancelled_at=None).exists() or self.instance.decisions.exists():
                self._fix()
            elif SignOff.objects.filter(version__publication=self.instance).exists():
                self._fix_dates(SIGNED)

    def _address(self) -> str:
        """How its address looks, with what is not known yet in capitals."""
        review = self.instance.review.slug if self.instance.review_id else "REVIEW"
        end = "/" if self.instance.is_web else ".pdf"
        return f"{settings.PUBLIC_URL}/publications/{review}/{self.instance.slug or 'NAME'}{end}"

    def _fix_dates(self, why: str) -> None:
        for name in ("first_public", "first_public_source"):
            self.fields[name].disabled = True
            self.fields[name].help_text = why

    def _fix(self) -> None:
        self._fix_dates(FIXED)
        self.fields["slug"].disabled = True
        self.fields["slug"].help_text = f"{self._address()}: it stays the same for ever."

    def clean(self) -> dict[str, Any]:
        """Adds that a date needs its source."""
        cleaned = super().clean()
        if cleaned.get("first_public") and not cleaned.get("first_public_source"):
            self.add_error("first_public_source", forms.ValidationError(SOURCE_MISSING, code="source_missing"))
        return cleaned


publication_panels = ObjectList(
    [
        MultiFieldPanel(
            [FieldPanel("review"), FieldPanel("kind"), FieldPanel("title"), FieldPanel("medium")],
            heading="The document",
        ),
        FieldRowPanel(
            [FieldPanel("first_public"), FieldPanel("first_public_source")],
            heading="Only if it was public elsewhere before",
        ),
        MultiFieldPanel([FieldPanel("slug")], heading="Its address"),
    ],
    base_form_class=PublicationForm,
)
