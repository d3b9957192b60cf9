"""Giving a group rights in a data migration, before Django has made the permissions themselves."""

from typing import Any

EDITORS = "Editors"


def permission(apps: Any, label: str, action: str) -> Any:
    """The permission such as "change" on "lscb_site.contact", made if it is not there yet."""
    app_label, model = label.split(".")
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    found, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=f"{action}_{model}", defaults={"name": f"Can {action} {model}"}
    )
    return found


def grant(apps: Any, group_name: str, rights: dict[str, str]) -> None:
    """Gives a group the rights such as {"lscb_site.contact": "add change delete"}; again changes nothing."""
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=group_name)
    group.permissions.add(
        *(permission(apps, label, action) for label, actions in rights.items() for action in actions.split())
    )
