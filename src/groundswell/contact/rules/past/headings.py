"""Which column of a file of past canvassing holds what, by its heading."""

from collections.abc import Sequence

from groundswell.register.rules.text import fold

HEADINGS: dict[str, tuple[str, ...]] = {
    "whole_number": (
        "Elector Number", "Electoral Number", "Elector No", "Electoral Roll Number", "Roll Number",
        "Polling Number", "Elector ID", "Voter Number", "Voter Reg Num", "NCID", "SOS_VOTERID",
    ),
    "full_name": ("Name", "Full Name", "Elector Name", "Voter Name", "Contact Name"),
    "forename": ("Forename", "Forenames", "First Name", "First Names", "Given Name"),
    "surname": ("Surname", "Last Name", "Family Name"),
    "address_1": ("Address", "Address 1", "Address Line 1", "Street Address", "House"),
    "address_2": ("Address 2", "Address Line 2", "Street"),
    "address_3": ("Address 3", "Address Line 3", "Locality"),
    "address_4": ("Address 4", "Address Line 4", "Town", "City", "Post Town"),
    "postcode": ("Postcode", "Post Code", "Zip", "Zip Code"),
    "canvassed_on": (
        "Date", "Canvassed On", "Canvass Date", "Contact Date", "Contacted On", "Date Canvassed",
        "Date of Contact", "Last Contacted",
    ),
    "channel": ("Channel", "Contact Type", "Contact Method", "How", "Method"),
    "voting_intention": (
        "Voting Intention", "VI", "Voter ID", "Intention", "Canvass Code", "Code", "Party",
        "Support", "Support Score", "Pledge", "Promise",
    ),
    "outcome": (
        "Outcome", "Result", "Contact Result", "Canvass Result", "Response", "Status",
    ),
}  # fmt: skip
FIELDS = tuple(HEADINGS)
WHO = frozenset({"whole_number", "full_name", "surname"})
WHAT = frozenset({"voting_intention", "outcome"})

_FIELD_OF = {fold(heading): field for field, names in HEADINGS.items() for heading in names}


def field_of(heading: str) -> str:
    """What a column with this heading holds, or nothing."""
    return _FIELD_OF.get(fold(heading), "")


def recognise(headings: Sequence[str]) -> dict[int, str] | None:
    """What each column holds, where headings say who and what; else None: a person says.

    Columns of other headings are not used. Two columns of one field are not told apart here.
    """
    held = {place: field_of(heading) for place, heading in enumerate(headings)}
    known = [name for name in held.values() if name]
    enough = WHO & set(known) and WHAT & set(known) and len(set(known)) == len(known)
    return held if enough else None
