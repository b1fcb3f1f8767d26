"""Bringing five friends: from a link to the first message, and an address book that stays home."""

import base64
import hashlib
import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import pytest
from playwright.sync_api import Page, Request, expect

from groundswell.common import clock
from groundswell.contact.models import Attempt
from groundswell.friends.commands import (
    OpeningPlan,
    key_of_the_week,
    make_sieve,
    open_for_matching,
)
from groundswell.friends.models import Confidence, Opening
from groundswell.members.models import Member
from groundswell.register.models import ContactDetail, Elector
from tests.browsers import accessibility_violations, screenshot, taps
from tests.phone_bank import people_in, universe_of
from tests.town import Town, build_town

CONTACTS = 500
# A link that leaves for an app of the telephone's, which a browser without a window does not have.
_STAYS = """
addEventListener("click", (event) => {
  const left = event.target.closest("a[href^='sms:'], a[href^='whatsapp:'], a[href^='mailto:']");
  if (left) { event.preventDefault(); window.leftFor = left.href; }
});
"""


@pytest.fixture
def town(transactional_db: None) -> Town:
    """The pretend town with forty people, each with a number."""
    made = build_town()
    people_in(made.riverside, made.marshfield, [1] * 40)
    return made


@pytest.fixture
def opening(town: Town) -> Opening:
    """Everybody of Marshfield matters most, and the filter is ready."""
    plan = OpeningPlan(
        name="Riverside, this month",
        area=town.marshfield,
        universe=universe_of(town),
        starts_on=clock.today(),
        ends_on=clock.today() + timedelta(days=28),
        words="Forty people near you have not made up their minds.",
        messages=["Hi {friend}, it's {me}. Have you got five minutes this week?"],
    )
    made = open_for_matching(by=town.organiser, plan=plan)
    make_sieve(opening=made, constituency_id=town.marshfield.pk, key=key_of_the_week())
    return made


def elector_with_number(town: Town) -> tuple[Elector, str]:
    """Somebody of the town, and their number."""
    detail = ContactDetail.objects.filter(constituency=town.marshfield).order_by("pk")[0]
    return Elector.objects.get(constituency=town.marshfield, pk=detail.elector_id), detail.value


def ready(page: Page) -> None:
    page.locator("#friends[data-ready]").wait_for()


def add(page: Page, name: str, reach: str = "") -> None:
    page.get_by_label("Name of a friend").fill(name)
    page.get_by_label("Phone or e-mail").fill(reach)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("a.friends-row", has_text=name)).to_be_visible()


def test_five_friends_from_a_link_the_first_of_them_written_to(phone, town, opening):
    elector, number = elector_with_number(town)
    phone.add_init_script(_STAYS)
    begun = clock.now()
    phone.goto(f"/f/{opening.code}/")
    expect(phone.get_by_text(opening.words)).to_be_visible()
    phone.get_by_label("Your name").fill("Nia Newcomer")
    phone.get_by_label("Your e-mail address").fill("nia@example.org")
    assert accessibility_violations(phone) == []
    phone.get_by_role("button", name="Start").click()
    ready(phone)
    add(phone, str(elector), number)
    phone.locator("a.friends-row", has_text=str(elector)).click()
    message = phone.get_by_label("Your message")
    expect(message).to_have_value(
        f"Hi {elector.forename}, it's Nia. Have you got five minutes this week?"
    )
    message.fill(f"{elector.forename}, remember the bus at midnight? Vote with me on Thursday.")
    phone.get_by_role("link", name="Text", exact=True).click()
    print(f"first friend messaged after {clock.now() - begun}, {taps(phone)} taps on the page")
    left_for = phone.evaluate("window.leftFor")
    assert left_for.startswith(f"sms:{number}?")
    assert "midnight" in unquote_plus(left_for)
    phone.get_by_role("button", name="We talked").click()
    expect(phone.get_by_role("button", name="We talked")).to_have_attribute("aria-pressed", "true")
    phone.get_by_role("link", name="Back to your friends").click()
    expect(phone.get_by_role("heading", name="Matter most now")).to_be_visible()
    for name in ("Una Otherplace", "Oz Farway", "Ivy Elsewhere", "Max Nowhere"):
        add(phone, name)
    expect(phone.locator("a.friends-row")).to_have_count(5)
    assert accessibility_violations(phone) == []
    screenshot(phone, "friends-five")
    phone.reload()
    ready(phone)
    expect(phone.locator("a.friends-row")).to_have_count(5)
    assert Member.objects.get(email="nia@example.org").branch == town.marshfield
    assert not Confidence.objects.exists()


