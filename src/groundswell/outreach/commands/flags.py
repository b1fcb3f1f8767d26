"""Safeguards: implausible results are held, the caller is told and can answer, a person decides."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.common.mail import put_in_outbox
from groundswell.contact.commands import hold_results, reject_results, release_results
from groundswell.contact.models import Attempt, HeldResults
from groundswell.members.models import Member
from groundswell.outreach.models import Effort, Flag
from groundswell.outreach.plausibility import Finding, door_findings, findings
from groundswell.outreach.queries.efforts import hours_of
from groundswell.outreach.queries.flags import caller_records, everybody_but, flag_to_decide
from groundswell.outreach.queries.visits import visitor_records
from groundswell.outreach.rules.flags import within_hours_and_grace
from groundswell.privacy.models import Channel

REPLY_LENGTH = 1000


def look_for_implausible_results() -> None:
    """Look at every effort with results since its last look (the worker's round)."""
    for effort in Effort.objects.exclude(state=Effort.State.DRAFT):
        constituencies = list(effort.queues.values_list("constituency_id", flat=True))
        recorded = Attempt.objects.filter(
            constituency_id__in=constituencies, effort_id=effort.id, member_id__isnull=False
        )
        latest = recorded.order_by("-recorded_at").values_list("recorded_at", flat=True).first()
        if latest and (effort.looked_at is None or latest > effort.looked_at):
            look_at_effort(effort_id=effort.id)


@transaction.atomic
def look_at_effort(*, effort_id: int) -> list[Flag]:
    """Apply the published rules to every caller of the effort; returns the flags now raised."""
    effort = Effort.objects.select_for_update().get(id=effort_id)
    effort.looked_at = clock.now()
    effort.save(update_fields=["looked_at"])
    found = _at_doors(effort) if effort.channel == Channel.DOOR else _on_the_phone(effort)
    return [
        flag
        for member_id, finding in found
        if (flag := _raise_flag(effort, member_id, finding)) is not None
    ]


@transaction.atomic
def hold_results_of_barred(*, member_id: int) -> None:
    """Hold everything somebody who was barred has recorded, for a person to review; repeatable."""
    # A caller's first batch, a canvasser's first round: from then on there may be results.
    efforts = Effort.objects.filter(participations__member_id=member_id).filter(
        Q(participations__batches__gt=0, participations__member_id=member_id)
        | Q(channel=Channel.DOOR)
    )
    for effort in efforts.distinct():
        _raise_flag(effort, member_id, Finding(Flag.Rule.BARRED, {}), tell=False)


@transaction.atomic
def reply_to_flag(*, by: Member, flag_id: int, reply: str) -> Flag:
    """The caller's own answer to a flag on their results, once; it stands beside the figures."""
    flag = Flag.objects.select_for_update().filter(id=flag_id, member=by).first()
    words = reply.strip()
    if flag is None or flag.decision != Flag.Decision.OPEN:
        raise Refused(_("This has been decided already: speak to the organiser if you disagree."))
    if not words or len(words) > REPLY_LENGTH:
        raise Refused(_("Write your answer in at most 1,000 characters."))
    flag.reply, flag.replied_at = words, clock.now()
    flag.save(update_fields=["reply", "replied_at"])
    write_audit_line(by=by.id, action="outreach.reply_to_flag", subject=f"flag:{flag.id}")
    return flag


@transaction.atomic
def decide_flag(*, by: Member, flag_id: int, fair: bool, reason: str) -> Flag:
    """Count the held results again (fair), or leave them out for good (invented); with a reason.

    All open flags on this caller's results in the effort are decided together: the same results
    cannot both count and not count.
    """
    flag = flag_to_decide(by, flag_id)
    if not reason.strip():
        raise Refused(_("Say in a sentence why you decide so: the caller will read it."))
    now = clock.now()
    Flag.objects.filter(effort=flag.effort, member=flag.member, decision=Flag.Decision.OPEN).update(
        decision=Flag.Decision.FAIR if fair else Flag.Decision.INVENTED,
        decided_by=by,
        decided_at=now,
        decision_reason=reason.strip()[:300],
    )
    settle = release_results if fair else reject_results
    held = HeldResults.objects.filter(
        member=flag.member, effort_id=flag.effort_id, released_at=None, rejected_at=None
    )
    for held_id in held.values_list("id", flat=True):
        settle(by=by, held_id=held_id)
    write_audit_line(
        by=by.id,
        action="outreach.decide_flag",
        subject=f"flag:{flag.id}",
        details={"fair": fair, "reason": reason.strip()[:300]},
    )
    flag.refresh_from_db()
    _tell_decision(flag)
    return flag


def _on_the_phone(effort: Effort) -> list[tuple[int, Finding]]:
    records, within_hours = caller_records(effort), _hours(effort)
    return [
        (member_id, finding)
        for member_id, record in records.items()
        for finding in findings(record, everybody_but(member_id, records), within_hours)
    ]


def _at_doors(effort: Effort) -> list[tuple[int, Finding]]:
    records, within_hours = visitor_records(effort), _hours(effort)
    doors = {member_id: record.doors for member_id, record in records.items()}
    return [
        (member_id, finding)
        for member_id, record in records.items()
        for finding in door_findings(
            record.doors, record.visits, everybody_but(member_id, doors), within_hours
        )
    ]


def _hours(effort: Effort) -> Callable[[datetime], bool]:
    hours = hours_of(effort)
    return lambda moment: within_hours_and_grace(hours, moment)


def _raise_flag(
    effort: Effort, member_id: int, finding: Finding, *, tell: bool = True
) -> Flag | None:
    flag, new = Flag.objects.get_or_create(
        effort=effort,
        member_id=member_id,
        rule=finding.rule,
        decision=Flag.Decision.OPEN,
        defaults={"evidence": dict(finding.evidence), "raised_at": clock.now()},
    )
    if not new:
        return None
    hold_results(by=None, member_id=member_id, effort_id=effort.id, reason=flag.get_rule_display())
    write_audit_line(
        by=None,
        action="outreach.raise_flag",
        subject=f"flag:{flag.id}",
        details={"member": member_id, "rule": finding.rule},
    )
    if tell:
        _tell_caller(flag)
    return flag


def _tell_caller(flag: Flag) -> None:
    with override(flag.member.language):
        put_in_outbox(
            key=f"flag:{flag.id}:raised",
            to=flag.member.email,
            subject=_("Some of your results are waiting for a second look"),
            body=_(
                "Thank you for helping with %(effort)s.\n\n%(rule)s\n\n"
                "This happens to honest callers too. Nothing is deleted; until somebody has "
                "looked, these results are not in the totals. You can say what happened on "
                "your page “My results”, and a person will decide.\n"
            )
            % {"effort": flag.effort.name, "rule": flag.get_rule_display()},
        )
    flag.told_at = clock.now()
    flag.save(update_fields=["told_at"])


def _tell_decision(flag: Flag) -> None:
    if flag.rule == Flag.Rule.BARRED:
        return
    with override(flag.member.language):
        words = (
            _("Somebody has looked at your results: they are counted again. Thank you.")
            if flag.decision == Flag.Decision.FAIR
            else _("Somebody has looked at your results and left them out of the totals.")
        )
        put_in_outbox(
            key=f"flag:{flag.id}:decided",
            to=flag.member.email,
            subject=_("Your results for %(effort)s") % {"effort": flag.effort.name},
            body=f"{words}\n\n{flag.decision_reason}\n",
        )
