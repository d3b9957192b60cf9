"""What is made of a file that was checked: signed off, sent back, overruled, or checked again."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms

from publications import actions, page_texts, verdicts
from publications.admin.forms.base import ActionForm
from publications.admin.history import name_of
from publications.admin.results import Result, result_of
from publications.checks.findings import Severity
from publications.models import CheckFinding, Overruling, SignOffSettings
from publications.policy import Action
from publications.terms import Answer

REASON = "For the board only. The public never sees it."


class CheckedForm(ActionForm):
    """A form about a file that shows what its checks found."""

    facts_template = "publications_admin/facts_checked.html"

    @property
    def result(self) -> Result:
        """What they found."""
        return result_of(self.target, self.at)


class SignOffForm(CheckedForm):
    """A second person's approval of exactly one file, with the checklist answered."""

    action = Action.SIGN_OFF
    label = "Sign off the file"
    heading = "Sign off this file"
    explanation = (
        "You approve exactly this file for release. If it is changed afterwards, it has to be signed off again."
    )
    button = "Sign off"
    done = "Signed off. It can now be released."
    facts_template = "publications_admin/facts_sign_off.html"
    read = forms.BooleanField(
        label="I opened this file and read it. Nothing in it can tell who the child or the family is.",
        error_messages={"required": "Open the file, read it, then tick this."},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = getattr(verdicts.last_check(self.target), "pk", None)
        self.initial["text"] = page_texts.mark_of_given(self.target)
        self.given = sorted(page_texts.given(self.target).items())
        self.overruled = list(overruled(self.target))
        self.asked = SignOffSettings.load().asked
        for number, (label, hint, _findings) in enumerate(self.overruled):
            self.fields[f"agree_{number}"] = forms.CharField(
                label=label,
                help_text=hint,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={"required": "Give your own reason, or send the file back."},
            )
        for number, question in enumerate(self.asked):
            self.fields[f"answer_{number}"] = forms.ChoiceField(
                label=question,
                choices=Answer.choices,
                widget=forms.RadioSelect,
                error_messages={"required": "Choose an answer."},
            )
        self.order_fields([name for name in self.fields if name != "read"])

    def perform(self) -> None:
        """Sign it off."""
        typed = self.cleaned_data
        agreed = {
            finding: typed[f"agree_{number}"]
            for number, (_label, _hint, findings) in enumerate(self.overruled)
            for finding in findings
        }
        answers = [(question, typed[f"answer_{number}"]) for number, question in enumerate(self.asked)]
        said = actions.Said(answers=answers, agreed=agreed, seen=typed["seen"], text=typed["text"])
        actions.sign_off(self.target, by=self.by, said=said, may_wait=False)


def overruled(version: Any) -> Iterator[tuple[str, str, list[int]]]:
    """What a manager has overruled and nobody agreed to yet: a label, the manager's reason, and the findings' numbers.

    Findings of one kind with one reason are together.
    """
    check = verdicts.last_check(version)
    waiting = Overruling.objects.filter(finding__check_run=check, agreed_at=None).select_related("finding", "asked_by")

    def same(each: Overruling) -> tuple[str, int, str]:
        return each.finding.kind, each.asked_by_id, each.reason

    for (_kind, _by, reason), together in groupby(sorted(waiting, key=same), key=same):
        group = list(together)
        label = f"Why you agree that this does not stop the release: {places(each.finding for each in group)}"
        yield label, f"{name_of(group[0].asked_by)} wrote: “{reason}”. {REASON}", [each.finding_id for each in group]


def places(findings: Any) -> str:
    """Findings of one kind in a sentence with their pages."""
    rows = list(findings)
    pages = sorted({each.page for each in rows if each.page})
    where = f" (page {', '.join(map(str, pages))})" if pages else ""
    return f"{rows[0].value.sentence.rstrip('.')}{where}."


class ReturnForm(CheckedForm):
    """Back to whoever uploaded it."""

    action = Action.RETURN
    label = "Send the file back"
    heading = "Send this file back"
    explanation = "Whoever uploaded it is told by e-mail that it came back, and reads here why. Nothing is deleted."
    button = "Send it back"
    done = "Sent back. Whoever uploaded it is told."
    icon = "arrow-left"
    reason = forms.CharField(
        label="What has to be mended",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=REASON,
        error_messages={"required": "Say what has to be mended."},
    )

    def perform(self) -> None:
        """Send it back."""
        actions.return_file(self.target, by=self.by, reason=self.cleaned_data["reason"])


class FindingsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Findings to be ticked, each with its sentence and its page."""

    def label_from_instance(self, finding: CheckFinding) -> str:
        """Where and what."""
        return f"Page {finding.page}: {finding.value.sentence}" if finding.page else finding.value.sentence


class OverruleForm(CheckedForm):
    """A manager's half of an overruling."""

    action = Action.OVERRULE
    label = "Overrule what the checks found"
    heading = "Overrule what the checks found"
    explanation = (
        "Only if you have looked at each place and know that nothing is given away there. It counts once whoever signs"
        " the file off agrees, with a reason of their own. Both reasons are kept with the file."
    )
    button = "Overrule"
    done = "Overruled. Now a second person looks at it."
    icon = "warning"
    serious = True
    findings = FindingsField(
        queryset=CheckFinding.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label="What does not stop the release",
        help_text="Look at each on its page first: the list above leads there.",
        error_messages={"required": "Tick what you looked at and want to overrule."},
    )
    reason = forms.CharField(
        label="Why it may be released all the same",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=REASON,
        error_messages={"required": "Say why this may be released all the same."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        check = verdicts.last_check(self.target)
        chosen: Any = self.fields["findings"]
        chosen.queryset = CheckFinding.objects.filter(
            check_run=check, severity=Severity.BLOCKING, overruling=None
        ).order_by("page", "pk")

    def perform(self) -> None:
        """Overrule them."""
        actions.overrule(self.target, by=self.by, **self.cleaned_data)


class CheckForm(CheckedForm):
    """The same file, once more."""

    action = Action.CHECK
    label = "Check the file again"
    heading = "Check this file again"
    explanation = "The same file is looked into once more, such as when that took too long. What was found stays."
    button = "Check it again"
    done = "It is being checked again."
    icon = "rotate"

    def perform(self) -> None:
        """Ask for it."""
        actions.check_again(self.target, by=self.by)
