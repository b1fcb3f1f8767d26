"""A notice as mail: in the same transaction as its row, under a key of its own."""

from collections.abc import Sequence

from groundswell.common.mail import put_in_outbox
from groundswell.common.models import OutgoingMail
from groundswell.members.models import Member

REMINDERS, CHANGES = "event_reminders", "event_changes"


def key_of(notice_id: int) -> str:
    """The key under which a notice is mailed: a notice is one mail."""
    return f"event-notice-{notice_id}"


def post(*, member: Member, kind: str, notice_id: int, subject: str, body: str) -> bool:
    """Write the mail of a notice; False where the member chose to get none of this kind."""
    del kind
    put_in_outbox(key=key_of(notice_id), to=member.email, subject=subject, body=body)
    return True


def take_back(notice_ids: Sequence[int]) -> list[int]:
    """Take back what has not gone; the ids of those that could be."""
    keys = {key_of(one): one for one in notice_ids}
    unsent = OutgoingMail.objects.filter(
        key__in=keys, state=OutgoingMail.State.WAITING, lease_until=None
    )
    taken = [keys[key] for key in unsent.values_list("key", flat=True)]
    unsent.delete()
    return taken
