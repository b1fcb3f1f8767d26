"""Applying a checked file: asked for by a person, done by the worker in one transaction."""

from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.announcements import announce
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.register import work_folder
from groundswell.register.announcements import RegisterChanged
from groundswell.register.applying.engine import engine
from groundswell.register.applying.job import Job
from groundswell.register.applying.register import write_register
from groundswell.register.checking.workspace import open_workspace
from groundswell.register.commands.checking import failed
from groundswell.register.commands.supplies import must_manage
from groundswell.register.comparing.in_force import state_of_register
from groundswell.register.endings import trouble_told
from groundswell.register.file_check import check_file
from groundswell.register.models import RegisterImport
from groundswell.register.queries import import_for
from groundswell.register.work_folder import CancelAsked, Watch, folder_of, worked_on

State = RegisterImport.State


def ask_to_apply(*, by: Member | None, import_id: int) -> RegisterImport:
    """Let the worker write what the check found; asking twice asks once."""
    found = import_for(by, import_id)
    must_manage(by, found.council_id)
    if found.state in {State.APPLYING, State.APPLIED}:
        return found
    if found.state != State.CHECKED:
        raise Refused(_("This file is not checked yet: wait for the check, then apply it."))
    with transaction.atomic():
        found.state = State.APPLYING
        found.save(update_fields=["state"])
        write_audit_line(
            by=by.pk if by else None, action="register.ask_to_apply", subject=f"import:{found.pk}"
        )
    return found


def apply_import(*, import_id: int, watch: Watch | None = None) -> RegisterImport:
    """Write the checked file into the register now: all of it or nothing.

    Where the register has changed since the check, the file is checked again first. Killed in the
    middle, the register is as it was and the worker begins again. Raises BeingWorkedOn where
    another process has it.
    """
    with worked_on(import_id):
        found = import_for(None, import_id)
        if found.state not in {State.CHECKED, State.APPLYING}:
            return found
        try:
            with trouble_told(f"Applying import {import_id}", partial(failed, found)):
                _apply(found, watch or Watch(import_id))
        except CancelAsked:
            found.state = State.CANCELLED
            found.save(update_fields=["state"])
            work_folder.remove_folder(found.pk)
        if found.state == State.APPLIED:
            work_folder.remove_work(found.pk)
            work_folder.upload_of(found.pk).unlink(missing_ok=True)
    return found


def _apply(found: RegisterImport, watch: Watch) -> None:
    folder = folder_of(found.pk)
    if not _check_still_holds(found):
        found.summary = check_file(found, watch)
    writer = engine(folder)
    with transaction.atomic(), open_workspace(folder) as work:
        writer.only_one_import()
        if found.summary["based_on"] != state_of_register(found.council_id):
            raise Refused(
                _("Another import was applied at the same moment: upload this file again.")
            )
        job = Job(
            import_id=found.pk,
            council_id=found.council_id,
            published_on=found.published_on,
            work=work,
            engine=writer,
            folder=folder,
            watch=watch,
        )
        touched = write_register(job, scope=found.scope)
        found.state, found.applied_at = State.APPLIED, clock.now()
        found.save(update_fields=["state", "applied_at", "summary", "scope"])
        write_audit_line(
            by=None,
            action="register.apply_import",
            subject=f"import:{found.pk}",
            details={key: found.summary[key] for key in ("new", "changed", "moved", "gone")},
        )
        announce(RegisterChanged(import_id=found.pk, constituency_ids=tuple(touched)))


def _check_still_holds(found: RegisterImport) -> bool:
    checked = (folder_of(found.pk) / "check.duckdb").exists()
    return checked and found.summary.get("based_on") == state_of_register(found.council_id)
