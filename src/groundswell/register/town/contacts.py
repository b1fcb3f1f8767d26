"""Contact details as a campaign gathers them, and a TPS list that some of the numbers are on."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from groundswell.register.town import phones
from groundswell.register.town.dice import scatter
from groundswell.register.town.shapes import Home, PretendElector, Town
from groundswell.register.town.writing import files

HEADER = [
    *("Elector Number", "Forename", "Surname", "Address", "Postcode", "Landline", "Mobile"),
    *("Email", "Source", "Collected On", "Consent Channels", "Consent Wording", "Consent On"),
    "Consent How",
]
WORDING = "Yes, you may contact me about the campaign. I can say stop at any time."
_SOURCES = ("Doorstep canvass", "Street stall", "Petition", "Web form", "Phone book")
_HOW = {
    "Doorstep canvass": "said on the doorstep",
    "Street stall": "ticked on paper",
    "Petition": "ticked on paper",
    "Web form": "ticked on the web",
}


@dataclass(frozen=True, slots=True)
class Details:
    """What a campaign knows of how to reach one elector; empty where it knows nothing.

    ``consents`` are channels ("call", "text", "email") with consent on record.
    """

    elector: PretendElector
    landline: str
    mobile: str
    email: str
    source: str
    collected_on: date
    consents: tuple[str, ...]


def contact_details(town: Town) -> Iterator[Details]:
    """Details of about half of the electors, in the register's order.

    Half of the homes have a landline, shared by those who live there. Each of the 1,000 mobiles
    goes to one person, so in a larger town few have one.
    """
    electors = [one for one in town.electors() if one.kind == "ordinary" and one.home]
    with_mobile = min(3_000, 10_000 * phones.MOBILES * 9 // 10 // max(1, len(electors)))
    landlines: dict[int, str] = {}
    mobiles = 0
    for one in electors:
        home_id = one.household_id or 0
        landline = mobile = ""
        if scatter(home_id, 21) < 5_000:
            landline = landlines.setdefault(home_id, phones.landline(len(landlines)))
        if scatter(one.person_id, 22) < with_mobile and mobiles < phones.MOBILES:
            mobile = phones.mobile(mobiles)
            mobiles += 1
        email = _email(one) if scatter(one.person_id, 23) < 1_500 else ""
        if landline or mobile or email:
            yield _details(one, landline, mobile, email, town.published)


def write_contact_details(town: Town, path: Path) -> int:
    """A CSV file in UTF-8; rows written. Three rows in ten have name and address but no number."""
    rows = (_row(details) for details in contact_details(town))
    return files.write(path, HEADER, rows, files.Form())


def write_tps_list(town: Town, path: Path) -> int:
    """Numbers registered with the Telephone Preference Service, one a line; how many.

    Four in ten of the town's landlines and one in twenty of its mobiles.
    """
    listed = set()
    for details in contact_details(town):
        if details.landline and _lot(details.landline) < 4_000:
            listed.add(details.landline)
        if details.mobile and _lot(details.mobile) < 500:
            listed.add(details.mobile)
    numbers = sorted(number.replace(" ", "") for number in listed)
    path.write_text("".join(f"{number}\n" for number in numbers), encoding="ascii")
    return len(numbers)


def _details(
    elector: PretendElector, landline: str, mobile: str, email: str, published: date
) -> Details:
    lot = scatter(elector.person_id, 24)
    source = _SOURCES[lot % len(_SOURCES)]
    consents = []
    if source != "Phone book":
        chances = (("call", landline or mobile, 25), ("text", mobile, 26), ("email", email, 27))
        consents = [
            channel
            for channel, reachable, salt in chances
            if reachable and scatter(elector.person_id, salt) < 4_500
        ]
    collected_on = published + timedelta(days=lot % 300)
    return Details(elector, landline, mobile, email, source, collected_on, tuple(consents))


def _row(details: Details) -> list[str]:
    elector = details.elector
    by_number = scatter(elector.person_id, 28) < 7_000
    consented = bool(details.consents)
    return [
        elector.elector_number if by_number else "",
        elector.person.forename,
        elector.person.surname,
        _address(elector.home) if elector.home else "",
        elector.home.postcode if elector.home else "",
        details.landline,
        details.mobile,
        details.email,
        details.source,
        details.collected_on.isoformat(),
        ";".join(details.consents),
        WORDING if consented else "",
        details.collected_on.isoformat() if consented else "",
        _HOW[details.source] if consented else "",
    ]


def _address(home: Home) -> str:
    """As a volunteer writes it, on one line."""
    house = " ".join(word for word in (home.flat, home.building) if word)
    street = f"{home.number} {home.street}".strip()
    return ", ".join(word for word in (house, street, home.post_town) if word)


def _email(elector: PretendElector) -> str:
    """Made up, at a domain that is nobody's (RFC 2606)."""
    name = f"{elector.person.forename}.{elector.person.surname}".lower()
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    kept = "".join(letter for letter in plain if letter.isalnum() or letter == ".").strip(".")
    return f"{kept}{elector.person_id % 1_000_000}@example.org"


def _lot(number: str) -> int:
    return scatter(int(number.replace(" ", "")), 29)
