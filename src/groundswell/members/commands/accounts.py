"""Accounts: opened, vetted, kept right by their owners."""

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.common.phone import to_e164
from groundswell.common.postcode import tidy as tidy_postcode
from groundswell.members import queries
from groundswell.members.models import Member
from groundswell.places.models import Area


def open_account(
    *,
    by: Member | None,
    email: str,
    name: str,
    standing: str = Member.Standing.SUPPORTER,
    branch: Area | None = None,
    postcode: str = "",
    phone: str = "",
    language: str = "en-gb",
) -> Member:
    """Open an account; where the address has one, return it as it is.

    ``by`` None is the system: somebody joining by themselves, the terminal, the demo. A person
    needs a role that covers ``branch``. Whoever is about to sign somebody in because of this call
    must not do so where the account was there before: see ``access.join_as_newcomer``.
    """
    if by is not None and (branch is None or not queries.holds_role(by, area=branch)):
        raise Refused(_("Choose a branch that you organise: the new member belongs to it."))
    if not name.strip():
        raise Refused(_("Give the name they go by."))
    with transaction.atomic():
        there = Member.objects.filter(email__iexact=email.strip()).first()
        if there is not None:
            return there
        member = _store(_Newcomer(email, name, standing, branch, postcode, phone, language))
        write_audit_line(
            by=by.pk if by else None,
            action="members.open_account",
            subject=f"member:{member.pk}",
            details={"standing": standing},
        )
    return member


@dataclass(frozen=True)
class _Newcomer:
    email: str
    name: str
    standing: str
    branch: Area | None
    postcode: str
    phone: str
    language: str


def _store(newcomer: _Newcomer) -> Member:
    member = Member(
        email=newcomer.email.strip().lower(),
        name=newcomer.name.strip()[:120],
        standing=newcomer.standing,
        branch=newcomer.branch,
        postcode=tidy_postcode(newcomer.postcode),
        phone=to_e164(newcomer.phone) if newcomer.phone.strip() else "",
        language=newcomer.language,
        joined_at=clock.now(),
    )
    member.set_unusable_password()
    try:
        with transaction.atomic():
            member.save()
            EmailAddress.objects.create(user=member, email=member.email, primary=True)
    except IntegrityError:  # the same address, in the same moment
        return Member.objects.get(email__iexact=member.email)
    return member


def vet(*, by: Member, member: Member) -> None:
    """Vouch for a supporter, who may then take more than one batch."""
    _must_look_after(by, member)
    if member.standing == Member.Standing.SUPPORTER:
        _set_standing(by, member, Member.Standing.VETTED)


def make_member(*, by: Member, member: Member) -> None:
    """Record that somebody is a member of the organisation."""
    _must_look_after(by, member)
    if member.standing != Member.Standing.MEMBER:
        _set_standing(by, member, Member.Standing.MEMBER)


def change_own_details(
    *,
    by: Member,
    name: str,
    branch: Area | None,
    language: str,
    phone: str,
    postcode: str,
) -> None:
    """Change what a member may change of their own account."""
    if not name.strip():
        raise Refused(_("Give the name you go by: organisers and other callers see it."))
    tidy = tidy_postcode(postcode)
    if postcode.strip() and not tidy:
        raise Refused(_("That is not a postcode: it looks like SS14 1AA."))
    with transaction.atomic():
        by.name = name.strip()[:120]
        by.branch = branch
        by.language = language
        by.phone = to_e164(phone) if phone.strip() else ""
        by.postcode = tidy
        by.save(update_fields=["name", "branch", "language", "phone", "postcode"])
        write_audit_line(by=by.pk, action="members.change_own_details", subject=f"member:{by.pk}")


def sign_out_everywhere(*, by: Member) -> None:
    """End every session of the member, on all devices, and void their unused links."""
    with transaction.atomic():
        end_sessions(by)
        write_audit_line(by=by.pk, action="members.sign_out_everywhere", subject=f"member:{by.pk}")


def end_sessions(member: Member) -> None:
    """Make every session of the member invalid at its next request.

    A session carries a keyed hash of the password column. Nobody here has a password, and the
    unusable one is random: a new one ends all sessions without looking for them.
    """
    member.set_unusable_password()
    member.save(update_fields=["password"])


def _must_look_after(by: Member, member: Member) -> None:
    if by == member:
        raise Refused(_("Nobody vouches for themselves: ask another organiser of your area."))
    if not queries.may_look_after(by, member):
        raise Refused(_("Only an organiser of their branch can do this: ask one of them."))


def _set_standing(by: Member, member: Member, standing: Member.Standing) -> None:
    with transaction.atomic():
        member.standing = standing
        member.save(update_fields=["standing"])
        write_audit_line(
            by=by.pk,
            action="members.set_standing",
            subject=f"member:{member.pk}",
            details={"standing": str(standing)},
        )
