"""Checking a file of contact details: every row read, matched and planned; nothing written yet."""

import csv
import hashlib
import heapq
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.register.comparing.in_force import state_of_register
from groundswell.register.details.folders import key_of
from groundswell.register.details.known import Known
from groundswell.register.details.plan import Planned, write_plan
from groundswell.register.details.rows import Default, GivenRow, read_row
from groundswell.register.details.wishes import Taken, obey_wishes
from groundswell.register.models import DetailsImport
from groundswell.register.queries.matching import match_rows
from groundswell.register.reading import FileShape, expected_rows
from groundswell.register.reading.rows import UNCLOSED_QUOTE, Row, open_rows
from groundswell.register.rules.detail_refusals import Why
from groundswell.register.rules.whose_row import Certainty, How
from groundswell.register.work_folder import Watch, folder_of, refused_of, upload_of

_AT_ONCE = 2_000
_MOST_SAMPLES = 10
_NOBODY = {
    How.ANONYMOUS: Why.ANONYMOUS,
    How.NAMESAKES: Why.SEVERAL_OF_THAT_NAME,
    How.NOTHING_GIVEN: Why.NOBODY_NAMED,
}


@dataclass
class _Check:
    """One check in progress: counts, samples, and what earlier rows of the file gave already."""

    found: DetailsImport
    counts: Counter[str] = field(default_factory=Counter)
    samples: list[tuple[float, int, dict[str, Any]]] = field(default_factory=list)
    known: Known = field(default_factory=Known)


def check_details_file(found: DetailsImport, watch: Watch) -> dict[str, Any]:
    """Read and match the whole file; writes the plan and the refused rows, gives the summary."""
    key = key_of(found.pk)
    upload = upload_of(key)
    shape = FileShape(encoding=found.encoding, delimiter=found.delimiter)
    watch.step(_("Reading the file and matching it to the register"), expected_rows(upload, shape))
    check = _Check(found)
    with ExitStack() as files:
        rows = files.enter_context(open_rows(upload, shape))
        plan = files.enter_context((folder_of(key) / "plan.jsonl").open("w", encoding="utf-8"))
        refused = csv.writer(
            files.enter_context(refused_of(key).open("w", encoding="utf-8", newline=""))
        )
        if found.has_header:
            next(rows, None)
        while chunk := list(islice(rows, _AT_ONCE)):
            planned, not_taken = _check_rows(check, chunk)
            write_plan(plan, planned)
            refused.writerows(not_taken)
            watch.done(check.counts["read"])
    return _summary(check)


def _check_rows(
    check: _Check, chunk: Sequence[Row]
) -> tuple[list[Planned], list[tuple[int, str, str, str]]]:
    check.counts["read"] += len(chunk)
    given = list(_read(check, chunk))
    matches = match_rows(None, check.found.council_id, [row.who for row in given])
    for row, match in zip(given, matches, strict=True):
        if match.elector is None:
            row.refused.append((_NOBODY.get(match.how, Why.NOT_ON_REGISTER), ""))
        elif not row.gives_something and not row.refused:
            row.refused.append((Why.NOTHING_TO_ADD, ""))
    taken = [
        Taken(row, match, match.elector)
        for row, match in zip(given, matches, strict=True)
        if match.elector is not None and row.gives_something
    ]
    obey_wishes(taken)
    kept = [one for one in taken if one.row.gives_something]
    planned = [_planned(one) for one in kept]
    _count(check, kept, planned)
    raw = {line: "\t".join(cells) for line, cells in chunk}
    not_taken = [
        (row.line, str(why), value, raw[row.line]) for row in given for why, value in row.refused
    ]
    check.counts["refused"] += len(not_taken)
    return planned, not_taken


def _read(check: _Check, chunk: Sequence[Row]) -> Iterator[GivenRow]:
    found = check.found
    columns = {int(place): name for place, name in found.columns.items()}
    default = Default(
        source=found.source,
        obtained_on=found.obtained_on,
        consent_channels=tuple(found.consent_channels),
        consent_wording=found.consent_wording,
        consent_on=found.consent_on,
        consent_how=found.consent_how,
    )
    for line, cells in chunk:
        row = read_row(line, cells, columns, default, clock.today())
        if cells == [UNCLOSED_QUOTE]:
            row.refused = [(Why.UNCLOSED_QUOTE, "")]
        yield row


def _planned(taken: Taken) -> Planned:
    row, match, elector = taken
    planned = Planned(
        constituency_id=elector.constituency_id,
        elector_id=elector.elector_id,
        person=elector.person,
        source=row.source,
        obtained_on=row.obtained_on,
        phones=row.phones,
        emails=row.emails,
        tags=row.tags,
        postal=row.postal,
        consents=row.consents,
    )
    if match.certainty is Certainty.UNCLEAR:
        planned.review = _review(taken, planned)
    return planned


def _review(taken: Taken, planned: Planned) -> dict[str, Any]:
    """Both rows as they are shown; the key is the same whenever the same row comes again."""
    row, match, elector = taken
    left = {
        "number": row.who.number,
        "name": f"{row.who.forename} {row.who.surname}".strip() or row.who.full_name,
        "address": ", ".join(row.who.address),
        "postcode": row.who.postcode,
    }
    right = {
        "number": elector.number,
        "name": elector.name,
        "address": elector.address,
        "postcode": elector.postcode,
        "how": str(match.how),
    }
    kept = planned.as_json()
    said = json.dumps([left, elector.elector_id, kept], sort_keys=True, default=str)
    key = hashlib.sha256(said.encode()).hexdigest()[:60]
    return {"left": left, "right": right, "key": key, "likeness": match.likeness}


def _count(check: _Check, kept: Sequence[Taken], planned: Sequence[Planned]) -> None:
    sure = [one for one, plan in zip(kept, planned, strict=True) if not plan.review]
    plans = [plan for plan in planned if not plan.review]
    check.counts["to_review"] += len(planned) - len(sure)
    retired = check.known.leave_out_retired(plans)
    check.counts.update(check.known.count_new(plans))
    for one, values in zip(sure, retired, strict=True):
        one.row.refused += [(Why.RETIRED_BEFORE, value) for value in values]
        check.counts["by_number" if one.match.how is How.NUMBER else "by_name"] += 1
        _keep_sample(check, one)


def _keep_sample(check: _Check, taken: Taken) -> None:
    """The rows that were hardest to match, and the first ones where all were easy."""
    entry = (-taken.match.likeness, -taken.row.line, _sample(taken))
    if len(check.samples) < _MOST_SAMPLES:
        heapq.heappush(check.samples, entry)
    else:
        heapq.heappushpop(check.samples, entry)


def _sample(taken: Taken) -> dict[str, Any]:
    row, match, elector = taken
    return {
        "line": row.line,
        "said": f"{row.who.forename} {row.who.surname}".strip() or row.who.full_name,
        "name": elector.name,
        "number": elector.number,
        "address": elector.address,
        "phones": row.phones,
        "emails": row.emails,
        "tags": row.tags,
        "channels": [consent.channel for consent in row.consents],
        "how": str(match.how),
    }


def _summary(check: _Check) -> dict[str, Any]:
    samples = [sample for _, _, sample in sorted(check.samples, reverse=True)]
    return {
        **check.counts,
        "known": sum(check.counts[f"{kind}_known"] for kind in ("phone", "email", "tag", "postal")),
        "samples": sorted(samples, key=lambda sample: int(sample["line"])),
        "based_on": state_of_register(check.found.council_id),
    }
