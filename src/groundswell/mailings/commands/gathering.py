"""Fixing who gets a mailing: one row for each member, before the first copy goes."""

import secrets

from django.db import connection, transaction

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.look.organisation import organisation
from groundswell.mailings.copies import links_in
from groundswell.mailings.models import Link, Mailing, Recipient
from groundswell.mailings.queries.segments import members_chosen, over_the_cap
from groundswell.mailings.rules.segments import chosen_from
from groundswell.members.models import Role
from groundswell.members.queries import holds_role

_AT_ONCE = 1000
_TURN = 7413


def begin_due() -> None:
    """Gather the recipients of every mailing whose time has come."""
    now = clock.now()
    due = Mailing.objects.filter(state=Mailing.State.WAITING, starts_at__lte=now)
    for mailing_id in due.order_by("starts_at").values_list("pk", flat=True):
        _gather(mailing_id)


def _gather(mailing_id: int) -> None:
    """One mailing at a time, so that two cannot both be somebody's second this week."""
    with transaction.atomic():
        _wait_for_turn()
        mailing = Mailing.objects.select_for_update().get(pk=mailing_id)
        if mailing.state != Mailing.State.WAITING:
            return
        if not holds_role(mailing.written_by, Role.Kind.ORGANISER, area=mailing.area):
            # Their role ended meanwhile: whoever organises the area now reads it first.
            Mailing.objects.filter(pk=mailing.pk).update(state=Mailing.State.DRAFT)
            return
        members = members_chosen(mailing.area, chosen_from(mailing.chosen))
        had = set(over_the_cap(members).values_list("pk", flat=True))
        for variant in mailing.variants.all():
            Link.objects.bulk_create(
                [
                    Link(variant=variant, place=place, url=url)
                    for place, url in enumerate(links_in(variant))
                ]
            )
        ids = members.values_list("pk", flat=True).order_by("pk")
        Recipient.objects.bulk_create(_drawn(mailing, list(ids), had), batch_size=_AT_ONCE)
        mailing.state = Mailing.State.SENDING
        mailing.gathered_at = clock.now()
        mailing.imprint = organisation().imprint
        mailing.save(update_fields=["state", "gathered_at", "imprint"])
        write_audit_line(
            by=None,
            action="mailings.gather",
            subject=f"mailing:{mailing.pk}",
            details={"people": len(ids), "left_out": len(had)},
        )


def _drawn(mailing: Mailing, members: list[int], had: set[int]) -> list[Recipient]:
    """A coin for the variant and a lot for the order; the lowest lots are the trial."""
    letters = [variant.letter for variant in mailing.variants.all()]
    toss = secrets.SystemRandom()
    share = mailing.trial_percent / 100 if len(letters) > 1 else 1.0
    rows = []
    for member in members:
        lot = toss.random()
        rows.append(
            Recipient(
                mailing=mailing,
                member_id=member,
                letter=toss.choice(letters),
                lot=lot,
                in_trial=lot < share,
                state=Recipient.State.LEFT_OUT if member in had else Recipient.State.WAITING,
            )
        )
    return rows


def _wait_for_turn() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])
