"""A round of sixty doors in bad weather: nothing that a screen called saved is lost or doubled."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from groundswell.common import clock
from groundswell.contact.models import Attempt
from groundswell.members.models import Member
from groundswell.offline_app.models import Received
from groundswell.register.models import Elector, Household
from tests.browsers import PHONE
from tests.doorstep_round import RoundOut, round_out
from tests.relay import Relay
from tests.server import Server
from tests.telephones import (
    DAY,
    Telephone,
    after_taps,
    at_rest,
    hear_taps,
    prepare,
    tap_away,
)
from tests.town import Town

SEEDS = range(10)
DOORS = 60
PATIENCE = 60_000


@pytest.fixture
def out(town: Town) -> RoundOut:
    """One round in the hands of two: Bob has it, Alice joined him."""
    out = round_out(town, doors=DOORS)
    out.share_with(town.organiser)
    return out


@pytest.fixture
def killable(
    playwright: Playwright, network: Relay, tmp_path: Path
) -> Iterator[Callable[[int], Telephone]]:
    """Makes a telephone whose clock is so many seconds ahead; killed in the end."""
    made: list[Telephone] = []

    def make(seconds_ahead: int) -> Telephone:
        made.append(Telephone(playwright, tmp_path / str(len(made)), seconds_ahead))
        return made[-1]

    yield make
    for telephone in made:
        telephone.kill()


class Storm:
    """Two telephones on one round, and what happens to them."""

    def __init__(self, seed: int, out: RoundOut, network: Relay, site: Server) -> None:
        self.chance = random.Random(seed)
        self.path = f"/app/#/round/{out.code}"
        self.network, self.site = network, site

    def open(self, page: Page) -> None:
        """Show the round; from now on it needs no signal."""
        page.goto(self.network.address + self.path)
        page.locator("#nobody, #next").or_(page.get_by_text("the last door")).first.wait_for(
            timeout=PATIENCE
        )
        page.locator("html[data-offline=ready]").wait_for(timeout=PATIENCE)

    def blow(self, page: Page) -> None:
        """Cut the network, bring it back, lose answers, at moments that the seed says."""
        self.network.cut()
        self.pause(page)
        self.network.restore()
        with self.network.losing_answers():
            self.pause(page)

    def pause(self, page: Page, longest: int = 600) -> None:
        """Let things happen meanwhile."""
        page.wait_for_timeout(self.chance.randint(50, longest))

    def calm(self, pages: Sequence[Page]) -> None:
        """Both walk to the end, send what waits, and hear of each other."""
        for page in pages:
            at_rest(page, PATIENCE)
            page.evaluate("dispatchEvent(new Event('online'))")
            expect(page.locator("#saved")).to_have_text("All sent", timeout=PATIENCE)
        for page in pages:
            page.evaluate("dispatchEvent(new Event('online'))")
            expect(page.locator("#progress")).to_have_text(f"{DOORS} of {DOORS}", timeout=PATIENCE)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_result_arrives_exactly_once(
    seed: int,
    town: Town,
    out: RoundOut,
    network: Relay,
    site: Server,
    browser: Browser,
    killable: Callable[[int], Telephone],
    signed_in_as: Callable[[Page, Member], None],
) -> None:
    storm = Storm(seed, out, network, site)
    bobs = killable(storm.chance.choice([-DAY, DAY]))
    alices = browser.new_context(base_url=network.address, **PHONE).new_page()
    alice_saved: list[tuple[str, str, str]] = []
    prepare(alices, 0)
    hear_taps(alices, alice_saved)
    for page, member in ((bobs.start(), town.caller), (alices, town.organiser)):
        signed_in_as(page, member)
        storm.open(page)
    for page in (bobs.page, alices):
        tap_away(page, storm.chance, 8)
    storm.blow(alices)
    for page in (bobs.page, alices):
        at_rest(page, PATIENCE)
        tap_away(page, storm.chance, 8)

    after_taps(bobs.page, storm.chance.randint(0, 5))
    in_a_tunnel = storm.chance.random() < 0.5
    if in_a_tunnel:
        network.cut()
    site.kill()
    bobs.kill()
    signed_in_as(bobs.start(), town.caller)
    if not in_a_tunnel:
        site.start()
    storm.open(bobs.page)
    at_rest(alices, PATIENCE)
    for page in (bobs.page, alices):
        tap_away(page, storm.chance)
    if in_a_tunnel:
        site.start()
        network.restore()
    storm.blow(alices)

    storm.calm([bobs.page, alices])
    alices.context.close()
    assert_once(town.caller, bobs.saved, unseen=1)
    assert_once(town.organiser, alice_saved, unseen=0)
    assert_counted(town, out)


def assert_once(member: Member, saved: list[tuple[str, str, str]], *, unseen: int) -> None:
    """What the screen called saved is what the server has; a killed one may have saved one more."""
    people = {one.pk: f"{one.forename} {one.surname}" for one in Elector.objects.all()}
    homes = {home.pk: home.address for home in Household.objects.all()}
    arrived = Counter(
        (
            homes[row.household_id or 0],
            people.get(row.elector_id or 0, ""),
            row.payload["outcome"],
        )
        for row in Received.objects.filter(member=member, kind="door")
    )
    lost, more = Counter(saved) - arrived, arrived - Counter(saved)
    assert not lost
    # A tap on "Others not in" keeps a record for each of the others.
    assert sum(more.values()) <= unseen * 3
    now = clock.now()
    for row in Received.objects.filter(member=member):
        assert row.state == Received.State.STORED, row.sentence
        assert abs(now - row.made_at) < timedelta(minutes=15)


def assert_counted(town: Town, out: RoundOut) -> None:
    """Each record is in the totals for everybody it is about, once."""
    asked = {door.household_id: len(door.electors) for door in out.doors()}
    doors = Received.objects.filter(kind="door")
    undone = [row.of for row in Received.objects.filter(kind="undo") if row.of]
    about = [1 if row.elector_id else asked[row.household_id or 0] for row in doors]
    stored = Attempt.objects.filter(constituency=town.marshfield, channel="door")
    assert stored.filter(voids__isnull=True).count() == sum(about)
    assert doors.filter(id_on_device__in=undone).count() == len(set(undone))
    assert set(asked) == set(doors.values_list("household_id", flat=True))
