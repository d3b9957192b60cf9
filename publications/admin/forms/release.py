"""Releasing now or at a minute in London, and cancelling that."""

import dataclasses
from datetime import datetime
from typing import Any

from django import forms

from publications import actions, listing, words
from publications.actions.publishing import period_of
from publications.admin.forms.base import ActionForm
from publications.admin.times import NoSuchTimeError, TwoSuchTimesError, WallTime, moment
from publications.models import Publication
from publications.policy import Action
from publications.terms import MinimumPolicy

NOW, LATER = "now", "later"


class ReleaseForm(ActionForm):
    """Now, or at a day and time in Europe/London; shown in words before it is done."""

    action = Action.RELEASE
    label = "Release"
    heading = "Release"
    explanation = (
        "From that minute everybody can read it, and only a suspension takes it off the site through its minimum."
    )
    button = "Next: check the dates"
    done = "Done."
    icon = "globe"
    when = forms.ChoiceField(
        label="When",
        choices=[(NOW, "Now"), (LATER, "At a day and time")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose when."},
    )
    day = forms.DateField(
        label="Day",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "Choose a day from the calendar, or type it like 2026-07-03."},
    )
    time = forms.TimeField(
        label="Time in London",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text="To the minute, such as 09:30. Nobody needs to be here then.",
        error_messages={"invalid": "Type the time like 09:30 or 14:00."},
    )
    which = forms.ChoiceField(
        label="This time comes twice on that day. Which one?",
        required=False,
        choices=[
            ("first", "The first one, in summer time (before the clocks go back)"),
            ("second", "The second one, in winter time (after the clocks went back)"),
        ],
        widget=forms.RadioSelect,
    )
    correction = forms.CharField(
        label="What was corrected, for the public",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One sentence, such as “A date on page 12 was corrected.” Do not repeat what had to go.",
        error_messages={"required": "Say in a sentence for the public what was corrected."},
    )
    afterwards = forms.ChoiceField(
        label="After its minimum time on the site",
        required=False,
        choices=[("", "As the settings of the board say"), *MinimumPolicy.choices],
        help_text="It can be changed later, by a decision in the record.",
    )
    checked = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_correction = self.target.releases.filter(cancelled_at=None).exists()
        if not self.is_correction:
            del self.fields["correction"]
        if not self.data.get("which") and not self._comes_twice():
            self.fields["which"].widget = forms.HiddenInput()

    def _comes_twice(self) -> bool:
        """Whether the typed time is one of the hour that comes twice, so that the question has to be asked."""
        try:
            wall = WallTime(
                self.fields["day"].clean(self.data.get("day")), self.fields["time"].clean(self.data.get("time"))
            )
            return len(wall.instants()) == 2
        except (forms.ValidationError, TypeError):
            return False

    def clean(self) -> dict[str, Any]:
        """Adds `at`, the instant: None for now."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned["at"] = self._instant(cleaned) if cleaned.get("when") == LATER else None
        return cleaned

    def _instant(self, cleaned: dict[str, Any]) -> datetime | None:
        if not (cleaned.get("day") and cleaned.get("time")):
            for name, sentence in (("day", "Choose the day."), ("time", "Choose the time.")):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
            return None
        return self._real_time(WallTime(cleaned["day"], cleaned["time"]), cleaned.get("which", ""))

    def _real_time(self, wall: WallTime, which: str) -> datetime | None:
        try:
            instant = wall.instant(which)
        except NoSuchTimeError as error:
            self.add_error("time", str(error))
            return None
        except TwoSuchTimesError as error:
            self.add_error("which", str(error))
            return None
        if instant <= self.at:
            self.add_error("time", "That time has passed. Choose one to come, or release it now.")
        return instant

    @property
    def summary(self) -> str:
        """When it will be public and through when it is protected; empty once this person has seen exactly that."""
        at = self.cleaned_data["at"]
        mark = at.isoformat() if at else NOW
        if self.cleaned_data.get("checked") == mark:
            return ""
        data: Any = self.data
        self.data = data = data.copy()
        data[self.add_prefix("checked")] = mark
        through = protected_through(self.target, at or self.at)
        start = f"It will be public at {moment(at)}" if at else "It will be public at once"
        return f"{start}, and protected through {words.day(through)}. Nobody can take it back before that day is over."

    def perform(self) -> None:
        """Release it."""
        release = actions.release(
            self.target,
            at=self.cleaned_data["at"],
            correction=self.cleaned_data.get("correction", ""),
            afterwards=self.cleaned_data["afterwards"],
            by=self.by,
        )
        self.done = (  # type: ignore[misc]
            f"Scheduled: it appears by itself at {moment(release.at)}."
            if self.cleaned_data["at"]
            else "Released: it is public now."
        )


def protected_through(publication: Publication, at: datetime) -> Any:
    """The last protected day if the newest file is released at `at`."""
    facts = publication.facts
    known = publication.first_public
    counted_from = known.last_day() if known and not facts.releases else None
    new = listing.Release(at=at, period=period_of(publication), counted_from=counted_from)
    return listing.protected_day(dataclasses.replace(facts, releases=[*facts.releases, new]), at)


class UnscheduleForm(ActionForm):
    """A release to come, cancelled."""

    action = Action.UNSCHEDULE
    label = "Cancel the scheduled release"
    heading = "Cancel the scheduled release"
    explanation = "It will not appear. The file stays here, signed off, and can be released at another time."
    button = "Cancel the release"
    done = "Cancelled. It will not appear by itself."
    icon = "cross"

    def perform(self) -> None:
        """Cancel it."""
        actions.unschedule(self.target, by=self.by)
