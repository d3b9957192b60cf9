"""Headings of a page: each has an address of its own, and a long page lists them."""

import pytest
from django.test import Client

from lscb_site.contents import with_contents
from lscb_site.models import HomePage, StandardPage

FOUR = "".join(f'<h2 class="govuk-heading-l">Part {number}</h2><p>Text</p>' for number in range(4))


def test_equal_headings_have_addresses_of_their_own() -> None:
    html = with_contents('<h2>Sources</h2><h3>Sources</h3><h2 class="x" id="sources">Sources</h2><h2>!</h2>')
    assert 'id="sources">' in html
    assert 'id="sources-2">' in html
    assert 'class="x" id="sources-3">' in html
    assert '<h2 id="section">!' in html


def test_a_long_page_lists_its_headings() -> None:
    shown = with_contents(FOUR)
    assert shown.startswith("<nav")
    assert shown.count('<a class="govuk-link" href="#part-') == 4


@pytest.mark.parametrize(
    "html", [FOUR.partition("Part 3")[0], "<p>Nothing</p>", FOUR.replace("govuk-heading-l", "govuk-visually-hidden")]
)
def test_a_short_one_does_not(html: str) -> None:
    assert "On this page" not in with_contents(html)


def test_nothing_is_listed_where_it_is_not_wanted_and_the_place_is_the_templates() -> None:
    assert "On this page" not in with_contents(FOUR, listed=False)
    shown = with_contents(f"<p>Lead</p><!-- contents -->{FOUR}")
    assert shown.index("Lead") < shown.index("On this page") < shown.index('id="part-0"')


def test_what_was_escaped_stays_so() -> None:
    shown = with_contents(FOUR + "<h2>Tom &amp; &lt;script&gt;</h2>")
    assert shown.count("Tom &amp; &lt;script&gt;") == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("count", "listed"), [(3, False), (4, True)])
def test_a_page_made_of_headings(client: Client, count: int, listed: bool) -> None:
    body = [("heading", {"text": f"Question {number}", "level": "2", "anchor_text": ""}) for number in range(count)]
    page = StandardPage(title="Answers", body=body)
    HomePage.objects.get().add_child(instance=page)
    text = client.get(page.url).text
    assert ("On this page" in text) is listed
    assert ('href="#question-0"' in text) is listed
    assert 'id="question-0"' in text
