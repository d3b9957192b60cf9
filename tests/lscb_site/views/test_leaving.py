"""The way out, as it is without scripts."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/exit-this-page/", "/nowhere/", "/"])
def test_every_page_has_the_way_out_as_a_plain_link(client: Client, settings: object, path: str) -> None:
    page = client.get(path).content.decode()
    assert page.count('href="https://www.bbc.co.uk/weather"') == 2  # the button, and the second stop of the Tab key
    assert 'href="/exit-this-page/"' in page


def test_the_page_about_it_says_what_cannot_be_hidden(client: Client) -> None:
    page = client.get("/exit-this-page/").content.decode()
    assert "What it cannot hide" in page
    assert "history" in page
