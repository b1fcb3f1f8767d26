"""Mail to members in the demonstration: one mailing sent in two wordings, and a draft."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from groundswell.common import clock
from groundswell.config.demo.cast import Cast
from groundswell.mailings.commands import Draft, care_about, choose, draw_up_mailing, set_house
from groundswell.mailings.commands.trials import count_click
from groundswell.mailings.models import Choice, House, Interest, Link, Mailing, Recipient, Variant
from groundswell.mailings.queries.links import Followed, number_for_a_copy
from groundswell.mailings.registry import MAILING
from groundswell.mailings.rules.segments import Chosen
from groundswell.mailings.wording import consent_wording
from groundswell.members.models import Member
from groundswell.places.models import Area

INTERESTS = ("Buses", "Housing", "The town centre")
PEOPLE = 240
_STREET = "https://example.org/saturday"
_PLAIN = f"""Dear {{name}},

we are out **this Saturday at ten**, and two hours of yours would help.

[I will be there]({_STREET})

- Somebody shows you how
- Tea afterwards
"""
_COUNTED = f"""Dear {{name}},

42 doors in Pitsea have not seen any of us since May. We knock on them **this Saturday at ten**.

[I take ten of them]({_STREET})
"""
_WORDINGS = [
    ("Saturday in Pitsea, {name}?", _PLAIN),
    ("42 doors nobody has knocked on", _COUNTED),
]


def write(*, people: Cast, area: Area, branches: list[Area]) -> None:
    """Readers who agreed, what they care about, a mailing of three days ago, a draft."""
    here = House()
    set_house(
        by=people.headquarters,
        cap_a_week=here.cap_a_week,
        quiet_from=here.quiet_from,
        quiet_to=here.quiet_to,
        interests=INTERESTS,
    )
    for member in people.callers:
        _agree(member)
    care_about(by=people.callers[0], interests=[Interest.objects.get(name=INTERESTS[0]).pk])
    with clock.set_to(clock.now() - timedelta(days=3)):
        _a_mailing_sent(people.organiser, area, _readers(branches))
    draw_up_mailing(
        by=people.organiser,
        draft=Draft(
            name="Thanks, and the next phone bank",
            area=area,
            wordings=[("Thank you, {name}", "Dear {name},\n\nthank you for **Saturday**.\n")],
            chosen=Chosen(standings=[Member.Standing.MEMBER]),
            reply_to=people.organiser.email,
        ),
    )


def _agree(member: Member) -> None:
    EmailAddress.objects.filter(user=member).update(verified=True)
    choose(
        by=member,
        member=member,
        kind=MAILING,
        wanted=True,
        how="My mail, in the account",
        wording=consent_wording(),
    )


def _readers(branches: list[Area]) -> list[Member]:
    """People who read and nothing else: made in bulk, as nobody signs in as them."""
    now = clock.now()
    nobody_signs_in = make_password(None)
    readers = Member.objects.bulk_create(
        Member(
            email=f"reader.{number}@example.org",
            name=f"Reader {number}",
            password=nobody_signs_in,
            standing=Member.Standing.MEMBER,
            branch=branches[number % len(branches)],
            joined_at=now,
        )
        for number in range(PEOPLE)
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(user=reader, email=reader.email, verified=True, primary=True)
        for reader in readers
    )
    Choice.objects.bulk_create(
        Choice(member=reader, kind=MAILING, wanted=True, changed_at=now) for reader in readers
    )
    return readers


def _a_mailing_sent(organiser: Member, area: Area, readers: list[Member]) -> None:
    """As it stands after the trial: B was followed more, and went to the rest."""
    mailing = draw_up_mailing(
        by=organiser,
        draft=Draft("Saturday in Pitsea", area, _WORDINGS, Chosen(), reply_to=organiser.email),
    )
    now = clock.now()
    trial = PEOPLE // 2
    Recipient.objects.bulk_create(
        Recipient(
            mailing=mailing,
            member=member,
            letter="AB"[number % 2] if number < trial else "B",
            lot=number / PEOPLE,
            in_trial=number < trial,
            state=Recipient.State.SENT,
            sent_at=now,
        )
        for number, member in enumerate(readers)
    )
    for variant, clicks in zip(mailing.variants.all(), (8, 88), strict=True):
        _follow(variant, clicks)
    Mailing.objects.filter(pk=mailing.pk).update(
        state=Mailing.State.SENT,
        better="B",
        decided_at=now,
        decided_on={"A": 8, "B": 31},
        gathered_at=now,
        ended_at=now,
    )


def _follow(variant: Variant, clicks: int) -> None:
    link = Link.objects.create(variant=variant, place=0, url=_STREET)
    for _click in range(clicks):
        count_click(followed=Followed(link, number_for_a_copy()))
