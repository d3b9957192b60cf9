"""The images of pages, as resized for them; the originals and every other upload have no address here."""

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

A_DAY = "public, max-age=86400"


@require_safe
def image(request: HttpRequest, name: str) -> HttpResponseBase:
    """A rendition; its name changes with the picture, so it may be kept for a while."""
    response = serve(request, name, document_root=f"{settings.MEDIA_ROOT}/images")
    if isinstance(response, FileResponse):
        response.headers["Cache-Control"] = A_DAY
    return response
