"""A new site's first pages, so that an installation works before anybody has written a word.

They are made once, when the tables are: what editors delete later stays deleted. With live models rather than in a
migration, so that each page has its revision, its place in the search index and its log entry.
"""

from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from lscb_site import starting_texts as texts

LEGAL = [
    ("Accessibility statement", "accessibility-statement", texts.ACCESSIBILITY),
    ("Privacy", "privacy", texts.PRIVACY),
    ("Cookies", "cookies", texts.COOKIES),
]
HOME_BLOCKS = ["concern_panel", "latest_publications", "quick_links", "partners"]


def make_when_installed(plan: Any = (), **_kwargs: Any) -> None:
    """After a `migrate` that made our first table and left nothing undone; the handler of `post_migrate`."""
    made = {(migration.app_label, migration.name) for migration, backwards in plan if not backwards}
    if ("lscb_site", "0001_initial") not in made:
        return
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        make_starting_pages()


@transaction.atomic
def make_starting_pages() -> None:
    """The home page, contacts, partners and the legal pages; nothing if there is a home page already."""
    from lscb_site.models import (
        BoardSettings,
        ContactPage,
        FooterLink,
        HomePage,
        NavigationSettings,
        PartnersPage,
        StandardPage,
    )

    if HomePage.objects.exists():
        return
    noun = BoardSettings.load().noun
    home = _replace_welcome_page(HomePage(title="Home", introduction=texts.INTRODUCTION, body=_home_body()))
    _add(home, ContactPage(title="Contact us", introduction=texts.CONTACTS, show_in_menus=True))
    _add(home, PartnersPage(title="Our partners", introduction=texts.PARTNERS.format(noun=noun), show_in_menus=True))
    navigation = NavigationSettings.load()
    for title, slug, text in LEGAL:
        page = _add(home, StandardPage(title=title, slug=slug, body=_body([("text", text)])))
        navigation.footer_links.add(FooterLink(text=title, page=page))
    navigation.save()


def _home_body() -> Any:
    from lscb_site.blocks.body import BodyBlock

    known = BodyBlock().child_blocks
    return _body(
        [(name, known[name].get_prep_value(known[name].get_default())) for name in HOME_BLOCKS if name in known]
    )


def _body(blocks: list[tuple[str, Any]]) -> Any:
    """The (name, stored value) pairs as a body."""
    from wagtail.blocks import StreamValue

    from lscb_site.blocks.body import BodyBlock

    return StreamValue(BodyBlock(), [{"type": name, "value": value} for name, value in blocks], is_lazy=True)


def _replace_welcome_page(home: Any) -> Any:
    """The home page in the place of the page that Wagtail's own first migration made."""
    from wagtail.models import Page, Site

    root = Page.get_first_root_node()
    welcome = Page.objects.child_of(root).filter(slug="home", content_type__model="page").first()
    if welcome:
        welcome.slug = "wagtail-welcome"
        welcome.save()
    _add(root, home)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": home, "site_name": settings.WAGTAIL_SITE_NAME, "hostname": "localhost"},
    )
    Site.clear_site_root_paths_cache()
    if welcome:
        Page.objects.get(pk=welcome.pk).delete()
    return home


def _add(parent: Any, page: Any) -> Any:
    """The page, published below its parent."""
    parent.add_child(instance=page)
    page.save_revision().publish()
    parent.refresh_from_db()
    return page
