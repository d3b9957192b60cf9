"""What comes out of a printer: a full briefing takes two sides of A4."""

import pypdfium2
import pytest
from playwright.sync_api import Browser
from wagtail.rich_text import RichText

from lscb_site.blocks.briefings import SEVEN
from lscb_site.models import BriefingPage, BriefingsPage, HomePage

pytestmark = pytest.mark.browser

MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), "12mm")  # what browsers leave, and our style sheet asks for
WORDS = (
    "When several people each know a little about a child, somebody has to put it together, and it is seldom clear who "
    "that should be. "
)
PARAGRAPH = f"<p>{WORDS * 2}</p>"  # 50 words
LIST = (
    "<ul>"
    + "<li>Ask the child, write down what she says in her own words, and tell her what you do.</li>" * 3
    + "</ul>"
)


def full_briefing() -> BriefingPage:
    """Seven boxes with about 700 words, of which three hold lists."""
    boxes = [
        ("box", {"heading": heading, "text": RichText(PARAGRAPH + (LIST if number % 2 else PARAGRAPH))})
        for number, heading in enumerate(SEVEN)
    ]
    page = BriefingPage(title="Putting together what each of us knows", summary=WORDS, boxes=boxes)
    briefings = HomePage.objects.get().add_child(instance=BriefingsPage(title="Briefings"))
    briefings.add_child(instance=page)
    page.save_revision().publish()
    return page


def test_a_full_briefing_prints_on_two_sides(chromium: Browser, live_site: str) -> None:
    page, page_of_reader = full_briefing(), chromium.new_page(base_url=live_site)
    page_of_reader.goto(page.url)
    words = " ".join(page_of_reader.locator(".app-box__text").all_text_contents()).split()
    assert 680 <= len(words) <= 720
    with pypdfium2.PdfDocument(page_of_reader.pdf(format="A4", margin=MARGINS)) as printed:
        texts = [sheet.get_textpage().get_text_bounded() for sheet in printed]
    assert len(texts) <= 2
    assert all(heading in "".join(texts) for heading in SEVEN)
    assert "999" in "".join(texts)
    page_of_reader.close()
