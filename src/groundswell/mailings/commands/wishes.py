"""Saying what mail one wants."""

from collections.abc import Mapping

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from groundswell.common import clock, mail
from groundswell.common.audit import write_audit_line
from groundswell.look.organisation import organisation
from groundswell.mailings.models import Agreement, Choice, Letter, StoppedAddress
from groundswell.mailings.queries import is_proven
from groundswell.mailings.registry import MAILING
from groundswell.mailings.wording import AGREE_BOX, consent_wording
from groundswell.members.commands import make_sign_in_link
from groundswell.members.models import Member


def choose(
    *, by: Member | None, member: Member, kind: str, wanted: bool, how: str, wording: str = ""
) -> None:
    """Note that a member wants a kind of mail or not; what waits of an unwanted kind is taken back.

    ``how`` says where they said so, ``wording`` what they read beside the box. ``by`` is the
    member, or None for a link in a mail or a complaint that came back. Saying the same again
    changes nothing.
    """
    with transaction.atomic():
        there = Choice.objects.filter(member=member, kind=kind).first()
        if there is not None and there.wanted == wanted:
            return
        now = clock.now()
        Choice.objects.update_or_create(
            member=member,
            kind=kind,
            defaults={"wanted": wanted, "changed_at": now},
        )
        Agreement.objects.create(
            member=member, kind=kind, wanted=wanted, wording=wording, how=how[:200], said_at=now
        )
        if not wanted:
            waiting = Letter.objects.filter(member=member, kind=kind)
            mail.take_back(list(waiting.values_list("key", flat=True)))
        write_audit_line(
            by=by.pk if by else None,
            action="mailings.choose",
            subject=f"member:{member.pk}",
            details={"kind": kind, "wanted": wanted},
        )


def agree_if_ticked(*, member: Member, sent: Mapping[str, str], how: str) -> None:
    """Record the consent of somebody who ticked the box of ``{% agree_to_mail %}`` on joining.

    An address that was only typed may be anybody's: its owner is sent a link, and nothing else
    until they have signed in once.
    """
    if not sent.get(AGREE_BOX):
        return
    with transaction.atomic():
        choose(
            by=member, member=member, kind=MAILING, wanted=True, how=how, wording=consent_wording()
        )
        if not is_proven(member):
            _ask_to_confirm(member)


def stop_address(*, email: str, reason: str) -> None:
    """Send nothing more to an address that bounces or complained; safe to repeat."""
    StoppedAddress.objects.get_or_create(
        email=email.strip().lower(), defaults={"reason": reason, "stopped_at": clock.now()}
    )


def _ask_to_confirm(member: Member) -> None:
    link = make_sign_in_link(by=None, member=member, leads_to=reverse("mailings:choices"))
    with override(member.language):
        told = {"organisation": organisation().name, "link": link, "name": member.name}
        mail.put_in_outbox(
            key=f"agree:{member.pk}",
            to=member.email,
            subject=_("May %(organisation)s write to you?") % told,
            body=_(
                "Hello %(name)s,\n\nsomebody, most likely you, asked us to send mail to this "
                "address. If it was you, say so here:\n\n%(link)s\n\nIf not, you need do nothing: "
                "we do not write again.\n"
            )
            % told,
        )
