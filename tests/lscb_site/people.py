"""Those who use the admin, logged in."""

from django.contrib.auth.models import Group, User
from django.test import Client


def logged_in(group: str = "Editors", name: str = "") -> Client:
    """A client of its own for a new user of a group; of a superuser for "superusers"."""
    user = User.objects.create_user(name or f"one of the {group}", password=None, is_superuser=group == "superusers")
    if not user.is_superuser:
        user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client
