"""The morning's digest: nobody forgets a case, and none is without a person unseen."""

from collections import Counter, defaultdict
from datetime import timedelta

from django.utils.translation import override

from groundswell.common import clock
from groundswell.common.models import OutgoingMail
from groundswell.contact.commands.casework.writing import tell_what_waits
from groundswell.contact.models import Case
from groundswell.contact.queries.casework.cases import nobody_has
from groundswell.contact.queries.casework.placing import minders_over
from groundswell.members.models import Member
from groundswell.register.queries.seats import all_seats

FROM_HOUR = 8
NEW_FOR = timedelta(hours=24)


def remind_of_cases() -> None:
    """Once a day, from eight in the morning: one mail to each who has something to see to.

    Overdue cases go to the person named; those that nobody has (any more), to everybody who
    organises or answers for the area. Safe to repeat: a day's mail is written once.
    """
    if clock.local_now().hour < FROM_HOUR:
        return
    waits: dict[int, Counter[str]] = defaultdict(Counter)
    today, lately = clock.today(), clock.now() - NEW_FOR
    open_ones = Case.objects.filter(constituency__in=all_seats(), state=Case.State.OPEN)
    for named, reply_by, recorded_at in open_ones.exclude(nobody_has()).values_list(
        "named_id", "reply_by", "recorded_at"
    ):
        if reply_by < today:
            waits[named]["overdue"] += 1
        elif recorded_at >= lately:
            waits[named]["new"] += 1
    for case in open_ones.filter(nobody_has()):
        for minder in minders_over(case):
            waits[minder]["unnamed"] += 1
    for member in Member.objects.filter(pk__in=waits, is_active=True):
        counts = waits[member.pk]
        if not OutgoingMail.objects.filter(key=f"cases:{member.pk}:{today.isoformat()}").exists():
            with override(member.language):
                tell_what_waits(
                    member,
                    new=counts["new"],
                    overdue=counts["overdue"],
                    unnamed=counts["unnamed"],
                )
