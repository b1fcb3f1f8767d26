"""A whole batch taken along, where the organiser lets callers call without signal."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.outreach import rules
from groundswell.outreach.commands.showing import (
    Holding,
    note_shown,
    pass_over,
    refuse_run_out,
)
from groundswell.outreach.commands.taking_part import participation_for_update, refuse_unless_open
from groundswell.outreach.models import Effort
from groundswell.outreach.queries.people import ShownPerson, people_in_batch, person_to_call

ALONG = "along"


@dataclass(frozen=True)
class TakenAlong:
    """Whom to call, households together; ``homes`` numbers the household of each.

    Without people ``sentence`` says why, and is empty where nobody of the batch is left to call.
    """

    batch: UUID | None = None
    until: datetime | None = None
    people: tuple[ShownPerson, ...] = ()
    homes: tuple[int, ...] = ()
    of: int = 0
    sentence: str = ""


def take_batch_along(*, by: Member, effort: Effort) -> TakenAlong:
    """Everybody still to call of the batch in ``by``'s hands, shown at once and noted as seen.

    Whether they may be contacted is asked in this moment, and cannot be asked again without
    signal: the batch's two hours are the limit. Refused where the organiser has not allowed it.
    """
    refuse_unless_along(effort)
    with transaction.atomic():
        part = participation_for_update(by, effort)
        if part.batch is None or part.constituency_id is None or part.held_until is None:
            return TakenAlong()
        try:
            refuse_unless_open(part.effort)
            refuse_run_out(part)
        except Refused as refusal:
            return TakenAlong(part.batch, sentence=str(refusal))
        return _all_of(Holding(part, by, part.batch, part.constituency_id))


def refuse_unless_along(effort: Effort) -> None:
    """Refuse where the organiser shows one person at a time."""
    if ALONG not in effort.shows:
        raise Refused(
            _(
                "The organiser of this phone bank shows one person at a time, which needs a "
                "connection. Call from the phone bank’s own page."
            )
        )


def _all_of(holding: Holding) -> TakenAlong:
    effort, constituency_id = holding.part.effort, holding.constituency_id
    everybody = rules.in_order(people_in_batch(constituency_id, holding.batch))
    now, today = clock.now(), clock.today()
    shown: list[tuple[ShownPerson, int]] = []
    homes: dict[int, int] = {}
    for one in [one for one in everybody if one.held]:
        answer = rules.verdict(one, everybody, channel=effort.channel, today=today, now=now)
        person = None
        if answer is rules.Verdict.SHOW:
            person = person_to_call(effort, constituency_id, one.elector_id)
        if person is None:
            pass_over(constituency_id, one, answer)
            continue
        note_shown(holding, one, person)
        shown.append((person, homes.setdefault(one.home, len(homes) + 1)))
    return TakenAlong(
        batch=holding.batch,
        until=holding.part.held_until,
        people=tuple(person for person, _home in shown),
        homes=tuple(home for _person, home in shown),
        of=len(everybody),
    )
