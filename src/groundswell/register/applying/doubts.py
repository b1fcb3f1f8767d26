"""Doubtful links put before a person: both rows side by side."""

from typing import Any

from groundswell.common import clock
from groundswell.register.applying.job import Job
from groundswell.register.models import Review

_FIELDS = ("number", "name", "address", "postcode", "attains_on", "born_on", "edition")
_NUMBER = (
    "CASE WHEN {0}.state_number <> '' THEN {0}.state_number ELSE {0}.prefix || '-' || {0}.number"
    " || CASE WHEN {0}.suffix > 0 THEN '/' || {0}.suffix ELSE '' END END"
)
_NAME = (
    "concat_ws(' ', nullif({0}.title, ''), {0}.forename, nullif({0}.middle_names, ''), {0}.surname)"
)


def raise_doubts(job: Job, *, update: bool) -> None:
    """A review for each doubt; the same pair again is the review that is there already."""
    rows = job.work.execute(
        f"""
        SELECT e.constituency_id, c.constituency_id, c.id, w.id, d.score,
            {_NUMBER.format("c")}, {_NAME.format("c")}, h.address, '', c.attains_on, c.born_on,
            c.edition, {_NUMBER.format("e")}, {_NAME.format("e")}, e.address, e.postcode,
            e.attains_on, e.born_on
        FROM doubts d JOIN entries e USING (line) JOIN written w USING (line)
        JOIN current c ON c.id = d.id
        LEFT JOIN homes h ON h.constituency_id = c.constituency_id AND h.id = c.household_id
        """
    ).fetchall()
    kind = Review.Kind.MOVE if update else Review.Kind.ROLLOVER
    Review.objects.bulk_create(
        (_review(job, kind, row) for row in rows), ignore_conflicts=True, batch_size=500
    )


def _review(job: Job, kind: str, row: tuple[Any, ...]) -> Review:
    constituency, old_constituency, old, new, score, *shown = row
    left = dict(zip(_FIELDS, map(_text, shown[:7]), strict=True))
    right = dict(zip(_FIELDS, map(_text, [*shown[7:], job.published_on]), strict=True))
    left["constituency_id"] = str(old_constituency)
    return Review(
        constituency_id=constituency,
        kind=kind,
        elector_id=old,
        other_elector_id=new,
        register_import_id=job.import_id,
        key=f"{old}-{new}",
        left=left,
        right=right,
        score=score,
        raised_at=clock.now(),
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)
