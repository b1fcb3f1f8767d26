"""One-use links that sign one member in."""

import secrets

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from groundswell.common import clock, ids, mail
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members import rules
from groundswell.members.models import Member, SignInLink


def make_sign_in_link(
    *, by: Member | None, member: Member, leads_to: str = "/", at_the_server: bool = False
) -> str:
    """A whole URL that signs ``member`` in once and takes them to ``leads_to``, a local path.

    Only the system makes links (``by`` None): whoever reads one can sign in as its owner, so it
    goes to the owner's mail or to the server's own terminal and nowhere else. One made at the
    terminal stands for a second factor and lasts a day; another lasts a week.
    """
    if by is not None:
        raise Refused(_("A link is sent to its owner's e-mail address, never shown to another."))
    if not url_has_allowed_host_and_scheme(leads_to, allowed_hosts=None):
        raise Refused(_("A sign-in link leads to a page of this site only."))
    token = secrets.token_urlsafe(32)
    lasts = rules.SERVER_LINK_LASTS if at_the_server else rules.LINK_LASTS
    with transaction.atomic():
        SignInLink.objects.create(
            member=member,
            token_hash=rules.link_hash(token),
            leads_to=leads_to,
            made_at=clock.now(),
            expires_at=clock.now() + lasts,
            made_at_the_server=at_the_server,
        )
        write_audit_line(
            by=None,
            action="members.make_sign_in_link",
            subject=f"member:{member.pk}",
            details={"at_the_server": at_the_server},
        )
    return f"{settings.SITE_URL}{reverse('members:use_link', args=[token])}"


def send_sign_in_link(
    *, by: Member | None, member: Member, leads_to: str = "/", key: str = ""
) -> None:
    """Mail the member a link of their own; ``key`` makes asking twice one mail."""
    with transaction.atomic(), translation.override(member.language):
        link = make_sign_in_link(by=None, member=member, leads_to=leads_to)
        mail.put_in_outbox(
            key=key or f"link-{ids.uuid7()}",
            to=member.email,
            subject=_("Your link to %(organisation)s")
            % {"organisation": settings.ENVIRONMENT.organisation_name},
            body=_(
                "Hello %(name)s,\n\n"
                "this link signs you in:\n\n%(link)s\n\n"
                "It works once and for seven days. Keep it to yourself: whoever has it can sign "
                "in as you. If you did not expect it, you need do nothing.\n"
            )
            % {"name": member.name, "link": link},
        )
        write_audit_line(
            by=by.pk if by else None,
            action="members.send_sign_in_link",
            subject=f"member:{member.pk}",
        )


def use_sign_in_link(token: str) -> tuple[Member, str, bool]:
    """Use a link up: (its member, where it leads, whether it was made at the server's terminal).

    The one command without ``by``: who it is comes out of it.
    """
    with transaction.atomic():
        used = SignInLink.objects.filter(
            token_hash=rules.link_hash(token), used_at=None, expires_at__gt=clock.now()
        ).update(used_at=clock.now())
        if not used:
            raise Refused(
                _("This link has been used or has run out. Ask for a new one, or for a code.")
            )
        link = SignInLink.objects.select_related("member").get(token_hash=rules.link_hash(token))
        if not link.member.is_active:
            raise Refused(_("You cannot sign in. Ask your organiser why."))
        _prove_email(link.member)
        write_audit_line(
            by=link.member_id, action="members.use_sign_in_link", subject=f"link:{link.pk}"
        )
    return link.member, link.leads_to, link.made_at_the_server


def _prove_email(member: Member) -> None:
    """Whoever has the link has the mailbox, or the word of the server's administrator."""
    EmailAddress.objects.update_or_create(
        user=member, email=member.email, defaults={"verified": True, "primary": True}
    )
