"""What the app adds to the admin."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from lscb_site.panels import NoticesDuePanel
from lscb_site.viewsets import BoardGroup, refuse_deletion_of_used

register_snippet(BoardGroup)
hooks.register("before_delete_snippet", refuse_deletion_of_used)


@hooks.register("construct_homepage_panels")
def notices_due_panel(_request: HttpRequest, panels: list[Component]) -> None:
    """The notices whose day has come."""
    panels.append(NoticesDuePanel())
