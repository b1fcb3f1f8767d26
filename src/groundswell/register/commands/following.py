"""What follows in the register from a person's wishes, which privacy keeps."""

from datetime import timedelta
from itertools import islice

from django.db import transaction
from django.db.models import QuerySet

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.privacy.announcements import ConsentChanged, ContactStopped, Suppressed
from groundswell.privacy.models import Channel, Suppression
from groundswell.privacy.queries import suppressed_among
from groundswell.privacy.queries.consents import kinds_suppressed_since, people_ever_consenting
from groundswell.register.after_apply import tell_details_changed
from groundswell.register.commands.consenting import follow_consent, refresh_consented
from groundswell.register.models import ContactDetail
from groundswell.register.queries.people import electors_of_people
from groundswell.register.queries.seats import all_seats
from groundswell.register.rules.retiring import Because

_KINDS = {
    Suppression.Kind.PHONE: (ContactDetail.Kind.PHONE, Channel.PHONE),
    Suppression.Kind.EMAIL: (ContactDetail.Kind.EMAIL, Channel.EMAIL),
}
# How far back a turn of the worker looks for wishes that a killed process left half done.
_LOOK_BACK = timedelta(days=2)
_AT_ONCE = 5_000


def follow_wish(told: ConsentChanged | ContactStopped) -> None:
    """Take over that a consent to calls was given, was withdrawn, or ended with a stop."""
    if told.channel in {"", Channel.PHONE}:
        follow_consent(told.person)


def follow_suppression(told: Suppressed) -> None:
    """Use a number or address no more, whoever has it: its owner wants to be left alone."""
    if told.kind not in _KINDS:
        return
    kind, channel = _KINDS[Suppression.Kind(told.kind)]
    if told.channel in {"", channel}:
        for seat in all_seats():
            _retire(_in_use(seat, kind).filter(value=told.value), seat)


def follow_all_wishes() -> None:
    """Bring every number to what privacy has: heals what a killed process left undone."""
    _follow_all_consents()
    for kind in kinds_suppressed_since(clock.now() - _LOOK_BACK) & set(_KINDS):
        _follow_list(Suppression.Kind(kind))


def _follow_all_consents() -> None:
    people = people_ever_consenting(Channel.PHONE)
    for start in range(0, len(people), _AT_ONCE):
        for seat, ids in electors_of_people(people[start : start + _AT_ONCE]).items():
            with transaction.atomic():
                changed = refresh_consented(seat, ids)
                if changed:
                    tell_details_changed(seat, changed)


def _follow_list(suppressed: Suppression.Kind) -> None:
    kind, channel = _KINDS[suppressed]
    for seat in all_seats():
        held = _in_use(seat, kind).values_list("value", flat=True).distinct().iterator()
        while values := set(islice(held, _AT_ONCE)):
            found = suppressed_among(suppressed, values, channel)
            if found:
                _retire(_in_use(seat, kind).filter(value__in=found), seat)


def _in_use(seat: int, kind: str) -> QuerySet[ContactDetail]:
    return ContactDetail.objects.filter(constituency_id=seat, kind=kind, retired_at=None)


def _retire(details: QuerySet[ContactDetail], seat: int) -> None:
    with transaction.atomic():
        electors = set(details.values_list("elector_id", flat=True))
        if not electors:
            return
        count = details.update(retired_at=clock.now(), retired_because=Because.SUPPRESSED)
        tell_details_changed(seat, electors)
        write_audit_line(
            by=None,
            action="register.follow_suppression",
            subject=f"constituency:{seat}",
            details={"retired": count},
        )
