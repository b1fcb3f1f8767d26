"""Matching a supporter's contacts on a phone, in a generated town with known truth.

    python bench/friends_matching.py [--electors 70000] [--share 1.0] [--no-browser]

A filter is made of the town as the worker makes it. An address book has 500 contacts: 400 electors
and 100 people from elsewhere with names drawn alike; a quarter are written otherwise than the
register has them (nickname, sound, letters swapped, order, initial …), and no card has an address.
The page's own script then matches them in Chromium, at full speed and slowed four times, against a
server on this machine. Beside it: exact keys (numbers, addresses for e-mail, and names to the
letter), which is what private set intersection would find with the same cards.

Whose contact is found is told by how: "now" (number or address), "near" (a name alone, for which
the supporter is asked whether they live here; here they answer as is true).
"""

import argparse
import hmac
import json
import os
import random
import sys
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

CONTACTS, LOCALS, VARIED = 500, 400, 0.25
BATCH = 256
# How often a card of somebody holds what the campaign may know too.
HAS_LANDLINE, HAS_EMAIL = 0.3, 0.4
SCRIPTS = ROOT / "src" / "groundswell" / "friends" / "static" / "friends"


@dataclass
class Card:
    """A contact as its owner typed it, and the elector it is of (None: from elsewhere)."""

    name: str
    phones: list[str]
    emails: list[str]
    elector: int | None
    way: str = ""


@dataclass
class Told:
    """The town as the register and the campaign have it."""

    names: dict[int, tuple[str, str]] = field(default_factory=dict)
    postcodes: dict[int, str] = field(default_factory=dict)
    phones: dict[int, list[str]] = field(default_factory=dict)
    emails: dict[int, list[str]] = field(default_factory=dict)


def generated(electors: int, seed: int) -> Told:
    """Everybody on the register of a generated town, and the details a campaign would have."""
    from groundswell.common.phone import to_e164
    from groundswell.register.town.contacts import contact_details
    from groundswell.register.town.town import make_town

    town = make_town(electors, seed, date(2026, 12, 1))
    told = Told()
    for one in town.electors():
        if one.kind == "ordinary" and one.home:
            told.names[one.person_id] = (one.person.forename, one.person.surname)
            told.postcodes[one.person_id] = one.home.postcode
    for details in contact_details(town):
        who = details.elector.person_id
        numbers = [to_e164(number) for number in (details.mobile, details.landline) if number]
        if numbers:
            told.phones[who] = numbers
        if details.email:
            told.emails[who] = [details.email]
    return told


def address_book(told: Told, chance: random.Random) -> list[Card]:
    """Five hundred cards in no order."""
    from groundswell.register.town.names import community, name_book

    names = name_book()
    cards = []
    for place in range(CONTACTS):
        own_number = f"+4477{place:08d}"
        if place < LOCALS:
            who = chance.choice(list(told.names))
            forename, surname = told.names[who]
            known = told.phones.get(who, [])
            phones = [number for number in known if number.startswith("+447")] or [own_number]
            phones += [
                number
                for number in known
                if not number.startswith("+447") and chance.random() < HAS_LANDLINE
            ]
            emails = told.emails.get(who, []) if chance.random() < HAS_EMAIL else []
        else:
            who, phones, emails = None, [own_number], []
            where = community(chance)
            born = chance.randint(1940, 2007)
            forename = names.forename(chance, chance.choice("FM"), born, where)
            surname = names.surname(chance, where)
        card = Card(f"{forename} {surname}", phones, list(emails), who)
        if chance.random() < VARIED:
            card.way, card.name = varied(forename, surname, chance)
        cards.append(card)
    chance.shuffle(cards)
    return cards


def varied(forename: str, surname: str, chance: random.Random) -> tuple[str, str]:
    """The name as somebody may have typed it, and in which way."""
    ways: list[tuple[int, str, Any]] = [
        (6, "nickname", lambda: f"{nickname(forename, chance)} {surname}"),
        (4, "sound", lambda: f"{forename} {sounds_alike(surname)}"),
        (3, "letter doubled or single", lambda: f"{forename} {doubled(surname, chance)}"),
        (3, "letters swapped", lambda: f"{forename} {swapped(surname, chance)}"),
        (2, "order", lambda: f"{surname}, {forename}"),
        (2, "marks", lambda: f"Dr {forename} {surname} (work) \U0001f3e0"),
        (2, "accents", lambda: plain(f"{forename} {surname}")),
        (2, "initial", lambda: f"{forename[0]} {surname}"),
        (2, "forename alone", lambda: forename),
        (1, "other surname", lambda: f"{forename} Zzyzx"),
    ]
    lots = [weight for weight, _name, _how in ways]
    _weight, name, how = chance.choices(ways, lots)[0]
    return name, how()


