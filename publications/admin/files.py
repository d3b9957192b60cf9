"""Report files for the people who prepare them, released or not."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from publications.admin.web.views import as_page
from publications.models import FileVersion
from publications.policy import handles_files
from publications.views.file import UnusableError
from publications.views.page import text_of


def version_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The bytes of one version, for those who manage or sign off; kept nowhere, and able to do nothing."""
    if not handles_files(request.user):
        raise PermissionDenied
    version = get_object_or_404(FileVersion.objects.select_related("publication__review"), pk=pk)
    if version.is_destroyed:
        raise Http404
    if version.publication.is_web:
        return version_page(request, version)
    try:
        stored = version.open()
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(
        stored, content_type="application/pdf", filename=f"{version.publication.slug}-{version.sha256[:12]}.pdf"
    )
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def version_page(request: HttpRequest, version: FileVersion) -> HttpResponseBase:
    """A frozen text as readers see it, or will."""
    try:
        text = text_of(version)
    except UnusableError as missing:
        raise Http404 from missing
    notice = f"This is the frozen text {version.sha256[:12]}, as readers see it once it is released."
    return as_page(request, version.publication, text, notice, version=version.pk)