def test_only_what_is_shared_is_told_and_stands_on_the_voters_record(
    phone, town, opening, signed_in_as
):
    elector, number = elector_with_number(town)
    signed_in_as(phone, town.supporter)
    phone.goto("/friends/")
    ready(phone)
    add(phone, str(elector), number)
    phone.locator("a.friends-row").click()
    phone.get_by_role("button", name="We talked").click()
    phone.get_by_label("Note to yourself").fill("Owes me a pint")
    phone.get_by_label("Note to yourself").blur()
    for detail in ("Their phone number", "How they mean to vote"):
        phone.get_by_role("button", name=f"{detail}: Only me").click()
    phone.get_by_role("button", name="Leaning to us").click()
    phone.get_by_label("“Yes, they may ring me.”").check()
    share = phone.get_by_role("button", name="Share this with the campaign")
    expect(share).to_be_disabled()
    phone.get_by_label("knows and does not mind").check()
    screenshot(phone, "friends-sharing")
    assert accessibility_violations(phone) == []
    with phone.expect_request("**/friends/told/") as told:
        share.click()
    expect(phone.locator("strong", has_text="Shared with the campaign")).to_be_visible()
    assert "pint" not in (told.value.post_data or "")
    attempt = Attempt.objects.get(constituency=town.marshfield)
    assert (attempt.elector_id, attempt.channel, attempt.outcome) == (elector.pk, "friend", "spoke")
    phone.get_by_role("button", name="Take it back").click()
    expect(phone.get_by_text("Nothing. It all stays with you.")).to_be_visible()
    assert Confidence.objects.get().state == Confidence.State.TAKEN_BACK


def test_wiping_leaves_nothing_on_the_device(phone, town, signed_in_as):
    signed_in_as(phone, town.supporter)
    phone.goto("/friends/")
    ready(phone)
    add(phone, "Una Otherplace")
    phone.get_by_role("button", name="Wipe everything").click()
    phone.get_by_role("dialog").get_by_role("button", name="Wipe everything").click()
    expect(phone.locator("a.friends-row")).to_have_count(0)
    phone.reload()
    ready(phone)
    expect(phone.locator("a.friends-row")).to_have_count(0)


def address_book(town: Town) -> list[dict[str, str]]:
    """Five hundred people: forty of the town, the rest of nowhere; each with all there is."""
    locals_ = [
        (str(elector), f"+441632{960000 + place:06d}")
        for place, elector in enumerate(
            Elector.objects.filter(constituency=town.marshfield).order_by("pk"), start=1
        )
    ]
    strangers = [
        (f"Quentin{place} Zebedee{place}", f"+447700900{place % 1000:03d}")
        for place in range(CONTACTS - len(locals_))
    ]
    return [
        {
            "name": name,
            "phone": number,
            "email": f"friend{place}@example.org",
            "street": f"{place} Secret Mews",
        }
        for place, (name, number) in enumerate(locals_ + strangers)
    ]


