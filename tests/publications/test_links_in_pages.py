"""Links to reviews and documents in the text of pages about reviews: kept by the editor, followed by readers."""

import pytest
from django.test import Client
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Page

from publications.models import Publication
from reviews.blocks.texts import TEXT_FEATURES
from reviews.models import CriteriaPage
from tests.publications import factories
from tests.publications.clock import set_clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication() -> Publication:
    set_clock("2026-07-03 10:00")
    return factories.released(factories.publication(factories.review("Child G")))


@pytest.fixture
def text(publication: Publication) -> str:
    return (
        f'<p>Read <a linktype="review" id="{publication.review_id}">the review</a> and '
        f'<a linktype="publication" id="{publication.pk}">its report</a>.</p>'
    )


def test_the_editor_keeps_the_links(text: str) -> None:
    converter = ContentstateConverter(TEXT_FEATURES)
    kept = converter.to_database_format(converter.from_database_format(text))
    assert kept.count("linktype=") == 2


def test_a_criteria_page_shows_the_links(text: str, publication: Publication, client: Client) -> None:
    value = {"heading": "When we look back", "introduction": text, "groups": []}
    page = CriteriaPage(title="Criteria", slug="invented-criteria")
    page.criteria = page._meta.get_field("criteria").to_python([{"type": "criteria", "value": value}])
    Page.objects.get(depth=2).add_child(instance=page)
    shown = client.get(page.get_url()).text
    assert f'<a href="{publication.review.get_absolute_url()}">the review</a>' in shown
    assert f'<a href="{publication.get_absolute_url()}">its report</a>' in shown
