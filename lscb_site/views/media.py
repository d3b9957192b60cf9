"""The images of pages, as resized for them; the originals and every other upload have no address here."""

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.models import CollectionViewRestriction

from lscb_site.models import BoardRendition
from lscb_site.models.marks import MarkedFor

ASK_EACH_TIME = "no-cache"  # dark again at once, when the mark goes


def of_public_images() -> QuerySet[BoardRendition]:
    """The sizes of images that everybody may see; what is in a collection for members is for those, but for a logo."""
    place = OuterRef("image__collection__path")
    above = CollectionViewRestriction.objects.annotate(inside=ExpressionWrapper(place, output_field=CharField()))
    for_members = Exists(above.filter(inside__startswith=F("collection__path")))
    return BoardRendition.objects.filter(~for_members | Q(image__marked_for=MarkedFor.LOGO), image__is_public=True)


@require_safe
def image(request: HttpRequest, name: str) -> HttpResponseBase:
    """A rendition of a public image; for every other name the same 404, and for those of a collection for members."""
    if not of_public_images().filter(file=f"images/{name}").exists():
        raise Http404
    response = serve(request, name, document_root=f"{settings.MEDIA_ROOT}/images")
    if isinstance(response, FileResponse):
        response.headers["Cache-Control"] = ASK_EACH_TIME
    return response
