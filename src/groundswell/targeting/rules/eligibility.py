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

    The first two are left out of every list, the next four of calls only.
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
_STOPPED_WHOLLY = "(s.stopped <> '' AND s.stopped LIKE %s)"


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
    """An expression whose value is the reason's place in ``Reason``, counted from 0."""
    order = list(Reason)
    sql = (
        f"CASE WHEN {_STOPPED_WHOLLY} THEN {order.index(Reason.DO_NOT_CONTACT)}"
        f" WHEN {_RESTS_UNTIL} > %s THEN {order.index(Reason.RESTING)}"
        f" WHEN (s.stopped <> '' AND s.stopped LIKE %s) THEN {order.index(Reason.NO_CALLS)}"
        f" WHEN s.callable_until >= %s THEN {order.index(Reason.CALLABLE)}"
        f" WHEN s.not_callable = 'no_number' THEN {order.index(Reason.NO_NUMBER)}"
        f" WHEN s.not_callable = 'tps' THEN {order.index(Reason.TPS)}"
        f" ELSE {order.index(Reason.UNSCREENED)} END"
    )
    return Clause(sql, ("%,all,%", now, "%,phone,%", today))


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
