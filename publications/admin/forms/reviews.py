"""What is done to a whole review: another address, an old address erased, no trace left, findings shown."""

from typing import Any

from django import forms
from django.conf import settings

from publications import actions
from publications.admin.forms.base import ActionForm
from publications.models import FormerSlug
from publications.policy import Action


class ChangeSlugForm(ActionForm):
    """Another address."""

    action = Action.CHANGE_SLUG
    label = "Change its address"
    heading = "Change its address"
    explanation = "If it was public, the old address leads to the new one for ever, and no other review can have it."
    button = "Change the address"
    done = "The address is changed."
    icon = "link"
    slug = forms.SlugField(
        label="New last part of the address",
        max_length=120,
        error_messages={
            "required": "Type the new last part, such as child-g.",
            "invalid": "Use only letters a to z, digits and hyphens, such as child-g.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].help_text = f"Now it is {settings.PUBLIC_URL}{self.target.get_absolute_url()}"

    def perform(self) -> None:
        """Change it."""
        actions.change_slug(self.target, slug=self.cleaned_data["slug"], by=self.by)


class EraseSlugForm(ActionForm):
    """An old address that told who it is about."""

    action = Action.CHANGE_SLUG
    name = "erase_slug"
    label = "Erase an old address"
    heading = "Erase an old address that identified somebody"
    explanation = "It no longer leads anywhere, and nobody can use it again. Links to it break."
    button = "Erase this address"
    done = "The old address is erased."
    icon = "bin"
    serious = True
    former = forms.ModelChoiceField(
        label="Old address",
        queryset=FormerSlug.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the address to erase."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        former: Any = self.fields["former"]
        former.queryset = self.target.former_slugs.exclude(slug=None)

    def perform(self) -> None:
        """Erase it."""
        actions.erase_former_slug(self.cleaned_data["former"], by=self.by)


class NoTraceForm(ActionForm):
    """Nothing public points to it any more."""

    action = Action.LEAVE_NO_TRACE
    label = "Leave no trace"
    heading = "Leave no trace"
    explanation = (
        "For a review that a national collection published anonymously: nothing on this site may point to it. Every"
        " address of it answers as if it had never existed. The private record stays. It can't be undone."
    )
    button = "Leave no trace"
    done = "Nothing public points to it now."
    icon = "no-view"
    serious = True

    def perform(self) -> None:
        """Hide it for good."""
        actions.leave_no_trace(self.target, by=self.by)


class ShowFindingsForm(ActionForm):
    """Findings and actions, on the record page."""

    action = Action.SHOW_FINDINGS
    label = "Show findings and actions to the public"
    heading = "Show findings and actions to the public"
    explanation = (
        "The table of findings, recommendations and actions is on the record page of this review from now on, as soon"
        " and as long as that page tells of the review. Read every line below first: nothing in it may tell who the"
        " child or the family is."
    )
    button = "Show them"
    done = "The public reads them as long as the record page tells of the review."
    icon = "view"
    facts_template = "publications_admin/facts_findings.html"

    def perform(self) -> None:
        """Show them."""
        actions.show_findings(self.target, shown=True, by=self.by)


class HideFindingsForm(ShowFindingsForm):
    """Findings and actions, off the record page."""

    name = "hide_findings"
    label = "Take findings and actions off the page"
    heading = "Take findings and actions off the record page"
    explanation = "The table goes from the record page at once. Everything stays here, and can be shown again."
    button = "Take them off"
    facts_template = ""
    done = "The public does not see them any more."
    icon = "no-view"

    def perform(self) -> None:
        """Hide them."""
        actions.show_findings(self.target, shown=False, by=self.by)
