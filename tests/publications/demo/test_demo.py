"""The demo: every state, the same bytes on every run, and no change the second time."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command

from publications import clock
from publications.listing import State
from publications.models import FileVersion, Publication, RecordEntry, Review

pytestmark = pytest.mark.django_db


def test_the_demo_shows_every_state_and_can_be_run_twice() -> None:
    call_command("demo", stdout=StringIO())
    now = clock.now()
    states = Counter(publication.state_at(now) for publication in Publication.objects.with_facts())
    assert set(states) == set(State)
    assert Review.objects.count() >= 28
    before = (Review.objects.count(), Publication.objects.count(), RecordEntry.objects.count())
    said = StringIO()
    call_command("demo", stdout=said)
    assert "Nothing was changed" in said.getvalue()
    assert (Review.objects.count(), Publication.objects.count(), RecordEntry.objects.count()) == before
    for version in FileVersion.objects.all():
        with version.open() as stored:
            assert stored.read(5) == b"%PDF-"
