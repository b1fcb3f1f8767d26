"""What this part holds on a person, for the export and the erasure."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.contact.commands import forget_person
from groundswell.contact.models import CaseEntry
from groundswell.contact.queries.casework import ToldEntry, told_by
from groundswell.contact.queries.casework.told import steps_on
from groundswell.contact.queries.timeline import Entry, recorded_on
from groundswell.privacy.registry import Row, register_holder
from groundswell.register.queries import electors_of


def register() -> None:
    """Plug in like every other part."""
    register_holder(
        "contact",
        title=gettext_lazy("Calls and visits, and what was said"),
        export=_export,
        erase=forget_person,
    )


def _export(person: UUID) -> Iterable[Row]:
    for elector in electors_of(person):
        for entry in recorded_on(elector.constituency_id, elector.pk):
            yield _row(entry)
        for told in told_by(elector.constituency_id, elector.pk):
            yield _told_row(told)
        for step in steps_on(elector.constituency_id, elector.pk):
            yield _step_row(step)


def _row(entry: Entry) -> Row:
    """One attempt; the campaigner's name is theirs, and is left out."""
    said = "; ".join(f"{one.question}: {one.answer}" for one in entry.said)
    return {
        _("When"): entry.at,
        _("How"): entry.channel,
        _("What came of it"): entry.outcome_name,
        _("Detail"): entry.detail,
        _("To be called back"): entry.call_back_at,
        _("What was said"): said,
        _("Script"): entry.script,
        _("Source"): entry.source,
        _("Struck out"): entry.voided_because or (_("Undone") if entry.voided else ""),
    }


def _told_row(told: ToldEntry) -> Row:
    """An issue or an offer."""
    return {
        _("When"): told.at,
        _("How"): told.channel,
        _("What was told"): told.title,
        _("What was said"): told.note,
        _("How it stands"): told.state,
        _("To be answered by"): told.reply_by,
    }


def _step_row(step: CaseEntry) -> Row:
    """What was done about an issue."""
    return {
        _("When"): step.at,
        _("How"): str(step.get_channel_display()),
        _("What was done"): str(step.get_kind_display()),
        _("What was said"): step.words,
    }
