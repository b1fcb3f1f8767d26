"""Starting a group, changing what it says of itself, closing it."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.common.postcode import tidy
from groundswell.groups.commands.asking import must_be_admin, write_line
from groundswell.groups.commands.joining import new_membership
from groundswell.groups.models import Group
from groundswell.groups.rules.imprints import could_be_imprint
from groundswell.members.models import Member
from groundswell.members.queries import has_any_role
from groundswell.places.queries import find_postcode


@dataclass(frozen=True)
class GroupPlan:
    """What a group says of itself; ``postcode`` is its place, shown by its first half alone."""

    name: str
    about: str = ""
    kind: str = Group.Kind.CAMPAIGN
    imprint: str = ""
    rules: str = ""
    interest: str = ""
    postcode: str = ""
    joining: str = Group.Joining.OPEN
    first_posts_wait: bool = False


@transaction.atomic
def start_group(*, by: Member, plan: GroupPlan) -> Group:
    """Start a group, with whoever starts it as its admin: no permission is needed.

    An independent group needs its own imprint, and is not run by who holds a role in the campaign:
    working together would join what both spend. Starting it again under the same name by the same
    member within the day is the same group.
    """
    if not by.is_active:
        raise Refused(_("You are barred, and cannot start a group."))
    _check(plan, plan.kind)
    if plan.kind == Group.Kind.INDEPENDENT and has_any_role(by):
        raise Refused(
            _(
                "You hold a role in the campaign, so a group that you run is of the campaign. "
                "Ask somebody without a role to start an independent one."
            )
        )
    if there := _the_same(by, plan):
        return there
    now = clock.now()
    group = Group.objects.create(
        slug=_free_slug(plan.name), kind=plan.kind, started_by=by, started_at=now, **_said(plan, by)
    )
    new_membership(group, by, admin=True)
    write_line(by, "start_group", group, kind=str(plan.kind))
    return group


@transaction.atomic
def change_group(*, by: Member, group: Group, plan: GroupPlan) -> None:
    """Change what the group says of itself. Whose it is never changes: start another."""
    must_be_admin(by, group)
    _check(plan, group.kind)
    for name, value in _said(plan, by).items():
        setattr(group, name, value)
    group.save(update_fields=list(_said(plan, by)))
    write_line(by, "change_group", group)


@transaction.atomic
def close_group(*, by: Member | None, group: Group) -> None:
    """Close the group: its page goes; who was in it can read what was written. Safe to repeat."""
    if group.closed_at is not None:
        return
    if by is not None:
        must_be_admin(by, group)
    group.closed_at = clock.now()
    group.save(update_fields=["closed_at"])
    write_line(by, "close_group", group)


def _check(plan: GroupPlan, kind: str) -> None:
    if len(plan.name.strip()) < 3:
        raise Refused(_("Give the group a name of at least three letters."))
    if plan.postcode.strip() and not tidy(plan.postcode):
        raise Refused(_("That is not a postcode: it looks like SS14 1AA."))
    if kind == Group.Kind.INDEPENDENT and not could_be_imprint(plan.imprint):
        raise Refused(
            _(
                "An independent group says who publishes what it says: a name and an address, "
                "such as “Promoted by Jane Doe, 110 High Street, Engleston AB12 3CD”."
            )
        )


def _said(plan: GroupPlan, by: Member) -> dict[str, Any]:
    postcode = tidy(plan.postcode)
    place = find_postcode(postcode) if postcode else None
    area = (place.ward or place.constituency) if place else None
    if area is None and plan.kind == Group.Kind.CAMPAIGN:
        area = by.branch  # so that somebody answers for it
    return {
        "name": " ".join(plan.name.split())[:80],
        "about": plan.about.strip()[:5000],
        "imprint": plan.imprint.strip()[:300],
        "rules": plan.rules.strip()[:5000],
        "interest": " ".join(plan.interest.split())[:60],
        "postcode": postcode,
        "area": area,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "joining": plan.joining,
        "first_posts_wait": plan.first_posts_wait,
    }


def _the_same(by: Member, plan: GroupPlan) -> Group | None:
    today = clock.local_now().replace(hour=0, minute=0, second=0, microsecond=0)
    name = " ".join(plan.name.split())[:80]
    mine = Group.objects.filter(started_by=by, name=name, started_at__gte=today, closed_at=None)
    return mine.filter(kind=plan.kind).first()


def _free_slug(name: str) -> str:
    base = slugify(name)[:50] or "group"
    taken = set(Group.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    names = (base if turn == 1 else f"{base}-{turn}" for turn in range(1, len(taken) + 3))
    return next(slug for slug in names if slug not in taken)
