"""Who may do what to a publication, in which state: one table, asked by buttons, views, commands and actions.

A refusal is a value: a code and a sentence that tells what to do instead.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from publications import words
from publications.errors import ListingProtected, Refused
from publications.listing import ANNOUNCED, DARK_AGAIN, SERVED, State

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser, AnonymousUser

    from publications.models import Publication, Review


class Action(StrEnum):
    """Everything that can be done to a publication."""

    UPLOAD = "upload"
    GIVE_TEXT = "give_text"
    CHECK = "check"
    OVERRULE = "overrule"
    RETURN = "return"
    ANNOUNCE = "announce"
    SIGN_OFF = "sign_off"
    RELEASE = "release"
    UNSCHEDULE = "unschedule"
    SUSPEND = "suspend"
    CONFIRM = "confirm"
    LIFT = "lift"
    REINSTATE = "reinstate"
    CORRECT = "correct"
    CLEAN = "clean"
    MOVE_TO_REQUEST = "move_to_request"
    DECIDE = "decide"
    DISCARD = "discard"
    DESTROY = "destroy"
    CHANGE_SLUG = "change_slug"
    LEAVE_NO_TRACE = "leave_no_trace"
    SHOW_FINDINGS = "show_findings"


MANAGE = "publications.manage_publication"
APPROVE = "publications.approve_publication"
SUSPEND = "publications.suspend_publication"

UNRELEASED = frozenset({State.DRAFT, State.SCHEDULED, *ANNOUNCED})
RELEASED = SERVED | DARK_AGAIN


@dataclass(frozen=True)
class Rule:
    """An action: in words, the rights of which one is needed, the states in which it may be done, and otherwise."""

    verb: str
    rights: tuple[str, ...]
    states: AbstractSet[State]
    instead: str


RULES = {
    Action.UPLOAD: Rule(
        "Uploading a first file", (MANAGE,), frozenset({State.DRAFT, *ANNOUNCED}),
        "Cancel the scheduled release first; what was released already is corrected instead.",
    ),
    Action.GIVE_TEXT: Rule(
        "Giving the text of scanned pages", (MANAGE,), frozenset(State), "",
    ),
    Action.CHECK: Rule(
        "Checking a file again", (MANAGE, APPROVE), frozenset(State), "",
    ),
    Action.OVERRULE: Rule(
        "Overruling what the checks found", (MANAGE,), frozenset(State), "",
    ),
    Action.RETURN: Rule(
        "Sending a file back", (APPROVE,), frozenset(State), "",
    ),
    Action.ANNOUNCE: Rule(
        "Announcing", (MANAGE,), UNRELEASED, "What was released speaks for itself.",
    ),
    Action.SIGN_OFF: Rule(
        "Signing off", (APPROVE,), frozenset(State), "",
    ),
    Action.RELEASE: Rule(
        "Releasing", (MANAGE,), frozenset({State.DRAFT, *ANNOUNCED}) | RELEASED, "Cancel the scheduled release first.",
    ),
    Action.UNSCHEDULE: Rule(
        "Cancelling a scheduled release", (MANAGE,), frozenset({State.SCHEDULED}) | RELEASED,
        "Only a release that is still to come can be cancelled.",
    ),
    Action.SUSPEND: Rule(
        "Suspending", (SUSPEND,), frozenset({State.SCHEDULED}) | ANNOUNCED | SERVED | {State.ON_REQUEST},
        "Nothing of it is public.",
    ),
    Action.CONFIRM: Rule(
        "Confirming", (SUSPEND,), frozenset(State), "",
    ),
    Action.LIFT: Rule(
        "Lifting a suspension", (SUSPEND,), frozenset(State), "",
    ),
    Action.REINSTATE: Rule(
        "Reinstating", (MANAGE, APPROVE), frozenset(State), "",
    ),
    Action.CORRECT: Rule(
        "Correcting", (MANAGE,), RELEASED, "Upload a file instead: nothing was released yet.",
    ),
    Action.CLEAN: Rule(
        "Making a clean copy", (MANAGE,), frozenset({State.DRAFT, *ANNOUNCED}) | RELEASED,
        "Cancel the scheduled release first.",
    ),
    Action.MOVE_TO_REQUEST: Rule(
        "Moving to on request", (MANAGE,), frozenset({State.LISTED}), "Only a listed publication can be moved.",
    ),
    Action.DECIDE: Rule(
        "Changing how long it is kept", (MANAGE,), frozenset({*SERVED, State.SUSPENDED, State.WITHDRAWN}),
        "This is decided at its release, and can be changed until it is on request.",
    ),
    Action.DISCARD: Rule(
        "Discarding a draft", (MANAGE,), UNRELEASED | RELEASED, "",
    ),
    Action.DESTROY: Rule(
        "Destroying a file", (MANAGE, APPROVE), frozenset({State.WITHDRAWN}),
        "Only a withdrawn publication's files can be destroyed: suspend it, and have that confirmed.",
    ),
    Action.CHANGE_SLUG: Rule("Changing an address", (MANAGE,), frozenset(State), ""),
    Action.LEAVE_NO_TRACE: Rule("Leaving no trace", (MANAGE,), frozenset(State), ""),
    Action.SHOW_FINDINGS: Rule("Showing findings and actions, or not", (MANAGE,), frozenset(State), ""),
}  # fmt: skip


def refusal(action: Action, publication: "Publication", *, by: "AbstractUser", at: datetime) -> Refused | None:
    """Why `by` may not do it at the instant `at`; None if they may."""
    if refused := refusal_by_right(action, by=by):
        return refused
    rule = RULES[action]
    state = publication.state_at(at)
    if state in rule.states:
        return None
    if action is Action.MOVE_TO_REQUEST and state is State.PROTECTED:
        return protected(publication, at=at)
    sentence = f"{rule.verb} is not possible while it is {words.STATES[state].name.lower()}. {rule.instead}"
    return Refused("wrong_state", sentence.strip())


def refusal_by_right(action: Action, *, by: "AbstractUser") -> Refused | None:
    """Why `by` may never do it, whatever the state; None if they have a right to."""
    rule = RULES[action]
    if may(by, rule):
        return None
    return Refused(
        "not_allowed",
        f"{rule.verb} needs a right that your account does not have. Ask an administrator.",
    )


def refusal_for_review(action: Action, review: "Review", *, by: "AbstractUser", at: datetime) -> Refused | None:
    """Why it may not be done to a whole review: because it may be done to none of its publications."""
    refusals = [refusal(action, each, by=by, at=at) for each in review.publications.with_facts()]
    if not refusals:
        return Refused(
            "wrong_state",
            "This review has no publications, so nothing of it is public.",
        )
    return None if None in refusals else refusals[0]


def may(user: "AbstractUser", rule: Rule) -> bool:
    """Whether an active user has one of the rights that a rule asks for."""
    return user.is_active and any(user.has_perm(right) for right in rule.rights)


def handles_files(user: "AbstractUser | AnonymousUser") -> bool:
    """Whether somebody prepares or signs off files: they may see into those that nobody else may see yet."""
    return bool(user.has_perm(MANAGE) or user.has_perm(APPROVE))


def require_another(first: "AbstractUser", second: "AbstractUser", what: str) -> None:
    """Refuse one person twice where two must agree, or the account that the first made or reset (rule R9)."""
    from publications.accounts import holds_key

    if first.pk == second.pk:
        raise Refused("same_person", f"Two people must agree to {what}, and you were the first. Ask a colleague.")
    if holds_key(first, to=second):
        raise Refused(
            "same_person",
            f"Two people must agree to {what}. Your account was made or reset by the first of them, who may know its"
            " password. Ask a colleague whose account they never touched.",
        )


def protected(publication: "Publication", *, at: datetime) -> ListingProtected:
    """The refusal of whatever would take a released publication away, with its date."""
    through = publication.protected_through_at(at)
    until = f" It is protected through {words.day(through)}." if through else ""
    return ListingProtected(
        "listing_protected",
        f"“{publication}” was released and can't be deleted, hidden, moved or replaced.{until}"
        " If it must go at once, suspend it; if the file is wrong, correct it.",
    )
