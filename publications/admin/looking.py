"""Looking into one file: how far its checks are, its pages as pictures, and what one finding is about.

Pictures and hidden words are made anew for whoever asks, by a process of its own, and kept nowhere.
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_safe
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from publications import clock, policy
from publications.admin import texts
from publications.admin.results import progress_of, result_of
from publications.checks import sandbox
from publications.models import CheckFinding, FileVersion
from publications.sandboxed import QUICK, Busy, run_at_once

WIDTHS = {"small": 180, "large": 1000}  # pixels
Answering = Callable[..., HttpResponse]
BUSY = "Too many pages are being drawn at this moment. Try again in a minute."


def may_open(request: HttpRequest) -> bool:
    """Whether this person may see into files that are not released."""
    return policy.handles_files(request.user)


def may_view(request: HttpRequest) -> bool:
    """Whether this person may see the screens of publications."""
    return bool(request.user.has_perm("publications.view_publication"))


def version_or_404(pk: int) -> FileVersion:
    """The version, unless its bytes were destroyed."""
    version = get_object_or_404(FileVersion.objects.select_related("publication__review"), pk=pk)
    if version.is_destroyed:
        raise Http404
    return version


def kept_nowhere(response: HttpResponse) -> HttpResponse:
    """The answer, for nobody's cache."""
    response.headers["Cache-Control"] = "private, no-store"
    return response


def only_if(may: Callable[[HttpRequest], bool]) -> Callable[[Answering], Answering]:
    """For a view that only some people get an answer from, whatever they ask."""

    def decorated(view: Answering) -> Answering:
        def asked(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if not may(request):
                raise PermissionDenied
            return view(request, **kwargs)

        return asked

    return decorated


@only_if(may_view)
@require_safe
def progress(_request: HttpRequest, pk: int) -> HttpResponse:
    """How far the checks of a file are: {"sentence", "finished", "stalled"}."""
    how_far = progress_of(get_object_or_404(FileVersion, pk=pk), clock.now())
    answer = {"sentence": how_far.sentence, "finished": how_far.is_finished, "stalled": how_far.is_stalled}
    return kept_nowhere(JsonResponse(answer))


@only_if(may_open)
@require_safe
def picture(request: HttpRequest, pk: int, page: int) -> HttpResponse:
    """A page as PNG, `?size=` small or large, with a frame round the place of the finding `?finding=`."""
    version = version_or_404(pk)
    options: dict[str, Any] = {"page": page, "width": WIDTHS.get(request.GET.get("size", ""), WIDTHS["large"])}
    if number := request.GET.get("finding"):
        place = finding_of(version, number).place
        options["frame"] = asdict(place) if place else None
    try:
        drawn = in_sandbox("picture", version, options)
    except sandbox.Failed as failed:
        raise Http404 from failed
    except Busy:
        return HttpResponse(BUSY, status=503, headers={"Retry-After": "60"}, content_type="text/plain")
    return kept_nowhere(HttpResponse(drawn, content_type="image/png"))


def finding_of(version: FileVersion, number: str | int) -> CheckFinding:
    """A finding of one of the version's checks; 404 if there is none of that number."""
    if not str(number).isdecimal() or len(str(number)) > 18:
        raise Http404
    return get_object_or_404(CheckFinding, pk=int(number), check_run__version=version)


def in_sandbox(task: str, version: FileVersion, options: dict[str, Any], within: sandbox.Limits = QUICK) -> Any:
    """The result of a task while somebody waits; `Busy` where too many run already, 404 if the file is not there."""
    try:
        return run_at_once(task, version, options, within=within)
    except FileNotFoundError as missing:
        raise Http404 from missing


class LookingView(WagtailAdminTemplateMixin, View):
    """A screen about one file, for those who prepare or sign it off."""

    header_icon = "doc-full"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only for them."""
        if not may_open(request):
            raise PermissionDenied
        self.version = version_or_404(kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]

    def get_page_subtitle(self) -> str:
        """The publication."""
        return str(self.version.publication)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Home, the publication, this."""
        return [
            *self.breadcrumbs_items,  # type: ignore[list-item]
            {"url": self.screen(), "label": self.get_page_subtitle()},
            {"url": "", "label": self.get_page_title()},
        ]

    def screen(self) -> str:
        """The publication's."""
        return reverse("publications_admin:inspect", args=[self.version.publication_id])

    def show(self, template: str, **context: Any) -> HttpResponse:
        """The screen, for nobody's cache."""
        context |= {"version": self.version, "back": self.screen()}
        return kept_nowhere(render(self.request, template, self.get_context_data(**context)))


class FileScreen(LookingView):
    """Everything about one file: what the checks found, what was decided on that, and by whom."""

    page_title = "What the checks found"

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """The screen."""
        return self.show(
            "publications_admin/file.html",
            result=result_of(self.version, clock.now()),
            sign_offs=self.version.sign_offs.select_related("by"),
            returns=self.version.returns.select_related("by"),
        )


class FindingScreen(LookingView):
    """One finding: its page with the place framed and, if asked for, the masked words that can be got out there."""

    page_title = "One thing that the checks found"

    def get(self, _request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page, framed."""
        return self.found(finding_of(self.version, kwargs["finding"]))

    def post(self, _request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The same with the masked words, which are worked out now and kept nowhere."""
        finding = finding_of(self.version, kwargs["finding"])
        more: dict[str, Any] = {"asked": True}
        try:
            task = "evidence_of_text" if self.version.publication.is_web else "evidence"
            more["evidence"] = in_sandbox(task, self.version, {"finding": finding.value.as_json()})
        except (sandbox.Failed, Busy):
            more["failed"] = True
        return self.found(finding, **more)

    def found(self, finding: CheckFinding, **more: Any) -> HttpResponse:
        """The screen of a finding."""
        is_given = texts.is_given(finding, self.version)
        about = texts.about_finding([finding], self.version, given=[])
        return self.show("publications_admin/finding.html", finding=finding, is_given=is_given, about=about, **more)


def addresses() -> list[URLPattern]:
    """What can be looked at of a version."""
    return [
        path("version/<int:pk>/progress/", progress, name="progress"),
        path("version/<int:pk>/checks/", FileScreen.as_view(), name="checks"),
        path("version/<int:pk>/page/<int:page>/", picture, name="page"),
        path("version/<int:pk>/finding/<int:finding>/", FindingScreen.as_view(), name="finding"),
    ]
