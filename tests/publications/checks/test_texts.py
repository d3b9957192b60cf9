"""What is found in a text, and what is not: tables that a board member could read."""

import pytest

from publications.checks.findings import Finding, Place
from publications.checks.kinds_text import FILE_NAMES, TEXT
from publications.checks.names import of_file_name, tells_of_person
from publications.checks.page_text import PageText
from publications.checks.texts import kinds_in, text_findings

FOUND = {
    "email": [
        "Write to jamie.smith@example.org for more.",
        "j_smith+scr@mail.example.co.uk",
        "jamie (at) example (dot) org",
        "o'brien@example.org,",
        "<mailto:someone@example.org>",
    ],
    "phone": [
        "Call 07700 900123.",
        "07700900123",
        "(07700) 900 123",
        "+44 7700 900123",
        "+44 (0)7700 900123",
        "0044 7700 900123",
        "020 7946 0018, extension 3",
        "Tel.020 7946 0018",
        "(020) 7946 0018",
        "01632 960 001 12 May",
        "01632-960001",
        "01632\u00a0960001",
        "0121.496.0001",
        "0113 496 0002\nand more",
        "+353 1 679 1234",
        "016977 3555",
    ],
    "phone_of_organisation": ["0800 1111", "0808 800 5000", "0300 123 4567", "03001234567"],
    "postcode": ["SW1A 1AA", "sw1a 1aa", "at NG1 5DT.", "NG15DT", "W1A\u00a00AX", "GIR 0AA", "M1\n1AE", "BFPO 801"],
    "address": [
        "lived at 12 Acacia Avenue",
        "12a Acacia Avenue, Anytown",
        "Flat 2, 14 High Street",
        "12-14 St Mary's Road",
        "No. 7 Mill Lane",
        "at 4 The Green, Anytown",
        "14 Oak Tree Close, Anytown",
        "12 ACACIA AVENUE",
        "Flat 12, Invented House",
    ],
    "birth_date": [
        "DOB 03/04/2015",
        "D.O.B.: 3.4.15",
        "DoB - 2015-04-03",
        "dob 030415",
        "Date of birth: 3 April 2015",
        "date of birth is 3rd of April 2015",
        "was born on 3 April 2015",
        "born 3rd April 2015 in Leeds",
        "born on Friday, 3 April",
        "was born in Leeds on April 3, 2015",
        "born at home in April 2015",
        "born in early Apr 2015",
        "(b. 12.04.2013)",
        "gave birth to a girl on 12 May 2014",
        "birthday: 3 April",
        "Name DOB School\nA 03/04/2015 B",
    ],
    "nhs_number": [
        "943 476 5919",
        "943-476-5919",
        "9434765919",
        "NHS No: 401 023 2137.",
        "NHS number 401\u00a0023\u00a02137",
        "CHI number 010 101 0028",
    ],
    "nhs_number_like": ["NHS number 943 476 5918"],
    "insurance_number": ["QQ 12 34 56 C", "QQ123456C", "qq123456c", "AB-12-34-56-D", "NI number: AB 12 34 56"],
    "pupil_number": ["H801200001001", "B801200005001", "P207000016049", "UPN: H 801 2000 01 001", "G80120000101A"],
    "reference": [
        "Case reference: AB/1234/19",
        "case ref CX12345",
        "Our ref: 2019-00123",
        "Crime reference number 42/12345/19",
        "Case number 204512",
        "Police ref: STO 20190512",
        "Hospital number 5551234",
        "Mosaic ID 123456",
        "URN 123456",
        "in case ZW19C00123",
    ],
    "draft_marking": [
        "DRAFT",
        "D R A F T",
        "DRAFT v0.3",
        "Draft 2.1",
        "Final draft",
        "Draft report \u2013 not for circulation",
        "This DRAFT report is for the panel.",
        "Draft: 3 May 2019",
        "first page\n- draft -\nlast line",
    ],
    "protective_marking": [
        "RESTRICTED",
        "OFFICIAL-SENSITIVE",
        "OFFICIAL \u2013 SENSITIVE",
        "OFFICIAL: SENSITIVE",
        "OFFICIAL [SENSITIVE]",
        "Official-Sensitive",
        "OFFICIAL-SENSITIVE-PERSONAL",
        "CONFIDENTIAL",
        "STRICTLY CONFIDENTIAL",
        "Private and confidential",
        "NOT FOR PUBLICATION",
        "Not for onward circulation",
        "This report is RESTRICTED until it is published",
        "Embargoed until 3 May",
    ],
    "editing_trace": [
        "Commented [AB1]: is this right",
        "Comment [JS12]",
        "Track Changes",
        "the version with tracked changes",
        "text\nDeleted: the old words",
        "Moved (insertion) [1]",
        "Formatted: Font: Bold",
    ],
    "author_note": [
        "[NB: ask the school]",
        "[Note to author: check]",
        "XX to check",
        "[please check this date]",
        "[to be confirmed]",
        "Date: TBC",
        "(tbc)",
        "{Drafting note: remove}",
        "by XXXX on Friday",
        "Is it so???",
        "Author's note: ask again",
        "TODO",
    ],
}
NOT_FOUND = [
    "Pages 12 to 14 of 120",
    "In 2015-2016, 2016/17 and 2018 there were 1,234 referrals.",
    "ISBN 978-0-10-862000-0",
    "ISBN 0-306-40615-2, ISBN-10 0306406152 and ISBN: 0 306 40615 2",
    "0306406152",
    "Call 999 at once, or 101, or 111.",
    "943 476 5918",
    "1111111111",
    "A total of 12 345 6789",
    "from 01/02/2019 to 03/04/2019",
    "0.5 1.2 3.4 5.6 7.8 9.0",
    "0 12 34 56 78 90 12 4",
    "born in 2015",
    "She was born at 30 weeks.",
    "newborn on 3 wards",
    "The child died on 3 April 2015.",
    "The date of birth was not recorded. On 3 April 2015 the nurse came.",
    "His birthday was celebrated.",
    "A801200005001",
    "AB123456E",
    "A1234567",
    "draft legislation",
    "DRAFT LEGISLATION",
    "The draft report was shared with the family in May 2019.",
    "He drafted a plan.",
    "This is an OFFICIAL statement.",
    "OFFICIAL",
    "official and sensitive matters",
    "The official-sensitive line of work",
    "Confidential information was shared without consent.",
    "confidential enquiry into maternal deaths",
    "CONFIDENTIAL INQUIRY INTO SUICIDE",
    "Access was restricted to two hours a week.",
    "It is kept secret by families.",
    "We track changes in behaviour over time.",
    "[Child A] and [school]",
    "[2019] EWHC 123 (Fam)",
    "[sic] [...] [1] [footnote 12]",
    "In 12 months the Close of the case",
    "2 Crown Court hearings and 3 Family Court orders",
    "4 The Way Forward",
    "On 12 March St Mary's School wrote.",
    "In 2015 Baker Street opened",
    "3 Children and the Road to Recovery",
    "Working Together 2015, chapter 4, section 47",
    "s47 2nd strategy meeting",
    "(ref: Munro 2011)",
    "Reference: 2015-16",
    "our reference group met in 2015",
    "case number 3 of 12",
    "chapter 2, paragraph 10.4.2",
    "NHS England and NHS trusts",
    "The NHS number was not recorded on 12 03 2019.",
    "Level 4 to Level 5 at 10.30 a.m.",
    "£12 345 and 07/08",
    "Part XX, page xx",
    "Chapter XXX",
    "To be confirmed by the court",
    "@boardname on social media",
    "www.example.org/reports",
    "SHA-256 0123456789abcdef",
    "the years 1989 2004 2015 2018",
    "A12 3BC",
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_found(kind: str, text: str) -> None:
    assert kind in kinds_in(text)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert kinds_in(text) == set()


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Jamie Smith SCR final.pdf", {"name_in_file_name"}),
        ("jamie-smith-scr.pdf", {"name_in_file_name"}),
        ("SCR_JamieSmith.pdf", {"name_in_file_name"}),
        ("Mark Jones overview.pdf", {"name_in_file_name"}),
        ("SCR J. Smith.pdf", {"name_in_file_name"}),
        ("report NG1 5DT.pdf", {"name_in_file_name"}),
        ("C:\\cases\\overview report.pdf", set()),
        ("Overview Report Draft v3.pdf", {"marking_in_file_name"}),
        ("overview_unredacted.pdf", {"marking_in_file_name"}),
        ("SCR Child G Overview Report May 2019.pdf", set()),
        ("Serious Case Review - Baby T - Executive Summary.pdf", set()),
        ("Child Sexual Exploitation thematic review.pdf", set()),
        ("Summer Report 2018.pdf", set()),
        ("Marking guide.pdf", set()),
        ("LCSPR-Family-B-2021-06-30.pdf", set()),
        ("scan0001.pdf", set()),
        ("", set()),
    ],
)
def test_file_names(name: str, kinds: set[str]) -> None:
    assert {each.kind for each in of_file_name(name)} == kinds


