"""What the app adds to the admin."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from lscb_site import document_list, lockdown, private_files, users
from lscb_site.admin import ratings
from lscb_site.page_editing import CarefulPageViewSet, explain_move
from lscb_site.panels import NoticesDuePanel, UnscannedPanel
from lscb_site.user_viewset import RefusedBulkDeletion
from lscb_site.viewsets import BoardGroup, refuse_deletion_of_used

LAST = 1000  # after Wagtail's own
FIRST = -1000

register_snippet(BoardGroup)
hooks.register("before_delete_snippet", refuse_deletion_of_used)

hooks.register("construct_admin_api", lockdown.close_admin_api, order=LAST)
hooks.register("before_serve_page", lockdown.refuse_private_page, order=FIRST)
hooks.register("register_rich_text_features", lockdown.only_own_rich_text, order=LAST)
hooks.register("register_rich_text_features", private_files.only_public_links, order=LAST)
hooks.register("register_admin_urls", lockdown.addresses_of_files)
hooks.register("register_admin_urls", document_list.addresses, order=FIRST)
hooks.register("register_admin_urls", ratings.addresses)
hooks.register("register_reports_menu_item", ratings.menu_item)
hooks.register("register_admin_viewset", lambda: CarefulPageViewSet("pages", url_prefix="pages"), order=LAST)
hooks.register("before_move_page", explain_move)
hooks.register("before_delete_user", users.explain)
hooks.register("register_bulk_action", RefusedBulkDeletion, order=LAST)
hooks.register("after_create_page", private_files.tell_editor)
hooks.register("after_edit_page", private_files.tell_editor)
hooks.register("after_publish_page", private_files.tell_editor)


@hooks.register("construct_homepage_panels")
def notices_due_panel(_request: HttpRequest, panels: list[Component]) -> None:
    """The notices whose day has come; that files are not scanned."""
    panels += [NoticesDuePanel(), UnscannedPanel()]
