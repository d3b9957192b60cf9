"""The environment of the public templates."""

from datetime import UTC, date, datetime
from typing import Any

import jinja2
import pytest
from django.template import engines

from lscb_site.addresses import absolute
from lscb_site.jinja2 import Careful, file_size, iso_date, written_date, written_datetime


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2027, 7, 3), "3 July 2027"),
        (datetime(2027, 7, 2, 23, 30, tzinfo=UTC), "3 July 2027"),  # half past midnight in London
        (datetime(2027, 1, 2, 23, 30, tzinfo=UTC), "2 January 2027"),
        (None, ""),
    ],
)
def test_dates_are_londons(value: Any, words: str) -> None:
    assert written_date(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (datetime(2027, 7, 3, 8, 30, tzinfo=UTC), "3 July 2027 at 9:30am"),
        (datetime(2027, 1, 3, 14, 0, tzinfo=UTC), "3 January 2027 at 2pm"),
        (datetime(2027, 1, 3, 12, 0, tzinfo=UTC), "3 January 2027 at midday"),
        (datetime(2027, 1, 3, 0, 0, tzinfo=UTC), "3 January 2027 at midnight"),
        (datetime(2027, 1, 3, 0, 5, tzinfo=UTC), "3 January 2027 at 12:05am"),
        (None, ""),
    ],
)
def test_times_are_written_plainly(value: Any, words: str) -> None:
    assert written_datetime(value) == words


def test_days_for_machines() -> None:
    assert iso_date(datetime(2027, 7, 2, 23, 30, tzinfo=UTC)) == "2027-07-03"
    assert iso_date(None) == ""


@pytest.mark.parametrize(("size", "words"), [(1258291, "1.2 MB"), (512, "512 bytes"), (None, "")])
def test_sizes(size: int | None, words: str) -> None:
    assert file_size(size) == words


@pytest.mark.parametrize(("path", "whole"), [("/a/", "https://www.example.org/a/"), ("/", "https://www.example.org/")])
def test_absolute_addresses_are_those_of_the_outside(settings: Any, path: str, whole: str) -> None:
    settings.PUBLIC_URL = "https://www.example.org"
    assert absolute(path) == whole


class Thing:
    known = "known"


@pytest.mark.parametrize(
    "source",
    ["{{ misspelt }}", "{{ thing.misspelt }}", "{% for x in misspelt %}{% endfor %}", "{{ misspelt | length }}"],
)
def test_a_misspelt_name_that_is_shown_is_an_error(source: str) -> None:
    template = jinja2.Environment(undefined=Careful, autoescape=True).from_string(source)
    with pytest.raises(jinja2.UndefinedError, match="misspelt"):
        template.render(thing=Thing())


@pytest.mark.parametrize(
    "source",
    ["{% if missing %}x{% endif %}", "{{ missing | default('') }}", "{{ parameters.missing }}", "{{ 'x' if missing }}"],
)
def test_asking_for_what_may_be_missing_is_not(source: str) -> None:
    template = jinja2.Environment(undefined=Careful, autoescape=True).from_string(source)
    assert template.render(parameters={}) == ""


def test_the_components_answer_to_their_short_name() -> None:
    source = '{% from "govuk/components/tag/macro.html" import govukTag %}{{ govukTag({"text": "<New>"}) }}'
    assert "&lt;New&gt;" in engines["jinja2"].from_string(source).render()