def as_vcard(book: list[dict[str, str]]) -> str:
    return "".join(
        "BEGIN:VCARD\r\nVERSION:3.0\r\n"
        f"N:{one['name'].split()[-1]};{one['name'].split()[0]};;;\r\nFN:{one['name']}\r\n"
        f"TEL;TYPE=CELL:{one['phone']}\r\nEMAIL:{one['email']}\r\n"
        f"ADR:;;{one['street']};Basildon;;SS14 1AA;\r\nEND:VCARD\r\n"
        for one in book
    )


def forbidden(book: list[dict[str, str]]) -> set[bytes]:
    """All that would give a contact away: each detail, in several spellings, and plain hashes."""
    told: set[bytes] = set()
    for one in book:
        name, number = one["name"], one["phone"]
        plain = {
            *name.lower().split(),
            name.lower(),
            number,
            number[1:],
            f"0{number[3:]}",
            number[-9:],
            one["email"],
            one["street"].lower(),
        }
        for text in plain:
            if len(text) < 4:
                continue
            told.add(text.encode())
            for spelt in (text, f"p:{text}", f"e:{text}", f"n:{text}"):
                for algorithm in ("sha256", "sha1", "md5"):
                    digest = hashlib.new(algorithm, spelt.encode()).digest()
                    told |= {digest[:8], digest.hex()[:16].encode(), base64.b64encode(digest)[:12]}
    return told


def test_nothing_of_an_address_book_is_in_any_request(
    phone, town, opening, signed_in_as, tmp_path: Path
):
    book = address_book(town)
    file = tmp_path / "contacts.vcf"
    file.write_text(as_vcard(book))
    sent: list[tuple[str, bytes, dict[str, Any]]] = []

    def record(request: Request) -> None:
        sent.append((request.url, request.post_data_buffer or b"", request.headers))

    signed_in_as(phone, town.supporter)
    phone.on("request", record)
    phone.goto("/friends/")
    ready(phone)
    phone.get_by_label("Open a contacts file").set_input_files(file)
    expect(phone.locator("#read")).to_contain_text("500 contacts read", timeout=120_000)
    heading = phone.get_by_role("heading", name="Matter most now").inner_text()
    # All forty of the town, and of the others the few that one key in a thousand lets through.
    assert 40 <= int(heading.split()[-1]) <= 50
    phone.locator("a.friends-row").first.click()
    phone.get_by_role("button", name="No answer yet").click()
    screenshot(phone, "friends-matched")
    bodies = [body for url, body, _headers in sent if url.endswith("/hash/")]
    assert len(bodies) > 3
    assert {len(body) for body in bodies} == {256 * 32}
    points = [body[at : at + 32] for body in bodies for at in range(0, len(body), 32)]
    assert len(set(points)) == len(points)
    everything = b"\n".join(
        unquote_plus(url).lower().encode() + b" " + body + json.dumps(headers).lower().encode()
        for url, body, headers in sent
    )
    found = [one for one in forbidden(book) if one in everything]
    assert not found, f"{len(found)} details of contacts were sent: {found[:5]}"
    # The same people again give points that have nothing in common with the first ones.
    sent.clear()
    phone.goto("/friends/how/")
    phone.goto("/friends/")
    ready(phone)
    phone.get_by_label("Open a contacts file").set_input_files(file)
    expect(phone.locator("#read")).to_contain_text("contacts read", timeout=120_000)
    again = {
        body[at : at + 32]
        for url, body, _ in sent
        if url.endswith("/hash/")
        for at in range(0, len(body), 32)
    }
    assert again
    assert not again & set(points)


