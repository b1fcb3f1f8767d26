"""Links passed on over three generations and more, and supporters' pages, as commands make them."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count

from groundswell.common import clock
from groundswell.members.commands import open_account
from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.profiles.commands import change_page
from groundswell.sharing.commands import count_visit, note_came_through, share
from groundswell.sharing.models import ShareLink

DAYS = 6
GENERATIONS = 4
# A few bring many, most nobody: how many somebody brings in, as likely as written here.
BROUGHT = {0: 58, 1: 18, 2: 11, 3: 7, 5: 4, 9: 2}
VISITS_FOR_EACH = 6
FORENAMES = [
    "Aled",
    "Bea",
    "Cai",
    "Dot",
    "Eli",
    "Fflur",
    "Gus",
    "Hana",
    "Ivo",
    "Jo",
    "Kai",
    "Lowri",
    "Mo",
    "Nell",
    "Owen",
    "Pia",
    "Rhys",
    "Tess",
]
SURNAMES = [
    "Adair",
    "Bevan",
    "Cotter",
    "Drew",
    "Evans",
    "Frayn",
    "Gough",
    "Howe",
    "Irvine",
    "Jarvis",
    "Keane",
    "Lowe",
    "Moss",
]


def pass_on(*, phone_bank: Effort, first: list[Member], seed: int) -> int:
    """Have the first ones share the open phone bank, and those they reach share it on."""
    dice = random.Random(seed)
    start = clock.now() - timedelta(days=DAYS)
    names = count()
    brought = 0
    sharing = [(member, start) for member in first]
    for _generation in range(GENERATIONS):
        reached: list[tuple[Member, datetime]] = []
        for sharer, since in sharing:
            number = 4 if sharer in first else dice.choices(*zip(*BROUGHT.items(), strict=True))[0]
            reached += _bring(dice, phone_bank, sharer, since, number, names)
        brought += len(reached)
        sharing = reached
    return brought


def write_pages(*, people: list[Member]) -> None:
    """Two supporters tell why they are in it; one of them everybody."""
    words = (
        ("public", "My bus stopped coming. I ring people so that it comes back."),
        ("private", "I have not decided yet what to say."),
    )
    for member, (visibility, why) in zip(people, words, strict=False):
        change_page(by=member, visibility=visibility, why=why, words="I sing, and I bake.")


def _bring(
    dice: random.Random,
    phone_bank: Effort,
    sharer: Member,
    since: datetime,
    number: int,
    names: Iterator[int],
) -> list[tuple[Member, datetime]]:
    if not number:
        return []
    with clock.set_to(since):
        link = share(by=sharer, kind="phone_bank", id=phone_bank.pk)
    reached = []
    for _one in range(number):
        moment = since + timedelta(days=min(dice.expovariate(0.9), 5))
        if moment > clock.now():
            continue
        with clock.set_to(moment):
            _look_at(link, dice.randint(1, 2 * VISITS_FOR_EACH))
            newcomer = _newcomer(next(names), phone_bank)
            note_came_through(
                member=newcomer,
                via=link.code,
                action="joined",
                subject=("phone_bank", phone_bank.pk),
            )
        reached.append((newcomer, moment + timedelta(hours=dice.randint(1, 20))))
    return reached


def _look_at(link: ShareLink, times: int) -> None:
    for _time in range(times):
        count_visit(link=link)


def _newcomer(number: int, phone_bank: Effort) -> Member:
    forename = FORENAMES[number % len(FORENAMES)]
    surname = SURNAMES[number // len(FORENAMES) % len(SURNAMES)]
    return open_account(
        by=None,
        email=f"{forename}.{surname}.{number}@example.org".lower(),
        name=f"{forename} {surname}",
        branch=phone_bank.area,
    )
