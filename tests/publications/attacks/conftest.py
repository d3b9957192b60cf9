"""A site with a protected report on it, as the application's role, shared by attacks that leave it as it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from tests import databases
from tests.databases import own_database
from tests.publications.attacks.judge import Sight
from tests.publications.attacks.scene import Scene


@contextmanager
def site(prepared: tuple[Scene, Sight]) -> Iterator[tuple[Scene, Sight]]:
    """A copy of a database with the scene in it."""
    scene, sight = prepared
    with own_database(scene.database) as name:
        yield replace(scene, database=name), sight


@pytest.fixture(scope="module")
def prepared_site(template_database, django_db_setup, django_db_blocker) -> Iterator[tuple[Scene, Sight]]:
    """A database with the scene in it, to be copied: nothing stays connected to it."""
    with django_db_blocker.unblock(), own_database(template_database) as name:
        scene = Scene.set(name)
        sight = Sight.of(scene.the_publication())
        databases.connection.close()
        yield scene, sight


@pytest.fixture(scope="module")
def shared_site(prepared_site: tuple[Scene, Sight]) -> Iterator[tuple[Scene, Sight]]:
    """The site of all attacks of a module that do not spoil it; judged once more in full when all are done."""
    with site(prepared_site) as made:
        yield made
        made[1].still_there()
