"""A person names the columns of a file in no known layout."""

from typing import Literal

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.register.commands.supplies import must_manage
from groundswell.register.layouts import FIELDS, Mapping, has_heading, header_signature
from groundswell.register.models import RegisterImport, SavedMapping
from groundswell.register.queries import import_for
from groundswell.register.queries.importing import sample_of


def name_columns(
    *, by: Member | None, import_id: int, columns: dict[str, str], save_as: str = ""
) -> RegisterImport:
    """Say what each column holds (position → field, or empty); the worker then checks the file.

    ``save_as`` keeps the names for the next file with the same headings.
    """
    found = import_for(by, import_id)
    must_manage(by, found.council_id)
    if found.state != RegisterImport.State.NEEDS_MAPPING:
        raise Refused(_("The columns of this file are named already."))
    rows = sample_of(found)
    mapping = _mapping(columns, rows, save_as or found.file_name, found.council.nation)
    kept = {**mapping.as_json(), **(found.mapping or {})}
    with transaction.atomic():
        if save_as and mapping.has_header:
            SavedMapping.objects.update_or_create(
                signature=header_signature(rows[0]),
                defaults={
                    "name": save_as[:120],
                    "mapping": mapping.as_json(),
                    "saved_by": by,
                    "saved_at": clock.now(),
                },
            )
        found.mapping = kept
        found.layout = (save_as or _("named by hand"))[:60]
        found.state = RegisterImport.State.UPLOADED
        found.save(update_fields=["mapping", "layout", "state"])
        write_audit_line(
            by=by.pk if by else None, action="register.name_columns", subject=f"import:{found.pk}"
        )
    return found


def _mapping(columns: dict[str, str], rows: list[list[str]], name: str, nation: str) -> Mapping:
    named = {int(place): held for place, held in columns.items() if held}
    held = list(named.values())
    if any(one not in FIELDS for one in held):
        raise Refused(_("Choose what each column holds from the list."))
    twice = sorted({one for one in held if held.count(one) > 1})
    if twice:
        raise Refused(_("Two columns cannot hold the same: choose another for one of them."))
    if not {"surname", "full_name"} & set(held):
        raise Refused(_("Say which column holds the surname or the whole name."))
    return Mapping(
        layout=name[:60],
        columns=named,
        width=max(len(row) for row in rows),
        has_header=has_heading(rows),
        country="US" if len(nation) > 1 else "GB",
        scope="by_operations" if "operation" in held else "full",
        number=_number(set(held)),
        names="columns" if "surname" in held else "surname_first",
    )


def _number(held: set[str]) -> Literal["whole", "cells", "state"]:
    if "whole_number" in held:
        return "whole"
    if {"prefix", "number"} <= held:
        return "cells"
    if "state_number" in held:
        return "state"
    raise Refused(
        _(
            "Say which column holds the elector number, "
            "or which two hold polling district and number."
        )
    )
