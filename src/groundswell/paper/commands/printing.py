"""Putting rounds on paper: logged, watermarked, and remembered row by row."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.doorstep.models import Round
from groundswell.members.models import Member
from groundswell.paper.models import PrintedRow, Printing
from groundswell.paper.providers.typesetting import pdf
from groundswell.paper.queries.codes import legend_for, marks_for_sheets
from groundswell.paper.queries.printings import may_print
from groundswell.paper.queries.sheets import sheets_of
from groundswell.paper.queries.wording import words_for
from groundswell.paper.rules.legend import written
from groundswell.paper.rules.row_codes import new_printing_code
from groundswell.paper.rules.sheets import Sheet
from groundswell.privacy.commands import note_sighting
from groundswell.register.models import Elector

MOST_ROUNDS = 40
_TRIES = 5


@dataclass(frozen=True)
class Printed:
    """The file to print, and what was noted of it."""

    name: str
    content: bytes
    printings: tuple[Printing, ...]
    sheets: int
    people: int


def print_sheets(
    *, by: Member, rounds: Sequence[Round], edition: str = "standard", with_map: bool = True
) -> Printed:
    """One PDF with the walk sheets of these rounds, each remembered as a printing of its own.

    For organisers of the canvass, and for whoever has the round out. Every person on it keeps a
    note that ``by`` has printed them; the audit trail keeps the file's SHA-256. Printing again
    makes a new printing: a sheet is never changed once it is on paper.
    """
    chosen = _chosen(by, rounds, edition)
    with transaction.atomic():
        printed = [_noted(by, walked, edition) for walked in chosen]
        content = pdf("sheets", words_for(printed, by=by, with_map=with_map))
        digest = hashlib.sha256(content).hexdigest()
        for printing, _sheets in printed:
            printing.sha256 = digest
            printing.save(update_fields=["sha256"])
            _log(by, printing)
    made = tuple(printing for printing, _sheets in printed)
    return Printed(
        name=f"walk-sheets-{made[0].round.code}-{made[0].code}.pdf",
        content=content,
        printings=made,
        sheets=sum(one.sheets for one in made),
        people=sum(one.rows for one in made),
    )


def _chosen(by: Member, rounds: Sequence[Round], edition: str) -> Sequence[Round]:
    if edition not in Printing.Edition.values:
        raise Refused(_("Choose the usual print or large print."))
    if not rounds:
        raise Refused(_("Choose at least one round."))
    if len(rounds) > MOST_ROUNDS:
        raise Refused(
            _("That is too much paper at once: print at most %(most)s rounds, then the others.")
            % {"most": MOST_ROUNDS}
        )
    for walked in rounds:
        if walked.state == Round.State.WITHDRAWN:
            raise Refused(_("“%(round)s” was withdrawn: nobody walks it.") % {"round": walked.name})
        if not may_print(by, walked):
            raise Refused(
                _("Only an organiser, or whoever has “%(round)s” out, can print it.")
                % {"round": walked.name}
            )
    return rounds


def _noted(by: Member, walked: Round, edition: str) -> tuple[Printing, list[Sheet]]:
    sheets = sheets_of(by, walked, edition)
    rows = [
        (sheet.number, block, row)
        for sheet in sheets
        for block in sheet.blocks
        for row in block.rows
    ]
    if not rows:
        raise Refused(
            _("Nobody in “%(round)s” may be called on now: there is nothing to print.")
            % {"round": walked.name}
        )
    printing = _new_printing(by, walked, edition, len(sheets), len(rows))
    PrintedRow.objects.bulk_create(
        PrintedRow(
            constituency_id=walked.constituency_id,
            printing_id=printing.pk,
            number=row.number,
            sheet=sheet,
            household_id=block.door.household_id,
            elector_id=row.person.elector_id,
            elector_number=row.person.elector_number,
        )
        for sheet, block, row in rows
    )
    _note_who_was_printed(by, walked, printing, [row.person.elector_id for _s, _b, row in rows])
    return printing, sheets


def _new_printing(by: Member, walked: Round, edition: str, sheets: int, rows: int) -> Printing:
    last = Printing.objects.filter(round=walked).aggregate(last=Max("number"))["last"] or 0
    for attempt in range(_TRIES):
        try:
            with transaction.atomic():
                return Printing.objects.create(
                    round=walked,
                    constituency_id=walked.constituency_id,
                    number=last + 1 + attempt,
                    code=new_printing_code(),
                    edition=edition,
                    sheets=sheets,
                    rows=rows,
                    legend=written(legend_for(walked.effort)),
                    marks={mark.key: mark.label for mark in marks_for_sheets()},
                    printed_by=by,
                    printed_at=clock.now(),
                )
        except IntegrityError:  # the code was taken, or somebody printed the round meanwhile
            continue
    raise Refused(_("Somebody prints this round just now: try again in a moment."))


def _note_who_was_printed(
    by: Member, walked: Round, printing: Printing, electors: Sequence[int]
) -> None:
    people = Elector.objects.filter(
        constituency=walked.constituency_id, pk__in=electors
    ).values_list("person", flat=True)
    note_sighting(
        by=by, purpose=_("Printed on walk sheets %(code)s") % {"code": printing.code}, people=people
    )


def _log(by: Member, printing: Printing) -> None:
    write_audit_line(
        by=by.pk,
        action="paper.print_sheets",
        subject=f"round:{printing.round_id}",
        details={
            "printing": printing.code,
            "edition": printing.edition,
            "sheets": printing.sheets,
            "people": printing.rows,
            "sha256": printing.sha256,
        },
    )
