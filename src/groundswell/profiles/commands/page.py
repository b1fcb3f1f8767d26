"""One's own page: written, shown, shut."""

import secrets
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.moderation.queries import may_post
from groundswell.profiles import queries
from groundswell.profiles.models import Page

_SIGNS = "23456789bcdfghjkmnpqrstvwxyz"
_CODE_LENGTH = 12  # of 28 signs: nobody guesses the address of a page that is for a link's holders


def change_page(
    *,
    by: Member,
    visibility: str,
    words: str,
    why: str,
    links: Sequence[tuple[str, str]] = (),
    hidden_sections: Sequence[str] = (),
) -> Page:
    """Write one's own page; the first time makes it.

    Showing it to others waits, for a new account, for what ``moderation`` asks of new accounts.
    """
    if visibility not in Page.Visibility.values:
        raise Refused(_("Choose who may see your page."))
    if visibility != Page.Visibility.PRIVATE:
        may_post(by, " ".join((words, why, *(address for _label, address in links))))
    with transaction.atomic():
        told = {
            "visibility": visibility,
            "words": words.strip()[:2000],
            "why": why.strip()[:1000],
            "links": [list(link) for link in links],
            "hidden_sections": list(hidden_sections),
            "changed_at": clock.now(),
        }
        page, _new = Page.objects.update_or_create(
            member=by, defaults=told, create_defaults={**told, "code": _new_code()}
        )
        write_audit_line(
            by=by.pk,
            action="profiles.change_page",
            subject=f"page:{page.pk}",
            details={"visibility": visibility},
        )
    return page


def page_to_write(member: Member) -> Page:
    """The member's page; a private, empty one where there is none yet."""
    page = queries.own_page(member)
    return page or change_page(by=member, visibility=Page.Visibility.PRIVATE, words="", why="")


def new_address(*, by: Member) -> Page:
    """Give one's page another address: whoever had the old one finds nothing there."""
    page = page_to_write(by)
    with transaction.atomic():
        page.code = _new_code()
        page.save(update_fields=["code"])
        write_audit_line(by=by.pk, action="profiles.new_address", subject=f"page:{page.pk}")
    return page


def _new_code() -> str:
    return "".join(secrets.choice(_SIGNS) for _sign in range(_CODE_LENGTH))
