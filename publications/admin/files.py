"""Report files for the people who prepare them, released or not."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from publications.models import FileVersion
from publications.policy import handles_files


def version_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The bytes of one version, for those who manage or sign off; kept nowhere, and able to do nothing."""
    if not handles_files(request.user):
        raise PermissionDenied
    version = get_object_or_404(FileVersion, pk=pk)
    if version.is_destroyed:
        raise Http404
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
