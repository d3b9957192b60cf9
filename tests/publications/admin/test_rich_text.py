"""Links to reviews and publications survive the editor as they were."""

import json

import pytest
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("linktype", ["review", "publication"])
def test_a_link_comes_back_as_it_was(linktype: str) -> None:
    converter = ContentstateConverter(features=[f"{linktype}-link"])
    stored = f'<p data-block-key="abcde">Read <a linktype="{linktype}" id="7">the report</a></p>'
    in_editor = converter.from_database_format(stored)
    entity = json.loads(in_editor)["entityMap"]["0"]
    assert entity["data"] == {"id": 7, "url": reverse(f"{linktype}s_admin:inspect", args=[7])}
    assert converter.to_database_format(in_editor) == stored


def test_a_link_to_nothing_does_not_break_the_editor() -> None:
    converter = ContentstateConverter(features=["review-link"])
    assert "the report" in converter.from_database_format('<p><a linktype="review" id="x">the report</a></p>')
