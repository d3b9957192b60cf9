"""What is to be done next with a publication: one short sentence for lists, the dashboard and its own screen."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto

from django.db.models import Exists, OuterRef

from publications import listing, words
from publications.admin.times import moment
from publications.listing import State
from publications.models import FileVersion, ImportBatch, ImportLine, Publication, Release, Suspension, with_checks
from publications.models.publication import PublicationQuerySet
from publications.verdicts import Verdict, is_signed_off, refusal_to_release, verdict


class Step(Enum):
    """Kinds of what comes next."""

    UPLOAD = auto()
    CHECK = auto()
    LOOK = auto()
    MEND = auto()
    SIGN_OFF = auto()
    RELEASE = auto()
    AGREE = auto()
    IMPORT = auto()
    WAIT = auto()
    NOTHING = auto()


@dataclass(frozen=True)
class Next:
    """A step in words, and the day it is about if there is one."""

    step: Step
    words: str
    on: date | None = None


def with_steps() -> PublicationQuerySet:
    """Publications with all that `next_step` reads, in a fixed number of queries."""
    in_import = ImportLine.objects.filter(publication=OuterRef("pk"), batch__in=ImportBatch.objects.waiting())
    found = Publication.objects.with_facts().prefetch_related(
        "versions__sign_offs",
        "versions__uploaded_by",
        "versions__returns",
        with_checks("versions__checks"),
    )
    return found.annotate(waits_in_import=Exists(in_import))


def newest_version(publication: Publication) -> FileVersion | None:
    """The file uploaded last."""
    return max(publication.versions.all(), key=lambda version: version.pk, default=None)


def standing_releases(publication: Publication) -> list[Release]:
    """Releases that were not cancelled, in the order of their instants; fetched by `with_facts`."""
    found: list[Release] = publication.standing_releases  # type: ignore[attr-defined]
    return found


def pending_release(publication: Publication, at: datetime) -> Release | None:
    """The release that is still to come."""
    return next((release for release in standing_releases(publication) if release.at > at), None)


def open_suspensions(publication: Publication) -> list[Suspension]:
    """Suspensions of it and of its whole review that still last."""
    both = [*publication.suspensions.all(), *publication.review.suspensions.all()]
    return [suspension for suspension in both if suspension.ended_at is None]


def next_step(publication: Publication, at: datetime) -> Next:
    """What is to be done next, or what comes by itself."""
    if publication.waits_in_import:  # type: ignore[attr-defined]
        return Next(Step.IMPORT, "A second person approves the import that it came with")
    waiting = _agreement(publication) or _file_on_its_way(publication, at) or _release_to_come(publication, at)
    return waiting or _by_state(publication, at)


def _agreement(publication: Publication) -> Next | None:
    for suspension in open_suspensions(publication):
        if not suspension.confirmed_at:
            return Next(Step.AGREE, "A second person confirms or lifts the suspension")
        if suspension.reinstatement_at:
            return Next(Step.AGREE, "A second person approves that it comes back")
    return None


def _file_on_its_way(publication: Publication, at: datetime) -> Next | None:
    newest = newest_version(publication)
    if newest is None:
        return None
    if newest.pk in {release.version_id for release in standing_releases(publication)}:
        return _found_before_its_release(publication, newest, at)
    if is_signed_off(newest):
        return Next(Step.RELEASE, "Release the signed-off file")
    if newest.returns.all():
        return Next(Step.MEND, "It came back from the second person: read why, and upload a better file")
    return BY_VERDICT[verdict(newest)]


def _found_before_its_release(publication: Publication, newest: FileVersion, at: datetime) -> Next | None:
    """A later check may have found something in a file that is signed off and scheduled."""
    if pending_release(publication, at) and refusal_to_release(newest):
        return Next(Step.LOOK, "Look at what the checks found: its release is scheduled, and is not stopped by itself")
    return None


BY_VERDICT = {
    Verdict.PENDING: Next(Step.CHECK, "The file is being checked"),
    Verdict.UNREADABLE: Next(Step.UPLOAD, "The checks can't read the file: upload another"),
    Verdict.STOPPED: Next(Step.LOOK, "Look at what the checks found"),
    Verdict.OVERRULED: Next(Step.SIGN_OFF, "A second person looks at what was overruled, and signs off the file"),
    Verdict.OPEN: Next(Step.SIGN_OFF, "A second person signs off the file"),
}


def _release_to_come(publication: Publication, at: datetime) -> Next | None:
    pending = pending_release(publication, at)
    if pending is None:
        return None
    return Next(Step.WAIT, f"Public by itself at {moment(pending.at)}", listing.local_day(pending.at))


def _by_state(publication: Publication, at: datetime) -> Next:
    state = publication.state_at(at)
    if state.serves_file:
        return _listed(publication, state, at)
    if state in {State.DRAFT, State.UNDER_WAY, State.DELAYED} and newest_version(publication) is None:
        return Next(Step.UPLOAD, "Write and freeze its text" if publication.is_web else "Upload its file")
    return Next(Step.NOTHING, "Nothing to do")


def _listed(publication: Publication, state: State, at: datetime) -> Next:
    last = listing.last_listed_day(publication.facts, at)
    if last:
        return Next(Step.NOTHING, f"On request after {words.day(last)}", last)
    through = publication.protected_through_at(at)
    if state is State.PROTECTED and through:
        return Next(Step.NOTHING, f"Minimum ends on {words.day(through)}; it stays on the site", through)
    return Next(Step.NOTHING, "Stays on the site")