def test_the_device_and_the_server_know_people_by_the_same_keys(phone, town, signed_in_as):
    from groundswell.friends.rules.keys import by_name, in_a_place
    from groundswell.friends.rules.names import names_in
    from groundswell.friends.rules.oblivious import point_of

    shared = json.loads((Path(__file__).parent / "friends_names.json").read_text())
    signed_in_as(phone, town.supporter)
    phone.goto("/friends/")
    ready(phone)
    keys = phone.evaluate(
        """async (given) => {
          const [{ namesFrom }, { keysOf }, { pointOf }] = await Promise.all(
            ["names", "keys", "blind"].map((name) => import(`/static/friends/${name}.js`)));
          const { names, dialling } = JSON.parse(document.getElementById("page").textContent);
          const known = namesFrom(names);
          const contacts = given.map((name) => ({ name, postcodes: ["SS14 1AA"] }));
          const keys = contacts.map((contact) => keysOf(contact, known, dialling));
          const x = async (key) => [...(await pointOf(key)).slice(1, 33)];
          return { keys, points: await Promise.all(keys.flat().slice(0, 60).map(x)) };
        }""",
        list(shared),
    )
    mine = []
    for name, sounds in shared.items():
        ways = names_in(name)
        mine.append(list(dict.fromkeys([*in_a_place(ways, "SS14 1AA"), *by_name(ways)])))
        assert by_name(ways) == sounds, name
    assert keys["keys"] == mine
    flat = [key for some in mine for key in some][:60]
    assert [bytes(one) for one in keys["points"]] == [
        point_of(key).public_numbers().x.to_bytes(32) for key in flat
    ]


_OLD_CARD = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\n"
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jones-Pr=C3=\r\n=AAs;Si=C3=A2n;;;\r\n"
    "TEL;CELL:07700 900001\r\nEMAIL;INTERNET:Sian@Example.org\r\nEND:VCARD\r\n"
)
_NEW_CARD = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann \\, Smith\r\nN:Smith;Ann;;;\r\n"
    'item1.TEL;VALUE=uri;TYPE="cell,home":tel:+44-7700-900-002\r\n'
    "item2.EMAIL:ann.with.a.very.long.name\r\n @example.org\r\n"
    "ADR;TYPE=home:;;1 High St\\; Flat 2;Basildon;;SS14 1AA;UK\r\nEND:VCARD\r\n"
)
_GOOGLE = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Labels,E-mail 1 - Label,"
    "E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Formatted\r\n"
    'Bob,,"O\'Neill",,* myContacts,* Home,bob@example.org,Mobile,07700 900003 ::: 01632 960003,'
    '"2 High St\r\nBasildon SS14 1AB"\r\n'
)
_OUTLOOK = (
    "Title;First Name;Last Name;E-mail Address;E-mail Type;Mobile Phone;Home Postal Code\r\n"
    "Mr;Zoë;Größer;zoe@example.org;SMTP;07700 900004;SS14 1AD\r\n"
)


def test_contacts_are_read_from_the_files_that_telephones_and_programs_write(
    phone, town, signed_in_as
):
    signed_in_as(phone, town.supporter)
    phone.goto("/friends/")
    ready(phone)
    read = phone.evaluate(
        """async (texts) => {
          const { inFile } = await import("/static/friends/sources.js");
          const bytes = ([text, how]) => how === "latin1"
            ? Uint8Array.from(text, (sign) => sign.charCodeAt(0)) : new TextEncoder().encode(text);
          return (await Promise.all(texts.map((one) => inFile(new Blob([bytes(one)]))))).flat();
        }""",
        [[_OLD_CARD + _NEW_CARD, ""], ["\ufeff" + _GOOGLE, ""], [_OUTLOOK, "latin1"], ["a,b", ""]],
    )
    told = [
        (one["forename"], one["surname"], one["phones"], one["emails"], one["postcodes"])
        for one in read
    ]
    assert told == [
        ("Siân", "Jones-Prês", ["07700 900001"], ["Sian@Example.org"], []),
        (
            "Ann",
            "Smith",
            ["+44-7700-900-002"],
            ["ann.with.a.very.long.name@example.org"],
            ["SS14 1AA"],
        ),
        ("Bob", "O'Neill", ["07700 900003", "01632 960003"], ["bob@example.org"], ["SS14 1AB"]),
        ("Zoë", "Größer", ["07700 900004"], ["zoe@example.org"], ["SS14 1AD"]),
    ]
