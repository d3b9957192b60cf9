"""What board staff may do with the ordinary parts of the site: everything but accounts.

Wagtail's own first migrations let Editors write pages but not publish them, and know nothing of our own image and
document models.
"""

from typing import Any

from django.conf import settings
from django.db import migrations

from lscb_site.rights import EDITORS, grant, permission

EVERYTHING = "add change delete"
RIGHTS = {
    "wagtailadmin.admin": "access",
    "lscb_site.contact": EVERYTHING,
    "lscb_site.partner": EVERYTHING,
    "lscb_site.quicklink": EVERYTHING,
    "lscb_site.topic": EVERYTHING,
    "lscb_site.boardsettings": "change",
    "lscb_site.navigationsettings": "change",
}
MEDIA = {"lscb_site.boardimage": "add change delete choose", "lscb_site.boarddocument": "add change delete choose"}
PAGES = "add change publish"


def give(apps: Any, schema_editor: Any) -> None:
    """Rights on pages from the root of the tree down, on images and documents in every collection, and on the rest."""
    grant(apps, EDITORS, RIGHTS)
    editors = apps.get_model("auth", "Group").objects.get(name=EDITORS)
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    for action in PAGES.split():
        apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
            group=editors, page=root, permission=permission(apps, "wagtailcore.page", action)
        )
    everywhere = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for label, actions in MEDIA.items():
        for action in actions.split():
            apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
                group=editors, collection=everywhere, permission=permission(apps, label, action)
            )


class Migration(migrations.Migration):
    dependencies = [
        ("lscb_site", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
