"""The page tree, sites, collections, locales, documents and images: none of them has to do with the ledger."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Collection, Locale, Page, PageViewRestriction, Site

from lscb_site.models import BoardSettings, NavigationSettings, StandardPage
from tests.publications.attacks.scene import Scene, Ways
from tests.publications.attacks.ways_admin import post

SITE = Ways("Pages and sites")
NOTHING = "nothing needs to: the ledger has no page, site, collection, locale or document"


def home() -> Page:
    """The page at the top of the site."""
    return Site.objects.get().root_page


@SITE.of("deletes the home page with all below, in the admin", NOTHING, spoils=True)
def delete_home(scene: Scene) -> None:
    page = home()
    for site in Site.objects.all():
        site.root_page = Page.objects.get(depth=1)
        site.save()
    post(scene, "wagtailadmin_pages:delete", page.pk)
    assert not Page.objects.filter(pk=page.pk).exists()


@SITE.of("deletes every page by the tree", NOTHING, spoils=True)
def delete_pages(scene: Scene) -> None:
    for page in Page.objects.filter(depth=2):
        page.delete()
    assert not Page.objects.filter(depth__gt=1).exists()


@SITE.of("unpublishes the home page with all below", NOTHING, spoils=True)
def unpublish(scene: Scene) -> None:
    post(scene, "wagtailadmin_pages:unpublish", home().pk, include_descendants="on")
    assert not home().live


@SITE.of("makes the home page private, with all below", NOTHING, spoils=True)
def private(scene: Scene) -> None:
    PageViewRestriction.objects.create(page=home(), restriction_type="login")
    assert home().get_view_restrictions().exists()


@SITE.of("makes the root of the tree private", NOTHING, spoils=True)
def private_root(scene: Scene) -> None:
    PageViewRestriction.objects.create(page=Page.objects.get(depth=1), restriction_type="password", password="x")


@SITE.of("moves the home page below another", NOTHING, spoils=True)
def move_home(scene: Scene) -> None:
    other = Page.objects.get(depth=1).add_child(instance=StandardPage(title="Elsewhere", slug="elsewhere"))
    home().move(other, pos="last-child")
    assert home().depth == 3


@SITE.of("adds a page at the address of the list", "the address belongs to the ledger's own views", spoils=True)
def page_in_the_way(scene: Scene) -> None:
    page = StandardPage(title="In the way", slug="publications", path=home().path + "9999", depth=3, live=True)
    page.locale = home().locale
    Page.save_base(page, raw=False)
    assert Page.objects.filter(slug="publications", live=True).exists()


@SITE.of("redirects the report's addresses elsewhere", "a redirect answers only where nothing else does", spoils=True)
def redirect(scene: Scene) -> None:
    for address in ("/publications", scene.the_review().get_absolute_url(), scene.the_publication().get_absolute_url()):
        Redirect.objects.create(old_path=Redirect.normalise_path(address), redirect_link="https://example.org/")


@SITE.of("gives the site another host", NOTHING, spoils=True)
def other_host(scene: Scene) -> None:
    Site.objects.update(hostname="elsewhere.example", port=444)


@SITE.of("makes the site nobody's default", NOTHING, spoils=True)
def no_default(scene: Scene) -> None:
    Site.objects.update(is_default_site=False, hostname="elsewhere.example")


@SITE.of("deletes every site, in the admin", NOTHING, spoils=True)
def delete_sites(scene: Scene) -> None:
    for site in Site.objects.all():
        post(scene, "wagtailsites:delete", site.pk)
    assert not Site.objects.exists()


@SITE.of("turns the only locale into another language", NOTHING, spoils=True)
def other_language(scene: Scene) -> None:
    Locale.objects.update(language_code="cy")
    assert Locale.objects.get().language_code == "cy"


@SITE.of("deletes every page and then every locale", NOTHING, spoils=True)
def delete_locales(scene: Scene) -> None:
    for page in Page.objects.filter(depth=2):
        page.delete()
    with scene.sql() as attacker:
        for table in ("grouppagepermission", "workflowpage", "page", "locale"):
            attacker.execute(f"DELETE FROM wagtailcore_{table}")
        attacker.commit()
    assert not Locale.objects.exists()


@SITE.of("deletes every collection", NOTHING, spoils=True)
def delete_collections(scene: Scene) -> None:
    collection = Collection.objects.get(depth=1).add_child(name="Reports")
    post(scene, "wagtailadmin_collections:delete", collection.pk)
    assert Collection.objects.count() == 1


@SITE.of("deletes every document", NOTHING, spoils=True)
def delete_documents(scene: Scene) -> None:
    document = get_document_model().objects.create(title="Report", file=ContentFile(b"%PDF-1.7 x", name="r.pdf"))
    post(scene, "wagtaildocs:delete", document.pk)
    assert not get_document_model().objects.exists()


@SITE.of("uploads the report's own file as a document, and deletes that", "the ledger's files are its own", spoils=True)
def same_document(scene: Scene) -> None:
    with scene.the_version().open() as stored:
        same = ContentFile(stored.read(), name="same.pdf")
    answer = scene.desk.client.post(
        reverse("wagtaildocs:add"), {"title": "Same", "file": same, "collection": Collection.objects.get(depth=1).pk}
    )
    assert answer.status_code < 500
    for document in get_document_model().objects.all():
        post(scene, "wagtaildocs:delete", document.pk)


for action in ("delete", "unpublish", "move", "copy", "revert_to_page_revision"):

    @SITE.of(f"asks the admin's API for the page action {action}", "the API has no page actions")
    def api(scene: Scene, action: str = action) -> None:
        answer = scene.desk.client.post(f"/admin/api/main/pages/{home().pk}/action/{action}/", {"recursive": True})
        assert answer.status_code in {403, 404, 405}, answer.status_code


BROKEN: dict[str, str] = {
    "puts an item without a target into the navigation": (
        "INSERT INTO lscb_site_navigationitem (navigation_id, sort_order, section, label)"
        " SELECT id, 0, 'nonsense', '' FROM lscb_site_navigationsettings"
    ),
    "gives the board a colour that is none": "UPDATE lscb_site_boardsettings SET brand_colour = 'colour'",
    "takes the board's name": "UPDATE lscb_site_boardsettings SET name = '', short_name = ''",
    "deletes the board's settings": "DELETE FROM lscb_site_boardsettings",
    "deletes the navigation": ("WITH items AS (DELETE FROM lscb_site_navigationitem) DELETE FROM lscb_site_footerlink"),
    "gives topics an address that no page can name": "UPDATE lscb_site_topic SET slug = ''",
    "renames the content types of the ledger": (
        "UPDATE django_content_type SET model = model || 'x' WHERE app_label = 'publications'"
    ),
}
for name, statement in BROKEN.items():

    @SITE.of(name, "pages bear such rows", spoils=True)
    def broken(scene: Scene, statement: str = statement) -> None:
        NavigationSettings.load()
        BoardSettings.load().save()
        with scene.sql() as attacker:
            attacker.execute(statement)
            attacker.commit()
        ContentType.objects.clear_cache()
        cache.clear()


ATTACKS: list[Any] = list(SITE)
