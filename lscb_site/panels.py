"""What the admin's start page shows of the site."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from lscb_site.reminders import notices_due
from lscb_site.virus_scan import is_configured


class NoticesDuePanel(Component):
    """The notices whose day has come; nothing if there is none."""

    name = "notices-due"
    order = 150
    template_name = "lscb_site_admin/notices_due.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:  # noqa: ARG002 - Wagtail's signature
        """Adds `reminders`: (reminder, address of the page's editor)."""
        due = notices_due(timezone.localdate())
        return {
            "reminders": [(reminder, reverse("wagtailadmin_pages:edit", args=[reminder.page.pk])) for reminder in due]
        }


class UnscannedPanel(Component):
    """Says that nobody looks for viruses in what is uploaded; nothing where a scanner is configured."""

    name = "unscanned"
    order = 900
    template_name = "lscb_site_admin/unscanned.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:  # noqa: ARG002 - Wagtail's signature
        """Adds `unscanned`."""
        return {"unscanned": not is_configured()}