@pytest.mark.parametrize(
    ("title", "tells"),
    [
        ("Jamie Smith overview", True),
        ("Overview report on Jamie", True),
        ("Serious Case Review: Child G, overview report", False),
        ("Local Child Safeguarding Practice Review 2021/22", False),
        ("Neglect Matters: lessons for practice", False),
        ("", False),
    ],
)
def test_titles(title: str, *, tells: bool) -> None:
    assert tells_of_person(title) is tells


def page(number: int, *lines: str) -> PageText:
    """A page whose words stand 50 points apart, on lines 20 points apart."""
    words = [
        (word, Place(50 * column, 20 * row, 50 * column + 45, 20 * row + 12))
        for row, line in enumerate(lines)
        for column, word in enumerate(line.split())
    ]
    return PageText(number, "\n".join(lines), tuple(words))


class TestPlaces:
    """Each finding knows its page and its words there."""

    def test_the_words_are_framed(self) -> None:
        findings = text_findings([page(1, "nothing here"), page(2, "a page", "call 07700 900123 now")])
        assert findings == [Finding("phone", 2, Place(50, 20, 145, 32))]

    def test_what_goes_on_in_the_next_line_is_framed_where_it_begins(self) -> None:
        [found] = text_findings([page(1, "please call 07700", "900123")])
        assert found.place == Place(100, 0, 145, 12)

    def test_a_mark_on_every_page_is_one_finding(self) -> None:
        findings = text_findings(page(number, "DRAFT", f"page {number} of 30") for number in range(1, 31))
        assert findings == [Finding("draft_marking", 1, Place(0, 0, 45, 12), count=30)]

    def test_ligatures_and_soft_hyphens_are_no_disguise(self) -> None:
        [found] = text_findings([page(1, "o\ufb03ce@exam\u00adple.org")])
        assert found.kind == "email"


def test_every_kind_is_told() -> None:
    assert {*FOUND} | {*FILE_NAMES} == {*TEXT}
