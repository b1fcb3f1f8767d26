"""Sending mailings: rows are claimed, handed over through a journal, and settled.

Whoever is killed leaves a journal behind; the next sender reads it and knows of every copy in hand
whether it went. See docs/explain/sending-mail.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q, QuerySet

from groundswell.common import clock
from groundswell.common.post.carrier import Carrier, Ready, carrier
from groundswell.common.post.journal import Journal, Outcome, What, left_behind
from groundswell.mailings.commands.gathering import begin_due
from groundswell.mailings.commands.stopping import hold_up_what_nobody_answers_for, stop_what_waits
from groundswell.mailings.commands.trials import decide_trials
from groundswell.mailings.commands.wishes import stop_address
from groundswell.mailings.copies import Layout, To, layout_of
from groundswell.mailings.models import Mailing, Recipient, StoppedAddress
from groundswell.mailings.queries.links import (
    address_of_link,
    address_to_stop,
    message_id_of,
    number_for_a_copy,
)
from groundswell.mailings.queries.segments import house
from groundswell.mailings.queries.wishes import who_takes
from groundswell.mailings.registry import MAILING
from groundswell.mailings.rules.hours import is_quiet

RECONCILER = "mailings.sending"
BATCH = 100
HELD_FOR = timedelta(minutes=30)
MOST_ATTEMPTS = 8
_NO_SUCH = "5.1.1"  # "bad destination mailbox address", RFC 3463
_State = Recipient.State


def journals() -> Path:
    """Where the journals are."""
    return Path(settings.HOME) / "journals"


def anything_due() -> bool:
    """A quick look whether a sender has anything to do."""
    now = clock.now()
    begins = Mailing.objects.filter(state=Mailing.State.WAITING, starts_at__lte=now)
    if begins.exists() or any(journals().glob("*.journal")):
        return True
    if _is_quiet():
        return False
    return _due().exists() or _over().exists()


def send_what_is_due() -> None:
    """Settle what others left, gather what is due, and send until nothing is due."""
    settle_what_was_left()
    stop_what_waits()
    begin_due()
    hold_up_what_nobody_answers_for()
    decide_trials()
    if not _is_quiet() and _due().exists():
        journal = Journal(journals())
        carried_by = carrier(journal, _due().count())
        try:
            _send(journal, carried_by)
        finally:
            carried_by.close()
        journal.end()
    _end_the_finished()


def settle_what_was_left() -> None:
    """Read the journals of senders that are gone, and free what they held."""
    for left in left_behind(journals()):
        held = Recipient.objects.filter(state=_State.HELD, held_by=left.name)
        known = [
            left.outcome_of(recipient_id) or Outcome(recipient_id, What.PUT_OFF)
            for recipient_id in held.values_list("pk", flat=True)
        ]
        settle(known)
        left.path.unlink(missing_ok=True)
    # Held by a journal that is nowhere to be read: nobody knows.
    lost = Recipient.objects.filter(state=_State.HELD, held_until__lt=clock.now())
    lost.update(state=_State.UNKNOWN, held_by="", held_until=None)


def settle(outcomes: Iterable[Outcome]) -> None:
    """Write down what became of copies, a statement for each kind of outcome."""
    now = clock.now()
    by_kind: dict[What, list[Outcome]] = {kind: [] for kind in What}
    for outcome in outcomes:
        by_kind[outcome.what].append(outcome)
    with transaction.atomic():
        _change(by_kind[What.SENT], state=_State.SENT, sent_at=now)
        _change(by_kind[What.UNKNOWN], state=_State.UNKNOWN)
        for outcome in by_kind[What.REFUSED]:
            _change([outcome], state=_State.REFUSED, trouble=f"{outcome.code} {outcome.said}"[:200])
        _stop_addresses([one.id for one in by_kind[What.REFUSED] if _NO_SUCH in one.said])
        _put_off(by_kind[What.PUT_OFF])


def _stop_addresses(recipients: list[int]) -> None:
    """The server itself says that nobody is there: it would bounce for ever."""
    there = Recipient.objects.filter(pk__in=recipients).values_list("member__email", flat=True)
    for email in there:
        stop_address(email=email, reason=StoppedAddress.Reason.BOUNCED)


def _change(outcomes: list[Outcome], **values: object) -> None:
    if outcomes:
        ids = [outcome.id for outcome in outcomes]
        Recipient.objects.filter(pk__in=ids).update(held_by="", held_until=None, **values)


def _put_off(outcomes: list[Outcome]) -> None:
    """Back among those who wait; what the server put off waits longer each time."""
    untouched = [outcome for outcome in outcomes if not outcome.code]
    _change(untouched, state=_State.WAITING)
    for outcome in outcomes:
        if not outcome.code:
            continue
        recipient = Recipient.objects.get(pk=outcome.id)
        attempts = recipient.attempts + 1
        _change(
            [outcome],
            state=_State.REFUSED if attempts >= MOST_ATTEMPTS else _State.WAITING,
            attempts=attempts,
            next_try=clock.now() + timedelta(minutes=2**attempts),
            trouble=f"{outcome.code} {outcome.said}"[:200],
        )


@dataclass
class _InHand:
    """A batch that the carrier has, in its order."""

    mails: list[Ready] = field(default_factory=list)


def _send(journal: Journal, carried_by: Carrier) -> None:
    """One batch is put together while the carrier still has the one before."""
    layouts: dict[tuple[int, str, str], Layout] = {}
    before = _InHand()
    reachable = True
    while reachable or before.mails:
        now = _InHand(_claimed(journal.name, layouts) if reachable and not _is_quiet() else [])
        carried_by.take(now.mails)
        outcomes = carried_by.outcomes(before.mails)
        settle(outcomes)
        if outcomes and all(o.what == What.PUT_OFF and not o.code for o in outcomes):
            reachable = False  # the server is not there: later
        if not now.mails:
            reachable = False
        before = now


def _claimed(holder: str, layouts: dict[tuple[int, str, str], Layout]) -> list[Ready]:
    """The next copies, held by this journal and put together."""
    with transaction.atomic():
        skip = connection.features.has_select_for_update_skip_locked
        due = _due().select_for_update(skip_locked=skip, of=("self",) if skip else ())
        ids = list(due.order_by("mailing", "lot").values_list("pk", flat=True)[:BATCH])
        Recipient.objects.filter(pk__in=ids).update(
            state=_State.HELD, held_by=holder, held_until=clock.now() + HELD_FOR
        )
    if not ids:
        return []
    held = Recipient.objects.filter(pk__in=ids, state=_State.HELD, held_by=holder)
    return _put_together(held.select_related("member", "mailing__area"), layouts)


def _put_together(
    held: QuerySet[Recipient], layouts: dict[tuple[int, str, str], Layout]
) -> list[Ready]:
    recipients = list(held.order_by("mailing", "lot"))
    takes = {member.pk for member in who_takes([one.member for one in recipients], MAILING)}
    unwanted = [one.pk for one in recipients if one.member_id not in takes]
    Recipient.objects.filter(pk__in=unwanted).update(
        state=_State.UNWANTED, held_by="", held_until=None
    )
    going = [one for one in recipients if one.member_id in takes]
    mails = []
    for mailing, copies in groupby(going, key=attrgetter("mailing")):
        links = {
            variant.letter: {link.place: link.pk for link in variant.links.all()}
            for variant in mailing.variants.prefetch_related("links")
        }
        for one in copies:
            letter = mailing.better or one.letter
            if letter != one.letter:
                Recipient.objects.filter(pk=one.pk).update(letter=letter)
            layout = _layout(layouts, mailing, letter, one.member.language)
            mails.append(_ready(one, layout, links[letter]))
    return mails


def _layout(
    layouts: dict[tuple[int, str, str], Layout], mailing: Mailing, letter: str, language: str
) -> Layout:
    key = mailing.pk, letter, language
    if key not in layouts:
        layouts[key] = layout_of(mailing, mailing.variants.get(letter=letter), language)
    return layouts[key]


def _ready(one: Recipient, layout: Layout, links: dict[int, int]) -> Ready:
    number = number_for_a_copy()
    to = To(
        name=one.member.name,
        email=one.member.email,
        message_id=message_id_of(one.pk),
        stop=address_to_stop(one.member_id, MAILING),
        lead=lambda place: address_of_link(links[place], number),
    )
    return Ready(one.pk, layout.envelope_sender, one.member.email, layout.copy_for(to))


def _due() -> QuerySet[Recipient]:
    """Copies whose turn it is: of mailings being sent, in the trial or after it."""
    now = clock.now()
    ready = Q(in_trial=True) | ~Q(mailing__decided_at=None)
    return Recipient.objects.filter(
        Q(next_try=None) | Q(next_try__lte=now),
        ready,
        state=_State.WAITING,
        mailing__state=Mailing.State.SENDING,
    )


def _over() -> QuerySet[Mailing]:
    """Mailings being sent of which nothing waits any more."""
    left = Recipient.objects.filter(state__in=[_State.WAITING, _State.HELD])
    sending = Mailing.objects.filter(state=Mailing.State.SENDING)
    return sending.exclude(pk__in=left.values("mailing"))


def _end_the_finished() -> None:
    _over().update(state=Mailing.State.SENT, ended_at=clock.now())


def _is_quiet() -> bool:
    here = house()
    return is_quiet(clock.local_now(), here.quiet_from, here.quiet_to)
