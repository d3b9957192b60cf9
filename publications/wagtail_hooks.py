"""What the app adds to the admin."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.admin.ui.components import Component
from wagtail.rich_text.feature_registry import FeatureRegistry

from publications import accounts
from publications.admin import actions, dashboard, files, imports, looking, rich_text, watch
from publications.admin.learning.addresses import addresses as learning_addresses
from publications.admin.viewsets import publication_viewset, review_viewset
from publications.admin.web.addresses import addresses as web_addresses
from publications.choosers import publication_chooser, review_chooser
from publications.rich_text import handlers


@hooks.register("register_admin_viewset")
def viewsets() -> list[object]:
    """Lists, forms and screens; choosers."""
    return [review_chooser, publication_chooser, review_viewset, publication_viewset]


@hooks.register("register_admin_urls")
def action_addresses() -> list[URLPattern | URLResolver]:
    """The forms of actions, and files for those who prepare them."""
    file = path("version/<int:pk>/file/", files.version_file, name="file")
    watched = path("version/<int:pk>/watch/", watch.WatchScreen.as_view(), name="watch")
    patterns = ([file, watched, *looking.addresses(), *actions.action_addresses()], "publications_actions")
    return [
        path("ledger/", include(patterns)),
        path("imports/", include((imports.addresses(), "publications_imports"))),
        path("findings/", include((learning_addresses(), "publications_learning"))),
        path("web/", include((web_addresses(), "publications_web"))),
    ]


@hooks.register("register_admin_menu_item")
def imports_item() -> MenuItem:
    """Imports in the menu."""
    address = reverse("publications_imports:index")
    return imports.ImportsMenuItem(imports.HEADING, address, name="imports", icon_name="table", order=97)


@hooks.register("construct_homepage_panels")
def publications_panel(request: HttpRequest, panels: list[Component]) -> None:
    """What waits for somebody."""
    if dashboard.may_see(request):
        panels.append(dashboard.PublicationsPanel())


class LedgerSearchArea(SearchArea):
    """A tab of the admin's search, for those who may see its list."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person has the tab."""
        return dashboard.may_see(request)


@hooks.register("register_admin_search_area")
def search_reviews() -> SearchArea:
    """Reviews in the admin's search."""
    return LedgerSearchArea(
        "Reviews", reverse("reviews_admin:index"), name="reviews", icon_name="folder-open-inverse", order=90
    )


@hooks.register("register_admin_search_area")
def search_publications() -> SearchArea:
    """Publications in the admin's search."""
    return LedgerSearchArea(
        "Publications", reverse("publications_admin:index"), name="publications", icon_name="doc-full", order=95
    )


@hooks.register("register_rich_text_features")
def rich_text_links(features: FeatureRegistry) -> None:
    """Links to reviews and publications: the editor's buttons, and what readers get."""
    rich_text.add_features(features)
    for handler in handlers():
        features.register_link_type(handler)


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    """The few rules of our own screens."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/ledger-admin.css"))


hooks.register("after_create_user", accounts.note)
hooks.register("before_edit_user", accounts.remember_key)
hooks.register("after_edit_user", accounts.note_edit)
