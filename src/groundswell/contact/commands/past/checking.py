"""Checking a file of past canvassing: every row read, matched and planned; nothing recorded yet."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.contact.commands.past.moving import note, put, work_on
from groundswell.contact.commands.past.plan import Planned, plan, write_plan
from groundswell.contact.models import PastCanvass
from groundswell.contact.queries.past import codes_by_id, folder_key
from groundswell.contact.rules.past.meanings import Meanings, key
from groundswell.contact.rules.past.rows import Default, PastRow, Told, Why, read_past_row
from groundswell.register.comparing.in_force import state_of_register
from groundswell.register.queries import Match, Matched, RowToMatch, match_rows
from groundswell.register.reading import FileShape, expected_rows
from groundswell.register.reading.rows import UNCLOSED_QUOTE, Row, open_rows
from groundswell.register.rules.whose_row import Certainty, How
from groundswell.register.work_folder import Watch, folder_of, refused_of, upload_of

State = PastCanvass.State
_AT_ONCE = 2_000
_MOST_UNKNOWN = 100
_NOBODY = {
    How.ANONYMOUS: Why.ANONYMOUS,
    How.NAMESAKES: Why.NAMESAKES,
    How.NOTHING_GIVEN: Why.NOBODY_NAMED,
}


def check_past_canvass(*, past_id: int, watch: Watch | None = None) -> PastCanvass:
    """Check the file now, in this process; safe to repeat."""
    return work_on(past_id, watch, {State.UPLOADED, State.CHECKING, State.CHECKED}, _check)


def plan_of(found: PastCanvass, watch: Watch) -> dict[str, Any]:
    """Read and match the whole file; writes the plan and the rows not taken, gives the summary."""
    folder = folder_key(found.pk)
    shape = FileShape(encoding=found.encoding, delimiter=found.delimiter)
    rows_expected = expected_rows(upload_of(folder), shape)
    watch.step(_("Reading the file and matching it to the register"), rows_expected)
    check = _Checking(found)
    with ExitStack() as files:
        rows = files.enter_context(open_rows(upload_of(folder), shape))
        planned = files.enter_context(
            (folder_of(folder) / "plan.jsonl").open("w", encoding="utf-8")
        )
        refused = csv.writer(
            files.enter_context(refused_of(folder).open("w", encoding="utf-8", newline=""))
        )
        if found.has_header:
            next(rows, None)
        while chunk := list(islice(rows, _AT_ONCE)):
            write_plan(planned, check.plans(chunk))
            refused.writerows(check.take_not_taken())
            watch.done(check.counts["read"])
    return check.summary()


def _check(found: PastCanvass, watch: Watch) -> None:
    put(found, state=State.CHECKING, trouble="")
    summary = plan_of(found, watch)
    put(found, state=State.CHECKED, summary=summary)
    note(None, "check_past_canvass", found, read=summary["read"])


@dataclass
class _Checking:
    """One check in progress: its counts, the words nobody has explained, the rows not taken."""

    found: PastCanvass
    counts: Counter[str] = field(default_factory=Counter)
    unknown: dict[str, list[Any]] = field(default_factory=dict)
    _not_taken: list[tuple[int, str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._columns = {int(place): name for place, name in self.found.columns.items()}
        self._meanings = Meanings(self.found.meanings, codes_by_id())
        self._default = Default(self.found.canvassed_on, self.found.channel)

    def plans(self, chunk: Sequence[Row]) -> list[Planned]:
        """What is to be recorded of these rows."""
        self.counts["read"] += len(chunk)
        raw = {line: "\t".join(cells) for line, cells in chunk}
        rows = list(self._read(chunk))
        understood = [(row, row.told) for row in rows if row.told is not None]
        matches = match_rows(None, self.found.council_id, [_who(row) for row, _told in understood])
        for row in rows:
            if row.why is not None:
                self._leave(row.line, row.why, row.word, raw[row.line])
        planned: list[Planned] = []
        for (row, told), match in zip(understood, matches, strict=True):
            if match.elector is None:
                why = _NOBODY.get(match.how, Why.NOT_FOUND)
                self._leave(row.line, why, "", raw[row.line])
            else:
                planned.append(self._plan(row, told, match, match.elector))
        return planned

    def take_not_taken(self) -> list[tuple[int, str, str, str]]:
        """The rows not taken since this was asked last."""
        rows, self._not_taken = self._not_taken, []
        return rows

    def summary(self) -> dict[str, Any]:
        """Counts for the page; ``based_on`` tells a later look whether the register changed."""
        return {
            **self.counts,
            "unknown": self.unknown,
            "based_on": state_of_register(self.found.council_id),
        }

    def _read(self, chunk: Sequence[Row]) -> Iterator[PastRow]:
        for line, cells in chunk:
            if cells == [UNCLOSED_QUOTE]:
                yield PastRow(line, {}, None, Why.UNCLOSED_QUOTE)
                continue
            yield read_past_row(
                line, cells, self._columns, self._meanings, self._default, clock.today()
            )

    def _leave(self, line: int, why: Why, word: str, raw: str) -> None:
        self.counts["refused"] += 1
        self._not_taken.append((line, why, word, raw))
        if why is Why.UNKNOWN_WORD and (key(word) in self.unknown or self._room_for_words()):
            self.unknown.setdefault(key(word), [word, 0])[1] += 1

    def _room_for_words(self) -> bool:
        """A column of free text must not become a form of a thousand questions."""
        return len(self.unknown) < _MOST_UNKNOWN

    def _plan(self, row: PastRow, told: Told, match: Match, elector: Matched) -> Planned:
        doubt: dict[str, Any] = {}
        if match.certainty is Certainty.UNCLEAR:
            shown = {name: row.held.get(name, "") for name in ("whole_number", "postcode")}
            name = f"{row.held.get('forename', '')} {row.held.get('surname', '')}".strip()
            doubt = {
                "row": {
                    **shown,
                    "name": name or row.held.get("full_name", ""),
                    "address": ", ".join(row.address),
                },
                "how": str(match.how),
                "likeness": match.likeness,
            }
        self.counts["to_review" if doubt else "by_number" if _by_number(match) else "by_name"] += 1
        self.counts[told.outcome] += 1
        return plan(told, elector.constituency_id, elector.elector_id, self.found.source, doubt)


def _by_number(match: Match) -> bool:
    return match.how is How.NUMBER


def _who(row: PastRow) -> RowToMatch:
    held = row.held
    return RowToMatch(
        number=held.get("whole_number", ""),
        surname=held.get("surname", ""),
        forename=held.get("forename", ""),
        full_name=held.get("full_name", ""),
        address=row.address,
        postcode=held.get("postcode", ""),
    )
