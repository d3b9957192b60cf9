"""Who imports."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

HOST = "import"


def person(name: str) -> Any:
    """The account of that name; LookupError if there is none."""
    users = get_user_model().objects
    found = users.filter(username=name).first()
    if found is None:
        known = ", ".join(users.filter(is_active=True).order_by("username").values_list("username", flat=True))
        raise LookupError(f"There is no account “{name}”. There are: {known or 'none yet'}.")
    return found


def host() -> Any:
    """The account in whose name whoever hosts the site imports: nobody can sign in with it, and it approves nothing."""
    users = get_user_model().objects
    found = users.filter(username=HOST).first()
    if found is None:
        found = users.create_user(HOST, password=None, last_name="Import by the host")
        found.user_permissions.add(
            Permission.objects.get(content_type__app_label="publications", codename="manage_publication")
        )
    return found
