"""A site with a protected report on it, as the application's role, shared by attacks that leave it as it was."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests import databases
from tests.publications.attacks.judge import Sight
from tests.publications.attacks.scene import Scene


@contextmanager
def own_database(template: str) -> Iterator[str]:
    """A database of its own as the application's role; its name."""
    before = databases.connection.settings_dict["NAME"]
    with databases.copy(template) as name:
        databases.grant(name)
        databases.use(databases.application_url(name))
        try:
            yield name
        finally:
            databases.use(databases.owner_url(before))


@contextmanager
def site(template: str) -> Iterator[tuple[Scene, Sight]]:
    """A database of its own with the scene in it."""
    with own_database(template) as name:
        scene = Scene.set(name)
        yield scene, Sight.of(scene.the_publication())


@pytest.fixture(scope="module")
def shared_site(template_database, django_db_setup, django_db_blocker) -> Iterator[tuple[Scene, Sight]]:
    """The site of all attacks of a module that do not spoil it; judged once more in full when all are done."""
    with django_db_blocker.unblock(), site(template_database) as made:
        yield made
        made[1].still_there()
