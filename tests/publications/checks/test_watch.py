"""What of a watch list is found in a text, and how surely: a table that an officer could read."""

import pytest

from publications.checks.watch.dates import Date, the_date
from publications.checks.watch.entries import entries
from publications.checks.watch.matching import How, Watch

FOUND, PART, INITIALS = How.FOUND, How.PART, How.INITIALS

# line of the list -> (text, how much of it is found there; None: nothing)
TABLE = {
    "Jamie Smith": [
        ("Jamie Smith was seen.", FOUND),
        ("JAMIE SMITH", FOUND),
        ("Jamie\u00a0Smith", FOUND),
        ("Jamie Smith\u2019s mother", FOUND),
        ("the Smiths' house", PART),
        ("Smith, Jamie", FOUND),
        ("SMITH Jamie (2015)", FOUND),
        ("Jaime Smith", FOUND),
        ("Jamie Smyth", FOUND),
        ("Jamey Smithe", FOUND),
        ("Jamie Lee Smith", FOUND),
        ("Jamie-Lee Smith", FOUND),
        ("J. Smith", FOUND),
        ("J Smith", FOUND),
        ("J.L. Smith", FOUND),
        ("Smith, J.", FOUND),
        ("Jamie S.", FOUND),
        ("Jamie S went home", FOUND),
        ("Ja- mie Smith", FOUND),
        ("Jamie Smi- th", FOUND),
        ("JamieSmith.docx", FOUND),
        ("jamie_smith@example.org", FOUND),
        ("Jamie was seen.", PART),
        ("Jamie's school", PART),
        ("Mr Smith came.", PART),
        ("JS was seen.", INITIALS),
        ("J.S. was seen", INITIALS),
        ("J S", INITIALS),
        ("the js file", None),
        ("the smith at the forge", None),
        ("Smart children", None),
        ("Janet Smart", None),
        ("The same small thing", None),
        ("A. Baker", None),
        ("", None),
    ],
    "Smith, Jamie": [("Jamie Smith", FOUND), ("J. Smith", FOUND)],
    "Siobh\u00e1n O'Brien": [
        ("Siobhan O\u2019Brien", FOUND),
        ("Siobhan OBrien", FOUND),
        ("Siobh\u00e1n O Brien", FOUND),
        ("S. O'Brien", FOUND),
        ("Shivaun Bryan", None),
    ],
    "Catherine Stephens": [("Katherine Stevens", FOUND), ("Katharine Stephens", FOUND), ("Christine Simons", None)],
    "Zo\u00eb": [("Zoe went", FOUND), ("ZO\u00cb", FOUND), ("zone", None), ("zoo", None)],
    "Mark": [("Mark went", FOUND), ("mark the form", PART), ("Mary", None), ("Marks", FOUND), ("park", None)],
    "Brown": [("Mrs Brown", FOUND), ("Browne", FOUND), ("Crown Court", None), ("brown shoes", PART)],
    "Anne-Marie Jones": [("Anne Marie Jones", FOUND), ("Annemarie Jones", FOUND), ("Anne-Marie", PART)],
    "Smith-Jones": [("Smith-Jones", FOUND), ("Smith Jones", FOUND), ("Smithjones", FOUND)],
    "Green Lane Primary School": [
        ("Green Lane Primary School", FOUND),
        ("Greenlane Primary School", FOUND),
        ("the primary school in Lane Green", None),
    ],
    "Invented Oak Academy": [
        ("Invented Oak Academy", FOUND),
        ("Invented Oak", FOUND),
        ("at Inventid Oak School", FOUND),
        ("another Academy", None),
        ("School", None),
    ],
    "St Mary's School": [("St Mary's", FOUND), ("Saint Marys School", FOUND), ("St. Mary's Road", FOUND)],
    "12 Acacia Avenue": [("12 Acacia Ave", FOUND), ("Acacia Avenue", PART), ("Avenue 12", None)],
    "Anytown": [("in Anytown", FOUND), ("Any- town", FOUND), ("any town", PART), ("Anyhow", None)],
    "07700 900123": [("07700900123", FOUND), ("0770 090 0123", FOUND), ("07700 900124", None)],
    "AB/1234": [("ref AB1234", FOUND), ("AB 1234", FOUND), ("AB 1235", None)],
    "03/04/2015": [
        ("born on 3 April 2015", FOUND),
        ("3rd of April, 2015", FOUND),
        ("Friday the third of April 2015", FOUND),
        ("April 3, 2015", FOUND),
        ("2015-04-03", FOUND),
        ("3.4.15", FOUND),
        ("03-04-15", FOUND),
        ("3 Apr '15", FOUND),
        ("on 3 April he", PART),
        ("in April 2015", PART),
        ("04/2015", PART),
        ("in 2015", None),
        ("on 4 April 2015", None),
        ("3 April 2016", None),
        ("13/04/2015", None),
    ],
    "April 2015": [("3 April 2015", FOUND), ("in April, 2015", FOUND), ("04/2015", FOUND), ("April 2016", None)],
    "3 April": [("3 April 2015", FOUND), ("03/04/2011", FOUND), ("3 May", None)],
}


@pytest.mark.parametrize(
    ("line", "text", "how"), [(line, text, how) for line, rows in TABLE.items() for text, how in rows]
)
def test_found(line: str, text: str, how: How | None) -> None:
    matches = Watch(entries(line)).matches(text.split())
    assert [match.how for match in matches][:1] == ([how] if how else [])


def test_lines_are_numbered_as_typed_and_places_are_words() -> None:
    watch = Watch(entries("\nJamie Smith\n\n3 April 2015\n"))
    matches = watch.matches(["On", "3", "April", "2015", "the", "nurse", "saw", "Jamie", "Smith", "twice"])
    assert [(match.line, match.first, match.after) for match in matches] == [(4, 1, 4), (2, 7, 9)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3 April 2015", Date(2015, 4, 3)),
        ("Friday, the 3rd of April 2015", Date(2015, 4, 3)),
        ("3/4/15", Date(15, 4, 3, short_year=True)),
        ("32/04/2015", None),
        ("2015", None),
        ("April", None),
        ("3 April 2015 and 4 May 2016", None),
        ("born 3 April 2015", None),
    ],
)
def test_what_is_a_date(text: str, date: Date | None) -> None:
    assert the_date(text) == date
