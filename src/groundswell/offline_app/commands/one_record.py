"""One record's effect, within the transaction that keeps the record."""

import logging
from datetime import datetime, timedelta

from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import gettext as _

from groundswell.common import clock, statements
from groundswell.common.errors import NotFound, Refused
from groundswell.common.sql import on_postgresql
from groundswell.members.models import Member
from groundswell.offline_app.commands.effects import UNDOES, UNDONE, Arrived, Effect, carry
from groundswell.offline_app.commands.troubles import is_passing
from groundswell.offline_app.models import Received
from groundswell.offline_app.rules.records import read_record

MOST_TRIES = 6
_FIRST_PAUSE = timedelta(minutes=1)
_log = logging.getLogger(__name__)

_NEXT_PLACE = """
INSERT INTO offline_app_roundfeed (round_code, last) VALUES (%s, 1)
ON CONFLICT (round_code) DO UPDATE SET last = offline_app_roundfeed.last + 1
RETURNING last
"""


def keep(row: Received) -> bool:
    """Put a record into the inbox; False where it is there already."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def carry_out(row: Received, *, by: Member) -> None:
    """Do what a kept record says, and note beside it what came of that.

    Whatever breaks in the effect, the record stays. Undos that waited for it follow. Raises only
    what passes by itself, such as a lost connection. The round's counter, for which others wait,
    comes last.
    """
    _one_at_a_time(row)
    rows = [row, *(_undos_waiting_for(row) if row.kind in UNDONE else ())]
    for one in rows:
        _try(one, by)
    for one in rows:
        if one.counted and one.round_code and one.place is None:
            ((one.place,),) = statements.rows(_NEXT_PLACE, [one.round_code])
            one.save(update_fields=["place"])


def _try(row: Received, by: Member) -> None:
    row.tries += 1
    row.trouble, row.next_try = "", None
    try:
        with transaction.atomic():
            effect = carry(row.kind, Arrived(by, read_record(row.payload), row.made_at))
    except Refused as refusal:
        effect = _refused(str(refusal))
    except NotFound:
        effect = _refused(_("It is about something that was not theirs, or is no longer there."))
    except Exception as broken:
        # What breaks in one record must not stop the others.
        if isinstance(broken, DatabaseError) and is_passing(broken):
            raise
        _log.exception("Record %s could not be carried out", row.id_on_device)
        effect = _refused(_("Something went wrong here as this was counted. It is tried again."))
        row.trouble = f"{type(broken).__name__}: {broken}"[:200]
        row.next_try = _next_try(row.tries)
    row.state, row.counted, row.sentence = effect.state, effect.counted, effect.sentence[:300]
    if row.counted:
        # Whose command it was keeps as much of where somebody stood as it needs, and no more.
        row.payload = {name: told for name, told in row.payload.items() if name != "where"}
    row.save()


def _refused(sentence: str) -> Effect:
    return Effect(Received.State.REFUSED, counted=False, sentence=sentence)


def _next_try(tries: int) -> datetime | None:
    return clock.now() + _FIRST_PAUSE * 4**tries if tries < MOST_TRIES else None


def _undos_waiting_for(row: Received) -> list[Received]:
    """What came in before the result that it takes back."""
    kinds = [kind for kind, (undone, _how) in UNDOES.items() if undone == row.kind]
    waiting = Received.objects.filter(
        of=row.id_on_device, kind__in=kinds, member=row.member_id, state=Received.State.WAITING
    )
    return list(waiting.order_by("received_at", "pk"))


def _one_at_a_time(row: Received) -> None:
    """A result and what takes it back come in one after the other; SQLite has one writer anyway."""
    together = row.of if row.kind in UNDOES else row.id_on_device
    if together is not None and on_postgresql():
        number = together.int % 2**31
        statements.rows("SELECT pg_advisory_xact_lock(7413, %s::int)", [number])
