"""What every form of an action has: its words, whom and what it acts on, and the action itself."""

from datetime import datetime
from typing import Any, ClassVar

from django import forms

from publications.models import FileVersion, Publication, Review, Suspension
from publications.policy import Action


class ActionForm(forms.Form):
    """A form whose valid content is one action. `perform` may raise `errors.Refused`."""

    action: ClassVar[Action]
    name: ClassVar[str] = ""
    """In its address, where that is not the action's."""
    label: ClassVar[str]
    """Of the button that leads here."""
    heading: ClassVar[str]
    explanation: ClassVar[str]
    """What happens, in a sentence or two."""
    button: ClassVar[str]
    done: ClassVar[str]
    """What is said when it is done."""
    icon: ClassVar[str] = "check"
    serious: ClassVar[bool] = False
    """Drawn in red: it can't be undone, or takes something dark."""
    facts_template: ClassVar[str] = ""
    """A template that shows what is acted on."""

    def __init__(self, *args: Any, target: Any, by: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.target, self.by, self.at = target, by, at

    @classmethod
    def is_for(cls, target: Any) -> bool:  # noqa: ARG003 - of most actions there is one form for whatever it is done to
        """Whether this form is the one for this thing."""
        return True

    @property
    def summary(self) -> str:
        """What is about to happen, shown once before it does; empty if the form asks for no second look."""
        return ""

    def perform(self) -> None:
        """Do it."""
        raise NotImplementedError


def publication_of(target: Publication | FileVersion | Suspension | Review) -> Publication | None:
    """The publication that a thing belongs to; None for a review, and a suspension of one."""
    if isinstance(target, Publication):
        return target
    return None if isinstance(target, Review) else target.publication


def review_of(target: Publication | FileVersion | Suspension | Review) -> Review:
    """The review that a thing belongs to."""
    if isinstance(target, Review):
        return target
    publication = publication_of(target)
    review: Review = publication.review if publication else target.review  # type: ignore[union-attr]
    return review
