"""People who asked to be left alone and whom a register lists anew: contact stops at once."""

from collections.abc import Iterator
from uuid import UUID

from groundswell.privacy.commands import stop_contact
from groundswell.privacy.models import Channel, Suppression
from groundswell.privacy.queries import suppressed_among
from groundswell.privacy.rules import name_and_address
from groundswell.register.applying.job import Job

_ROWS_AT_ONCE = 50_000
_HOW = "On the suppression list when the register was imported"


def stop_the_suppressed(job: Job) -> int:
    """Stop contact with every new person whom the suppression list knows; gives their number."""
    if not Suppression.objects.filter(lifted_at=None).exists():
        return 0
    found: set[tuple[UUID, str]] = set()
    channels = ["", *Channel.values]
    for values in _values(job):
        for kind, people in values.items():
            for channel in channels:
                known = suppressed_among(kind, people, channel)
                found |= {(UUID(one), channel) for value in known for one in people[value]}
    wholly = {person for person, channel in found if not channel}
    for person, channel in found:
        if not channel or person not in wholly:
            stop_contact(by=None, person=person, how=_HOW, channel=channel)
    return len({person for person, _ in found})


def _values(job: Job) -> Iterator[dict[str, dict[str, list[str]]]]:
    """What new people are known by, for each kind of entry in the list: value → people."""
    rows = job.work.execute(
        "SELECT w.person, e.forename || ' ' || e.surname, e.address, e.postcode, e.uprn"
        " FROM written w JOIN entries e USING (line) WHERE w.action IN ('new', 'update')"
    )
    while batch := rows.fetchmany(_ROWS_AT_ONCE):
        names: dict[str, list[str]] = {}
        uprns: dict[str, list[str]] = {}
        for person, name, address, postcode, uprn in batch:
            names.setdefault(name_and_address(name, address, postcode), []).append(person)
            if uprn:
                uprns.setdefault(uprn, []).append(person)
        yield {Suppression.Kind.NAME_AND_ADDRESS: names, Suppression.Kind.UPRN: uprns}
