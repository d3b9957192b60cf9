"""The root address map. Our own addresses come first; every other one is a page's."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail import views as wagtail_views

from lscb_site.addresses import ADMIN_PREFIX, PAGES
from lscb_site.views import brand, documents, errors, leaving, media, members, ratings, sitemap, wellknown

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", wellknown.healthz, name="healthz"),
    path("readyz", wellknown.readyz, name="readyz"),
    path("robots.txt", wellknown.robots_txt, name="robots"),
    path(".well-known/security.txt", wellknown.security_txt, name="security"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("brand.css", brand.brand, name="brand"),
    path("exit-this-page/", leaving.exit_this_page, name="exit_this_page"),
    path("rate-this-page/", ratings.rate, name="rate_page"),
    path("rate-this-page/thank-you/", ratings.thanks, name="rating_thanks"),
    path("rate-this-page/<uuid:key>/", ratings.comment, name="rating_comment"),
    path("media/images/<path:name>", media.image, name="image"),
    re_path(r"^documents/([1-9]\d{0,9})/([\w.-]+)$", documents.document, name="wagtaildocs_serve"),
]

if settings.ADMIN_ENABLED:
    from wagtail.admin import urls as admin_urls

    urlpatterns += [path(ADMIN_PREFIX.lstrip("/"), include(admin_urls))]

if find_spec("publications.urls"):
    urlpatterns += [path("", include("publications.urls"))]

urlpatterns += [
    path("members/sign-in/", members.sign_in, name="members_sign_in"),
    path("members/sign-out/", members.sign_out, name="members_sign_out"),
    path("members/password/", members.password, name="members_password"),
    path("members/documents/<int:pk>/<str:name>", members.document, name="members_document"),
    path("members/images/<int:pk>/", members.image, name="members_image"),
    re_path(r"^members/(.*)$", members.page, name="members_page"),
]

# Wagtail's own map also has addresses for passwords of private pages and for a second way to sign in: left out.
urlpatterns += [re_path(r"^((?:[\w\-]+/)*)$", wagtail_views.serve, name=PAGES)]
