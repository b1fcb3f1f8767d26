"""Members who agreed, and mailings to them, for tests."""

from allauth.account.models import EmailAddress

from groundswell.common import clock
from groundswell.mailings.models import Choice
from groundswell.members.models import Member


def many_who_agreed(area, count, *, standing=Member.Standing.MEMBER, first=0):
    """So many members of the area who agreed to mailings, from proven addresses."""
    now = clock.now()
    members = Member.objects.bulk_create(
        [
            Member(
                email=f"m{first + n}@example.org",
                name=f"Siân Member {first + n}" if n % 3 else f"Ann Member {first + n}",
                standing=standing,
                branch=area,
                joined_at=now,
                password="!",
                language="cy" if n % 10 == 0 else "en-gb",
            )
            for n in range(count)
        ],
        batch_size=1000,
    )
    EmailAddress.objects.bulk_create(
        [EmailAddress(user=m, email=m.email, verified=True, primary=True) for m in members],
        batch_size=1000,
    )
    Choice.objects.bulk_create(
        [Choice(member=m, kind="mailing", wanted=True, changed_at=now) for m in members],
        batch_size=1000,
    )
    return members
