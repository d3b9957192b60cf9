"""Two people who save the same page in the same instant, through a served site with real threads and commits."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.test import Client
from django.urls import reverse

from lscb_site.models import HomePage, StandardPage
from tests.lscb_site.people import logged_in
from tests.lscb_site.test_page_editing import opened

pytestmark = pytest.mark.slow

TOGETHER = 4


def test_one_of_them_saves_and_the_others_are_told(live_site: str) -> None:
    page = StandardPage(title="Our plan")
    HomePage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    where = reverse("wagtailadmin_pages:edit", args=[page.pk])
    people = [logged_in("Editors", f"person {number}") for number in range(TOGETHER)]
    forms = [opened(person, where) for person in people]
    start = Barrier(TOGETHER)

    def save(number: int) -> int:
        from django.db import connection

        start.wait()
        try:
            form = forms[number] | {"title": f"Plan {number}", "action-publish": "1"}
            return people[number].post(where, form).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(TOGETHER) as together:
        answers = list(together.map(save, range(TOGETHER)))
    assert sorted(answers) == [200] * (TOGETHER - 1) + [302]
    saved = f"Plan {answers.index(302)}"
    assert StandardPage.objects.get(pk=page.pk).title == saved
    assert page.revisions.count() == 2
    assert saved in Client().get(page.url).text
