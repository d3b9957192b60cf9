"""The site as `live_site` serves it."""

from urllib.request import urlopen

import pytest
import time_machine
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from pytest_django.fixtures import Settings

from tests import databases

pytestmark = pytest.mark.slow


def role_and_time(request: HttpRequest) -> HttpResponse:
    """Who asks the database, and what the clock says."""
    with databases.connection.cursor() as cursor:
        cursor.execute("SELECT current_user = ANY(SELECT tableowner FROM pg_tables WHERE schemaname = 'public')")
        owns = cursor.fetchone()[0]
    return HttpResponse(f"{owns} {timezone.now().isoformat()}")


urlpatterns = [path("role-and-time", role_and_time)]


def test_it_answers_from_its_own_database(live_site: str) -> None:
    with urlopen(f"{live_site}/healthz") as answer:
        assert answer.status == 200


def test_it_runs_as_the_application_and_at_the_tests_time(live_site: str, settings: Settings) -> None:
    settings.ROOT_URLCONF = __name__
    with time_machine.travel("2027-07-03T09:00:00+00:00", tick=False), urlopen(f"{live_site}/role-and-time") as answer:
        assert answer.read().decode() == "False 2027-07-03T09:00:00+00:00"
