"""Addresses in mails that need no account: they are signed, and say what they are about."""

import secrets
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from groundswell.common.errors import NotFound
from groundswell.mailings.models import Link
from groundswell.mailings.registry import Kind, kind_called
from groundswell.members.models import Member

_off = Signer(salt="mailings.off", sep=".")
_go = Signer(salt="mailings.go", sep=".")
_copy = Signer(salt="mailings.copy", sep=".")
_SIGNED = 16
_HOLDER = "token-of-this-copy"


@cache
def _address(url_name: str) -> str:
    """Worked out once: thousands of copies ask."""
    return f"{settings.SITE_URL}{reverse(url_name, args=[_HOLDER])}"


def address_to_stop(member_id: int, kind: str) -> str:
    """The whole address that stops one kind of mail; it never runs out, as mails lie for years."""
    token = _off.sign(f"{member_id}-{kind}")
    return _address("mailings:off").replace(_HOLDER, token)


def named_in_link(token: str) -> tuple[Member, Kind]:
    """Whom and which kind an address to stop is about; NotFound where it is not ours."""
    try:
        member_id, _dash, name = _off.unsign(token).partition("-")
    except BadSignature:
        raise NotFound from None
    kind = kind_called(name)
    member = Member.objects.filter(pk=int(member_id)).first()
    if kind is None or member is None:
        raise NotFound
    return member, kind


def number_for_a_copy() -> str:
    """A random number for the links of one copy; it is written down nowhere."""
    return secrets.token_hex(8)


def address_of_link(link_id: int, number: str) -> str:
    """The address that leads on from one copy to where a link points, counting the copy once."""
    token = _go.sign(f"{link_id}-{number}")
    return _address("mailings:go").replace(_HOLDER, token)


@dataclass(frozen=True)
class Followed:
    """A link and the number of the copy it was followed in."""

    link: Link
    number: str


def followed_link(token: str) -> Followed:
    """What an address of ``address_of_link`` is about; NotFound where it is not ours."""
    try:
        link_id, _dash, number = _go.unsign(token).partition("-")
    except BadSignature:
        raise NotFound from None
    link = Link.objects.select_related("variant").filter(pk=int(link_id)).first()
    if link is None:
        raise NotFound
    return Followed(link, number)


def message_id_of(recipient_id: int) -> str:
    """The Message-ID of one recipient's copy: always the same, and nobody else's."""
    signature = _copy.signature(str(recipient_id))[:_SIGNED]
    host = settings.DEFAULT_FROM_EMAIL.rstrip(">").rpartition("@")[2]
    return f"<copy-{recipient_id}-{signature}@{host}>"


def recipient_named(message_id: str) -> int | None:
    """The recipient whose copy has this Message-ID, or None where it is not one of ours."""
    local = message_id.strip().strip("<>").partition("@")[0]
    kind, _dash, rest = local.partition("-")
    number, _dash, signature = rest.partition("-")
    if kind != "copy" or not number.isdecimal():
        return None
    return int(number) if _copy.signature(number)[:_SIGNED] == signature else None