def nickname(forename: str, chance: random.Random) -> str:
    from groundswell.friends.rules.names import fold, table

    for group in table()["nicknames"]:
        full, *short = group.split()
        if full == fold(forename) and short:
            return chance.choice(short).title()
    return forename[: max(3, len(forename) // 2)]


def sounds_alike(surname: str) -> str:
    pairs = (("ph", "f"), ("ck", "k"), ("y", "ie"), ("ie", "y"), ("th", "t"), ("mp", "m"))
    pairs += (("ks", "x"), ("er", "ar"), ("i", "y"), ("s", "z"), ("e", ""), ("a", "e"), ("o", "u"))
    lower = surname.lower()
    for one, other in pairs:
        if one in lower[1:]:
            return (lower[0] + lower[1:].replace(one, other, 1)).title()
    return surname + "e"


def doubled(surname: str, chance: random.Random) -> str:
    for place in range(1, len(surname)):
        if surname[place] == surname[place - 1]:
            return surname[:place] + surname[place + 1 :]
    place = chance.randrange(1, len(surname)) if len(surname) > 1 else 0
    return surname[:place] + surname[place] + surname[place:]


def swapped(surname: str, chance: random.Random) -> str:
    if len(surname) < 3:
        return surname
    place = chance.randrange(1, len(surname) - 1)
    return surname[:place] + surname[place + 1] + surname[place] + surname[place + 2 :]


def plain(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def keys_in_filter(told: Told, chosen: Iterable[int]) -> list[str]:
    """The keys of those chosen, as the worker has them."""
    from groundswell.friends.queries.people import Listed, Residents

    listed = tuple(
        Listed(who, forename, surname, "", told.postcodes[who])
        for who, (forename, surname) in told.names.items()
    )
    residents = Residents(listed, frozenset(told.names), told.phones, told.emails)
    return sorted(set(residents.keys(set(chosen))))


def exact(told: Told, chosen: set[int], cards: list[Card]) -> list[bool]:
    """Which cards exact keys would find."""
    keys = {
        key
        for who in chosen
        for key in (
            *told.phones.get(who, ()),
            *(one.lower() for one in told.emails.get(who, ())),
            " ".join(told.names[who]).lower(),
        )
    }
    return [
        bool(keys.intersection((*card.phones, *map(str.lower, card.emails), card.name.lower())))
        for card in cards
    ]


def figures(name: str, found: list[bool], cards: list[Card], chosen: set[int]) -> None:
    true = [card.elector in chosen for card in cards]
    both = sum(1 for one, other in zip(found, true, strict=True) if one and other)
    precision = both / max(1, sum(found))
    print(f"  {name:<44} precision {precision:6.1%}  recall {both / sum(true):6.1%}")


def judge(means: list[str], cards: list[Card], chosen: set[int], told: Told) -> None:
    print(f"{len(cards)} contacts, {sum(card.elector in chosen for card in cards)} of the universe")
    figures("exact keys (as private set intersection)", exact(told, chosen, cards), cards, chosen)
    figures("number or e-mail (“now”)", [one == "now" for one in means], cards, chosen)
    figures("and names alone, before asking", [one != "" for one in means], cards, chosen)
    asked = [
        one == "now" or (one == "near" and card.elector is not None)
        for one, card in zip(means, cards, strict=True)
    ]
    figures("and names alone, “lives round here” answered", asked, cards, chosen)
    ways = sorted({card.way for card in cards})
    for way in ways:
        some = [
            mean != ""
            for mean, card in zip(means, cards, strict=True)
            if card.way == way and card.elector in chosen
        ]
        if some:
            print(f"    {way or 'as on the register':<28} {sum(some):>4} of {len(some)} found")


class Site(BaseHTTPRequestHandler):
    """The page's scripts, the filter, and blind hashes."""

    sieve = key = b""
    sent = received = 0

    def do_GET(self) -> None:
        if self.path == "/":
            self._answer(b"<!doctype html><title>bench</title>", "text/html")
        elif self.path == "/matching/":
            told = {"batch": BATCH, "sieves": [{"url": "/sieve/", "hash": "/hash/"}]}
            self._answer(json.dumps(told).encode(), "application/json")
        elif self.path == "/sieve/":
            self._answer(Site.sieve, "application/octet-stream")
        else:
            script = SCRIPTS / Path(self.path).name
            self._answer(script.read_bytes() if script.exists() else b"", "text/javascript")

    def do_POST(self) -> None:
        from groundswell.friends.rules.oblivious import evaluated

        body = self.rfile.read(int(self.headers["Content-Length"]))
        Site.sent += len(body)
        self._answer(evaluated(Site.key, body), "application/octet-stream")

    def _answer(self, body: bytes, kind: str) -> None:
        Site.received += len(body) if kind == "application/octet-stream" else 0
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_anything: object) -> None:
        """Silent."""


_MATCH = """async ({ contacts, table, url }) => {
  const [{ match }, { namesFrom }] = await Promise.all(
    [import("/matching.js"), import("/names.js")]);
  const begun = performance.now();
  const found = await match(contacts, {
    names: namesFrom(table), dialling: { code: "44", trunk: "0" }, url, token: "" });
  return { found, seconds: (performance.now() - begun) / 1000 };
}"""


def in_a_browser(cards: list[Card], slower: int) -> tuple[list[str], float]:
    """What the page's script finds, and how long it took."""
    from playwright.sync_api import sync_playwright

    from groundswell.friends.rules.names import table
    from tests.machine import chromium

    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    contacts = [{"name": one.name, "phones": one.phones, "emails": one.emails} for one in cards]
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=str(chromium()), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{site.server_port}/")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        given = {"contacts": contacts, "table": table(), "url": "/matching/"}
        answer = page.evaluate(_MATCH, given)
        browser.close()
    site.shutdown()
    return answer["found"], answer["seconds"]


def by_reckoning(cards: list[Card], keys: list[str]) -> list[str]:
    """The same without a browser, with an ordinary keyed hash in place of the blind one."""
    from groundswell.friends.rules import sieve
    from groundswell.friends.rules.keys import by_name
    from groundswell.friends.rules.names import names_in

    def hashed(key: str) -> bytes:
        return hmac.new(b"bench", key.encode(), "sha256").digest()

    width, numbers = sieve.unpacked(sieve.packed(map(hashed, keys)))

    def there(key: str) -> bool:
        return sieve.short(hashed(key)) >> (32 - width) in numbers

    means = []
    for card in cards:
        sure = [f"p:{one}" for one in card.phones] + [f"e:{one.lower()}" for one in card.emails]
        near = by_name(names_in(card.name))
        means.append("now" if any(map(there, sure)) else "near" if any(map(there, near)) else "")
    return means


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--electors", type=int, default=70_000)
    asked.add_argument("--share", type=float, default=1.0, help="of the town in the universe")
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--no-browser", action="store_true")
    given = asked.parse_args()
    chance = random.Random(given.seed)
    told = generated(given.electors, given.seed)
    chosen = {who for who in told.names if chance.random() < given.share}
    decoys = chance.sample(
        sorted(set(told.names) - chosen), min(len(chosen) // 5, len(told.names) - len(chosen))
    )
    cards = address_book(told, chance)
    keys = keys_in_filter(told, chosen.union(decoys))
    print(f"{len(told.names):,} electors, {len(chosen):,} in the universe, {len(decoys):,} decoys")
    print(f"{len(keys):,} keys, {sum(key.startswith('n:') for key in keys):,} of them names alone")
    if given.no_browser:
        judge(by_reckoning(cards, keys), cards, chosen, told)
        return
    measured(keys, cards, chosen, told)


def measured(keys: list[str], cards: list[Card], chosen: set[int], told: Told) -> None:
    """Make the filter for real, and match in a browser."""
    from groundswell.friends.rules import oblivious, sieve

    Site.key = oblivious.new_key()
    begun = perf_counter()
    Site.sieve = sieve.packed(oblivious.hashed(Site.key, keys))
    took = perf_counter() - begun
    print(
        f"filter: {len(Site.sieve) / 1e6:.2f} MB, made in {took:.0f} s,"
        f" {took / len(keys) * 1e6:.0f} µs a key"
    )
    for slower in (1, 4):
        Site.sent = Site.received = 0
        means, seconds = in_a_browser(cards, slower)
        print(
            f"on a processor {slower}× slowed: {seconds:.1f} s; sent {Site.sent / 1e3:.0f} kB,"
            f" received {Site.received / 1e3:.0f} kB"
        )
    judge(means, cards, chosen, told)


if __name__ == "__main__":
    with TemporaryDirectory(prefix="groundswell-bench-") as home:
        os.environ["GROUNDSWELL_HOME"] = home
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groundswell.config.settings")
        import django

        django.setup()
        main()
