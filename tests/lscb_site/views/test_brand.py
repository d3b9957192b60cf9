"""The style sheet with the board's colour."""

import pytest
from django.test import Client

from lscb_site.models import BoardSettings
from lscb_site.views.brand import brand_css, version

pytestmark = pytest.mark.django_db


@pytest.fixture
def purple() -> BoardSettings:
    board = BoardSettings.load()
    board.brand_colour = "#4b2a6b"
    board.save()
    return board


@pytest.mark.parametrize("colour", ["", "purple", "#4b2a6b}body{display:none"])
def test_what_is_no_colour_gives_no_rules(colour: str) -> None:
    assert brand_css(colour) == ""


def test_pages_name_the_style_sheet_of_a_board_with_a_colour(client: Client, purple: BoardSettings) -> None:
    page = client.get("/exit-this-page/").content.decode()
    address = f"/brand.css?v={version(purple.brand_colour)}"
    assert f'<link rel="stylesheet" href="{address}">' in page
    response = client.get(address)
    assert response.content.decode().startswith(":root{--app-brand:#4b2a6b;")
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in response.headers["Cache-Control"]


@pytest.mark.usefixtures("purple")
def test_another_version_is_not_kept(client: Client) -> None:
    assert client.get("/brand.css?v=0").headers["Cache-Control"] == "public, max-age=60"


def test_a_board_without_a_colour_needs_none(client: Client) -> None:
    assert "brand.css" not in client.get("/exit-this-page/").content.decode()
