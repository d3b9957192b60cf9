"""Spelling: what may have been meant, from what is public at that instant and nothing else (rule R8)."""

import re
from html import unescape
from urllib.parse import quote

import pytest
from django.test import Client

from publications import actions
from publications.listing import State
from publications.models import Review, Word
from tests.publications import factories as make
from tests.publications.clock import london, set_clock
from tests.publications.search.test_files import page, served
from tests.publications.states import in_state

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def suggested(client: Client, words: str, where: str = "/search/") -> str:
    found = re.search(r'app-suggestion" href="([^"]+)">([^<]+)<', page(client, words, where))
    if not found:
        return ""
    meant = unescape(found[2])
    assert found[1] == f"{where}?q={quote(meant)}"
    return meant


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("xylofone", "xylophone"),
        ("XYLOPHNE", "xylophone"),
        ("xylophonne tuba", "xylophone tuba"),
        ("quoka", "quokka"),
        ("wilow", "willow"),
        ("xylóphonne", "xylophone"),
        ("banana", ""),
        ("xy", ""),
        ("xylophone", ""),
        ("xylophones", ""),
        ('xylofone "a tuba"', 'xylophone "a tuba"'),
    ],
)
@pytest.mark.parametrize("where", ["/search/", "/publications/"])
def test_suggestions(client: Client, words: str, expected: str, where: str) -> None:
    publication = served("An xylophone and a tuba.", summary="About a quokka.")
    type(publication).objects.filter(pk=publication.pk).update(title="Willow")
    assert suggested(client, words, where) == expected


@pytest.mark.parametrize("state", State)
def test_r8_nothing_dark_is_suggested(client: Client, state: State) -> None:
    publication = in_state(state)
    if publication.versions.exists():
        make.with_text(publication, "An xylophone.")
    assert (suggested(client, "xylofone") == "xylophone") is state.serves_file
    assert (suggested(client, "quoka") == "quokka") is (
        state not in {State.DRAFT, State.SCHEDULED, State.SUSPENDED, State.WITHDRAWN}
    )


def test_r8_a_form_of_a_word_that_is_dark_only_is_not_suggested(client: Client) -> None:
    make.with_text(in_state(State.SUSPENDED), "Xylophoning.")
    served("An xylophone.", label="Child H")
    assert suggested(client, "xylophonig") == "xylophone"
    assert suggested(client, "xylophon") == ""  # it is found: the ending does not count


def test_r8_dark_words_keep_no_public_one_out(client: Client) -> None:
    dark = in_state(State.SUSPENDED)
    make.with_text(dark, " ".join(f"xylophon{letter}" for letter in "abcdfghijklmnopqrstuvwxyz"))
    served("An xylophone.", label="Child H")
    assert suggested(client, "xilophone") == "xylophone"


def test_r6_from_the_release_on(client: Client) -> None:
    set_clock("2026-07-01 09:00")
    publication = make.released(make.publication(make.review("Child G")), at=london("2026-07-03 10:00"))
    make.with_text(publication, "An xylophone.")
    set_clock("2026-07-03 09:59:59")
    assert suggested(client, "xylofone") == ""
    set_clock("2026-07-03 10:00")
    assert suggested(client, "xylofone") == "xylophone"
    actions.suspend(publication, category="court_order", reason="x", by=make.editor())
    assert suggested(client, "xylofone") == ""


def test_words_that_are_nowhere_any_more_are_not_kept() -> None:
    publication = served("An xylophone, a quokka.")
    Review.objects.filter(pk=publication.review_id).update(summary="About a quokka and a bandicoot.")
    assert kept("xylophone", "quokka", "bandicoot") == {"xylophone", "quokka", "bandicoot"}
    make.with_text(publication, "A quokka.")
    assert kept("xylophone", "quokka", "bandicoot") == {"quokka", "bandicoot"}
    Review.objects.filter(pk=publication.review_id).update(summary="")
    assert kept("xylophone", "quokka", "bandicoot") == {"quokka"}


def kept(*words: str) -> set[str]:
    return set(Word.objects.filter(word__in=words).values_list("word", flat=True))
