"""Who comes and how full it is."""

from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet, Sum

from groundswell.common.errors import NotFound
from groundswell.events.models import Event, Shift, SignUp
from groundswell.members.models import Member

TAKES_A_SEAT = (SignUp.State.COMING, SignUp.State.CAME, SignUp.State.NO_SHOW)


@dataclass(frozen=True)
class ShiftFilling:
    """A shift, the seats taken (friends counted), and how many people stand in line."""

    shift: Shift
    taken: int
    waiting: int

    @property
    def left(self) -> int | None:
        """Seats that are still free; None where there is no limit."""
        return None if self.shift.capacity is None else max(0, self.shift.capacity - self.taken)

    @property
    def full(self) -> bool:
        """Whether whoever signs up now stands in line."""
        return self.waiting > 0 or self.left == 0


def filling_of(event: Event) -> list[ShiftFilling]:
    """Every shift of the event and how full it is, the earliest first."""
    shifts = (
        event.shifts.filter(ended_at=None)
        .annotate(
            people=Count("sign_ups", filter=Q(sign_ups__state__in=TAKES_A_SEAT)),
            friends=Sum("sign_ups__guests", filter=Q(sign_ups__state__in=TAKES_A_SEAT), default=0),
            in_line=Count("sign_ups", filter=Q(sign_ups__state=SignUp.State.WAITING)),
        )
        .order_by("starts_at", "pk")
    )
    return [ShiftFilling(one, one.people + one.friends, one.in_line) for one in shifts]


def seats_taken(shift: Shift) -> int:
    """Seats of a shift that are taken, friends counted."""
    told = shift.sign_ups.filter(state__in=TAKES_A_SEAT).aggregate(
        seats=Sum(F("guests") + 1, default=0)
    )
    return int(told["seats"])


def sign_ups_of(member: Member | None, event: Event) -> QuerySet[SignUp]:
    """The member's own places in the event, the earliest shift first."""
    if member is None:
        return SignUp.objects.none()
    mine = event.sign_ups.filter(member=member).exclude(state=SignUp.State.CANCELLED)
    return mine.select_related("shift", "role").order_by("shift__starts_at", "pk")


def sign_up_by_code(code: str) -> SignUp:
    """The place that the link or QR code in somebody's hands is for; NotFound for a wrong one.

    Whoever is barred or has left holds no place any more, whatever link they kept.
    """
    found = (
        SignUp.objects.select_related(
            "event__area", "event__host", "event__group", "shift", "member", "role"
        )
        .filter(code=code)
        .first()
    )
    if found is None or (found.member is not None and not found.member.is_active):
        raise NotFound
    return found


def place_in_line(sign_up: SignUp) -> int:
    """How many stand before them in the line for this shift, plus one."""
    before = sign_up.shift.sign_ups.filter(state=SignUp.State.WAITING, line__lt=sign_up.line)
    return before.count() + 1


def told_of_a_change(event: Event) -> int:
    """How many people are told when the event is moved or cancelled: who comes or waits, once."""
    there = event.sign_ups.filter(state__in=(SignUp.State.COMING, SignUp.State.WAITING))
    return there.exclude(member=None).values("member").distinct().count()


def people_of(event: Event) -> QuerySet[SignUp]:
    """Everybody who has signed up, for whoever runs the event (the view asks who that is)."""
    return event.sign_ups.select_related("member", "shift", "role", "lift").order_by(
        "shift__starts_at", "shift", "line"
    )
