"""Who takes which mail."""

from collections.abc import Collection

from allauth.account.models import EmailAddress

from groundswell.mailings.models import Choice, Interest, StoppedAddress
from groundswell.mailings.registry import Kind, kind_called, kinds
from groundswell.members.models import Member


def wants(member: Member, kind: str) -> bool:
    """Whether the member wants this kind, as they said or as is usual."""
    choice = Choice.objects.filter(member=member, kind=kind).first()
    if choice is not None:
        return choice.wanted
    known = kind_called(kind)
    return known is not None and known.usual_on


def wishes_of(member: Member) -> list[tuple[Kind, bool]]:
    """Every kind there is, and whether the member wants it."""
    said = dict(Choice.objects.filter(member=member).values_list("kind", "wanted"))
    return [(kind, said.get(kind.name, kind.usual_on)) for kind in kinds()]


def interests_of(member: Member) -> list[int]:
    """What the member said they care about, as ids."""
    return list(Interest.objects.filter(members=member).values_list("pk", flat=True))


def stopped(member: Member) -> StoppedAddress | None:
    """Why nothing goes to the member's address, or None."""
    return StoppedAddress.objects.filter(email=member.email.lower()).first()


def is_proven(member: Member) -> bool:
    """Whether the member's address was shown to be theirs: they have signed in through it."""
    known = EmailAddress.objects.filter(user=member, email__iexact=member.email, verified=True)
    return bool(known.exists())


def who_takes(members: Collection[Member], kind: str) -> list[Member]:
    """Those of ``members`` to whom a mail of this kind goes, in their order.

    What needs a consent (not ``usual_on``) goes to proven addresses only.
    """
    known = kind_called(kind)
    usual = known is not None and known.usual_on
    ids = [member.pk for member in members]
    said = dict(Choice.objects.filter(member__in=ids, kind=kind).values_list("member", "wanted"))
    addresses = [member.email.lower() for member in members]
    stop = set(StoppedAddress.objects.filter(email__in=addresses).values_list("email", flat=True))
    proven = EmailAddress.objects.filter(user__in=ids, verified=True, primary=True)
    known_to_be_theirs = set() if usual else set(proven.values_list("user", flat=True))
    return [
        member
        for member in members
        if member.is_active
        and member.email.lower() not in stop
        and said.get(member.pk, usual)
        and (usual or member.pk in known_to_be_theirs)
    ]
