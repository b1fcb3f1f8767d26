"""How our telephone numbers stand with the Telephone Preference Service."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from groundswell.common import clock
from groundswell.members.models import Member
from groundswell.register.models import ContactDetail, TpsScreening
from groundswell.register.queries.reach import reach_of
from groundswell.register.queries.seats import all_seats
from groundswell.register.rules.tps import holds_until

State = TpsScreening.State


@dataclass(frozen=True)
class Standing:
    """Numbers in use by what lets them be called, or does not, today.

    ``free``: screened, and not on the list; ``consented``: their owner's own consent is on record.
    """

    numbers: int
    free: int
    consented: int
    listed: int
    unscreened: int

    @property
    def callable_today(self) -> int:
        """Numbers that may be called today, wishes and rests of their owners apart."""
        return self.free + self.consented


@dataclass(frozen=True)
class LastScreening:
    """The last list, the last day on which it holds, and how many days after today that is."""

    screening: TpsScreening
    holds_until: date
    days_left: int


def last_screening() -> TpsScreening | None:
    """The newest list that our numbers were screened against."""
    return TpsScreening.objects.filter(state=State.DONE).order_by("-listed_on", "-pk").first()


def screening_in_force() -> LastScreening | None:
    """The last screening and how long it holds; None where there was none."""
    last = last_screening()
    if last is None:
        return None
    until = holds_until(last.listed_on, settings.ENVIRONMENT.screening_days)
    return LastScreening(last, until, (until - clock.today()).days)


def screenings() -> QuerySet[TpsScreening]:
    """Every list that was loaded, the latest first; it holds nothing about anybody."""
    return TpsScreening.objects.select_related("loaded_by").order_by("-loaded_at", "-pk")


def numbers_standing(member: Member) -> Standing:
    """How the numbers in use stand today in the constituencies of the member's areas."""
    since = holds_until(clock.today(), -settings.ENVIRONMENT.screening_days)
    fresh = Q(consented=False, screened_on__gte=since)
    counted = ContactDetail.objects.filter(
        constituency_id__in=reach_of(member).seats,
        kind=ContactDetail.Kind.PHONE,
        retired_at=None,
    ).aggregate(
        in_all=Count("pk"),
        may=Count("pk", filter=fresh & Q(tps_listed=False)),
        agreed=Count("pk", filter=Q(consented=True)),
        on_list=Count("pk", filter=Q(consented=False, tps_listed=True)),
    )
    unscreened = counted["in_all"] - counted["may"] - counted["agreed"] - counted["on_list"]
    return Standing(
        numbers=counted["in_all"],
        free=counted["may"],
        consented=counted["agreed"],
        listed=counted["on_list"],
        unscreened=unscreened,
    )


def seats_with_details() -> list[int]:
    """Constituencies in which we hold any number or address."""
    return [
        seat for seat in all_seats() if ContactDetail.objects.filter(constituency_id=seat).exists()
    ]
