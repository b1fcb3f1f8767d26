"""Notices as mail: in the same transaction as their rows, under keys of their own."""

from collections.abc import Sequence

from groundswell.common import mail
from groundswell.mailings.commands import LetterTo, withdraw, write_to_all

REMINDERS, CHANGES = "event_reminders", "event_changes"


def key_of(notice_id: int) -> str:
    """The key under which a notice is mailed: a notice is one mail."""
    return f"event-notice-{notice_id}"


def post(kind: str, letters: Sequence[LetterTo]) -> int:
    """Write the mails of notices of one kind; those who want none of it are left out."""
    return write_to_all(kind=kind, letters=letters) if letters else 0


def take_back(notice_ids: Sequence[int]) -> list[int]:
    """Take back what has not gone; the ids of those that could be."""
    keys = {key_of(one): one for one in notice_ids}
    before = mail.there(keys)
    if not before or not withdraw(list(keys)):
        return []
    return sorted(keys[key] for key in before - mail.there(keys))
