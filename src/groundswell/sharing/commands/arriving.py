"""Somebody did something having come through a link."""

import logging
from datetime import timedelta

from django.db import DatabaseError, transaction

from groundswell.common import clock
from groundswell.members.models import Member
from groundswell.sharing import queries
from groundswell.sharing.commands.sharing import sharer_of
from groundswell.sharing.models import Arrival, ShareLink, Sharer
from groundswell.sharing.rules.ancestry import ids_in

# Whoever opened an account this lately did so on coming through the link.
NEW_FOR = timedelta(days=1)
_log = logging.getLogger(__name__)


def note_came_through(*, member: Member, via: str, action: str, subject: tuple[str, int]) -> None:
    """Note that the member did ``action`` ("rsvp", "joined" …) on ``subject``, having come ``via``.

    Called after the deed itself, whose success does not depend on it: an unknown or empty code, a
    link of one's own or one that lies beneath a link of one's own changes nothing, a repeat
    neither, and trouble is logged, never raised.
    """
    link = queries.link_by_code(via)
    if link is None or action not in Arrival.Action.values:
        return
    try:
        with transaction.atomic():
            _note(member, link, action, subject)
    except DatabaseError:
        _log.exception("An arrival through a link was not noted")


def _note(member: Member, link: ShareLink, action: str, subject: tuple[str, int]) -> None:
    sharer = sharer_of(member)
    if _set_it_going_themselves(sharer, link):
        return
    kind, subject_id = subject
    now = clock.now()
    Arrival.objects.get_or_create(
        sharer=sharer,
        kind=kind,
        subject_id=subject_id,
        action=action,
        defaults={
            "link": link,
            "path": link.key,
            "generation": link.generation + 1,
            "area_id": link.area_id,
            "theme": link.theme,
            "independent": link.independent,
            "at": now,
            "day": max(0, (clock.today() - link.made_on).days),
            "link_made_on": link.made_on,
        },
    )
    is_newcomer = member.joined_at > now - NEW_FOR and not sharer.links.exists()
    Sharer.objects.filter(pk=sharer.pk, came_by=None).update(
        came_by=link, came_at=now, is_newcomer=is_newcomer
    )


def _set_it_going_themselves(sharer: Sharer, link: ShareLink) -> bool:
    """Nobody is brought in by themselves, nor by those whom they brought in."""
    if link.owner_id == sharer.pk:
        return True
    above = ids_in(link.above)
    return bool(above) and ShareLink.objects.filter(pk__in=above, owner=sharer).exists()
