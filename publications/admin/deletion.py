"""Deleting what nobody outside ever saw; for everything else, the sentence and the date instead of a question."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from wagtail.admin.views.generic import DeleteView

from publications import actions, clock, policy, words
from publications.admin import offers
from publications.errors import IN_USE, Refused
from publications.models import Publication, Review


class LedgerDeleteView(DeleteView):
    """Asks only if it may be deleted; whatever happens, an answer in words."""

    template_name = "publications_admin/delete.html"
    inspect_url_name: str | None = None

    def why_not(self) -> str:
        """The sentence why it stays; empty if it may be deleted."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds the sentence."""
        return super().get_context_data(**kwargs) | {"why_not": self.why_not()}  # type: ignore[no-any-return]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Deletes it, or shows why not."""
        if self.why_not():
            return self.get(request, *args, **kwargs)
        try:
            with transaction.atomic():
                self.remove()
        except Refused as refused:
            return self._refused(refused.sentence)
        except (ProtectedError, RestrictedError):
            return self._refused(IN_USE)
        messages.success(request, self.get_success_message())
        return HttpResponseRedirect(self.get_success_url())

    def _refused(self, sentence: str) -> HttpResponse:
        messages.error(self.request, sentence)
        return self.get(self.request)

    def remove(self) -> None:
        """Delete it."""
        self.delete_action()


class DeletePublication(LedgerDeleteView):
    """A publication, with its drafts."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds the way out in an emergency."""
        address = offers.suspend_address(self.object, by=self.request.user, at=clock.now())
        return super().get_context_data(**kwargs) | {"suspend_url": address}

    def why_not(self) -> str:
        """The first thing about it that the public saw, or will see."""
        return why_publication_stays(Publication.objects.with_facts().get(pk=self.object.pk))

    def remove(self) -> None:
        """Discard its drafts, each with its row in the record, then delete it."""
        for version in self.object.versions.all():
            actions.discard(version, by=self.request.user)
        self.delete_action()


class DeleteReview(LedgerDeleteView):
    """A review without publications."""

    def why_not(self) -> str:
        """The public saw it, or publications belong to it."""
        if Review.objects.known_at(clock.now()).filter(pk=self.object.pk).exists():
            return (
                f"“{self.object}” was public, so its record page is permanent."
                " If it must go at once, suspend the whole review."
            )
        if self.object.publications.exists():
            return f"“{self.object}” has documents. Delete those first, each on its own screen."
        return ""


def why_publication_stays(publication: Publication) -> str:
    """Why a publication can't be deleted; empty if nobody outside ever saw it."""
    at = clock.now()
    facts = publication.facts
    if any(release.at <= at for release in facts.releases) or any(decision.moves_now for decision in facts.decisions):
        return policy.protected(publication, at=at).sentence
    if facts.announcements:
        day = words.day(min(said.at for said in facts.announcements).date())
        return (
            f"“{publication}” was announced to the public on {day}, so its record stays."
            " Announce something else instead."
        )
    if facts.releases:
        return f"“{publication}” is scheduled for release. Cancel that first."
    return ""
