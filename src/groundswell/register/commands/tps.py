"""Screening our telephone numbers against a list of the Telephone Preference Service."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role
from groundswell.register import tps_list, work_folder
from groundswell.register.after_apply import tell_details_changed
from groundswell.register.details.folders import key_of_screening
from groundswell.register.endings import trouble_told
from groundswell.register.incoming import keep_file, shape_and_rows
from groundswell.register.models import ContactDetail, TpsScreening
from groundswell.register.queries.screening import last_screening, seats_with_details
from groundswell.register.rules.tps import LEAST_OF_THE_LAST, holds_until, number_column
from groundswell.register.work_folder import Watch, folder_of, upload_of, worked_on

State = TpsScreening.State
_AT_ONCE = 500


def upload_tps_list(
    *,
    by: Member | None,
    file: BinaryIO,
    file_name: str,
    listed_on: date,
    complete: bool = False,
) -> TpsScreening:
    """Keep a list; the worker screens every number of ours against it.

    ``listed_on`` is the date of the list itself: a screening holds for 28 days from then. A list
    older than the last, or too old to hold today, is refused; so is a much shorter one, unless
    ``complete`` says that it is whole. The same list again is the screening that was made.
    """
    _must_be_data_manager(by)
    _refuse_date(listed_on)
    path, digest = keep_file(file)
    try:
        again = TpsScreening.objects.filter(
            sha256=digest, listed_on=listed_on, state__in=[State.WAITING, State.DONE]
        ).first()
        if again is not None:
            return again
        if number_column(shape_and_rows(path)[1]) is None:
            raise Refused(_("This is no list of telephone numbers: one number a line is expected."))
        with transaction.atomic():
            made = TpsScreening.objects.create(
                listed_on=listed_on,
                loaded_at=clock.now(),
                loaded_by=by,
                file_name=Path(file_name).name[:200],
                sha256=digest,
                complete=complete,
            )
            write_audit_line(
                by=by.pk if by else None,
                action="register.upload_tps_list",
                subject=f"screening:{made.pk}",
                details={"sha256": digest, "listed_on": listed_on.isoformat()},
            )
        path.replace(upload_of(key_of_screening(made.pk)))
    finally:
        path.unlink(missing_ok=True)
    return made


def load_tps_list(
    *,
    by: Member | None,
    file: BinaryIO,
    listed_on: date,
    file_name: str = "tps.txt",
    complete: bool = False,
) -> TpsScreening:
    """Keep a list and screen our numbers against it here and now (command line, demo)."""
    made = upload_tps_list(
        by=by, file=file, file_name=file_name, listed_on=listed_on, complete=complete
    )
    done = screen_numbers(screening_id=made.pk)
    if done.state == State.FAILED:
        raise Refused(done.trouble)
    return done


def screen_numbers(*, screening_id: int) -> TpsScreening:
    """Screen every number of ours against an uploaded list, in one transaction; safe to repeat.

    Raises BeingWorkedOn where another process is at it.
    """
    with worked_on(key_of_screening(screening_id)):
        found = TpsScreening.objects.filter(pk=screening_id).first()
        if found is None:
            raise NotFound
        if found.state != State.WAITING:
            return found
        with trouble_told(f"Screening {screening_id}", partial(_fail, found)):
            _screen(found)
    work_folder.remove_folder(key_of_screening(screening_id))
    return found


def _screen(found: TpsScreening) -> None:
    key = key_of_screening(found.pk)
    watch = Watch(key)
    compared = tps_list.compare(upload_of(key), _our_numbers(), folder_of(key), watch)
    _refuse_short(found, compared.numbers)
    watch.step(_("Marking our numbers"))
    with transaction.atomic():
        screened = on_it = 0
        for seat in seats_with_details():
            here, listed_here = _mark(seat, found.listed_on, compared.listed.get(seat, []))
            screened, on_it = screened + here, on_it + listed_here
            tell_details_changed(seat, None)
        found.numbers, found.screened, found.found = compared.numbers, screened, on_it
        found.state = State.DONE
        found.save(update_fields=["numbers", "screened", "found", "state"])
        write_audit_line(
            by=found.loaded_by_id,
            action="register.screen_numbers",
            subject=f"screening:{found.pk}",
            details={"numbers": found.numbers, "screened": screened, "found": found.found},
        )


def _mark(seat: int, listed_on: date, listed: Sequence[str]) -> tuple[int, int]:
    """How many numbers were screened, and how many of them are on the list."""
    here = ContactDetail.objects.filter(constituency_id=seat, kind=ContactDetail.Kind.PHONE)
    screened = here.update(screened_on=listed_on, tps_listed=False)
    on_it = sum(
        here.filter(value__in=listed[start : start + _AT_ONCE]).update(tps_listed=True)
        for start in range(0, len(listed), _AT_ONCE)
    )
    return screened, on_it


def _our_numbers() -> Iterator[tuple[int, str]]:
    """Each of our numbers once for each constituency, those out of use too."""
    for seat in seats_with_details():
        yield from (
            ContactDetail.objects.filter(constituency_id=seat, kind=ContactDetail.Kind.PHONE)
            .order_by()
            .values_list("constituency_id", "value")
            .distinct()
            .iterator()
        )


def _must_be_data_manager(by: Member | None) -> None:
    if by is not None and not holds_role(by, Role.Kind.DATA_MANAGER):
        raise Refused(_("Only a data manager can load the TPS list: ask one, or ask for the role."))


def _refuse_date(listed_on: date) -> None:
    if listed_on > clock.today():
        raise Refused(_("The date of the list lies in the future: look it up in the download."))
    if holds_until(listed_on, settings.ENVIRONMENT.screening_days) < clock.today():
        raise Refused(_("This list is more than 28 days old: download a new one."))
    last = last_screening()
    if last is not None and listed_on < last.listed_on:
        raise Refused(_("A newer list was loaded already: this one is not needed."))


def _refuse_short(found: TpsScreening, numbers: int) -> None:
    last = last_screening()
    if last is None or found.complete or numbers >= last.numbers * LEAST_OF_THE_LAST:
        return
    raise Refused(
        _(
            "This list has %(numbers)d numbers, the last had %(before)d: it may be cut off. "
            "Load it again and say that it is complete, if it is."
        )
        % {"numbers": numbers, "before": last.numbers}
    )


def _fail(found: TpsScreening, trouble: str) -> None:
    found.state, found.trouble = State.FAILED, trouble
    found.save(update_fields=["state", "trouble"])
