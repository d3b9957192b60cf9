"""Words inside the files: found on their page while the file is served, and at no other instant (rules R6, R8)."""

import re
from html import unescape
from urllib.parse import quote

import pytest
from django.test import Client

from lscb_site.models import Topic
from publications import actions
from publications.listing import SERVED, State
from publications.models import Publication, Review
from tests.publications import factories as make
from tests.publications.clock import at, london, set_clock
from tests.publications.states import NOW, in_state
from tests.publications.test_list import main

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PAGES = (
    "Introduction. The child\u2019s school saw a bruise, and nobody asked.",
    "What happened. Zoë O\u2019Brien-Smith, the health visitor, saw bruises on a baby who could not crawl.",
    "",
    "Learning. Bruising in babies who can't crawl is always asked about. The mother/father said no.",
)
FIGURES = re.compile(r"\d+")


def served(*pages: str, label: str = "Child G", **fields: str) -> Publication:
    """A report with these pages, on the site."""
    with at("2026-01-01 10:00"):
        publication = make.released(make.publication(make.review(label, **fields)))
    set_clock(NOW)
    return make.with_text(publication, *(pages or PAGES))


def page(client: Client, words: str, where: str = "/search/") -> str:
    return main(client, f"{where}?q={quote(words)}")


def links(client: Client, words: str, where: str = "/search/") -> list[str]:
    """Where the pages that are found lead."""
    return re.findall(r'app-pages__link" href="([^"]+)"', page(client, words, where))


def numbers(client: Client, words: str) -> list[int]:
    """Which pages are found, in order of their numbers."""
    return sorted(int(link.rpartition("=")[2]) for link in links(client, words))


@pytest.mark.parametrize("where", ["/search/", "/publications/"])
def test_a_word_is_found_on_its_page_with_a_link_that_opens_it_there(client: Client, where: str) -> None:
    publication = served()
    assert links(client, "visitor", where) == [publication.get_absolute_url() + "#page=2"]
    text = page(client, "visitor", where)
    assert '<mark class="app-mark">visitor</mark>' in text
    assert "Zoë O\u2019Brien-Smith, the health" in unescape(text)
    assert "Child G" in text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("bruise", [1, 2, 4]),
        ("BRUISING", [1, 2, 4]),
        ("learning", [4]),
        ('"health visitor"', [2]),
        ('"visitor health"', []),
        ("bruise school", [1]),
        ("bruise -visitor", []),
        ("bruise -xylophone", [1, 2, 4]),
        ('bruise -"health visitor"', []),
        ('bruise -"visitor health"', [1, 2, 4]),
        ("xylophone OR school", [1]),
        ('xylophone OR "health visitor"', [2]),
        ("school visitor", [1, 2]),
        ("Child G visitor", [2]),
        ("mother", [4]),
        ("father", [4]),
        ("mother/father", [4]),
        ("what do reviews say about bruising in babies who can't crawl?", [2, 4]),
        ("xylophone", []),
        ("school xylophone", []),
        ("the", [1, 2, 4]),
        ('"who could"', [2]),
    ],
)
def test_ways_to_ask(client: Client, words: str, expected: list[int]) -> None:
    served(*PAGES, summary="A review that was asked for.")
    assert numbers(client, words) == expected


@pytest.mark.parametrize(
    "words",
    [
        *("Zoë", "Zoe\u0308", "zoe", "ZOË", "\uff3a\uff4f\uff45"),
        *("O'Brien", "O\u2019Brien", "O\u02bcBrien", "o`brien", '"O\'Brien"', "O\u2019Brien\u2019s", "O'Brien-Smith"),
    ],
)
@pytest.mark.parametrize("written", ["Zoë O\u2019Brien", "Zoe\u0308 O'Brien", "ZOE O\u02bcBRIEN"])
def test_every_way_of_writing_gives_the_same(client: Client, words: str, written: str) -> None:
    served(f"Met {written}-Smith there.")
    served("Nobody.", label="Child H")
    assert numbers(client, words) == [1]
    assert "1 result for" in page(client, words)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("where", ["/search/", "/publications/"])
def test_r8_only_what_is_served_is_found(client: Client, state: State, where: str) -> None:
    publication = in_state(state)
    if publication.versions.exists():
        make.with_text(publication, "An xylophone.")
    text = page(client, "xylophone", where)
    assert bool(links(client, "xylophone", where)) is (state in SERVED)
    assert ("Child G" in text) is (state in SERVED)
    assert ("<mark" in text) is (state in SERVED)


def test_r6_at_the_second_of_release_and_of_going_dark(client: Client) -> None:
    set_clock("2026-07-01 09:00")
    publication = make.released(make.publication(make.review("Child G")), at=london("2026-07-03 10:00"))
    make.with_text(publication, "An xylophone.")
    for instant, expected in [("2026-07-03 09:59:59", []), ("2026-07-03 10:00:00", [1]), ("2026-07-03 10:00:01", [1])]:
        set_clock(instant)
        assert numbers(client, "xylophone") == expected
    actions.suspend(publication, category="court_order", reason="x", by=make.editor())
    assert numbers(client, "xylophone") == []


