"""Which efforts there are, for whom, and how they stand."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.common.rows import as_row, columns
from groundswell.contact.models import ScriptVersion, Tally
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths
from groundswell.members.queries.roles import in_areas
from groundswell.outreach import rules
from groundswell.outreach.models import Assignment, Batch, Effort, Participation
from groundswell.outreach.queries.statements import fetch
from groundswell.places.models import Area

_BY_CODE = """
SELECT {effort}, {version} FROM outreach_effort e
JOIN contact_scriptversion v ON v.id = e.script_version_id
WHERE e.join_code = %(code)s AND e.state <> 'draft'
"""
_PARTICIPATION = """
SELECT {part} FROM outreach_participation p
WHERE p.effort_id = %(effort)s AND p.member_id = %(member)s
"""
WATCHING = (Role.Kind.ORGANISER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS)


def efforts_for(member: Member, channel: str = "") -> QuerySet[Effort]:
    """Efforts of the areas that the member organises or answers for, the newest first."""
    efforts = Effort.objects.filter(in_areas("area", covered_paths(member, *WATCHING)))
    if channel:
        efforts = efforts.filter(channel=channel)
    return efforts.select_related("area", "universe__area", "script_version__script").order_by(
        "-made_at", "-pk"
    )


def effort_for(member: Member, effort_id: int, channel: str = "") -> Effort:
    """One of them, of this channel where one is named; NotFound for everybody else."""
    effort = efforts_for(member, channel).filter(pk=effort_id).first()
    if effort is None:
        raise NotFound
    return effort


def effort_by_code(join_code: str) -> Effort:
    """The effort that a link leads to, drafts excepted: whoever has the link knows that it is."""
    statement = _BY_CODE.format(effort=columns(Effort, "e"), version=columns(ScriptVersion, "v"))
    found = fetch(statement, {"code": join_code})
    if not found:
        raise NotFound
    split = len(Effort._meta.concrete_fields)
    effort = as_row(Effort, found[0][:split])
    effort.script_version = as_row(ScriptVersion, found[0][split:])
    return effort


def open_efforts_for(member: Member) -> list[Effort]:
    """Efforts that the member may take part in today: their own branch's and those they joined."""
    today = clock.today()
    near = Q(participations__member=member)
    if member.branch is not None:
        near |= _covering(member.branch)
    running = (
        Effort.objects.filter(near, state=Effort.State.OPEN)
        .filter(starts_on__lte=today, ends_on__gte=today)
        .select_related("area")
        .distinct()
        .order_by("ends_on", "pk")
    )
    return [effort for effort in running if rules.may_join(effort.joining, member.standing)]


def hours_of(effort: Effort) -> rules.CallingHours:
    """The effort's calling hours."""
    return rules.CallingHours(
        effort.weekday_from, effort.weekday_to, effort.weekend_from, effort.weekend_to
    )


def participation_of(member: Member, effort: Effort) -> Participation | None:
    """The member's part in an effort, if they have one."""
    statement = _PARTICIPATION.format(part=columns(Participation, "p"))
    found = fetch(statement, {"member": member.pk, "effort": effort.pk})
    return as_row(Participation, found[0]) if found else None


@dataclass(frozen=True)
class Progress:
    """How an effort stands. ``counted_at``: when the queue was last looked through."""

    people: int
    done: int
    attempts: int
    contacts: int
    conversations: int
    callers_now: int
    held: int
    counted_at: datetime | None

    @property
    def share_done(self) -> float:
        """Of everybody it is for, the share that nobody needs to call any more: 0 to 1."""
        return self.done / self.people if self.people else 0.0


def progress_of(effort: Effort) -> Progress:
    """The figures of an effort, from rolled-up rows and one count along an index."""
    people = effort.queues.aggregate(people=Sum("people"))["people"] or 0
    constituencies = list(effort.queues.values_list("constituency_id", flat=True))
    done = Assignment.objects.filter(
        constituency_id__in=constituencies, effort=effort, state=Assignment.State.DONE
    ).count()
    tally = Tally.objects.filter(constituency_id__in=constituencies, effort_id=effort.pk).aggregate(
        attempts=Sum("attempts"), contacts=Sum("contacts"), conversations=Sum("conversations")
    )
    held = Batch.objects.filter(
        constituency_id__in=constituencies, effort=effort, state=Batch.State.HELD
    ).aggregate(callers=Count("member", distinct=True), people=Sum("people"))
    counted = effort.queues.order_by("counted_at").values_list("counted_at", flat=True).first()
    return Progress(
        people=max(people, done),
        done=done,
        attempts=tally["attempts"] or 0,
        contacts=tally["contacts"] or 0,
        conversations=tally["conversations"] or 0,
        callers_now=held["callers"],
        held=held["people"] or 0,
        counted_at=counted,
    )


@dataclass(frozen=True)
class HeldNow:
    """A batch in somebody's hands, as its organiser sees it; never who is in it."""

    key: UUID
    member: Member
    people: int
    claimed_at: datetime
    expires_at: datetime


def held_now(effort: Effort) -> list[HeldNow]:
    """The batches of an effort that are out, the oldest first."""
    constituencies = list(effort.queues.values_list("constituency_id", flat=True))
    batches = (
        Batch.objects.filter(
            constituency_id__in=constituencies, effort=effort, state=Batch.State.HELD
        )
        .select_related("member")
        .order_by("claimed_at")
    )
    return [
        HeldNow(batch.key, batch.member, batch.people, batch.claimed_at, batch.expires_at)
        for batch in batches
    ]


def participants_of(effort: Effort) -> QuerySet[Participation]:
    """Who takes part in an effort, by name."""
    return effort.participations.select_related("member", "member__branch").order_by(
        "member__name", "pk"
    )


def took_part_with(organiser: Member, member: Member) -> bool:
    """Whether somebody took part in an effort of the organiser's own areas."""
    paths = covered_paths(organiser, *WATCHING)
    return Participation.objects.filter(in_areas("effort__area", paths), member=member).exists()


def _covering(branch: Area) -> Q:
    """Efforts for the branch, for what lies in it, or for an area above it."""
    chain = [int(step) for step in branch.path.strip("/").split("/")]
    return Q(area__in=chain) | Q(area__path__startswith=branch.path)
