"""The form of a finding or recommendation with its actions."""

from collections.abc import Mapping
from typing import Any

from django import forms
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList

from publications.admin.stale import Difference, StaleGuardForm, token
from publications.learning.lines import line_of, too_much
from publications.learning.sheet import OF_ACTION, OF_FINDING
from publications.models import ReviewFinding

TEXTS = {*OF_FINDING.values(), *OF_ACTION.values()}
TAKEN = "This review has one of this type with this number. Choose another number."


class FindingForm(StaleGuardForm, WagtailAdminModelForm):
    """Adding and changing one; whoever saves second is shown what the first wrote, the actions too."""

    class Meta:
        widgets = {"text": forms.Textarea(attrs={"rows": 4}), "response": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self._stored["actions"] = stored_actions(self.instance)
            self.initial["based_on"] = token(self._stored)

    def clean(self) -> dict[str, Any]:
        """Adds that its number is its own, and that all of the review together is not too much to be searched."""
        cleaned = super().clean()
        others = ReviewFinding.objects.filter(review=self.instance.review_id).exclude(pk=self.instance.pk)
        others = others.prefetch_related("actions")
        if others.filter(kind=cleaned.get("kind"), number=cleaned.get("number")).exists():
            self.add_error("number", forms.ValidationError(TAKEN, code="taken"))
        if sentence := too_much(self._typed(cleaned) + sum(line_of(row).size for row in others)):
            self.add_error(None, forms.ValidationError(sentence, code="too_much"))
        return cleaned

    def _typed(self, cleaned: Mapping[str, Any]) -> int:
        """How many characters are in this form."""
        actions = self.formsets["actions"]
        actions.is_valid()
        stay = [action.cleaned_data for action in actions.forms if not action.cleaned_data.get("DELETE")]
        return sum(len(values.get(name) or "") for values in (cleaned, *stay) for name in TEXTS)

    def _differences(self) -> Any:
        yield from super()._differences()
        if self.formsets["actions"].has_changed():
            yield Difference("Actions", "\n".join(self._stored["actions"]) or "(none)")


def stored_actions(finding: ReviewFinding) -> list[str]:
    """The actions that are saved now, each in a line."""
    saved = ReviewFinding.objects.get(pk=finding.pk).actions.all()
    return [
        "; ".join(filter(None, [each.text, each.owner, each.get_status_display(), *dates(each), each.impact]))
        for each in saved
    ]


def dates(action: Any) -> list[str]:
    """Its dates in words."""
    return [each.words() if each else "" for each in (action.status_on, action.due)]


finding_panels = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("number")]),
                FieldPanel("text"),
                FieldPanel("addressed_to"),
                FieldPanel("response"),
            ],
            heading="The finding or recommendation",
        ),
        InlinePanel(
            "actions",
            panels=[
                FieldPanel("text", widget=forms.Textarea(attrs={"rows": 3})),
                FieldPanel("owner"),
                FieldRowPanel([FieldPanel("status"), FieldPanel("status_on"), FieldPanel("due")]),
                FieldPanel("impact", widget=forms.Textarea(attrs={"rows": 3})),
            ],
            heading="What is done about it",
            label="Action",
        ),
    ],
    base_form_class=FindingForm,
).bind_to_model(ReviewFinding)
