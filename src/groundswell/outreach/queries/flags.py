"""Reading what the plausibility rules go by, and the flags they raised."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from groundswell.common.errors import NotFound
from groundswell.contact.models import Answer, Attempt, Meaning
from groundswell.contact.rules.outcomes import is_contact
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths, in_areas
from groundswell.outreach.models import Effort, Flag
from groundswell.outreach.plausibility import CallerRecord, OthersRecord, Result


def flags_to_decide(member: Member) -> QuerySet[Flag]:
    """Open flags on efforts of the member's areas; never those about themself."""
    return (
        _flags_of_areas(member)
        .filter(decision=Flag.Decision.OPEN)
        .exclude(member=member)
        .order_by("raised_at")
    )


def flags_decided(member: Member) -> QuerySet[Flag]:
    """Flags of the member's areas on which somebody has decided, the latest first."""
    decided = _flags_of_areas(member).exclude(decision=Flag.Decision.OPEN)
    return decided.order_by("-decided_at")


def flag_to_decide(member: Member, flag_id: int) -> Flag:
    """One open flag that this member may decide on."""
    flag = flags_to_decide(member).filter(id=flag_id).first()
    if flag is None:
        raise NotFound
    return flag


def flags_about(member: Member) -> QuerySet[Flag]:
    """Flags on the member's own results, the latest first."""
    return Flag.objects.filter(member=member).select_related("effort").order_by("-raised_at")


def caller_records(effort: Effort) -> dict[int, CallerRecord]:
    """Each caller's results on the effort, by member id, in the order they were recorded.

    Left out: what was undone or corrected, and what somebody has already decided on.
    """
    constituencies = effort.queues.values("constituency_id")
    attempts = Attempt.objects.filter(
        constituency_id__in=constituencies, effort_id=effort.id, member_id__isnull=False
    ).exclude(outcome="")
    voided = voided_in(effort)
    intentions = intentions_given(effort)
    answers = answers_given(effort)
    since = decided_until(effort)
    records: dict[int, list[Result]] = defaultdict(list)
    for row in attempts.order_by("recorded_at", "id").values(
        "id_on_device", "member_id", "outcome", "seconds", "made_at", "recorded_at"
    ):
        looked_at = row["recorded_at"] <= since.get(row["member_id"], row["recorded_at"])
        if row["id_on_device"] in voided or (row["member_id"] in since and looked_at):
            continue
        records[row["member_id"]].append(
            Result(
                contact=is_contact(row["outcome"]),
                spoke=row["outcome"] == "spoke",
                answers=answers[row["id_on_device"]],
                seconds=row["seconds"],
                local_time=timezone.localtime(min(row["made_at"], row["recorded_at"])),
                intention=intentions.get(row["id_on_device"], ""),
            )
        )
    return {member: CallerRecord(tuple(results)) for member, results in records.items()}


def everybody_but(member_id: int, records: Mapping[int, CallerRecord]) -> OthersRecord:
    """What all the other callers found on the same universe."""
    others = [record for member, record in records.items() if member != member_id]
    return OthersRecord(
        attempts=sum(len(record.results) for record in others),
        contacts=sum(record.contacts for record in others),
        intentions=Counter(said for record in others for said in record.intentions),
    )


def _flags_of_areas(member: Member) -> QuerySet[Flag]:
    paths = covered_paths(member, Role.Kind.ORGANISER)
    return Flag.objects.filter(in_areas("effort__area", paths)).select_related("effort", "member")


def _answers_of(effort: Effort) -> QuerySet[Answer]:
    constituencies = list(effort.queues.values_list("constituency_id", flat=True))
    ids = Attempt.objects.filter(constituency_id__in=constituencies, effort_id=effort.id).values(
        "id_on_device"
    )
    return Answer.objects.filter(constituency_id__in=constituencies, attempt_id_on_device__in=ids)


def voided_in(effort: Effort) -> set[UUID | None]:
    """The ids of the effort's results that were undone or corrected."""
    seats = list(effort.queues.values_list("constituency_id", flat=True))
    voiding = Attempt.objects.filter(
        constituency_id__in=seats, effort_id=effort.id, voids__isnull=False
    )
    return set(voiding.values_list("voids", flat=True))


def intentions_given(effort: Effort) -> dict[object, str]:
    """The meaning of the voting intention given in each result that has one, by its id."""
    said = _answers_of(effort).exclude(meaning="")
    return dict(said.values_list("attempt_id_on_device", "meaning"))


def answers_given(effort: Effort) -> Counter[object]:
    """How many answers each result has, by its id."""
    return Counter(_answers_of(effort).values_list("attempt_id_on_device", flat=True))


def decided_until(effort: Effort) -> dict[int, datetime]:
    """Until when each member's results on the effort have been decided on."""
    decided = Flag.objects.filter(effort=effort, decided_at__isnull=False).order_by("decided_at")
    return {
        member: moment
        for member, moment in decided.values_list("member_id", "decided_at")
        if moment
    }


def evidence_in_words(flag: Flag) -> list[tuple[str, str]]:
    """The figures that the rule went by, each with its label."""
    labels = {
        "results": _("Results looked at"),
        "contacts": _("People who answered"),
        "others_rate": _("Share who answer others"),
        "too_quick": _("Results faster than a call can be"),
        "out_of_hours": _("Results outside the hours"),
        "doors": _("Doors in a row"),
        "took_seconds": _("Seconds they took"),
        "needed_seconds": _("Seconds anybody needs at least"),
        "far": _("Tapped far from their doors"),
        "answer": _("The answer"),
        "in_a_row": _("Times in a row"),
        "answers": _("Voting intentions recorded"),
        "bits": _("Variety of the answers (bits)"),
        "others_bits": _("Variety of others’ answers (bits)"),
        "chance": _("Chance of this by luck"),
    }
    return [
        (labels[name], _figure(name, value)) for name, value in flag.evidence.items() if value != ""
    ]


def _figure(name: str, value: float | str) -> str:
    if name == "chance":
        return _("less than 1 in %(times)s") % {
            "times": intcomma(math.floor(1 / max(float(value), 1e-12)))
        }
    if name == "others_rate":
        return f"{float(value):.0%}"
    if name == "answer":
        return str(Meaning(str(value)).label)
    return str(value)
