"""What callers did: one of them, and all together."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Sum

from groundswell.common import clock
from groundswell.contact.models import Answer, Attempt, Tally
from groundswell.contact.queries.counting import voided
from groundswell.contact.rules.outcomes import CONTACTS
from groundswell.members.models import Member
from groundswell.outreach.models import Effort


@dataclass(frozen=True)
class Done:
    """Tries, people who answered, and those who answered a question."""

    attempts: int = 0
    contacts: int = 0
    conversations: int = 0


def done_by(member: Member, effort: Effort) -> Done:
    """What the member did in the effort, corrections and undone results aside."""
    constituencies = list(effort.queues.values_list("constituency_id", flat=True))
    answered = Exists(
        Answer.objects.filter(
            constituency=OuterRef("constituency"), attempt_id_on_device=OuterRef("id_on_device")
        )
    )
    mine = Attempt.objects.filter(
        ~voided(), constituency_id__in=constituencies, effort_id=effort.pk, member=member.pk
    ).exclude(outcome="")
    figures = mine.annotate(answered=answered).aggregate(
        attempts=Count("pk"),
        contacts=Count("pk", filter=Q(outcome__in=CONTACTS)),
        conversations=Count("pk", filter=Q(outcome="spoke", answered=True)),
    )
    return Done(**figures)


def done_together(effort: Effort, *, today: bool = False) -> Done:
    """What everybody did in the effort, since it began or today, from the rolled-up rows."""
    constituencies = list(effort.queues.values_list("constituency_id", flat=True))
    rows = Tally.objects.filter(constituency_id__in=constituencies, effort_id=effort.pk)
    if today:
        midnight = clock.local_now().replace(hour=0, minute=0, second=0, microsecond=0)
        rows = rows.filter(hour__gte=midnight)
    figures = rows.aggregate(
        attempts=Sum("attempts", default=0),
        contacts=Sum("contacts", default=0),
        conversations=Sum("conversations", default=0),
    )
    return Done(**figures)
