"""Efforts: drawn up, opened, paused, closed."""

import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.contact.models import ScriptVersion
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role
from groundswell.outreach.commands.endings import end_batch
from groundswell.outreach.commands.queue import refresh_queue
from groundswell.outreach.models import Batch, Effort
from groundswell.outreach.rules import CallingHours
from groundswell.places.models import Area
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import constituencies_of

# Without letters and digits that are taken for one another; read out over a telephone, too.
_CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_CODE_LENGTH = 9
LARGEST_BATCH = 50
MAY_SHOW = frozenset({"past", "address", "age", "along"})


@dataclass(frozen=True)
class EffortPlan:
    """Everything an organiser decides about an effort."""

    name: str
    area: Area
    universe: Universe
    script_version: ScriptVersion
    starts_on: date
    ends_on: date
    joining: str = Effort.Joining.MEMBERS
    batch_size: int = 10
    cap_per_day: int = 100
    hours: CallingHours = field(default_factory=CallingHours)
    shows: Sequence[str] = ()


def draw_up_effort(*, by: Member | None, channel: str, plan: EffortPlan) -> Effort:
    """A new effort, not yet open. ``by`` None is the demo."""
    _refuse_what_cannot_be(by, plan)
    with transaction.atomic():
        effort = Effort(channel=channel, join_code=_new_code(), made_by=by, made_at=clock.now())
        _put(effort, plan)
        _line(by, "draw_up_effort", effort)
    return effort


def change_effort(*, by: Member, effort: Effort, plan: EffortPlan) -> Effort:
    """Change an effort; whoever is calling for it meets the change with their next person."""
    _must_organise(by, effort.area)
    _refuse_what_cannot_be(by, plan)
    with transaction.atomic():
        another_universe = effort.universe_id != plan.universe.pk
        _put(effort, plan)
        _line(by, "change_effort", effort)
    if another_universe and effort.state == Effort.State.OPEN:
        _refresh_now_if_small(effort)
    return effort


def open_effort(*, by: Member | None, effort: Effort) -> Effort:
    """Let people take part, from its first day on; also after a pause, or when closed too early."""
    _must_organise(by, effort.area)
    if effort.ends_on < clock.today():
        raise Refused(_("Its last day has passed: change the dates first."))
    _set_state(by, effort, Effort.State.OPEN)
    _refresh_now_if_small(effort)
    return effort


def pause_effort(*, by: Member, effort: Effort) -> Effort:
    """Show nobody to anybody until it is opened again; results on their way still count."""
    _must_organise(by, effort.area)
    _set_state(by, effort, Effort.State.PAUSED)
    return effort


def close_effort(*, by: Member, effort: Effort) -> Effort:
    """End it: every batch comes back; results on their way still count."""
    _must_organise(by, effort.area)
    with transaction.atomic():
        _set_state(by, effort, Effort.State.CLOSED)
        held = Batch.objects.filter(
            constituency_id__in=effort.queues.values("constituency_id"),
            effort=effort,
            state=Batch.State.HELD,
        )
        for batch in held:
            end_batch(batch, Batch.State.WITHDRAWN, by=by.pk)
    return effort


def _must_organise(by: Member | None, area: Area) -> None:
    if by is not None and not holds_role(by, Role.Kind.ORGANISER, area=area):
        raise Refused(
            _("Only an organiser of %(area)s can do this. Ask for that role, or ask one of them.")
            % {"area": area.name}
        )


def _refuse_what_cannot_be(by: Member | None, plan: EffortPlan) -> None:
    _must_organise(by, plan.area)
    if not plan.name.strip():
        raise Refused(_("Give it a name that callers understand."))
    within = plan.universe.area
    if not (within.path.startswith(plan.area.path) or within.branch_id == plan.area.pk):
        raise Refused(
            _("This universe reaches beyond %(area)s: choose one that lies within it.")
            % {"area": plan.area.name}
        )
    if plan.ends_on < plan.starts_on:
        raise Refused(_("The last day lies before the first."))
    if not 1 <= plan.batch_size <= LARGEST_BATCH:
        raise Refused(
            _("A batch has 1 to %(most)d people; ten is usual.") % {"most": LARGEST_BATCH}
        )
    if plan.cap_per_day < 1:
        raise Refused(_("Let each caller call at least one person a day."))
    hours = plan.hours
    if hours.weekday_to <= hours.weekday_from or hours.weekend_to <= hours.weekend_from:
        raise Refused(_("Calling hours end later than they begin."))
    if not MAY_SHOW.issuperset(plan.shows):
        raise Refused(_("Callers cannot be shown that."))


def _put(effort: Effort, plan: EffortPlan) -> None:
    given = asdict(plan.hours)
    for name in ("weekday_from", "weekday_to", "weekend_from", "weekend_to"):
        value: time = given[name]
        setattr(effort, name, value)
    effort.name = plan.name.strip()
    effort.area = plan.area
    effort.universe = plan.universe
    effort.script_version = plan.script_version
    effort.starts_on, effort.ends_on = plan.starts_on, plan.ends_on
    effort.joining = plan.joining
    effort.batch_size, effort.cap_per_day = plan.batch_size, plan.cap_per_day
    effort.shows = sorted(plan.shows)
    effort.save()


def _set_state(by: Member | None, effort: Effort, state: Effort.State) -> None:
    with transaction.atomic():
        effort.state = state
        effort.save(update_fields=["state"])
        _line(by, f"{state}_effort", effort)


def _refresh_now_if_small(effort: Effort) -> None:
    """Fill the queue at once within one constituency; the worker fills wider ones."""
    if len(constituencies_of(effort.universe)) == 1:
        refresh_queue(effort=effort)
    else:
        Effort.objects.filter(pk=effort.pk).update(refreshed_at=None)


def _line(by: Member | None, verb: str, effort: Effort) -> None:
    write_audit_line(
        by=by.pk if by else None, action=f"outreach.{verb}", subject=f"effort:{effort.pk}"
    )


def _new_code() -> str:
    return "".join(secrets.choice(_CODE_LETTERS) for _letter in range(_CODE_LENGTH))
