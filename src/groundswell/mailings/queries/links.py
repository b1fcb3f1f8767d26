"""The address at which one member stops one kind of mail; whoever has it needs no account."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from groundswell.common.errors import NotFound
from groundswell.mailings.registry import Kind, kind_called
from groundswell.members.models import Member

_signer = Signer(salt="mailings.off", sep=".")


def address_to_stop(member_id: int, kind: str) -> str:
    """The whole address, signed; it never runs out, for mails lie in inboxes for years."""
    token = _signer.sign(f"{member_id}-{kind}")
    return f"{settings.SITE_URL}{reverse('mailings:off', args=[token])}"


def named_in_link(token: str) -> tuple[Member, Kind]:
    """Whom and which kind an address to stop is about; NotFound where it is not ours."""
    try:
        member_id, _dash, name = _signer.unsign(token).partition("-")
    except BadSignature:
        raise NotFound from None
    kind = kind_called(name)
    member = Member.objects.filter(pk=int(member_id)).first()
    if kind is None or member is None:
        raise NotFound
    return member, kind
