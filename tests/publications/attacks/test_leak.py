"""Dark means dark (rule R8): every way of asking, about a report in every dark state, and about a public one."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from lscb_site.models import StandardPage
from tests.conftest import FULL
from tests.databases import own_database
from tests.publications import factories as make
from tests.publications.attacks.dark import COMMON, PUBLIC, SHARED, Case, Maker
from tests.publications.attacks.judge import body
from tests.publications.attacks.leak import ACCOUNT, PROBES, Probe

pytestmark = pytest.mark.slow

SAMPLE = {"draft", "suspended"}
IN_FULL = {"GET", "the record page", "its label", "by its label"}
UNSEEN = {"draft", "scheduled", "imported, not approved", "no trace"}


@pytest.fixture(scope="module")
def cases(template_database, django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[list[Case]]:
    """One report in each state, on a site of their own, with pages that try to show each."""
    with django_db_blocker.unblock(), own_database(template_database):
        made = Maker(tmp_path_factory.mktemp("import")).all()
        add_pages(made)
        yield made


def add_pages(cases: list[Case]) -> None:
    """Pages whose blocks and links name every report, dark or not."""
    blocks: dict[str, list[Any]] = {
        "latest": [("latest_publications", {"heading": "", "count": 20})],
        "reviews": [("reviews", {"heading": "", "by": "", "review_type": "", "count": 20})],
        "publication": [("publication", {"publication": case.publication}) for case in cases],
        "review": [("review", {"review": case.publication.review}) for case in cases],
        "links": [("text", "".join(links(case) for case in cases))],
    }
    home = Site.objects.get().root_page
    for name, body_blocks in blocks.items():
        page = StandardPage(title=name, slug=f"leak-{name}")
        page.body = body_blocks
        home.add_child(instance=page)


def links(case: Case) -> str:
    return "".join(
        f'<p><a linktype="{kind}" id="{number}">words</a></p>'
        for kind, number in (("publication", case.publication.pk), ("review", case.publication.review_id))
    )


@pytest.fixture(scope="module")
def clients(cases: list[Case]) -> dict[str, Client]:
    """A stranger, somebody who may enter the admin and edit topics, and the superuser to compare with."""
    account = make.person("account")
    account.user_permissions.add(
        *Permission.objects.filter(codename__in=["access_admin", "change_topic", "delete_topic"])
    )
    users = {ACCOUNT: account, "everything": get_user_model().objects.create_superuser("chief", password=None)}
    made = {name: Client() for name in users}
    for name, user in users.items():
        made[name].force_login(user)
    return {"a stranger": Client(), **made}


def trace(probe: Probe, client: Client, case: Case) -> str:
    """All that the answers tell: their status, headers and bodies."""
    told = []
    for answer in probe.ask(client, case):
        assert answer.status_code < 500
        told += [str(answer.status_code), str(dict(answer.headers)), body(answer).decode("utf-8", "replace")]
    return "\n".join(told)


def dark(cases: list[Case], *, sample: bool) -> list[Case]:
    """All but the public one; as a sample, two that what is asked might tell apart."""
    return [case for case in cases if case.name in SAMPLE or (not sample and case.name != PUBLIC)]


def found(probe: Probe, told: str, case: Case, names: Any) -> set[str]:
    words = {name: case.words[name] for name in names if name in case.words and name not in probe.says}
    return {name for name, word in words.items() if word in told}


@pytest.mark.parametrize("probe", PROBES, ids=str)
def test_nothing_dark_is_seen(probe: Probe, cases: list[Case], clients: dict[str, Client]) -> None:
    told = ""
    for case in dark(cases, sample=probe.name not in IN_FULL and not probe.once and not FULL):
        told = told if told and probe.once else trace(probe, clients[probe.who], case)
        assert found(probe, told, case, case.hidden) == set(), case.name
    if not probe.never:
        public = next(case for case in cases if case.name == PUBLIC)
        sees = clients["everything"] if probe.category == "Admin" else clients[probe.who]
        assert found(probe, trace(probe, sees, public), public, public.words), "it would never find anything"


@pytest.mark.parametrize("address", [f"/search/?q={COMMON}", f"/publications/?q={COMMON}"])
def test_the_number_of_results_is_of_what_is_public(cases: list[Case], address: str) -> None:
    """One in each of the eleven states has the word in its file; two are on the site."""
    said = re.findall(r"(\d+) (?:results?|reviews?) f", Client().get(address).text)
    assert said == ["2"]


def test_filters_offer_and_count_what_may_be_told(cases: list[Case]) -> None:
    """Those with a label to show: the two on the site, the one announced, the one on request, no other."""
    text = Client().get("/publications/").text
    options = dict(re.findall(r'<option value="([^"]+)"[^>]*>\s*[^<]*\((\d+)\)', text))
    told = [case for case in cases if "topic" not in case.hidden]
    assert {topic for topic in options if topic.endswith("ology")} == {case.words["topic"].lower() for case in told}
    assert len(told) == 4
    assert (options[SHARED.lower()], options["on_site"]) == ("4", "2")


@pytest.mark.parametrize("place", ["file", "record"])
@pytest.mark.parametrize("method", ["get", "head", "post", "options"])
def test_before_release_it_answers_as_what_never_was(cases: list[Case], place: str, method: str) -> None:
    nothing = "/publications/never-was/" + ("overview-report.pdf" if place == "file" else "")
    client = Client()
    getattr(client, method)(nothing)
    never, queries = asked(client, method, nothing)
    for case in cases:
        if case.name in UNSEEN:
            assert asked(client, method, getattr(case, place)) == (never, queries), case.name


def asked(client: Client, method: str, address: str) -> tuple[tuple[int, dict[str, str], bytes], int]:
    """The whole answer, and how many questions to the database it took."""
    with CaptureQueriesContext(connection) as queries:
        answer = getattr(client, method)(address)
        told = (answer.status_code, dict(answer.headers), body(answer))
    return told, len(queries)


def test_a_dark_answer_is_kept_by_nobody(cases: list[Case]) -> None:
    for case in cases:
        if case.name not in {PUBLIC, "erased address"}:
            headers = Client().get(case.file).headers
            assert "no-cache" in headers["Cache-Control"]
            assert not {"ETag", "Last-Modified", "Accept-Ranges", "Content-Disposition", "Vary"} & set(headers)


def test_there_are_enough_and_each_has_its_own_name() -> None:
    assert len(PROBES) >= 40
    assert max(Counter(str(probe) for probe in PROBES).values()) == 1
