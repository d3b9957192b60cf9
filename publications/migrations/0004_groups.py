"""What the site's two groups may do with reviews and publications: "Editors" and "Approvers"."""

from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from lscb_site.rights import EDITORS, grant

APPROVERS = "Approvers"
RIGHTS = {
    # Deleting is for what nobody outside ever saw; the ledger and the database refuse the rest.
    EDITORS: {
        "publications.review": "add change delete view",
        "publications.publication": "add change delete view manage suspend",
        "reviews.statutoryguidance": "add change delete view",
    },
    # An approver, such as the chair of a small board, needs no other right (rule R9).
    APPROVERS: {
        "publications.review": "view",
        "publications.publication": "view approve suspend",
        "wagtailadmin.admin": "access",
    },
}


def make_groups(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give both groups their rights; again changes nothing."""
    make_permissions(apps)
    for group, rights in RIGHTS.items():
        grant(apps, group, rights)
    remove_unused_moderators(apps)


def make_permissions(apps: StateApps) -> None:
    """With the names that the models give them: Django itself makes them only after all migrations."""
    config = apps.get_app_config("publications")
    config.models_module = True  # type: ignore[assignment]
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None


def remove_unused_moderators(apps: StateApps) -> None:
    """Wagtail's group for approving pages: workflows are off here, and a second group that publishes only confuses."""
    apps.get_model("auth", "Group").objects.filter(name="Moderators", user=None).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("publications", "0003_guards"),
        ("lscb_site", "0001_initial"),
        ("reviews", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        # These let every group that may enter the admin choose documents and images: not the approvers.
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
    ]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
