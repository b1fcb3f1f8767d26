"""What every command about a report does: take the step down, and hide or show the thing."""

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.members.models import Member
from groundswell.moderation import registry
from groundswell.moderation.models import Hidden, Report, Step


def note_step(*, by: Member | None, report: Report, what: Step.What, words: str = "") -> None:
    """Append a step to the report, with its audit line."""
    Step.objects.create(report=report, what=what, by=by, words=words[:500], at=clock.now())
    write_audit_line(
        by=by.pk if by else None,
        action=f"moderation.{what}",
        subject=f"report:{report.pk}",
        details={"kind": report.kind, "thing": report.thing, "desk": str(report.desk)},
    )


def hide(by: Member | None, report: Report) -> bool:
    """Hide the thing; False where it was hidden already."""
    _row, new = Hidden.objects.get_or_create(
        kind=report.kind, thing=report.thing, defaults={"by": by, "since": clock.now()}
    )
    if new and (kind := registry.content(report.kind)):
        kind.hide(report.thing, by)
    return new


def show(by: Member | None, report: Report) -> bool:
    """Show the thing again; False where it was not hidden."""
    gone, _rows = Hidden.objects.filter(kind=report.kind, thing=report.thing).delete()
    if gone and (kind := registry.content(report.kind)):
        kind.show(report.thing, by)
    return bool(gone)
