"""Who may be contacted at all, whatever the rule: fragments of SQL.

Everything they ask stands on ``s``, contact_electorstate, so that a count needs no second big
table.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple


class Clause(NamedTuple):
    """A condition with its parameters, and whether it asks ``e``, the register."""

    sql: str
    params: tuple[Any, ...] = ()
    asks_register: bool = False


class Reason(StrEnum):
    """Where somebody stands whom the rule selects; the first that holds is theirs.

    The first two are left out of every list, the next four of calls only. ``LEFT_OUT`` and
    ``NOT_CALLABLE`` keep this order, on which the counting statement relies.
    """

    DO_NOT_CONTACT = "do_not_contact"
    RESTING = "resting"
    NO_CALLS = "no_calls"
    NO_NUMBER = "no_number"
    TPS = "tps"
    UNSCREENED = "unscreened"
    CALLABLE = "callable"


LEFT_OUT = (Reason.DO_NOT_CONTACT, Reason.RESTING)
NOT_CALLABLE = (Reason.NO_CALLS, Reason.NO_NUMBER, Reason.TPS, Reason.UNSCREENED)

# Somebody who named an hour is rung at that hour, also while the others at the address rest.
_RESTS_UNTIL = "COALESCE(s.call_back_at, s.rests_until)"


def on_the_register(constituency_id: int, today: date) -> Clause:
    """Those the register lists today who are sixteen: never the anonymous, never those gone.

    Attainers of sixteen and more are listed, as campaigns do. Entries of those younger (Scotland
    and Wales have them) are not to be used for campaigning, whatever a file holds.
    """
    return Clause(
        "s.constituency_id = %s AND s.in_force"
        " AND (s.old_enough_on IS NULL OR s.old_enough_on <= %s)",
        (constituency_id, today),
    )


def reason_case(now: datetime, today: date) -> Clause:
    """An expression whose value is the reason's place in ``Reason``, counted from 0.

    Nearly nobody has asked us to stay away: for all others that is asked only once.
    """
    place = {reason: at for at, reason in enumerate(Reason)}
    rests = f"WHEN {_RESTS_UNTIL} > %s THEN {place[Reason.RESTING]}"
    rings = (
        f"WHEN s.callable_until >= %s THEN {place[Reason.CALLABLE]} ELSE CASE s.not_callable"
        f" WHEN 'no_number' THEN {place[Reason.NO_NUMBER]} WHEN 'tps' THEN {place[Reason.TPS]}"
        f" ELSE {place[Reason.UNSCREENED]} END"
    )
    sql = (
        f"CASE WHEN s.stopped = '' THEN CASE {rests} {rings} END"
        f" WHEN s.stopped LIKE %s THEN {place[Reason.DO_NOT_CONTACT]} {rests}"
        f" WHEN s.stopped LIKE %s THEN {place[Reason.NO_CALLS]} {rings} END"
    )
    return Clause(sql, (now, today, "%,all,%", now, "%,phone,%", today))


def not_stopped(channel: str) -> Clause:
    """Those who have not asked us to stay away, wholly or on this channel."""
    return Clause(
        "(s.stopped = '' OR (s.stopped NOT LIKE %s AND s.stopped NOT LIKE %s))",
        ("%,all,%", f"%,{channel},%"),
    )


def rested(now: datetime) -> Clause:
    """Those who, with their household, are not left alone at present."""
    return Clause(f"({_RESTS_UNTIL} IS NULL OR {_RESTS_UNTIL} <= %s)", (now,))


def ready_at(now: datetime) -> Clause:
    """An expression: when their rest ends, NULL where they do not rest."""
    return Clause(f"CASE WHEN {_RESTS_UNTIL} > %s THEN {_RESTS_UNTIL} END", (now,))


def callable_today(today: date) -> Clause:
    """Those with a number that may be rung today, who have not asked us not to ring."""
    free = not_stopped("phone")
    return Clause(f"(s.callable_until >= %s AND {free.sql})", (today, *free.params))
