"""What telephones hand in: every record is kept, and carried out where that can be."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.members.models import Member
from groundswell.offline_app.commands.one_record import carry_out, keep
from groundswell.offline_app.commands.troubles import is_passing
from groundswell.offline_app.models import Received
from groundswell.offline_app.queries.belonging import area_of
from groundswell.offline_app.rules.clocks import how_wrong, put_right
from groundswell.offline_app.rules.records import Record, is_too_large, read_record

_LONGEST_SECONDS = 10.0
_TRIES = 4
_PAUSE = 0.05


@dataclass(frozen=True)
class Delivery:
    """What a telephone sends at once. ``clock``: what its clock showed as it did, if it says.

    ``behind`` is how far that clock was behind ours where a file says so, which lay about since.
    """

    records: Sequence[object]
    app_version: str = ""
    device: str = ""
    clock: datetime | None = None
    behind: timedelta | None = None
    handed_in_by: Member | None = None


@dataclass
class Receipt:
    """What became of each record, by the id in the telephone's own writing.

    The first three are kept here and may leave the telephone. ``not_taken`` must stay on it.
    ``left`` were not reached this time and are named nowhere: they are to be sent again.
    """

    stored: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    flagged: dict[str, str] = field(default_factory=dict)
    not_taken: dict[str, str] = field(default_factory=dict)
    new: int = 0
    left: int = 0


def receive_records(*, by: Member, delivery: Delivery) -> Receipt:
    """Keep each record and carry it out, each in a transaction of its own; once, however often.

    In any order, from any version of the app. A record whose effect is refused or breaks is kept
    all the same. Of somebody barred they are kept for review and not counted. Stops at trouble of
    the moment, or when it takes long: what is not named in the receipt is to be sent again.
    """
    receipt, began = Receipt(), time.monotonic()
    known = _known(delivery.records)
    for reached, sent in enumerate(sorted(delivery.records, key=_can_wait)):
        receipt.left = len(delivery.records) - reached
        if time.monotonic() - began > _LONGEST_SECONDS and receipt.new:
            break
        try:
            _receive(sent, by, delivery, known, receipt)
        except DatabaseError as trouble:
            if not is_passing(trouble) or not (receipt.new or receipt.stored):
                raise
            break
    else:
        receipt.left = 0
    if receipt.new:
        write_audit_line(
            by=(delivery.handed_in_by or by).pk,
            action="offline_app.receive_records",
            subject=f"member:{by.pk}",
            details={
                "new": receipt.new,
                "refused": len(receipt.refused),
                "flagged": len(receipt.flagged),
            },
        )
    return receipt


def _can_wait(sent: object) -> bool:
    """Calls for help go first; all else in the order in which it was sent."""
    return not (isinstance(sent, dict) and sent.get("kind") == "help")


def _known(records: Sequence[object]) -> dict[UUID, Received]:
    """Those that came in before: a repeat costs nothing more."""
    ids = []
    for sent in records:
        try:
            ids.append(read_record(sent).id)
        except RecursionError:
            continue
    return {row.id_on_device: row for row in Received.objects.filter(id_on_device__in=ids)}


def _receive(
    sent: object, by: Member, delivery: Delivery, known: dict[UUID, Received], receipt: Receipt
) -> None:
    try:
        record, too_large = read_record(sent), is_too_large(sent)
    except RecursionError:
        return
    if too_large:
        receipt.not_taken[record.sent_id] = _(
            "This is larger than any result: it stays on the telephone. Tell your organiser."
        )
        return
    row = known.get(record.id)
    if row is None:
        row, new = _take_in(record, by, delivery)
        known[record.id] = row
        receipt.new += new
    _note(receipt, record, row, by)


def _take_in(record: Record, by: Member, delivery: Delivery) -> tuple[Received, bool]:
    """Row and effect, all or nothing; again where others were in the way."""
    for last_try in range(_TRIES):
        try:
            with transaction.atomic():
                row = _row(record, by, delivery)
                if not keep(row):
                    return Received.objects.get(id_on_device=record.id), False
                carry_out(row, by=by)
                return row, True
        except DatabaseError as trouble:
            if last_try == _TRIES - 1 or not _was_in_the_way(trouble):
                raise
            time.sleep(_PAUSE * 2**last_try)
    raise AssertionError("the last try returns or raises")


def _was_in_the_way(trouble: DatabaseError) -> bool:
    """A deadlock, or a conflict between two that came at once."""
    if transaction.get_connection().in_atomic_block:
        return False
    return str(getattr(trouble.__cause__, "sqlstate", "")).startswith("40")


def _row(record: Record, by: Member, delivery: Delivery) -> Received:
    now = clock.now()
    behind = delivery.behind if delivery.behind is not None else how_wrong(delivery.clock, now)
    return Received(
        id_on_device=record.id,
        member=by,
        handed_in_by=delivery.handed_in_by,
        device=delivery.device[:40],
        app_version=delivery.app_version[:40],
        kind=record.kind,
        payload=record.payload,
        said_at=record.said_at,
        made_at=put_right(record.said_at, behind, now),
        received_at=now,
        round_code=record.round_code,
        of=record.of,
        area=area_of(record, by),
        elector_id=record.elector_id,
        household_id=record.household_id,
    )


def _note(receipt: Receipt, record: Record, row: Received, by: Member) -> None:
    if row.member_id != by.pk:
        receipt.not_taken[record.sent_id] = _("Somebody else has handed in a result of this name.")
    elif row.state == Received.State.REFUSED:
        receipt.refused[record.sent_id] = row.sentence
    elif row.state == Received.State.FLAGGED:
        receipt.flagged[record.sent_id] = row.sentence
    else:
        receipt.stored.append(record.sent_id)
