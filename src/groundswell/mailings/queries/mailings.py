"""Mailings as those who organise an area see them."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.mailings.models import Mailing, Recipient, Variant
from groundswell.mailings.queries.segments import house, members_chosen, over_the_cap
from groundswell.mailings.rules.always_valid import Verdict, verdict
from groundswell.mailings.rules.hours import goes_on_at, is_quiet
from groundswell.mailings.rules.segments import chosen_from
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths, in_areas

_GOING = (Mailing.State.WAITING, Mailing.State.SENDING, Mailing.State.PAUSED)


def mailings_for(member: Member) -> QuerySet[Mailing]:
    """The mailings of the areas that the member organises, the newest first."""
    mine = in_areas("area", covered_paths(member, Role.Kind.ORGANISER))
    return Mailing.objects.filter(mine).select_related("area", "written_by").order_by("-pk")


def mailing_for(member: Member, mailing_id: int) -> Mailing:
    """One of ``mailings_for``; else NotFound."""
    mailing = mailings_for(member).filter(pk=mailing_id).first()
    if mailing is None:
        raise NotFound
    return mailing


@dataclass(frozen=True)
class Reach:
    """How many a mailing would go to now, and how many have had their share of the week."""

    people: int
    left_out: int
    strangers: int


def reach_of(mailing: Mailing) -> Reach:
    """Whom it would go to if it were sent now; ``strangers`` are no members of the organisation."""
    members = members_chosen(mailing.area, chosen_from(mailing.chosen))
    left_out = over_the_cap(members).count()
    strangers = members.exclude(standing=Member.Standing.MEMBER).count()
    return Reach(members.count() - left_out, left_out, strangers)


@dataclass(frozen=True)
class Progress:
    """How many copies stand where."""

    waiting: int
    sent: int
    left_out: int
    unwanted: int
    refused: int
    unknown: int
    stopped: int
    came_back: int
    complaints: int

    @property
    def all(self) -> int:
        """Copies that were to go."""
        return self.waiting + self.sent + self.refused + self.unknown + self.stopped


def progress_of(mailing: Mailing) -> Progress:
    """Counted from the recipients' rows."""
    states = Recipient.State
    rows = mailing.recipients.values_list("state").annotate(Count("pk"))
    told = Counter(dict(rows))
    after = mailing.recipients.exclude(came_back="").values_list("came_back")
    reported = Counter(dict(after.annotate(Count("pk"))))
    return Progress(
        waiting=told[states.WAITING] + told[states.HELD],
        sent=told[states.SENT],
        left_out=told[states.LEFT_OUT],
        unwanted=told[states.UNWANTED],
        refused=told[states.REFUSED],
        unknown=told[states.UNKNOWN],
        stopped=told[states.STOPPED],
        came_back=reported["bounced"],
        complaints=reported["complained"],
    )


@dataclass(frozen=True)
class Compared:
    """One variant beside the other: copies sent, and those in which a link was followed."""

    variant: Variant
    sent: int

    @property
    def share(self) -> float:
        """Per cent of the copies sent."""
        return 100 * self.variant.clickers / self.sent if self.sent else 0.0


def compared(mailing: Mailing) -> list[Compared]:
    """The variants with their numbers."""
    sent = dict(
        mailing.recipients.filter(state=Recipient.State.SENT)
        .values_list("letter")
        .annotate(Count("pk"))
    )
    return [
        Compared(variant, sent.get(variant.letter, 0))
        for variant in mailing.variants.prefetch_related("links")
    ]


def verdict_on(mailing: Mailing) -> Verdict | None:
    """What can be said of two variants now; None where there is one only."""
    clicks = mailing.decided_on or {
        variant.letter: variant.clickers for variant in mailing.variants.all()
    }
    if set(clicks) != {"A", "B"}:
        return None
    return verdict(clicks["A"], clicks["B"])


def rests_until(mailing: Mailing) -> datetime | None:
    """When a mailing on its way goes on, where the quiet hours hold it up; else None."""
    here, now = house(), clock.local_now()
    if mailing.state != Mailing.State.SENDING:
        return None
    if not is_quiet(now, here.quiet_from, here.quiet_to):
        return None
    return goes_on_at(now, here.quiet_from, here.quiet_to)


def trial_ends_at(mailing: Mailing) -> datetime | None:
    """When those outside the trial get theirs though nothing was decided."""
    if mailing.gathered_at is None:
        return None
    return mailing.gathered_at + timedelta(hours=mailing.trial_hours)


def is_going(mailing: Mailing) -> bool:
    """Whether it can still be paused or stopped."""
    return mailing.state in _GOING
