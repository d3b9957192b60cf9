"""Kinds of findings in what a file says: what a person would miss in its text, and what shuts readers out."""

from publications.checks.kind import Kind, Severity

AT_SOURCE = "take it out in the document it was made from, save that as a PDF again and upload it"
WHY_LOOK = "Some of these belong in a report, such as the board's own; only a person can tell."

PERSONAL: dict[str, Kind] = {
    "email": Kind(
        Severity.LOOK,
        "An e-mail address.",
        f"If it is not the board's own, {AT_SOURCE}.",
        WHY_LOOK,
    ),
    "phone": Kind(
        Severity.LOOK,
        "A telephone number.",
        f"If it is not one that the board publishes, {AT_SOURCE}.",
        WHY_LOOK,
    ),
    "phone_of_organisation": Kind(
        Severity.NOTE,
        "A telephone number of the kind that organisations have, such as 03 and 0800 numbers.",
        "Look whether it is that of a helpline or service that everybody may know.",
        "No household has such a number, but a service may tell where a family lived.",
    ),
    "postcode": Kind(
        Severity.LOOK,
        "A postcode.",
        f"A postcode stands for about fifteen homes. If it is a family's or a school's, {AT_SOURCE}.",
        WHY_LOOK,
    ),
    "address": Kind(
        Severity.LOOK,
        "What reads like an address: a number and the name of a street.",
        f"If it is a family's, a carer's or a school's, {AT_SOURCE}.",
        WHY_LOOK,
    ),
    "birth_date": Kind(
        Severity.LOOK,
        "A date of birth, or the month and year of one.",
        f"Give an age or a year instead: {AT_SOURCE}.",
        "It is among the first things by which somebody who knows the family recognises a child.",
    ),
    "nhs_number": Kind(
        Severity.LOOK,
        "An NHS number: ten digits whose check digit is right.",
        f"It stands for one person. {AT_SOURCE.capitalize()}.",
        "One in eleven numbers of ten digits has such a check digit by chance, so a person decides.",
    ),
    "nhs_number_like": Kind(
        Severity.NOTE,
        "Ten digits that are called an NHS number; their check digit is not right.",
        "A slip of the pen would still tell whose it is. Look at it.",
        "It can't be anybody's number as it stands.",
    ),
    "insurance_number": Kind(
        Severity.LOOK,
        "What reads like a National Insurance number.",
        f"It stands for one person. {AT_SOURCE.capitalize()}.",
        "A code of another kind may look the same.",
    ),
    "pupil_number": Kind(
        Severity.LOOK,
        "A unique pupil number: thirteen characters whose check letter is right.",
        f"It stands for one child and names the school. {AT_SOURCE.capitalize()}.",
        "A code of another kind may look the same.",
    ),
    "reference": Kind(
        Severity.LOOK,
        "A reference number of a case, a person or a school.",
        f"Those who can look it up learn who it is. If it is not the board's own number of this report, {AT_SOURCE}.",
        WHY_LOOK,
    ),
}
MARKINGS: dict[str, Kind] = {
    "draft_marking": Kind(
        Severity.LOOK,
        "The word DRAFT as a mark on the page.",
        f"If this is the final report, {AT_SOURCE}. If it is not, upload the final one.",
        "A draft is often the version before names were taken out, but the mark may just have been forgotten.",
    ),
    "protective_marking": Kind(
        Severity.LOOK,
        "A marking that says who may read it, such as CONFIDENTIAL or OFFICIAL-SENSITIVE.",
        f"Make sure that this is the version to be published, then {AT_SOURCE}.",
        "A published report needs none; one that has it may be the wrong file.",
    ),
    "editing_trace": Kind(
        Severity.LOOK,
        "A trace of tracked changes or of a comment that was printed with the page.",
        f"Accept or reject every change, delete every comment, and {AT_SOURCE}.",
        "What was struck out is often what had to go.",
    ),
    "author_note": Kind(
        Severity.LOOK,
        "What reads like a note that an author left for later, such as TBC or [NB: ...].",
        f"Settle what it asks and {AT_SOURCE}.",
        "Such notes may name people, and say that the document is not finished.",
    ),
}
FILE_NAMES: dict[str, Kind] = {
    "name_in_file_name": Kind(
        Severity.NOTE,
        "What the uploaded file was called reads as if it had a person's name in it.",
        "Readers never see this name: the address is made anew. Look whether it says that a name is inside, too.",
        "The name of the file is not published.",
    ),
    "marking_in_file_name": Kind(
        Severity.LOOK,
        "What the uploaded file was called says that it is a draft, tracked, unredacted or confidential.",
        "Make sure that this is the version to be published. If it is not, upload the right one.",
        "The wrong version is the commonest mistake of all.",
    ),
}
TEXT: dict[str, Kind] = {**PERSONAL, **MARKINGS, **FILE_NAMES}
