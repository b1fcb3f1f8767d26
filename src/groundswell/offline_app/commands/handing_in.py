"""A signed file from a telephone that found no network, loaded at a desk."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.members.queries import LOOK_AFTER, holds_role, may_look_after
from groundswell.offline_app.commands.receiving import Delivery, Receipt, receive_records
from groundswell.offline_app.providers.shift_keys import is_signed, shift_keys
from groundswell.offline_app.queries.belonging import area_of
from groundswell.offline_app.rules.clocks import RIGHT_ENOUGH
from groundswell.offline_app.rules.records import LARGEST_FILE, as_id, as_text, read_record

_UNLIKELY = timedelta(days=400)


@dataclass(frozen=True)
class _SignedFile:
    member: Member
    device: str
    day: date
    app_version: str
    behind: timedelta
    records: list[Any]


def hand_in_file(*, by: Member, signed: str, signature: str) -> Receipt:
    """Take in a file whose signature is right, as if its telephone had sent it; repeats harmless.

    ``by`` organises where its records belong, looks after the member whose telephone it was, or is
    that member. Refused where the file was changed on its way, or is no such file.
    """
    if len(signed) > LARGEST_FILE:
        raise Refused(_("This file is larger than any that a telephone saves."))
    file = _read(signed)
    key = shift_keys(file.member.pk, file.device, file.day).signing
    if not is_signed(signed, signature.strip().lower(), key):
        raise Refused(
            _(
                "This file was changed after the telephone saved it, so nothing in it was taken. "
                "Save it again on the telephone."
            )
        )
    if not _may_load(by, file):
        raise Refused(
            _("Only somebody who organises where these results belong can load this file.")
        )
    delivery = Delivery(
        records=file.records,
        app_version=file.app_version,
        device=file.device,
        behind=file.behind,
        handed_in_by=by,
    )
    return receive_records(by=file.member, delivery=delivery)


def _read(signed: str) -> _SignedFile:
    no_such_file = _("This is no file of results from the app. Look for one named “groundswell”.")
    try:
        told = json.loads(signed)
        day = date.fromisoformat(told["day"])
        member = Member.objects.filter(pk=as_id(told["member"]) or 0).first()
        records = told["records"]
        behind = timedelta(seconds=-int(told.get("clock_ahead_seconds", 0)))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        raise Refused(no_such_file) from None
    if member is None or not isinstance(records, list):
        raise Refused(no_such_file)
    return _SignedFile(
        member=member,
        device=as_text(told.get("device"), 40),
        day=day,
        app_version=as_text(told.get("app_version"), 40),
        behind=behind if RIGHT_ENOUGH < abs(behind) < _UNLIKELY else timedelta(0),
        records=records,
    )


def _may_load(by: Member, file: _SignedFile) -> bool:
    if by == file.member or may_look_after(by, file.member):
        return True
    areas = {area_of(read_record(sent), file.member) for sent in file.records}
    return any(area is not None and holds_role(by, *LOOK_AFTER, area=area) for area in areas)
