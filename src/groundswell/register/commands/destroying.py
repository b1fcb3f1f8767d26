"""Destroying what was supplied, when its time has come or its purpose has ended."""

import hashlib
import json
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.announcements import announce
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.members.models import Member
from groundswell.register.after_apply import tell_destroyed
from groundswell.register.announcements import SupplyDestroyed
from groundswell.register.commands.supplies import must_manage
from groundswell.register.models import (
    ContactDetail,
    Elector,
    Household,
    PastVote,
    RegisterEntry,
    RegisterImport,
    Review,
    SupplyRecord,
    Tag,
)
from groundswell.register.work_folder import remove_folder

State = RegisterImport.State


def destroy_supply(*, by: Member | None, supply_id: int) -> dict[str, Any]:
    """Delete every row and elector that rests on this supply alone; gives the certificate.

    Who is listed by another supply too stays, without this supply's rows. The certificate keeps
    counts, the files' hashes, time and person, and nothing about anybody; it is kept on the supply.
    Once destroyed, the same certificate is given again.
    """
    supply = SupplyRecord.objects.filter(pk=supply_id).first()
    if supply is None:
        raise NotFound
    imports = list(supply.imports.all())
    for council_id in {supply.area_id, *(one.council_id for one in imports)}:
        must_manage(by, council_id)
    if supply.certificate is not None:
        return dict(supply.certificate)
    if any(one.state in {State.CHECKING, State.APPLYING} for one in imports):
        raise Refused(_("A file of this supply is being imported: cancel that first."))
    with transaction.atomic():
        seats = sorted({seat for one in imports for seat in one.summary.get("constituencies", [])})
        counts = _destroy_rows(seats, [one.pk for one in imports])
        tell_destroyed(seats)
        certificate = _certificate(supply, imports, counts, by)
        supply.certificate = certificate
        supply.destroyed_at, supply.destroyed_by = clock.now(), by
        supply.save(update_fields=["certificate", "destroyed_at", "destroyed_by"])
        _empty_imports(imports)
        write_audit_line(
            by=by.pk if by else None,
            action="register.destroy_supply",
            subject=f"supply:{supply.pk}",
            details=counts,
        )
        announce(SupplyDestroyed(supply_id=supply.pk, constituency_ids=tuple(seats)))
    for one in imports:
        remove_folder(one.pk)
    return certificate


def _destroy_rows(seats: list[int], import_ids: list[int]) -> dict[str, int]:
    counts = dict.fromkeys(("entries", "electors", "households", "details"), 0)
    for seat in seats:
        here = {"constituency_id": seat}
        counts["entries"] += RegisterEntry.objects.filter(
            **here, register_import_id__in=import_ids
        ).delete()[0]
        other_rows = RegisterEntry.objects.filter(**here, elector_id=OuterRef("pk"))
        counts["electors"] += (
            Elector.objects.filter(**here, last_import_id__in=import_ids)
            .filter(~Exists(other_rows))
            .delete()[0]
        )
        for table in (ContactDetail, Tag, PastVote, Review):
            counts["details"] += _without_elector(table.objects.all(), seat).delete()[0]
        dwellers = Elector.objects.filter(**here, household_id=OuterRef("pk"))
        counts["households"] += (
            Household.objects.filter(**here).filter(~Exists(dwellers)).delete()[0]
        )
    return counts


def _without_elector(rows: QuerySet[Any], seat: int) -> QuerySet[Any]:
    """Rows of this constituency about electors that are no more."""
    electors = Elector.objects.filter(constituency_id=seat, pk=OuterRef("elector_id"))
    return rows.filter(constituency_id=seat, elector_id__isnull=False).filter(~Exists(electors))


def _certificate(
    supply: SupplyRecord, imports: list[RegisterImport], counts: dict[str, int], by: Member | None
) -> dict[str, Any]:
    said: dict[str, Any] = {
        "supply": supply.pk,
        "entitled_body": supply.entitled_body,
        "regulation": supply.regulation,
        "supplied_on": supply.supplied_on.isoformat(),
        "area": supply.area.name,
        "purpose": supply.purpose,
        "files": [
            {
                "name": one.file_name,
                "sha256": one.sha256,
                "published_on": one.published_on.isoformat(),
                "rows": one.summary.get("read", 0),
            }
            for one in imports
        ],
        "destroyed": counts,
        "destroyed_at": clock.now().isoformat(),
        "destroyed_by": by.name if by else "system",
    }
    digest = hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
    return {**said, "sha256": digest}


def _empty_imports(imports: list[RegisterImport]) -> None:
    """An import keeps its counts; the rows shown as nastiest are people's, and go."""
    for one in imports:
        one.summary = {key: value for key, value in one.summary.items() if key != "nastiest"}
        if one.state not in {State.APPLIED, State.FAILED}:
            one.state = State.CANCELLED
        one.save(update_fields=["summary", "state"])
