"""Writing a plan of contact details: a few statements for each two thousand rows, nothing twice."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from django.db import connection

from groundswell.common import clock, sql
from groundswell.members.models import Member
from groundswell.privacy.commands import record_consents
from groundswell.register.after_apply import tell_details_changed
from groundswell.register.commands.consenting import refresh_consented
from groundswell.register.details.consents import consents_of
from groundswell.register.details.known import by_seat
from groundswell.register.details.plan import Planned, read_plan
from groundswell.register.models import Review
from groundswell.register.work_folder import Watch

_DETAILS = (
    ["bigint", "bigint", "text", "text", "text", "date"],
    """INSERT INTO register_contactdetail (constituency_id, elector_id, kind, value, source,
        obtained_on, tps_listed, consented, retired_because)
    SELECT constituency_id, elector_id, kind, value, source, obtained_on, {no}, {no}, ''
    FROM told WHERE true ON CONFLICT DO NOTHING""",
    "constituency_id, elector_id, kind, value, source, obtained_on",
)
_TAGS = (
    ["bigint", "bigint", "text", "text", "timestamptz"],
    """INSERT INTO register_tag (constituency_id, elector_id, name, source, added_at)
    SELECT constituency_id, elector_id, name, source, added_at
    FROM told WHERE true ON CONFLICT DO NOTHING""",
    "constituency_id, elector_id, name, source, added_at",
)
_POSTAL = (
    ["bigint", "bigint", "date"],
    """UPDATE register_elector SET absent_vote = 'postal', absent_vote_on = told.day FROM told
    WHERE register_elector.constituency_id = told.constituency_id
    AND register_elector.id = told.elector_id AND register_elector.absent_vote = ''
    AND register_elector.absent_vote_on IS NULL""",
    "constituency_id, elector_id, day",
)
_MANY_ELECTORS = 5_000
_AT_ONCE = 500


def write_details(plan: Path, *, by: Member | None, total: int, watch: Watch, step: str) -> int:
    """Write the whole plan within the caller's transaction; how many reviews were raised."""
    watch.step(step, total)
    touched: dict[int, set[int]] = {}
    raised = done = 0
    for planned in read_plan(plan):
        sure = [one for one in planned if not one.review]
        write_planned(sure, by=by)
        raised += _raise_reviews([one for one in planned if one.review])
        for seat, ids in by_seat(sure).items():
            touched.setdefault(seat, set()).update(ids)
        done += len(planned)
        watch.done(done)
    for seat, electors in touched.items():
        tell_details_changed(seat, electors if len(electors) <= _MANY_ELECTORS else None)
    return raised


def write_planned(planned: Sequence[Planned], *, by: Member | None) -> None:
    """Write these rows; what is there already stays as it is. Tells nobody: the caller does."""
    _tell_database(_DETAILS, _details(planned))
    now = clock.now()
    _tell_database(
        _TAGS,
        [
            (one.constituency_id, one.elector_id, tag, one.source, now)
            for one in planned
            for tag in one.tags
        ],
    )
    _tell_database(
        _POSTAL,
        [(one.constituency_id, one.elector_id, one.obtained_on) for one in planned if one.postal],
    )
    record_consents(by=by, consents=consents_of(planned))
    for seat, ids in by_seat(one for one in planned if one.phones or one.consents).items():
        refresh_consented(seat, ids)


def _details(planned: Iterable[Planned]) -> list[tuple[object, ...]]:
    return [
        (one.constituency_id, one.elector_id, kind, value, one.source, one.obtained_on)
        for one in planned
        for kind, values in (("phone", one.phones), ("email", one.emails))
        for value in values
    ]


def _tell_database(
    statement: tuple[list[str], str, str], rows: Sequence[tuple[object, ...]]
) -> None:
    types, change, names = statement
    no = "false" if connection.vendor == "postgresql" else "0"
    for start in range(0, len(rows), _AT_ONCE):
        values, parameters = sql.values(types, rows[start : start + _AT_ONCE])
        with connection.cursor() as cursor:
            cursor.execute(f"WITH told({names}) AS ({values}) {change.format(no=no)}", parameters)


def _raise_reviews(doubtful: Sequence[Planned]) -> int:
    now = clock.now()
    made = Review.objects.bulk_create(
        [_review(one, now) for one in doubtful], ignore_conflicts=True, batch_size=500
    )
    return len(made)


def _review(one: Planned, now: datetime) -> Review:
    """What the row gives waits in ``left`` until somebody decides; see commands/deciding.py."""
    return Review(
        constituency_id=one.constituency_id,
        kind=Review.Kind.DETAILS,
        elector_id=one.elector_id,
        key=one.review["key"],
        left={
            **one.review["left"],
            "phones": one.phones,
            "emails": one.emails,
            "tags": one.tags,
            "source": one.source,
            "gives": {**one.as_json(), "review": {}},
        },
        right=one.review["right"],
        score=one.review["likeness"],
        raised_at=now,
    )