def test_r6_at_the_end_of_listing(client: Client) -> None:
    publication = make.with_text(in_state(State.PROTECTED), "An xylophone.")
    actions.decide(publication, by=make.editor(), policy="move")
    set_clock("2026-07-03 23:59:59")
    assert numbers(client, "xylophone") == [1]
    set_clock("2026-07-04 00:00:00")
    assert numbers(client, "xylophone") == []
    assert "Nothing found" in page(client, "xylophone")


def test_r11_a_correction_takes_the_place_of_the_text_at_its_instant(client: Client) -> None:
    publication = make.with_text(in_state(State.PROTECTED), "An xylophone.")
    make.signed_off(publication, text="corrected")
    make.with_text(publication, "A tuba.")
    actions.release(publication, at=london("2026-07-03 13:00"), by=make.editor(), correction="It was a tuba.")
    assert (numbers(client, "xylophone"), numbers(client, "tuba")) == ([1], [])
    set_clock("2026-07-03 13:00")
    assert (numbers(client, "xylophone"), numbers(client, "tuba")) == ([], [1])


def test_r1_no_trace(client: Client) -> None:
    publication = make.with_text(in_state(State.PROTECTED), "An xylophone.")
    editor, approver = make.editor(), make.approver()
    suspension = actions.suspend(publication.review, category="identification", reason="x", by=editor)
    actions.confirm(suspension, by=approver)
    actions.leave_no_trace(publication.review, by=editor)
    assert numbers(client, "xylophone") == []
    assert "Child G" not in page(client, "child")


def test_no_count_tells_of_dark_ones(client: Client) -> None:
    served("An xylophone.")
    for number in range(3):
        make.with_text(in_state(State.SUSPENDED, label=f"Child {number}", slug=f"c{number}"), "An xylophone.")
    assert "1 result for" in page(client, "xylophone")
    assert "1 review found" in page(client, "xylophone", "/publications/")


def test_label_and_title_above_summary_above_text(client: Client) -> None:
    served("A quokka and a quokka and a quokka.", label="Child A")
    served("Nobody.", label="Child B", summary="About a quokka.")
    served("Nobody.", label="Child Quokka")
    text = page(client, "quokka")
    places = [text.index(label) for label in ("Child Quokka", "Child B", "Child A")]
    assert places == sorted(places)


def test_the_better_page_first(client: Client) -> None:
    served("A quokka.", label="Child A")
    served("A quokka met a quokka, and both met another quokka.", label="Child B")
    text = page(client, "quokka")
    assert text.index("Child B") < text.index("Child A")


def test_grouped_by_review_with_three_pages_and_the_number_of_the_others(client: Client) -> None:
    served(*(f"Quokka number {number}." for number in range(5)))
    assert len(links(client, "quokka")) == 3
    assert "and on 2 more pages" in page(client, "quokka")
    assert "1 result for" in page(client, "quokka")


def test_other_words_of_topics(client: Client) -> None:
    publication = served("There was neglect at home.")
    served("There was a lack of care at home.", label="Child H")
    served("There was care, and a lack of it.", label="Child I")
    assert "Child G" not in page(client, "lack of care")
    topic = Topic.objects.create(name="Neglect", synonyms=["Lack of care"])
    assert "Child G" not in page(client, "lack of care"), "the topic of nothing public"
    publication.review.topics.add(topic)
    for words in ("neglect", "Lack of care"):
        text = page(client, words)
        assert "Child G" in text
        assert "Child H" in text
        assert "Also looked for" in text
    assert "Child I" not in page(client, "neglect")


def test_nothing_has_all_of_a_long_question(client: Client) -> None:
    served()
    text = page(client, "bruising babies crawling xylophone")
    assert "These have most of them" in text
    assert "Child G" in text


def test_the_label_is_followed(client: Client) -> None:
    publication = served("An xylophone.")
    assert numbers(client, "G xylophone") == [1]
    Review.objects.filter(pk=publication.review_id).update(label="Child Wombat")
    assert numbers(client, "G xylophone") == []
    assert numbers(client, "wombat xylophone") == [1]


def test_what_stands_in_a_file_is_escaped(client: Client) -> None:
    served("Before <script>alert(1)</script> after xylophone & more.")
    text = page(client, "xylophone")
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_a_page_longer_than_the_database_holds_in_one_row(client: Client) -> None:
    words = " ".join(f"word{number}" for number in range(30_000))
    served(f"{words} xylophone", f"tuba {words}")
    assert numbers(client, "xylophone") == [1]
    assert numbers(client, "tuba") == [2]
    assert numbers(client, "word29999") == [1, 2]


def test_a_file_of_more_words_than_one_row_of_the_index_holds(client: Client) -> None:
    served(*(" ".join(f"w{page}x{number}" for number in range(15_000)) for page in range(8)), "xylophone")
    assert numbers(client, "xylophone") == [9]
    assert numbers(client, "w0x0") == [1]
    assert numbers(client, "w7x14999") == [8]


@pytest.mark.parametrize("count", [1, 3])
def test_queries(client: Client, django_assert_num_queries, count: int) -> None:
    for number in range(count):
        served(*PAGES, label=f"Child {number}")
    for address, queries in [("/search/?q=visitor", 24), ("/publications/?q=visitor", 25)]:
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)
