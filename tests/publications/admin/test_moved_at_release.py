"""A report from before this site that an import releases and moves to on request in one instant has its screen."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from lscb_site.partial_dates import PartialDate
from publications import actions
from publications.listing import State
from tests.publications import factories as make
from tests.publications.clock import set_clock


@pytest.mark.django_db
def test_its_picture_shows_the_minimum_that_has_passed(client: Client) -> None:
    set_clock("2026-07-03 10:00")
    old = make.publication(first_public=PartialDate("2016-05-01"), first_public_source="The minutes")
    released = make.released(old)
    actions.move_to_request(released, by=make.editor())
    assert released.__class__.objects.get(pk=released.pk).state is State.ON_REQUEST
    client.force_login(get_user_model().objects.create_superuser("administrator", password=None))
    answer = client.get(reverse("publications_admin:inspect", args=[released.pk]))
    assert answer.status_code == 200
    assert "1 May 2017" in answer.text
