"""Canvass codes: made, reworded, put in order, retired. Their meaning never changes."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.contact.models import CanvassCode, Meaning
from groundswell.contact.queries.canvass_codes import may_change_codes
from groundswell.contact.queries.opinions import opinions_kept
from groundswell.members.models import Member


def save_canvass_code(
    *, by: Member, letter: str, label: str, meaning: str, code_id: int | None = None
) -> CanvassCode:
    """Make a code, or reword the one with this id; returns it. Safe to repeat.

    Letter and label may be reworded; the meaning may not, since answers were counted by it: retire
    the code and make another. Scripts take up a change when they are saved next. Refuses members
    whose role is not for the largest area, and organisations that may not keep opinions.
    """
    _refuse_others(by)
    letter, label = letter.strip().upper()[:4], label.strip()[:60]
    if not letter or not label:
        raise Refused(_("A code needs a letter and a label."))
    if meaning not in Meaning.values:
        raise Refused(_("Choose what the code means."))
    with transaction.atomic():
        others = CanvassCode.objects.filter(letter=letter, retired=False)
        same = others.filter(label=label, meaning=meaning).first()
        if code_id is None and same is not None:
            return same
        if others.exclude(pk=code_id or 0).exists():
            raise Refused(_("Another code has the letter %(letter)s.") % {"letter": letter})
        code = _made(letter, label, meaning) if code_id is None else _code(code_id)
        if code.meaning != meaning:
            raise Refused(
                _("What a code means cannot change, as it has been counted: retire it and add one.")
            )
        code.letter, code.label = letter, label
        code.save()
        _note(by, "save_canvass_code", code)
    return code


def retire_canvass_code(*, by: Member, code_id: int) -> CanvassCode:
    """Offer a code no longer; what was recorded with it stays. Safe to repeat."""
    return _set_retired(by, code_id, retired=True)


def restore_canvass_code(*, by: Member, code_id: int) -> CanvassCode:
    """Offer a retired code again, unless its letter is taken by now."""
    return _set_retired(by, code_id, retired=False)


def move_canvass_code(*, by: Member, code_id: int, steps: int) -> None:
    """Move a code up (-1) or down (1) among those in use."""
    _refuse_others(by)
    with transaction.atomic():
        codes = list(CanvassCode.objects.select_for_update().filter(retired=False))
        place = next((n for n, code in enumerate(codes) if code.pk == code_id), None)
        if place is None:
            raise NotFound
        if 0 <= place + steps < len(codes):
            codes.insert(place + steps, codes.pop(place))
        for position, code in enumerate(codes, start=1):
            code.position = position
        CanvassCode.objects.bulk_update(codes, ["position"])
        write_audit_line(by=by.pk, action="contact.move_canvass_code", subject=f"code:{code_id}")


def _made(letter: str, label: str, meaning: str) -> CanvassCode:
    last = CanvassCode.objects.aggregate(last=Max("position"))["last"] or 0
    return CanvassCode(letter=letter, label=label, meaning=meaning, position=last + 1)


def _set_retired(by: Member, code_id: int, *, retired: bool) -> CanvassCode:
    _refuse_others(by)
    with transaction.atomic():
        code = _code(code_id)
        if code.retired != retired:
            in_use = CanvassCode.objects.filter(letter=code.letter, retired=False)
            if not retired and in_use.exists():
                raise Refused(
                    _("Another code has the letter %(letter)s.") % {"letter": code.letter}
                )
            code.retired = retired
            code.save(update_fields=["retired"])
            _note(by, "retire_canvass_code" if retired else "restore_canvass_code", code)
    return code


def _code(code_id: int) -> CanvassCode:
    code = CanvassCode.objects.filter(pk=code_id).first()
    if code is None:
        raise NotFound
    return code


def _refuse_others(by: Member) -> None:
    if not may_change_codes(by):
        raise Refused(_("Canvass codes are shared by all: ask an organiser of the largest area."))
    if not opinions_kept():
        raise Refused(_("This organisation may not keep how people mean to vote."))


def _note(by: Member, verb: str, code: CanvassCode) -> None:
    write_audit_line(by=by.pk, action=f"contact.{verb}", subject=f"code:{code.pk}")
