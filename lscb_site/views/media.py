"""The images of pages, as resized for them; the originals and every other upload have no address here."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

from lscb_site.models import BoardRendition

ASK_EACH_TIME = "no-cache"  # dark again at once, when the mark goes


@require_safe
def image(request: HttpRequest, name: str) -> HttpResponseBase:
    """A rendition of a public image; for every other name the same 404."""
    if not BoardRendition.objects.filter(file=f"images/{name}", image__is_public=True).exists():
        raise Http404
    response = serve(request, name, document_root=f"{settings.MEDIA_ROOT}/images")
    if isinstance(response, FileResponse):
        response.headers["Cache-Control"] = ASK_EACH_TIME
    return response
