"""How a document is cited: by people, by reference managers, by machines; and what a shared address shows of it."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from lscb_site.models import BoardSettings
from publications import actions
from publications.listing import State
from publications.models import Publication, Review
from publications.models.review import SearchEngines
from tests.publications import factories as make
from tests.publications.clock import set_clock
from tests.publications.states import TITLE, in_state

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
RECORD = "/publications/child-g/"
UNKNOWN = {State.DRAFT, State.SCHEDULED}
DARK = {State.SUSPENDED, State.WITHDRAWN}
CITED = {State.PROTECTED, State.LISTED, State.ON_REQUEST}
BOARD = "Anyshire Partnership"
WHERE = "Available at: http://localhost/publications/child-g/ (Accessed: 3 July 2026)."


@pytest.fixture(autouse=True)
def _named_board() -> None:
    BoardSettings.objects.update_or_create(defaults={"name": BOARD})


def page(client: Client) -> str:
    response = client.get(RECORD)
    assert response.status_code == 200
    return response.text


def metas(text: str) -> dict[str, str]:
    """Every tag of the head with a name or property."""
    head = text.split("</head>", maxsplit=1)[0]
    return {
        name: unescape(said) for name, said in re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', head)
    }


def data(text: str) -> dict[str, Any] | None:
    found = re.search(r'(?s)<script type="application/ld\+json">(.*?)</script>', text)
    read: dict[str, Any] | None = json.loads(found[1]) if found else None
    return read


def cited(text: str) -> list[str]:
    """The citations as one reads them."""
    found = re.findall(r'(?s)app-cite__text">(.*?)</p>', text)
    return [unescape(re.sub(r"<[^>]+>", "", each)) for each in found]


@pytest.mark.parametrize("state", sorted(set(State) - UNKNOWN))
def test_what_is_said_in_each_state(client: Client, state: State) -> None:
    publication = in_state(state)
    text = page(client)
    assert cited(text) == ([f"{BOARD} (2025) Child G: {TITLE}. {WHERE}"] if state in CITED else [])
    tags = {name: said for name, said in metas(text).items() if name.startswith("citation_")}
    assert bool(tags) is state.serves_file
    assert (data(text) is None) is (state in DARK)
    parts = (data(text) or {"hasPart": []})["hasPart"]
    assert [part["@id"] for part in parts] == ([publication.identifier.urn] if state in CITED else [])
    assert [part for part in parts if "encoding" in part] == (parts if state.serves_file else [])


def test_the_tags_that_reference_managers_read(client: Client) -> None:
    publication = in_state(State.PROTECTED)
    tags = {name: said for name, said in metas(page(client)).items() if name.startswith("citation_")}
    assert tags == {
        "citation_title": f"Child G: {TITLE}",
        "citation_author": BOARD,
        "citation_publication_date": "2025/07/03",
        "citation_technical_report_institution": BOARD,
        "citation_language": "en",
        "citation_public_url": "http://localhost/publications/child-g/",
        "citation_pdf_url": f"http://localhost{publication.get_absolute_url()}",
    }


def test_linked_data(client: Client) -> None:
    publication = in_state(State.PROTECTED, published_by="Elsewhere Board")
    make.signed_off(publication)
    actions.release(publication, by=make.editor(), correction="A wrong table.")
    found = data(page(client))
    assert found
    version = Publication.objects.with_facts().get().versions.last()
    assert version
    assert (found["@type"], found["name"], found["publisher"]["name"]) == ("Collection", "Child G", "Elsewhere Board")
    assert found["hasPart"] == [
        {
            "@type": "Report",
            "@id": publication.identifier.urn,
            "name": f"Child G: {TITLE}",
            "genre": "Overview report",
            "datePublished": "2025-07-03",
            "dateModified": "2026-07-03",
            "publisher": {"@type": "Organization", "name": "Elsewhere Board"},
            "isAccessibleForFree": True,
            "encoding": {
                "@type": "MediaObject",
                "contentUrl": f"http://localhost{publication.get_absolute_url()}",
                "encodingFormat": "application/pdf",
                "contentSize": f"{version.size} B",
                "sha256": version.sha256,
            },
        }
    ]
    assert cited(page(client))[0].startswith(f"Elsewhere Board (2025) Child G: {TITLE} (corrected 3 July 2026). ")


def test_nothing_in_the_data_can_end_the_script(client: Client) -> None:
    in_state(State.PROTECTED, label="</script><b>&'", slug="child-g")
    text = page(client)
    assert "</script><b>" not in text
    found = data(text)
    assert found
    assert found["name"] == "</script><b>&'"


def test_an_earlier_date_known_to_its_year_is_cited_by_it(client: Client) -> None:
    set_clock("2026-07-03 12:00")
    review = make.review("Child G", slug="child-g")
    make.released(make.publication(review, first_public="2016", first_public_source="Minutes"))
    text = page(client)
    assert cited(text)[0].startswith(f"{BOARD} (2016) ")
    assert metas(text)["citation_publication_date"] == "2016"


@pytest.mark.parametrize("choice", SearchEngines)
@pytest.mark.parametrize("by_default", [True, False])
def test_machines_are_not_led_to_files_kept_out_of_search(client: Client, choice: str, by_default: bool) -> None:
    publication = in_state(State.PROTECTED)
    Review.objects.update(search_engines=choice)
    BoardSettings.objects.update(keep_files_from_search=by_default)
    out = choice == SearchEngines.KEEP_OUT or (choice == SearchEngines.BOARD and by_default)
    text = page(client)
    assert ("citation_pdf_url" in metas(text)) is not out
    assert ("encoding" in data(text)["hasPart"][0]) is not out  # type: ignore[index]
    assert publication.get_absolute_url() in text, "people find it all the same"


@pytest.mark.parametrize("state", sorted(set(State) - UNKNOWN))
def test_a_shared_address_shows_nothing_of_the_case(client: Client, state: State) -> None:
    in_state(state)
    shared = {name: said for name, said in metas(page(client)).items() if name.startswith("og:")}
    assert shared["og:title"] == (
        "A review that is not available" if state in DARK else "Local child safeguarding practice review"
    )
    assert shared["og:description"] == f"What {BOARD} says about a review, and where its documents are."
    assert shared["og:url"] == "http://localhost/publications/child-g/"
    assert not [said for said in shared.values() if "quokka" in said or "Child G" in said or TITLE in said]
