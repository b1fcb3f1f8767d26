"""Single mails to members: reminders, digests, news of what they take part in."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from groundswell.common import clock, mail
from groundswell.mailings import letters as layout
from groundswell.mailings.models import Letter
from groundswell.mailings.queries import address_to_stop, who_takes
from groundswell.members.models import Member


@dataclass(frozen=True)
class LetterTo:
    """A mail to one member; ``key`` makes it one mail however often it is written."""

    member: Member
    key: str
    subject: str
    body: str
    html: str = ""
    not_before: datetime | None = None
    imprint: str = ""


def write_to(
    *,
    member: Member,
    kind: str,
    key: str,
    subject: str,
    body: str,
    html: str = "",
    not_before: datetime | None = None,
    imprint: str = "",
) -> bool:
    """Write a mail of a registered kind to a member; False where they do not want or take it.

    Joins the caller's transaction. ``key`` (at most 110 characters) is unique for this mail:
    writing it again changes nothing. ``body`` is plain text; ``html``, a cleaned piece without
    frame, its twin. Footer, imprint and the one-click unsubscribe are added here; ``imprint`` is
    an independent group's own, in the place of the organisation's.
    """
    letter = LetterTo(member, key, subject, body, html, not_before, imprint)
    return bool(write_to_all(kind=kind, letters=[letter]))


def write_to_all(*, kind: str, letters: Iterable[LetterTo]) -> int:
    """``write_to`` for many at once, a few statements for hundreds; how many were written.

    Letters to somebody who does not want this kind are left out.
    """
    asked = list(letters)
    takes = {member.pk for member in who_takes([letter.member for letter in asked], kind)}
    going = [letter for letter in asked if letter.member.pk in takes]
    now = clock.now()
    with transaction.atomic():
        Letter.objects.bulk_create(
            [
                Letter(member=letter.member, kind=kind, key=letter.key, written_at=now)
                for letter in going
            ],
            batch_size=500,
            ignore_conflicts=True,
        )
        mail.put_all_in_outbox(_as_mail(kind, letter) for letter in going)
    return len(going)


def withdraw(key: str | Collection[str]) -> int:
    """Take back mails, by key, that have not gone; how many. They can be written again."""
    keys = [key] if isinstance(key, str) else list(key)
    with transaction.atomic():
        taken = mail.take_back(keys)
        if taken:
            mail_left = mail.there(keys)
            Letter.objects.filter(key__in=keys).exclude(key__in=mail_left).delete()
    return taken


def _as_mail(kind: str, letter: LetterTo) -> mail.Mail:
    stop = address_to_stop(letter.member.pk, kind)
    with override(letter.member.language):
        return mail.Mail(
            key=letter.key,
            to=letter.member.email,
            subject=letter.subject,
            body=layout.text_of(letter.body, kind=kind, stop=stop, imprint=letter.imprint),
            html=_html_of(kind, letter, stop) if letter.html else "",
            headers=layout.headers_to_stop(stop),
            not_before=letter.not_before,
        )


def _html_of(kind: str, letter: LetterTo, stop: str) -> str:
    return layout.html_of(letter.html, kind=kind, stop=stop, imprint=letter.imprint)
