"""A file comes in."""

from datetime import date
from pathlib import Path
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.register.commands.supplies import must_manage
from groundswell.register.incoming import keep_file, shape_and_rows
from groundswell.register.layouts import Mapping, header_signature, recognise
from groundswell.register.models import RegisterImport, SavedMapping, SupplyRecord
from groundswell.register.work_folder import upload_of


def upload_register(
    *,
    by: Member | None,
    file: BinaryIO,
    file_name: str,
    council_id: int,
    supply_id: int,
    published_on: date,
    scope: str | None = None,
) -> RegisterImport:
    """Keep the file and recognise its layout; the worker then checks it.

    ``scope`` is one of RegisterImport.Scope; None takes what the layout says. A file in no known
    layout waits for its columns to be named.
    """
    must_manage(by, council_id)
    supply = SupplyRecord.objects.filter(pk=supply_id, destroyed_at=None).first()
    if supply is None:
        raise Refused(_("Record first under what right the register was supplied."))
    path, digest = keep_file(file)
    try:
        shape, rows = shape_and_rows(path)
        mapping = recognise(rows) or _named_before(rows)
        with transaction.atomic():
            made = RegisterImport.objects.create(
                council_id=council_id,
                supply=supply,
                file_name=Path(file_name).name[:200],
                stored_as="upload",
                sha256=digest,
                encoding=shape.encoding,
                delimiter=shape.delimiter,
                layout=mapping.layout if mapping else "",
                mapping=_told(mapping, scope),
                scope=scope or _scope_of(mapping),
                published_on=published_on,
                state=State.UPLOADED if mapping else State.NEEDS_MAPPING,
                uploaded_by=by,
                uploaded_at=clock.now(),
            )
            write_audit_line(
                by=by.pk if by else None,
                action="register.upload_register",
                subject=f"import:{made.pk}",
                details={"sha256": digest},
            )
        path.replace(upload_of(made.pk))
    finally:
        path.unlink(missing_ok=True)
    return made


State = RegisterImport.State


def _named_before(rows: list[list[str]]) -> Mapping | None:
    saved = SavedMapping.objects.filter(signature=header_signature(rows[0])).first()
    return Mapping.from_json(saved.mapping) if saved else None


def _told(mapping: Mapping | None, scope: str | None) -> dict[str, object] | None:
    """The mapping as it is kept, with the scope that somebody chose."""
    if mapping is None:
        return {"scope": scope} if scope else None
    return {**mapping.as_json(), **({"scope": scope} if scope else {})}


def _scope_of(mapping: Mapping | None) -> str:
    kinds = RegisterImport.Scope
    if mapping is None or mapping.scope == "by_operations":
        return kinds.FULL
    return kinds(mapping.scope)
